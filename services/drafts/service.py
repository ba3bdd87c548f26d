"""Storing what is being typed, one row a user and form, and offering it again after a crash.

The file lies beside the database on this workstation, under a key derived from the data key. It is neither
audited nor backed up. A draft holds the texts of the form as typed, readable or not, so that nothing is lost.
"""

import json
import logging
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3

from models.engine import connect_file, is_sound, standing
from services.actor import Actor
from services.clock import Clock
from services.errors import StorageError

log = logging.getLogger(__name__)
_MALFORMED = "malformed"
_FORWARD = "SELECT * FROM draft ORDER BY staff, form, subject"
_BACKWARD = "SELECT * FROM draft ORDER BY staff DESC, form DESC, subject DESC"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One stored draft. `form` names the screen, `subject` the row it is about ("" for a new one)."""

    form: str
    subject: str
    saved_at: datetime


class _DamagedError(Exception):
    """A page of the file is not as it was written."""


_FAILURES = (sqlcipher3.Error, _DamagedError, OSError)


class Drafts:
    """The drafts file; never in the way of the work.

    A damaged file is set aside, and what can be read of it goes into the new one. Where the disk is full or refuses,
    each call tries anew and says so.
    """

    def __init__(self, path: Path, key_hex: str, clock: Clock) -> None:
        self._path, self._key_hex, self._clock = path, key_hex, clock
        self._lock = threading.Lock()
        self._connection: Any = None
        self._stands: Callable[[], bool] = lambda: True
        try:
            self._connect()
        except _FAILURES:
            log.warning("drafts file not open")

    def save(self, actor: Actor, form: str, subject: str, content: dict[str, Any]) -> None:
        """Store the form's texts, replacing the earlier draft of the same user, form and subject."""
        self.save_all(actor, form, {subject: content})

    def save_all(self, actor: Actor, form: str, contents: Mapping[str, dict[str, Any]]) -> None:
        """Store the texts of several subjects of one form, all or none."""
        now = self._clock.now().isoformat()
        rows = [(actor.staff_id.bytes, form, subject, now, json.dumps(held)) for subject, held in contents.items()]
        if rows:
            marks = ", ".join(["(?, ?, ?, ?, ?)"] * len(rows))
            self._run(f"INSERT OR REPLACE INTO draft VALUES {marks}", tuple(chain(*rows)))  # noqa: S608 - marks alone

    def load(self, actor: Actor, form: str, subject: str = "") -> dict[str, Any] | None:
        """The stored texts, or None when there is no draft or it no longer parses."""
        found = self._run(
            "SELECT content FROM draft WHERE staff = ? AND form = ? AND subject = ?",
            (actor.staff_id.bytes, form, subject),
        )
        if not found:
            return None
        try:
            content = json.loads(found[0][0])
        except ValueError:
            return None
        return content if isinstance(content, dict) else None

    def of(self, actor: Actor) -> tuple[DraftRow, ...]:
        """All drafts of the actor, latest first."""
        found = self._run(
            "SELECT form, subject, saved_at FROM draft WHERE staff = ? ORDER BY saved_at DESC",
            (actor.staff_id.bytes,),
        )
        return tuple(DraftRow(form, subject, _instant(saved)) for form, subject, saved in found)

    def discard(self, actor: Actor, form: str, subject: str = "") -> None:
        """Forget a draft: its form was saved, or the person threw it away."""
        self._run(
            "DELETE FROM draft WHERE staff = ? AND form = ? AND subject = ?",
            (actor.staff_id.bytes, form, subject),
        )

    def keep_only(self, staff_ids: Collection[UUID]) -> None:
        """Erase the drafts of everybody else: colleagues whose accounts ended come back to none of them."""
        marks = ", ".join("?" * len(staff_ids))
        self._run(f"DELETE FROM draft WHERE staff NOT IN ({marks})", tuple(key.bytes for key in staff_ids))  # noqa: S608

    def keep_recent(self, form: str, since: datetime) -> None:
        """Erase the older drafts of `form`, everybody's: what was left in a small sheet long ago is nobody's work."""
        stored = since.astimezone(UTC).isoformat()
        self._run("DELETE FROM draft WHERE form LIKE ? || ':%' AND saved_at < ?", (form, stored))

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _run(self, statement: str, values: tuple[Any, ...]) -> list[Any]:
        try:
            with self._lock:
                if self._connection is not None and not self._stands():
                    self._connection.close()
                    self._connection = None
                if self._connection is None:
                    self._connect()
                with suppress(_DamagedError):
                    return self._asked(statement, values)
                self._connection.close()
                self._connection = None
                self._connect()
                return self._asked(statement, values)
        except _FAILURES as error:
            full = "full" in str(error)
            raise StorageError("errors.disk_full" if full else "errors.storage") from None

    def _asked(self, statement: str, values: tuple[Any, ...]) -> list[Any]:
        """What the file answers; `_DamagedError` where it is not as it was written."""
        try:
            found = list(self._connection.execute(statement, values).fetchall())
        except sqlcipher3.DatabaseError as error:
            if _is_damage(error) or not is_sound(self._connection):
                raise _DamagedError from None
            raise
        if not is_sound(self._connection):
            raise _DamagedError
        return found

    def _connect(self) -> None:
        """Open the file, or a new one in the place of a damaged one."""
        try:
            self._connection = _open(self._path, self._key_hex)
        except _DamagedError:
            rows = _readable(self._path, self._key_hex)
            _set_aside(self._path, self._clock.now())
            connection = _open(self._path, self._key_hex)
            connection.executemany("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", rows)
            self._connection = connection
        self._stands = standing(self._path)


def _open(path: Path, key_hex: str) -> Any:
    """A connection on a file that was read to its last page; there are only a few."""
    connection = None
    try:
        connection = connect_file(path, key_hex)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS draft (staff BLOB, form TEXT, subject TEXT, saved_at TEXT,"
            " content TEXT, PRIMARY KEY (staff, form, subject)) WITHOUT ROWID"
        )
        is_whole = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        if not is_whole or not is_sound(connection):
            raise _DamagedError
    except BaseException as error:
        if connection is not None:
            connection.close()
        if _is_damage(error):
            raise _DamagedError from None
        raise
    return connection


def _is_damage(error: BaseException) -> bool:
    """The content is not what was written; anything else is the disk's and may pass."""
    return any(words in str(error) for words in (_MALFORMED, "not a database"))


def _readable(path: Path, key_hex: str) -> list[Any]:
    """The rows before the damaged place and those behind it."""
    found: dict[Any, Any] = {}
    for order in (_FORWARD, _BACKWARD):
        with suppress(sqlcipher3.DatabaseError), closing(connect_file(path, key_hex)) as connection:
            for row in connection.execute(order):
                if not is_sound(connection):
                    break
                found[row[:3]] = row
    return list(found.values())


def _set_aside(path: Path, now: datetime) -> None:
    for suffix in ("", "-wal", "-shm"):
        piece = path.with_name(path.name + suffix)
        if piece.exists():
            piece.replace(path.with_name(f"{path.name}.unreadable-{now:%Y%m%d%H%M%S}{suffix}"))
    log.warning("drafts file set aside")


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
