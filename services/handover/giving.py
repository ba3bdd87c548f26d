"""Giving work away and taking it back, inside an open transaction."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseWorker
from models.enums import AppointmentStatus, Confidentiality, HandoverState
from models.handover import HandoverItem, WorkHandover
from models.letter import LetterAction
from models.unit import Staff
from models.work import Appointment, AppointmentStaff
from services.actor import Right
from services.cases.access import visible_case
from services.codes import Codes
from services.errors import AppError, InvalidError, NotFoundError, refuse
from services.handover.conflicts import refusals
from services.handover.gathering import OPEN, letters_by_file, open_files, receivers_for
from services.handover.moving import APPOINTMENT, LETTER, Was, give_back_file, pass_file, pass_hours, pass_letters
from services.handover.period import Period, hours_of, period_errors, period_of
from services.handover.shapes import HandoverDraft, ItemDraft
from services.persian.text import display_multiline
from services.staff.rights import rights_of
from services.typed import lines
from services.unit_of_work import Tx


def give(tx: Tx, codes: Codes, draft: HandoverDraft) -> WorkHandover:
    """Hand the items over; each file must be the giver's work. Refusals name `items.<place>.to_id`."""
    giver = tx.get(Staff, draft.staff_id)
    refuse(period_errors(tx, draft.kind, draft.first_on, draft.last_on))
    period = period_of(draft.kind, draft.first_on, draft.last_on)
    note = lines("note", draft.note)
    _check_items(tx, codes, giver, period, draft)
    row = WorkHandover(
        from_id=giver.id,
        by_id=tx.actor.staff_id,
        at=tx.now,
        kind=draft.kind,
        state=HandoverState.OPEN,
        first_on=draft.first_on,
        last_on=draft.last_on if period.last is not None else None,
        note=note,
    )
    tx.add(row)
    tx.session.flush()
    for item in draft.items:
        _give_one(tx, codes, row, period, item)
    tx.session.flush()
    return row


def take_back(tx: Tx, codes: Codes, row: WorkHandover, items: Sequence[HandoverItem]) -> int:
    """Let these items be as before; how many stayed because somebody else has them by now."""
    kept = 0
    for item in items:
        kept += not _take_back_one(tx, codes, row, item)
        item.returned_at = tx.now
    tx.session.flush()
    return kept


def items_of(tx: Tx, row: WorkHandover) -> list[HandoverItem]:
    """Those that were not taken back yet."""
    query = select(HandoverItem).where(HandoverItem.handover_id == row.id, HandoverItem.returned_at.is_(None))
    return list(tx.session.scalars(query.order_by(HandoverItem.id)))


def _check_items(tx: Tx, codes: Codes, giver: Staff, period: Period, draft: HandoverDraft) -> None:
    if not draft.items:
        raise InvalidError("handover.nothing", "items")
    if len({item.case_id for item in draft.items}) < len(draft.items):
        raise InvalidError("handover.twice", "items")
    receivers = {one.id: one for one in receivers_for(tx, codes, giver, period)}
    files = {item.case_id: visible_case(tx, item.case_id) for item in draft.items if item.case_id is not None}
    work = _work(tx, giver, period)
    if not files.keys() <= work:
        raise NotFoundError("errors.not_found")
    staff = [tx.get(Staff, to_id) for to_id in {item.to_id for item in draft.items} & receivers.keys()]
    refused = refusals(tx, list(files.values()), staff)
    errors: list[AppError] = []
    for place, item in enumerate(draft.items):
        key = _refusal(tx, giver, item, files.get(item.case_id) if item.case_id else None)
        if item.to_id not in receivers:
            key = "handover.no_receiver"
        elif receivers[item.to_id].is_away:
            key = key or "handover.receiver_away"
        elif item.case_id is not None and item.to_id in refused.get(item.case_id, frozenset()):
            key = key or "handover.other_colleague"
        if key:
            errors.append(InvalidError(key, f"items.{place}.to_id"))
        lines(f"items.{place}.note", item.note)
    refuse(errors)


def _work(tx: Tx, giver: Staff, period: Period) -> set[UUID]:
    """The files in which the giver has anything to do."""
    found = {case.id for case in open_files(tx, giver.id)}
    found |= {row.case_id for row in hours_of(tx, giver.id, period) if row.case_id is not None}
    return found | {case_id for case_id in letters_by_file(tx, giver.id) if case_id is not None}


def _refusal(tx: Tx, giver: Staff, item: ItemDraft, case: CaseFile | None) -> str:
    if case is None:
        return ""
    if case.confidentiality is Confidentiality.STAFF_RELATIVE and not tx.actor.may(Right.CASE_ASSIGN):
        return "handover.by_the_head"
    return "" if _will_see(tx, giver, item.to_id, case) else "handover.other_colleague"


def _will_see(tx: Tx, giver: Staff, to_id: UUID, case: CaseFile) -> bool:
    """Whoever gets an hour or a letter alone must know of the file already."""
    ids = set(tx.session.scalars(select(CaseWorker.staff_id).where(CaseWorker.case_id == case.id)))
    ids.add(case.responsible_id)
    if case.status in OPEN and giver.id in ids:
        return True
    sees_all = Right.CASE_READ_ALL in rights_of(tx.get(Staff, to_id).role)
    return to_id in ids or (sees_all and case.confidentiality is Confidentiality.NORMAL)


def _give_one(tx: Tx, codes: Codes, row: WorkHandover, period: Period, item: ItemDraft) -> None:
    hours = [one for one in hours_of(tx, row.from_id, period) if one.case_id == item.case_id]
    letters = letters_by_file(tx, row.from_id).get(item.case_id, [])
    moved = pass_hours(tx, codes, hours, row.from_id, item.to_id)
    pass_letters(tx, letters, item.to_id)
    was = Was(responsible=False, sharing=False, known=False)
    if item.case_id is not None:
        case = visible_case(tx, item.case_id)
        if case.status in OPEN:
            was = pass_file(tx, case, row.from_id, item.to_id)
    tx.add(
        HandoverItem(
            handover_id=row.id,
            case_id=item.case_id,
            to_id=item.to_id,
            note=display_multiline(item.note),
            was_responsible=was.responsible,
            was_sharing=was.sharing,
            was_known=was.known,
            moved=[
                *({"noun": APPOINTMENT, "id": one.id.hex} for one in moved),
                *({"noun": LETTER, "id": one.id.hex} for one in letters),
            ],
        )
    )


def _take_back_one(tx: Tx, codes: Codes, row: WorkHandover, item: HandoverItem) -> bool:
    is_back = True
    if item.case_id is not None:
        was = Was(item.was_responsible, item.was_sharing, item.was_known)
        is_back = give_back_file(tx, tx.get(CaseFile, item.case_id), row.from_id, item.to_id, was)
    if is_back:
        pass_hours(tx, codes, _still_booked(tx, item), item.to_id, row.from_id)
        ids = [UUID(one["id"]) for one in item.moved if one["noun"] == LETTER]
        actions = [tx.get(LetterAction, action_id) for action_id in ids]
        own = [one for one in actions if one.to_staff_id == item.to_id and one.done_at is None]
        pass_letters(tx, own, row.from_id)
    return is_back


def _still_booked(tx: Tx, item: HandoverItem) -> list[Appointment]:
    """What went along and is still to come with the receiver."""
    ids = [UUID(one["id"]) for one in item.moved if one["noun"] == APPOINTMENT]
    if not ids:
        return []
    mine = select(AppointmentStaff.appointment_id).where(AppointmentStaff.staff_id == item.to_id)
    rows = tx.session.scalars(
        select(Appointment).where(Appointment.id.in_(ids), Appointment.id.in_(mine), Appointment.day >= tx.today)
    )
    return [row for row in rows if row.status is AppointmentStatus.SCHEDULED]
