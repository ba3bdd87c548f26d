"""Notes as rows, inside an open transaction; the sealed text is never read here."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from models.note import ProcessNote, ProcessNoteKey
from services.notes.holders import keys_of_notes, present_escrow
from services.notes.shapes import NoteRow, ShareRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_OF_CASE = (
    select(ProcessNote)
    .where(ProcessNote.case_id == bindparam("of_case"))
    .order_by(ProcessNote.written_at.desc(), ProcessNote.id.desc())
)


def notes_of(tx: Tx, case_id: UUID, public_key: bytes) -> tuple[NoteRow, ...]:
    """The notes of a case, latest first. `public_key`: the actor's own, empty for who holds none now."""
    return note_rows(tx, tx.session.scalars(_OF_CASE, {"of_case": case_id}).all(), public_key)


def note_rows(tx: Tx, notes: Sequence[ProcessNote], public_key: bytes) -> tuple[NoteRow, ...]:
    if not notes:
        return ()
    keys = keys_of_notes(tx, [note.id for note in notes])
    escrow = present_escrow(tx)
    under = escrow.public_key if escrow is not None else None
    return tuple(_row(tx, note, keys.get(note.id, []), public_key, under) for note in notes)


def _row(
    tx: Tx, note: ProcessNote, keys: Sequence[ProcessNoteKey], public_key: bytes, under: bytes | None
) -> NoteRow:
    me = tx.actor.staff_id
    is_mine = note.author_id == me
    can_open = any(key.staff_id == me and key.public_key == public_key for key in keys)
    is_told = is_mine and note.emergency_at is not None and note.emergency_seen_at is None
    names = staff_names(tx)
    return NoteRow(
        note.id,
        note.version,
        note.case_id,
        note.session_id,
        note.author_id,
        names.get(note.author_id, ""),
        is_mine,
        note.written_at,
        note.changed_at,
        can_open,
        _shares(tx, note, keys) if can_open or is_mine else (),
        is_mine and can_open and under is not None and all(key.public_key != under for key in keys),
        note.emergency_at if is_told else None,
        names.get(note.emergency_by_id, "") if is_told and note.emergency_by_id else "",
    )


def _shares(tx: Tx, note: ProcessNote, keys: Sequence[ProcessNoteKey]) -> tuple[ShareRow, ...]:
    """The colleagues but the author; the latest key of each."""
    names = staff_names(tx)
    latest = {key.staff_id: key for key in keys if key.staff_id not in (None, note.author_id)}
    return tuple(
        ShareRow(staff_id, names.get(staff_id, ""), names.get(key.given_by_id, ""), key.given_at)
        for staff_id, key in latest.items()
        if staff_id is not None
    )
