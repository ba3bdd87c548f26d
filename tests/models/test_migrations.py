"""Migrations make what the models say, refuse a newer file, and lose nothing."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

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
