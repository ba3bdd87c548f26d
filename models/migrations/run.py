"""Bring a database to the newest revision in one transaction, or leave it as it was."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from models.migrations import HEAD


class NewerFileError(Exception):
    """The file was written by a newer program; it is left alone."""


class BrokenReferencesError(Exception):
    """A migration would have lost rows or left references without a target; it was rolled back."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """`before` is None for a new file; `counts` are the rows of each table after the run."""

    before: str | None
    after: str
    counts: dict[str, int]


def revision_of(connection: Connection) -> str | None:
    """The revision of an open database, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, target: str = HEAD) -> Migrated | None:
    """Run what is missing up to `target`. None when there was nothing to do; `NewerFileError` for a newer file.

    Foreign keys are off on the connection of a migration (a batch rebuild would delete children), so all
    references are checked, and every table counted before and after, before the commit.
    """
    with engine.connect() as connection:
        before = revision_of(connection)
        connection.rollback()
        if before == target:
            return None
        is_file = connection.dialect.name == "sqlite"
        if is_file:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
        try:
            return _run(connection, before, target, is_file)
        finally:
            connection.rollback()
            if is_file:
                raw.execute("PRAGMA foreign_keys = ON")


def _run(connection: Connection, before: str | None, target: str, is_file: bool) -> Migrated:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if before is not None and before not in known:
        raise NewerFileError(before)
    counts = _counts(connection)
    command.upgrade(config, target)
    after = _counts(connection)
    lost = [table for table, rows in counts.items() if table in after and after[table] < rows]
    broken = is_file and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
    if lost or broken:
        raise BrokenReferencesError(", ".join(lost))
    connection.commit()
    return Migrated(before, target, after)


def _config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """False for the shadow tables of the full-text index, which Alembic must not touch."""
    return not (kind == "table" and name is not None and name.startswith("search_text_fts"))


def _counts(connection: Connection) -> dict[str, int]:
    tables = [name for name in inspect(connection).get_table_names() if is_ours(name, "table", None)]
    preparer = connection.dialect.identifier_preparer
    return {
        name: connection.exec_driver_sql(f"SELECT count(*) FROM {preparer.quote(name)}").scalar_one()  # noqa: S608
        for name in tables
    }
