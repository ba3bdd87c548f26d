"""The escrow of the unit's notes: made by the head with a second holder, opened by both together (design.md §5)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from models.note import NoteEscrow, ProcessNote, ProcessNoteKey
from models.unit import Staff
from services.actor import Right
from services.errors import InvalidError
from services.notes.holders import present_escrow
from services.notes.shapes import EscrowRow
from services.staff.naming import staff_names
from services.staff.rights import rights_of
from services.staff.rules import has_ended
from services.unit_of_work import Tx
from services.vault.errors import VaultError
from services.vault.escrow import Escrow, OpenEscrow, holds_first_half, open_escrow
from services.vault.opening import open_with_password
from services.vault.recovery_code import RecoveryCode
from services.vault.unlocked import Unlocked
from services.vault.wrapping import Holder

_ALL = select(NoteEscrow).where(NoteEscrow.unit_id == bindparam("of_unit")).order_by(NoteEscrow.made_at.desc())
_COLLEAGUES = select(Staff).where(Staff.unit_id == bindparam("of_unit"))


@dataclass(frozen=True, slots=True)
class Kept:
    """An escrow as stored, and the username of the colleague with the second half, "" for the sheet."""

    escrow: Escrow
    second_username: str


def second_holders(tx: Tx) -> tuple[tuple[UUID, str], ...]:
    """The active colleagues who may hold the second half, by name; never the actor."""
    found = [
        (row.id, row.full_name)
        for row in tx.session.scalars(_COLLEAGUES, {"of_unit": tx.actor.unit_id})
        if row.id != tx.actor.staff_id
        and Right.NOTE_SECOND_KEY in rights_of(row.role)
        and not has_ended(row.is_active, row.service_end_on, tx.today)
    ]
    return tuple(sorted(found, key=lambda one: one[1]))


def escrow_over(tx: Tx, note: ProcessNote) -> NoteEscrow | None:
    """The latest escrow under which the note lies; None while it is under none."""
    wanted = select(ProcessNoteKey.public_key).where(ProcessNoteKey.note_id == note.id)
    under = set(tx.session.scalars(wanted))
    rows = tx.session.scalars(_ALL, {"of_unit": tx.actor.unit_id})
    return next((row for row in rows if row.public_key in under), None)


def escrow_row(tx: Tx, row: NoteEscrow, keys: Holder) -> EscrowRow:
    names = staff_names(tx)
    under = exists(
        select(ProcessNoteKey.id).where(
            ProcessNoteKey.note_id == ProcessNote.id, ProcessNoteKey.public_key == row.public_key
        )
    )
    waiting = tx.session.scalar(
        select(func.count()).select_from(ProcessNote).where(ProcessNote.unit_id == tx.actor.unit_id, ~under)
    )
    return EscrowRow(
        row.made_at,
        names.get(row.first_holder_id, ""),
        names.get(row.second_holder_id, "") if row.second_holder_id else "",
        row.second_holder_id is None,
        holds_first_half(Escrow(row.public_key, row.first_half, row.second_half), keys),
        waiting or 0,
    )


def replace_escrow(tx: Tx, made: Escrow, second_holder_id: UUID | None) -> NoteEscrow:
    """Store a new escrow; the former stays for the notes that are under it alone."""
    former = present_escrow(tx)
    if former is not None:
        former.ended_at = tx.now
    row = NoteEscrow(
        made_at=tx.now,
        first_holder_id=tx.actor.staff_id,
        second_holder_id=second_holder_id,
        public_key=made.public_key,
        first_half=made.first_half,
        second_half=made.second_half,
    )
    tx.add(row)
    tx.session.flush()
    return row


def kept(tx: Tx, row: NoteEscrow) -> Kept:
    """An escrow with what leads to its second half."""
    second = tx.get(Staff, row.second_holder_id).username if row.second_holder_id else ""
    return Kept(Escrow(row.public_key, row.first_half, row.second_half), second)


def opened_escrow(kept: Kept, first: Unlocked, second_proof: str, folder: Path, now: datetime) -> OpenEscrow:
    """The escrow, with both holders: the head who is signed in, and the other's password or the sheet's code.

    A wrong password counts like one at the sign-in page (`WrongPasswordError`, `WaitError`); `InvalidError`
    ("notes.half_lost", "notes.second_half_lost", "notes.other_sheet") where a half no longer opens.
    """
    if not holds_first_half(kept.escrow, first):
        raise InvalidError("notes.half_lost")
    second = _second(kept, second_proof, folder, now)
    try:
        return open_escrow(kept.escrow, first, second)
    except VaultError:
        key = "notes.second_half_lost" if kept.second_username else "notes.other_sheet"
        raise InvalidError(key, "second_proof") from None
    finally:
        if isinstance(second, Unlocked):
            second.close()


def _second(kept: Kept, proof: str, folder: Path, now: datetime) -> Holder:
    if kept.second_username:
        return open_with_password(folder, kept.second_username, proof, now=now)
    return RecoveryCode.parse(proof)
