"""What the planner of a file is told about its tables."""

from pathlib import Path

from models.engine import open_file, refresh_statistics

_KEY = "ab" * 32


def test_the_planner_expects_what_keys_usually_hold_and_plans_once(tmp_path: Path) -> None:
    """Ten thousand letters of one unit, nearly all done, one in a thousand open; nobody has a twin."""
    engine = open_file(tmp_path / "letters.db", _KEY)
    with engine.connect() as connection:
        run = connection.exec_driver_sql
        run("CREATE TABLE letter (unit_id INTEGER, state TEXT, due_on TEXT, twin_id INTEGER)")
        run("CREATE INDEX of_state ON letter (unit_id, state, due_on)")
        run("CREATE INDEX of_twin ON letter (twin_id)")
        run(
            "WITH RECURSIVE place(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n < 9999) "
            "INSERT INTO letter SELECT 1, iif(n % 1000, 'done', iif(n % 2000, 'open', 'late')), n, NULL FROM place"
        )
        connection.commit()
    refresh_statistics(engine)
    with engine.connect() as connection:
        run = connection.exec_driver_sql
        told = run("SELECT idx, stat FROM sqlite_stat1 ORDER BY idx").all()
        assert told == [("of_state", "10000 10000 5 1"), ("of_twin", "10000 100")]
        assert not run("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'").all()
        for asked, index in (("unit_id = ? AND state = ?", "of_state"), ("twin_id = ? AND due_on > ?", "of_twin")):
            plan = run(f"EXPLAIN QUERY PLAN SELECT * FROM letter WHERE {asked}", (1, "open")).all()
            assert f"USING INDEX {index}" in plan[0][3]
    refresh_statistics(engine)  # nothing is left to do
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT idx, stat FROM sqlite_stat1 ORDER BY idx").all() == told
    engine.dispose()
