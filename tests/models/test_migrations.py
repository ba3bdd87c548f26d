"""Migrations make what the models say, refuse a newer file, and lose nothing."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from models.base import Base
from models.engine import open_file
from models.migrations import HEAD, run

KEY = "11" * 32


def test_the_declared_head_is_the_newest_script() -> None:
    folder = Path(run.__file__).parent
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD


def test_a_new_file_gets_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "a.db", KEY)
    made = run.migrate(engine)
    assert made is not None
    assert made.before is None
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": run.is_ours})
        assert compare_metadata(context, Base.metadata) == []
    assert run.migrate(engine) is None
    engine.dispose()


def test_an_older_file_keeps_its_rows_and_fills_what_is_new(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "a.db", KEY)
    run.migrate(engine, "0001")
    with engine.begin() as connection:
        for table in ("unit", "staff", "case_file", "session", "outcome", "document", "referral_in"):
            _lay_row(connection, table)
        connection.execute(text("UPDATE referral_in SET replied_at = '2026-05-05 08:30:00.000000'"))
    made = run.migrate(engine)
    assert made is not None
    assert (made.before, made.counts["session"], made.counts["document"]) == ("0001", 1, 1)
    with engine.connect() as connection:
        stop, others = connection.execute(text("SELECT stop_reason, others_present FROM session")).one()
        assert (stop, others) == ("", "")
        assert connection.execute(text("SELECT refused_by FROM outcome")).scalar_one() == "[]"
        told = text("SELECT told_disposition, told_cycle, told_signed, outdated_since FROM referral_in")
        assert connection.execute(told).one() == ("x", 1, 0, None), "what was answered after the outcome told it"
        assert connection.execute(text("SELECT awaits_registry, registry_no FROM document")).one() == (0, "")
    engine.dispose()


def _lay_row(connection: Connection, name: str) -> None:
    """A row of an older table with a value in each column that needs one; every key is the same sixteen bytes."""
    columns = inspect(connection).get_columns(name)
    foreign = {column for key in inspect(connection).get_foreign_keys(name) for column in key["constrained_columns"]}
    values: dict[str, object] = {}
    for column in columns:
        kind, key = str(column["type"]), column["name"]
        if key == "id" or key in foreign:
            values[key] = None if column["nullable"] else b"0123456789abcdef"
        elif not column["nullable"]:
            values[key] = _SAMPLES.get(kind, "x")
    names = ", ".join(f'"{key}"' for key in values)
    marks = ", ".join(f":v{place}" for place in range(len(values)))
    connection.execute(
        text(f"INSERT INTO {name} ({names}) VALUES ({marks})"),
        {f"v{place}": value for place, value in enumerate(values.values())},
    )


_SAMPLES = {
    "INTEGER": 1,
    "BOOLEAN": 0,
    "DATE": "2026-05-04",
    "DATETIME": "2026-05-04 08:30:00.000000",
    "BLOB": b"0123456789abcdef",
}


def test_the_file_is_encrypted_from_its_first_byte_and_guards_references(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "a.db", KEY)
    run.migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    engine.dispose()
    stored = (tmp_path / "a.db").read_bytes()
    assert not stored.startswith(b"SQLite format 3")
    assert b"CREATE TABLE" not in stored


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    engine = open_file(tmp_path / "a.db", KEY)
    run.migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(run.NewerFileError):
        run.migrate(engine)
    with engine.connect() as connection:
        assert run.revision_of(connection) == "9999"
    engine.dispose()
