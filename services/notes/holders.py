"""Who can open a note: the rows of its sealed keys, inside an open transaction."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.note import NoteEscrow, ProcessNote, ProcessNoteKey
from services.errors import InvalidError
from services.notes import boxes
from services.unit_of_work import Tx
from services.vault.wrapping import Holder

_IDS: Any = bindparam("ids", expanding=True)
_KEYS = select(ProcessNoteKey).where(ProcessNoteKey.note_id.in_(_IDS)).order_by(ProcessNoteKey.given_at)
_ESCROW = (
    select(NoteEscrow)
    .where(NoteEscrow.unit_id == bindparam("of_unit"), NoteEscrow.ended_at.is_(None))
    .order_by(NoteEscrow.made_at.desc(), NoteEscrow.id.desc())
    .limit(1)
)


def keys_of_notes(tx: Tx, note_ids: Iterable[UUID]) -> dict[UUID, list[ProcessNoteKey]]:
    """The sealed keys of these notes, the earliest first."""
    found: dict[UUID, list[ProcessNoteKey]] = {}
    for row in tx.session.scalars(_KEYS, {"ids": list(note_ids)}):
        found.setdefault(row.note_id, []).append(row)
    return found


def present_escrow(tx: Tx) -> NoteEscrow | None:
    """The escrow under which new notes come."""
    return tx.session.scalars(_ESCROW, {"of_unit": tx.actor.unit_id}).one_or_none()


def opened_key(note: ProcessNote, keys: Sequence[ProcessNoteKey], holder: Holder, staff_id: UUID | None) -> bytes:
    """The note's key, by the row that was sealed to this holder.

    `InvalidError`: "notes.keys_lost" to an author whose keys are other ones now, "notes.not_shared" to a stranger.
    """
    for row in keys:
        if row.staff_id == staff_id and row.public_key == holder.public_key:
            return boxes.open_key(holder, note.id, row.sealed_key)
    raise InvalidError("notes.keys_lost" if note.author_id == staff_id else "notes.not_shared")


def give(tx: Tx, note_id: UUID, key: bytes, public_key: bytes, staff_id: UUID | None) -> None:
    """Seal the key to one more holder; None for the escrow."""
    tx.add(
        ProcessNoteKey(
            note_id=note_id,
            staff_id=staff_id,
            public_key=public_key,
            sealed_key=boxes.seal_key(public_key, note_id, key),
            given_at=tx.now,
            given_by_id=tx.actor.staff_id,
        )
    )


def put_under_escrow(tx: Tx, note_id: UUID, key: bytes, keys: Sequence[ProcessNoteKey]) -> bool:
    """Seal the key to the present escrow too, if there is one and it is not; whether that was done."""
    escrow = present_escrow(tx)
    if escrow is None or any(row.public_key == escrow.public_key for row in keys):
        return False
    give(tx, note_id, key, escrow.public_key, None)
    return True
