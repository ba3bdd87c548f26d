"""On which days somebody is there to sign (P-33): a reply whose hour falls on another must be signed before it."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from models.unit import Staff
from services.staff.rules import HEAD
from services.unit_of_work import Tx
from services.working_time.calendar import Calendar, calendar_of

FRIDAY = 6
_COMMANDER = "station_commander"
_LONGEST = 20
_SIGNERS = select(Staff.id, Staff.role, Staff.may_sign).where(
    Staff.unit_id == bindparam("unit"),
    Staff.is_active.is_(True),
    or_(Staff.role.in_((HEAD, _COMMANDER)), Staff.may_sign.is_(True)),
)


def days_without_signatory(tx: Tx, first: date, last: date) -> frozenset[date]:
    """Days on which the unit does not work, or one of the two signatures under a reply can't be had: the unit's, by
    its head or whoever else may sign, and the commander's where one has an account. Absences, own shifts and the last
    day of service count."""
    calendar = calendar_of(tx, first, last)
    rows = tx.rows(_SIGNERS, {"unit": tx.actor.unit_id})
    of_unit = [row.id for row in rows if row.role == HEAD or row.may_sign]
    groups = (of_unit, [row.id for row in rows if row.role == _COMMANDER])
    span = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return frozenset(day for day in span if not all(_is_there(calendar, day, group) for group in groups))


def _is_there(calendar: Calendar, day: date, signers: Iterable[UUID]) -> bool:
    """Whether one of them works on a day; where there is nobody, whether anybody does."""
    working = calendar.working(day)
    present = [working & calendar.shift(one, day) & ~calendar.absent(one, day) for one in signers]
    return any(present) if present else bool(working)


def last_signing_day(due: date, off: Collection[date]) -> date:
    """The last day up to `due` that is not off; `due` itself where every day before it is."""
    days = (due - timedelta(days=step) for step in range(_LONGEST))
    return next((day for day in days if day not in off), due)
