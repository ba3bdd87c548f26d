"""The unit's load as figures for the head: files and hours by colleague, age of open files, free hours of the week.

Colleagues stand in the order of their names, and no figure says how their cases ended (P-19, domain.md §5.6).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from models.case import CaseFile
from models.enums import AppointmentStatus
from models.unit import Staff
from models.work import Appointment, AppointmentStaff, Session
from services.codes import Codes
from services.persian.collation import sort_key
from services.persian.jalali import weekday_index
from services.unit_of_work import Tx
from services.unit_profile.service import room_rows
from services.working_time.calendar import calendar_of
from services.worklist.files import UNDER_WAY
from services.worklist.shapes import AgeGroup, CounsellorLoad, DayCapacity, Load

AGES = (7, 30, 60, 90)
"""Days since the opening of the file; what is older stands by itself."""
WEEKS_BACK = 4
_DAY = 24 * 60

_UNIT: Any = bindparam("of_unit")
_FIRST: Any = bindparam("first")
_LAST: Any = bindparam("last")
_OPEN_FILES = (
    select(CaseFile.responsible_id, func.count())
    .where(CaseFile.unit_id == _UNIT, CaseFile.status.in_(UNDER_WAY))
    .group_by(CaseFile.responsible_id)
)
_HELD = (
    select(Session.staff_id, func.sum((Session.end - Session.start + _DAY) % _DAY))
    .where(Session.unit_id == _UNIT, Session.day.between(_FIRST, _LAST))
    .group_by(Session.staff_id)
)
_BOOKED = (
    select(AppointmentStaff.staff_id, Appointment.day, func.sum(Appointment.minutes))
    .join(Appointment, Appointment.id == AppointmentStaff.appointment_id)
    .where(
        Appointment.unit_id == _UNIT,
        Appointment.day.between(_FIRST, _LAST),
        Appointment.status.in_((AppointmentStatus.SCHEDULED, AppointmentStatus.HELD)),
    )
    .group_by(AppointmentStaff.staff_id, Appointment.day)
)
_OPENED = (
    select(CaseFile.opened_on, func.count())
    .where(CaseFile.unit_id == _UNIT, CaseFile.status.in_(UNDER_WAY))
    .group_by(CaseFile.opened_on)
)


def load_of(tx: Tx, codes: Codes) -> Load:
    """Read in one transaction; hours are those of the present week from Saturday, and of four weeks back."""
    first = tx.today - timedelta(days=weekday_index(tx.today))
    last = first + timedelta(days=6)
    colleagues = _colleagues(tx, codes)
    booked = _booked(tx, tx.today, tx.today + timedelta(days=6))
    return Load(
        _by_colleague(tx, colleagues, booked),
        _ages(tx),
        _week(tx, colleagues, _booked(tx, first, last), first, last),
    )


def _colleagues(tx: Tx, codes: Codes) -> dict[UUID, str]:
    """Who holds cases and works here today."""
    holding = [
        role.code for role in codes.all(tx.actor, "staff_role", with_inactive=True) if role.does("holds_cases")
    ]
    rows = tx.session.scalars(
        select(Staff).where(Staff.unit_id == tx.actor.unit_id, Staff.is_active.is_(True), Staff.role.in_(holding))
    )
    present = [row for row in rows if row.service_end_on is None or row.service_end_on >= tx.today]
    return {row.id: row.full_name for row in sorted(present, key=lambda row: (sort_key(row.full_name), row.id))}


def _booked(tx: Tx, first: date, last: date) -> dict[tuple[UUID, date], int]:
    given = {"of_unit": tx.actor.unit_id, "first": first, "last": last}
    return {(staff_id, day): int(minutes) for staff_id, day, minutes in tx.rows(_BOOKED, given)}


def _by_colleague(
    tx: Tx, colleagues: Mapping[UUID, str], booked: Mapping[tuple[UUID, date], int]
) -> tuple[CounsellorLoad, ...]:
    unit = {"of_unit": tx.actor.unit_id}
    open_files = {key: count for key, count in tx.rows(_OPEN_FILES, unit)}  # noqa: C416 - rows are no pairs
    span = {"first": tx.today - timedelta(weeks=WEEKS_BACK) + timedelta(days=1), "last": tx.today}
    held = {key: int(minutes) for key, minutes in tx.rows(_HELD, unit | span)}
    return tuple(
        CounsellorLoad(
            name,
            open_files.get(staff_id, 0),
            held.get(staff_id, 0),
            sum(minutes for (who, _), minutes in booked.items() if who == staff_id),
        )
        for staff_id, name in colleagues.items()
    )


def _ages(tx: Tx) -> tuple[AgeGroup, ...]:
    counts = dict.fromkeys((*AGES, None), 0)
    for opened, count in tx.rows(_OPENED, {"of_unit": tx.actor.unit_id}):
        age = (tx.today - opened).days
        counts[next((until for until in AGES if age <= until), None)] += count
    return tuple(AgeGroup(until, count) for until, count in counts.items())


def _week(
    tx: Tx, colleagues: Mapping[UUID, str], booked: Mapping[tuple[UUID, date], int], first: date, last: date
) -> tuple[DayCapacity, ...]:
    """A day holds the working minutes of the colleagues who are there, of no more of them than there are rooms."""
    calendar = calendar_of(tx, first, last)
    rooms = len(room_rows(tx)) or len(colleagues)
    found = []
    for day in (first + timedelta(days=step) for step in range(7)):
        open_minutes = calendar.working(day)
        there = [open_minutes & calendar.shift(one, day) & ~calendar.absent(one, day) for one in colleagues]
        whole = min(rooms * open_minutes.bit_count(), sum(minutes.bit_count() for minutes in there))
        taken = sum(minutes for (who, on), minutes in booked.items() if who in colleagues and on == day)
        found.append(DayCapacity(day, taken, max(0, whole - taken), not open_minutes))
    return tuple(found)
