"""What was handed over, as rows; of a file that the actor may not see nothing is told (P-6)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, or_, select

from models.case import CaseFile
from models.enums import HandoverKind, HandoverState
from models.handover import HandoverItem, WorkHandover
from models.unit import AuditEvent
from models.work import Appointment
from services.actor import Right
from services.cases.holdings import holds
from services.cases.rows import case_initials
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.handover.moving import APPOINTMENT, LETTER
from services.handover.period import hours_of, period_of
from services.handover.shapes import HandoverRow, ItemRow, PassedOn
from services.scheduling.rows import appointment_rows
from services.scheduling.shapes import AppointmentRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to

LIMIT = 100
UNDO = timedelta(hours=24)
OPENED = "handover.open"
_IDS: Any = bindparam("ids", expanding=True)
_SEEN = (
    select(AuditEvent.subject_id, AuditEvent.staff_id, func.min(AuditEvent.at))
    .where(AuditEvent.subject_id.in_(_IDS), AuditEvent.action == OPENED)
    .group_by(AuditEvent.subject_id, AuditEvent.staff_id)
)
_OF_CASE = (
    select(HandoverItem, WorkHandover)
    .join(WorkHandover, WorkHandover.id == HandoverItem.handover_id)
    .where(HandoverItem.case_id == bindparam("of_case"))
    .order_by(WorkHandover.at.desc(), HandoverItem.id.desc())
)


def handover_rows(tx: Tx, codes: Codes) -> tuple[HandoverRow, ...]:
    """What concerns the actor, of the head everything; the latest first."""
    query = select(WorkHandover).where(WorkHandover.unit_id == tx.actor.unit_id)
    if not tx.actor.may(Right.CASE_ASSIGN):
        me = tx.actor.staff_id
        to_me = exists(
            select(HandoverItem.id).where(HandoverItem.handover_id == WorkHandover.id, HandoverItem.to_id == me)
        )
        query = query.where(or_(WorkHandover.from_id == me, to_me))
    found = tx.session.scalars(query.order_by(WorkHandover.at.desc(), WorkHandover.id.desc()).limit(LIMIT)).all()
    items = _items(tx, codes, [row.id for row in found])
    return tuple(_row(tx, codes, row, items.get(row.id, [])) for row in found)


def row_of(tx: Tx, codes: Codes, row: WorkHandover) -> HandoverRow:
    """One of them."""
    return _row(tx, codes, row, _items(tx, codes, [row.id]).get(row.id, []))


def concerns(tx: Tx, row: WorkHandover) -> bool:
    """Whether the actor gave or received, or is the head."""
    if tx.actor.may(Right.CASE_ASSIGN) or row.from_id == tx.actor.staff_id:
        return True
    to_me = select(HandoverItem.id).where(HandoverItem.handover_id == row.id, HandoverItem.to_id == tx.actor.staff_id)
    return tx.session.scalars(to_me.limit(1)).first() is not None


def passed_on(tx: Tx, case_id: UUID) -> tuple[PassedOn, ...]:
    """Who gave a file to whom, the latest first. It does not ask whether the actor may see the file."""
    names = staff_names(tx)
    return tuple(
        PassedOn(
            one.at,
            names.get(one.from_id, ""),
            names.get(item.to_id, ""),
            names.get(one.by_id, ""),
            one.kind,
            one.first_on,
            one.last_on,
            _note(tx, one, item),
            one.state is HandoverState.UNDONE,
            item.returned_at,
        )
        for item, one in tx.session.execute(_OF_CASE, {"of_case": case_id})
    )


def days_passed_on(tx: Tx, case_id: UUID) -> tuple[tuple[str, date], ...]:
    """To whom a file was given and on which day, for its path; what was undone is no part of it."""
    if not holds(tx, case_id, HandoverItem):
        return ()
    names = staff_names(tx)
    rows = tx.session.execute(_OF_CASE, {"of_case": case_id}).all()
    return tuple(
        (names.get(item.to_id, ""), local(one.at).date())
        for item, one in rows
        if one.state is not HandoverState.UNDONE
    )


def still_to_move(tx: Tx, codes: Codes, row: WorkHandover) -> tuple[AppointmentRow, ...]:
    """The hours of these days that are still the giver's: the receiver had no time."""
    if row.state is not HandoverState.OPEN:
        return ()
    period = period_of(row.kind, row.first_on, row.last_on)
    if period.last is not None and period.last < tx.today:
        return ()
    seen = _seen_hours(tx, hours_of(tx, row.from_id, period))
    return appointment_rows(tx, codes, seen)


def _seen_hours(tx: Tx, hours: Sequence[Appointment]) -> list[Appointment]:
    known = _numbers(tx, {one.case_id for one in hours if one.case_id is not None})
    return [one for one in hours if one.case_id is None or one.case_id in known]


def _items(tx: Tx, codes: Codes, ids: Sequence[UUID]) -> dict[UUID, list[ItemRow]]:
    if not ids:
        return {}
    rows = tx.session.scalars(
        select(HandoverItem).where(HandoverItem.handover_id.in_(_IDS)).order_by(HandoverItem.id), {"ids": ids}
    ).all()
    owners = {row.id: row for row in tx.session.scalars(select(WorkHandover).where(WorkHandover.id.in_(ids)))}
    numbers = _numbers(tx, {row.case_id for row in rows if row.case_id is not None})
    initials = case_initials(tx, codes, list(numbers)) if numbers else {}
    seen = {(one, who): at for one, who, at in tx.rows(_SEEN, {"ids": ids})}
    found: dict[UUID, list[ItemRow]] = {}
    for row in rows:
        if row.case_id is not None and row.case_id not in numbers:
            continue
        found.setdefault(row.handover_id, []).append(
            ItemRow(
                row.id,
                row.case_id,
                numbers.get(row.case_id, "") if row.case_id is not None else "",
                initials.get(row.case_id, "") if row.case_id is not None else say("handover.without_file"),
                row.to_id,
                staff_names(tx).get(row.to_id, ""),
                _note(tx, owners[row.handover_id], row),
                sum(one["noun"] == APPOINTMENT for one in row.moved),
                sum(one["noun"] == LETTER for one in row.moved),
                row.returned_at,
                seen.get((row.handover_id, row.to_id)),
            )
        )
    return found


def _numbers(tx: Tx, ids: set[UUID]) -> dict[UUID, str]:
    """The numbers of those files that the actor may see."""
    if not ids:
        return {}
    rows = tx.session.execute(select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(ids), visible_to(tx.actor)))
    return {case_id: number for case_id, number in rows}  # noqa: C416 - rows are no pairs to the type checker


def _note(tx: Tx, row: WorkHandover, item: HandoverItem) -> str:
    """For who gave, who received, and the head."""
    may = tx.actor.may(Right.CASE_ASSIGN) or tx.actor.staff_id in (row.from_id, row.by_id, item.to_id)
    return (item.note or row.note) if may else ""


def _row(tx: Tx, codes: Codes, row: WorkHandover, items: Sequence[ItemRow]) -> HandoverRow:
    names, me = staff_names(tx), tx.actor.staff_id
    is_head, is_mine = tx.actor.may(Right.CASE_ASSIGN), row.from_id == me
    is_open = row.state is HandoverState.OPEN and (is_head or is_mine)
    is_to_me = any(item.to_id == me for item in items)
    return HandoverRow(
        row.id,
        row.version,
        row.from_id,
        names.get(row.from_id, ""),
        names.get(row.by_id, ""),
        row.at,
        row.kind,
        row.state,
        row.first_on,
        row.last_on,
        row.note if is_head or is_mine or is_to_me or row.by_id == me else "",
        tuple(items),
        still_to_move(tx, codes, row),
        is_open and tx.now - row.at <= UNDO and not any(item.returned_at for item in items),
        is_open and row.kind is HandoverKind.ABSENCE,
        is_mine,
        is_to_me,
    )
