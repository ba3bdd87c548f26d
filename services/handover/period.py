"""The days for which work is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from models.enums import AppointmentStatus, HandoverKind, HandoverState
from models.handover import WorkHandover
from models.work import Appointment, AppointmentStaff
from services.errors import InvalidError
from services.unit_of_work import Tx

LONGEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are days without the colleague; None: for good."""

    first: date
    last: date | None

    def condition(self) -> ColumnElement[bool]:
        """On `Appointment`: it lies in these days."""
        begins = Appointment.day >= self.first
        return begins if self.last is None else and_(begins, Appointment.day <= self.last)


def period_of(kind: HandoverKind, first_on: date, last_on: date | None) -> Period:
    """Who leaves still works on the last day."""
    if kind is HandoverKind.LEAVING:
        return Period(first_on + timedelta(days=1), None)
    return Period(first_on, last_on)


def period_errors(tx: Tx, kind: HandoverKind, first_on: date, last_on: date | None) -> list[InvalidError]:
    """Days in the past, an absence without an end, an end before its beginning."""
    if kind is HandoverKind.LEAVING:
        return [InvalidError("handover.past_day", "first_on")] if first_on < tx.today else []
    if last_on is None:
        return [InvalidError("errors.required", "last_on")]
    if last_on < first_on:
        return [InvalidError("handover.ends_before", "last_on")]
    if last_on < tx.today:
        return [InvalidError("handover.past_day", "last_on")]
    return [InvalidError("handover.too_long", "last_on")] if last_on - first_on > LONGEST else []


def hours_of(tx: Tx, staff_id: UUID, period: Period) -> Sequence[Appointment]:
    """What a colleague is still booked for in these days, by day and hour."""
    mine = select(AppointmentStaff.appointment_id).where(AppointmentStaff.staff_id == staff_id)
    return tx.session.scalars(
        select(Appointment)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.status == AppointmentStatus.SCHEDULED,
            Appointment.day >= tx.today,
            Appointment.id.in_(mine),
            period.condition(),
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
    ).all()


def away_in(tx: Tx, period: Period) -> frozenset[UUID]:
    """The colleagues who have given their own work away for some of these days."""
    rows = tx.session.scalars(
        select(WorkHandover).where(WorkHandover.unit_id == tx.actor.unit_id, WorkHandover.state == HandoverState.OPEN)
    )
    return frozenset(row.from_id for row in rows if _meets(row, period))


def _meets(row: WorkHandover, period: Period) -> bool:
    away = period_of(row.kind, row.first_on, row.last_on)
    begins_before_end = period.last is None or away.first <= period.last
    return begins_before_end and (away.last is None or away.last >= period.first)
