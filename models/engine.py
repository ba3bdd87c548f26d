"""Engines: the encrypted file of one workstation (SQLCipher), or a PostgreSQL server that several share.

What is particular to SQLite stands here and in `services/search`, nowhere else.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import isqrt
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Join,
    Text,
    all_,
    bindparam,
    column,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import QueuePool

WRITE = "sazesh_write"
BUSY_SECONDS = 5.0


def connect_file(path: Path, key_hex: str, *, foreign_keys: bool = True) -> Any:
    """A raw SQLCipher connection on the file at `path`, created when missing, encrypted from its first byte.

    The key pragma is issued here on the raw connection only, so that it never reaches a log or an exception.
    Transactions are driven by `BEGIN` statements, not by the driver.
    """
    raw = sqlcipher3.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=512
    )
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA cipher_log_level = NONE")
        cursor.execute(f"PRAGMA key = \"x'{key_hex}'\"")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.execute("PRAGMA wal_autocheckpoint = 16000")  # pages: a case writes about 130, and whoever
        # stores the last of them waits until all are moved (a tenth of a second)
        cursor.execute("PRAGMA cache_size = -20000")  # in KiB; the list of due work reads over half
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()
    except BaseException:
        raw.close()
        raise
    return raw


def standing(path: Path) -> Callable[[], bool]:
    """Asks, each time it is called, whether the file that lies at `path` now is still there, and no other.

    A file that was deleted or replaced can be written to as long as it is open, and all of that is lost.
    """
    known = _identity(path)
    return lambda: _identity(path) == known


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_file(path: Path, key_hex: str) -> Engine:
    """The engine of an encrypted file. A wrong key shows at the first statement, as `DatabaseError`."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: connect_file(path, key_hex),
        poolclass=QueuePool,
        pool_size=4,
        pool_use_lifo=True,  # the last one used holds the pages that are wanted next
        max_overflow=2,
        pool_reset_on_return="rollback",
    )
    event.listen(engine, "begin", _begin_file)
    return engine


def is_sound(raw: Any) -> bool:
    """Whether every page that a raw connection has read is as it was written.

    For a page whose mark is wrong SQLCipher gives zeros, and the statement that reads it succeeds; only what comes
    after it fails. So what was read counts when this was asked (11 µs).
    """
    status = raw.execute("PRAGMA cipher_status").fetchone()
    return status is None or str(status[0]) == "1"


def is_sound_so_far(connection: Connection) -> bool:
    """`is_sound` for a connection of an engine; a server looks after its pages itself."""
    return connection.dialect.name != "sqlite" or is_sound(connection.connection.driver_connection)


def _begin_file(connection: Connection) -> None:
    # read-then-write in a deferred transaction fails with SQLITE_BUSY_SNAPSHOT whatever the timeout
    write = connection.get_execution_options().get(WRITE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def hurry(engine: Engine) -> None:
    """Let commits not wait for the disk. Only for data that can be made again from nothing; no-op on a server."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "checkout", lambda raw, _record, _proxy: raw.execute("PRAGMA synchronous = OFF"))


def open_server(url: str) -> Engine:
    """The engine of a PostgreSQL database; only a server process holds its address and password."""
    return create_engine(url, pool_size=8, pool_pre_ping=True)


def take_writer_lane(connection: Connection, unit_id: UUID) -> None:
    """Make this transaction the unit's only writer until it ends: counters and the audit chain assume one."""
    if connection.dialect.name == "postgresql":
        lane = int.from_bytes(unit_id.bytes[:8], "big", signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:lane)"), {"lane": lane})


def has_one_chain(engine: Engine) -> bool:
    """Whether everybody who writes continues the same audit chain: so it is in a file, while every installation at a
    server has its own."""
    return engine.dialect.name == "sqlite"


def refresh_statistics(engine: Engine) -> None:
    """Tell the planner of a file how large its tables are; a server does that by itself.

    Without it every row's `unit_id` looks selective and lists are read by the wrong index: 0.8 s instead of 0.03 for
    the home page of 40,000 cases. It costs next to nothing until a table has grown tenfold.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA optimize = 0x10002")
            if inspect(connection).has_table(_SAMPLES):
                _tell_usual_sizes(connection)
                # with samples at hand SQLite plans a statement anew for each value that is bound: four times the time
                connection.exec_driver_sql(f"DROP TABLE {_SAMPLES}")
                connection.commit()
                connection.invalidate()  # it has read the samples


def _tell_usual_sizes(connection: Connection) -> None:
    """Let the planner expect as many rows for a key as keys usually have, without the most frequent one.

    An average would hide what indexes are for: of 40,000 files nearly all are closed, and the open ones are asked
    for; nearly no paper waits for its number, and those that do are asked for.
    """
    rows = connection.exec_driver_sql(
        f"SELECT first.idx, first.stat, group_concat(most.neq, ',') FROM sqlite_stat1 first"  # noqa: S608 - a constant
        f" JOIN {_SAMPLES} most ON most.idx = first.idx GROUP BY first.idx, first.stat"
    ).all()
    for index, stat, samples in rows:
        columns = connection.exec_driver_sql(f'PRAGMA index_info("{index}")').all()
        usual = _usual_sizes(stat, samples.split(","), [column.name for column in columns])
        connection.exec_driver_sql("UPDATE sqlite_stat1 SET stat = ? WHERE idx = ?", (usual, index))


def _usual_sizes(stat: str, samples: Sequence[str], columns: Sequence[str]) -> str:
    """`stat`: all rows, then the average for each longer part of the key; `samples`: the rows of some keys, alike."""
    total, *averages = (int(number) for number in stat.split() if number.isdigit())
    most = [max(sizes) for sizes in zip(*(map(int, sample.split()) for sample in samples), strict=True)]
    usual = [
        average if column == "unit_id" else _usual_size(total, average, largest)
        for average, largest, column in zip(averages, most, columns, strict=False)
    ]
    return " ".join(map(str, accumulate((total, *usual), min)))


def _usual_size(total: int, average: int, largest: int) -> int:
    keys = round(total / average)
    # where all rows are alike nothing is known of what is asked for: something between none and all
    return max(round((total - largest) / (keys - 1)), 1) if keys > 1 else isqrt(total)


_SAMPLES = "sqlite_stat4"

TRIGRAM_TABLE = (
    "CREATE VIRTUAL TABLE search_text_fts USING fts5"
    "(text, content='', contentless_delete=1, tokenize='trigram', detail='full')"
)


def add_trigrams(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Make `search_text` rows (number, text) findable by fragments; a server's GIN index does that by itself."""
    if connection.dialect.name == "sqlite" and rows:
        connection.exec_driver_sql("INSERT INTO search_text_fts(rowid, text) VALUES (?, ?)", list(rows))


def drop_trigrams(connection: Connection, subject_id: UUID) -> None:
    """Undo `add_trigrams` for all rows of a subject; called before the rows themselves go."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "DELETE FROM search_text_fts WHERE rowid IN (SELECT row FROM search_text WHERE subject_id = ?)",
            (subject_id.bytes,),
        )


class InOrder(Join):
    """A join that begins at its left side: SQLite is not to look for a cleverer way than a few rows and a key."""

    inherit_cache = True


@compiles(InOrder, "sqlite")
def _cross_join(join: InOrder, compiler: Any, **values: Any) -> str:
    values["asfrom"] = True
    left, right = (compiler.process(side, **values) for side in (join.left, join.right))
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **values)}"


def has_fragments(dialect: str, row: Any, searchable: Any) -> ColumnElement[bool]:
    """The condition that a `search_text` row holds the fragments, each of three letters or more.

    Their values come with the execution, by the names that `fragment_values` gives.
    """
    condition: ColumnElement[bool]
    if dialect == "sqlite":
        found = text("SELECT rowid FROM search_text_fts WHERE text MATCH :fragments LIMIT :scanned")
        condition = row.in_(found.bindparams(bindparam("fragments"), bindparam("scanned")).columns(column("rowid")))
    else:
        from sqlalchemy.dialects.postgresql import ARRAY

        condition = searchable.like(all_(bindparam("fragments", type_=ARRAY(Text))))
    return condition


def fragment_values(dialect: str, fragments: Sequence[str], scanned: int) -> dict[str, Any]:
    """What `has_fragments` is executed with: fragments of letters and digits alone, and how many rows to look at."""
    if dialect == "sqlite":
        return {"fragments": " AND ".join(f'"{part}"' for part in fragments), "scanned": scanned}
    return {"fragments": [f"%{part}%" for part in fragments]}
