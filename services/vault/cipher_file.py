"""Whole SQLCipher files: copied under another key, checked, taken alone. The program's connections are elsewhere."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

from models.engine import is_sound
from services.vault.errors import VaultError, VaultStorageError
from services.vault.whole_file import drop, flush_file

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_PAGES_A_STEP = 512


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What a file holds: rows of every ordinary table, the Alembic revision ("" before the first), broken links."""

    counts: tuple[tuple[str, int], ...]
    schema_revision: str
    broken_links: int


@contextmanager
def raw_connection(path: Path, key_hex: str, *, create: bool = False) -> Iterator[Any]:
    """A connection of our own on an encrypted file, with its errors told in words.

    `VaultError`: "vault.database_missing", "vault.wrong_key", "vault.database_damaged", "vault.busy";
    `VaultStorageError`: "vault.disk_full", "vault.not_writable", "vault.disk_failed".
    """
    if not create and not path.is_file():
        raise VaultError("vault.database_missing", name=path.name)
    with _in_words(path), closing(_connect(path, key_hex, create=create)) as connection:
        yield connection


def copy_database(
    source: Path,
    source_key: str,
    target: Path,
    target_key: str,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> DatabaseFacts:
    """Copy a database under another key while others go on writing to it, and check the copy page by page.

    The copy is of one instant and needs no file beside it. When anything fails, no copy is left. `VaultError`
    ("vault.cancelled") when `cancelled` says so.
    """
    drop(target)
    try:
        with raw_connection(source, source_key) as connection:
            _copy(connection, target, target_key, progress, cancelled)
        facts = check_database(target, target_key)
        flush_file(target)
    except BaseException:
        drop(target, target.with_name(f"{target.name}-journal"))
        raise
    return facts


def check_database(path: Path, key_hex: str) -> DatabaseFacts:
    """Read every page of a file; `VaultError` ("vault.database_damaged") if one is not as it was written."""
    with raw_connection(path, key_hex) as connection:
        faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if faults or connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise VaultError("vault.database_damaged", name=path.name)
        return _facts(connection)


def copy_alone(source: Path, source_key: str, target: Path, target_key: str) -> DatabaseFacts:
    """Like `copy_database`, but only when nobody else has the file open: `VaultError` ("vault.busy") otherwise.

    The source's write-ahead log is played in first, so that no log is left beside it.
    """
    drop(target)
    try:
        with raw_connection(source, source_key) as connection:
            take_alone(connection)
            before = _facts(connection)
            _copy(connection, target, target_key, None, None)
        after = check_database(target, target_key)
        if after != before:
            raise VaultError("vault.database_damaged", name=target.name)
        flush_file(target)
    except BaseException:
        drop(target)
        raise
    return after


def take_alone(connection: Any) -> None:
    """Close the write-ahead log of a file; `VaultError` ("vault.busy") while anybody else has it open."""
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    [(mode,)] = connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    if mode != "delete":
        raise VaultError("vault.busy")
    # without a write-ahead log a reader elsewhere would go unnoticed until here
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _connect(path: Path, key_hex: str, *, create: bool) -> Any:
    uri = f"{path.resolve().as_uri()}?mode={'rwc' if create else 'rw'}"
    connection = sqlcipher3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key_hex}'\"")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _copy(source: Any, target: Path, target_key: str, progress: Progress | None, cancelled: Cancelled | None) -> None:
    with raw_connection(target, target_key, create=True) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        # a reading transaction holds the instant: a writer elsewhere would otherwise make the copy begin again
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchall()
        try:
            source.backup(copy, pages=_PAGES_A_STEP, progress=_step(progress, cancelled))
        finally:
            source.execute("ROLLBACK")
        if not is_sound(source):  # zeros in the place of a damaged page look well in the copy
            raise VaultError("vault.database_damaged", name=target.name)
        copy.execute("PRAGMA journal_mode = DELETE")


def _step(progress: Progress | None, cancelled: Cancelled | None) -> Callable[[int, int, int], None]:
    def step(status: int, remaining: int, total: int) -> None:
        # the backup interface would otherwise try for ever
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise VaultError("vault.busy")
        if cancelled is not None and cancelled():
            raise VaultError("vault.cancelled")
        if progress is not None:
            progress(total - remaining, total)

    return step


def _facts(connection: Any) -> DatabaseFacts:
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    names = sorted(name for (name,) in tables)
    counts = tuple((name, _count(connection, name)) for name in names)
    revision = ""
    if "alembic_version" in names:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = str(row[0]) if row else ""
    broken = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return DatabaseFacts(counts, revision, broken)


def _count(connection: Any, table: str) -> int:
    quoted = table.replace('"', '""')
    [(count,)] = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchall()  # noqa: S608 - a name, quoted
    return int(count)


_WORDS = {
    sqlite3.SQLITE_FULL: "vault.disk_full",
    sqlite3.SQLITE_IOERR: "vault.disk_failed",
    sqlite3.SQLITE_READONLY: "vault.not_writable",
    sqlite3.SQLITE_CANTOPEN: "vault.not_writable",
    sqlite3.SQLITE_PERM: "vault.not_writable",
}


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlcipher3.Error as error:
        code = _code(error)
        if code in _WORDS:
            raise VaultStorageError(_WORDS[code], name=path.name) from error
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise VaultError("vault.busy") from error
        if code == sqlite3.SQLITE_NOTADB:
            raise VaultError("vault.wrong_key", name=path.name) from error
        raise VaultError("vault.database_damaged", name=path.name) from error


# the backup interface raises with SQLite's words, but without its number
_CODES = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database table is locked": sqlite3.SQLITE_LOCKED,
}


def _code(error: Exception) -> int:
    number = getattr(error, "sqlite_errorcode", None)
    return int(number) & 0xFF if number else _CODES.get(str(error), 0)
