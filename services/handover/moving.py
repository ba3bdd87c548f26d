"""Moving one file's work from a colleague to another, and back; nothing that would clash is moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseWorker
from models.letter import LetterAction
from models.work import Appointment
from services.codes import Codes
from services.errors import InvalidDraft, InvalidError, NotFoundError
from services.scheduling import booking
from services.unit_of_work import Tx

APPOINTMENT, LETTER = "appointment", "letter"


@dataclass(frozen=True, slots=True)
class Was:
    """What giver and receiver were to a file before."""

    responsible: bool
    sharing: bool
    known: bool


def pass_hours(tx: Tx, codes: Codes, hours: Sequence[Appointment], giver: UUID, receiver: UUID) -> list[Appointment]:
    """Book the receiver in the giver's place where all rules allow it; what was moved comes back.

    Asked before the file itself changes hands: an hour of a file that the giver loses sight of is booked by who
    still sees it.
    """
    moved = []
    for row in hours:
        draft = booking.draft_of(tx, row)
        staff = tuple(dict.fromkeys(receiver if one == giver else one for one in draft.staff_ids))
        try:
            cleared = booking.clear(tx, codes, replace(draft, staff_ids=staff))
        except (InvalidError, InvalidDraft, NotFoundError):
            continue  # refused by a rule, or somebody is no party any more: it stays, and is listed to be moved
        booking.put_down(tx, codes, (cleared,))
        moved.append(row)
    return moved


def pass_letters(tx: Tx, actions: Sequence[LetterAction], receiver: UUID) -> None:
    """The orders go to the receiver; who gave them and when stays."""
    for action in actions:
        action.to_staff_id = receiver
        tx.changed("letter", action.letter_id)


def pass_file(tx: Tx, case: CaseFile, giver: UUID, receiver: UUID) -> Was:
    """The file is the receiver's; what they were to it before comes back."""
    sharing, known = _link(tx, case.id, giver), _link(tx, case.id, receiver)
    was = Was(case.responsible_id == giver, sharing is not None, known is not None)
    if was.responsible:
        case.responsible_id = receiver
        if known is not None:
            tx.session.delete(known)
    if sharing is not None:
        tx.session.delete(sharing)
        if not was.responsible and known is None and case.responsible_id != receiver:
            tx.add(CaseWorker(case_id=case.id, staff_id=receiver))
    tx.session.flush()
    tx.changed("case", case.id)
    return was


def give_back_file(tx: Tx, case: CaseFile, giver: UUID, receiver: UUID, was: Was) -> bool:
    """As it was before; False where somebody else has the file by now and nothing is changed."""
    link = _link(tx, case.id, receiver)
    if was.responsible and case.responsible_id != receiver:
        return False
    if not was.responsible and was.sharing and link is None and case.responsible_id != receiver:
        return False
    if was.responsible:
        case.responsible_id = giver
        if was.known and link is None:
            tx.add(CaseWorker(case_id=case.id, staff_id=receiver))
    if was.sharing:
        if link is not None and not was.known and not was.responsible:
            tx.session.delete(link)
        if _link(tx, case.id, giver) is None:
            tx.add(CaseWorker(case_id=case.id, staff_id=giver))
    tx.session.flush()
    tx.changed("case", case.id)
    return True


def _link(tx: Tx, case_id: UUID, staff_id: UUID) -> CaseWorker | None:
    return tx.session.scalars(
        select(CaseWorker).where(CaseWorker.case_id == case_id, CaseWorker.staff_id == staff_id)
    ).one_or_none()
