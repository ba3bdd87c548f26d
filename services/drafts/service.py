"""Storing what is being typed, one row a user and form, and offering it again after a crash.

The file lies beside the database on this workstation, under a key derived from the data key. It is neither
audited nor backed up. A draft holds the texts of the form as typed, readable or not, so that nothing is lost.
"""

import json
import logging
import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3

from models.engine import connect_file
from services.actor import Actor
from services.clock import Clock
from services.errors import StorageError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One stored draft. `form` names the screen, `subject` the row it is about ("" for a new one)."""

    form: str
    subject: str
    saved_at: datetime


class Drafts:
    """The drafts file. A file that can't be read is set aside, never fatal."""

    def __init__(self, path: Path, key_hex: str, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        try:
            self._connection = self._open(path, key_hex)
        except sqlcipher3.DatabaseError:
            stamp = f"{clock.now():%Y%m%d%H%M%S}"
            for suffix in ("", "-wal", "-shm"):
                piece = path.with_name(path.name + suffix)
                if piece.exists():
                    piece.replace(path.with_name(f"{path.name}.unreadable-{stamp}{suffix}"))
            log.warning("drafts file set aside")
            self._connection = self._open(path, key_hex)

    def save(self, actor: Actor, form: str, subject: str, content: dict[str, Any]) -> None:
        """Store the form's texts, replacing the earlier draft of the same user, form and subject."""
        row = (actor.staff_id.bytes, form, subject, self._clock.now().isoformat(), json.dumps(content))
        self._run("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", row)

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

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _run(self, statement: str, values: tuple[Any, ...]) -> list[Any]:
        try:
            with self._lock:
                return list(self._connection.execute(statement, values).fetchall())
        except sqlcipher3.DatabaseError as error:
            full = "full" in str(error)
            raise StorageError("errors.disk_full" if full else "errors.storage") from None

    @staticmethod
    def _open(path: Path, key_hex: str) -> Any:
        connection = connect_file(path, key_hex)
        try:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS draft (staff BLOB, form TEXT, subject TEXT, saved_at TEXT,"
                " content TEXT, PRIMARY KEY (staff, form, subject)) WITHOUT ROWID"
            )
        except sqlcipher3.DatabaseError:
            connection.close()
            raise
        return connection


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
