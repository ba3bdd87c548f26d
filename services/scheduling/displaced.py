"""Appointments on which a closure, other hours or an absence was declared after they were made.

A holiday blocks nothing (R-27), so whoever made an appointment on one knowingly, or says that it stays, is not asked
again: only what was declared after the hour was chosen counts. Who is away can't come, whenever that was declared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import AppointmentStatus
from models.work import Appointment, AppointmentStaff
from services.catalogue import say
from services.codes import Codes
from services.errors import AppError
from services.scheduling import booking, rules
from services.scheduling.presence import missing_on, parts_of
from services.scheduling.rows import appointment_rows
from services.scheduling.shapes import AppointmentRow, Slot
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.working_time.calendar import Calendar, calendar_of

_SLOTS = 3


@dataclass(frozen=True, slots=True)
class Displaced:
    """An appointment to be moved, why, and the next free times for its people. `may_stay`: nobody is missing."""

    row: AppointmentRow
    reasons: tuple[str, ...]
    slots: tuple[Slot, ...]
    may_stay: bool


def displaced(tx: Tx, codes: Codes) -> tuple[Displaced, ...]:
    """Everything to be moved from today on, by day and hour; files that the actor may not see are left out."""
    first, last = tx.today, tx.today + timedelta(days=rules.FARTHEST)
    calendar = calendar_of(tx, first, last)
    if not (calendar.days_off or calendar.seasons or calendar.away or calendar.ends):
        return ()
    found = _standing(tx, calendar, first, last)
    rows = appointment_rows(tx, codes, [appointment for appointment, *_ in found])
    return tuple(
        Displaced(row, reasons, _slots(tx, codes, row), not is_missing)
        for row, (_, reasons, is_missing) in zip(rows, found, strict=True)
        if not row.is_hidden
    )


_COMING = (
    select(Appointment)
    .where(
        Appointment.unit_id == bindparam("unit"),
        Appointment.day >= bindparam("first"),
        Appointment.day <= bindparam("last"),
        Appointment.status == AppointmentStatus.SCHEDULED,
    )
    .order_by(Appointment.day, Appointment.start, Appointment.id)
)
_THEIR_STAFF = (
    select(AppointmentStaff.appointment_id, AppointmentStaff.staff_id)
    .join(Appointment, Appointment.id == AppointmentStaff.appointment_id)
    .where(
        Appointment.unit_id == bindparam("unit"),
        Appointment.day >= bindparam("first"),
        Appointment.day <= bindparam("last"),
        Appointment.status == AppointmentStatus.SCHEDULED,
    )
)


def _standing(tx: Tx, calendar: Calendar, first: date, last: date) -> list[tuple[Appointment, tuple[str, ...], bool]]:
    days = {"unit": tx.actor.unit_id, "first": first, "last": last}
    staff: dict[UUID, list[UUID]] = {}
    for appointment_id, staff_id in tx.rows(_THEIR_STAFF, days):
        staff.setdefault(appointment_id, []).append(staff_id)
    names, found = staff_names(tx), []
    for row in tx.session.scalars(_COMING, days):
        end = row.start + row.minutes
        missing = [
            one for one in staff.get(row.id, ()) if missing_on(calendar, one, row.day, row.start, end) is not None
        ]
        parts = parts_of(row.day, row.start, end)
        reasons = [
            *dict.fromkeys(words for day, needed in parts for words in _declared_later(calendar, row, day, needed)),
            *(say("scheduling.away", who=names.get(one, "")) for one in missing),
        ]
        if reasons:
            found.append((row, tuple(reasons), bool(missing)))
    return found


def _declared_later(calendar: Calendar, row: Appointment, day: date, needed: int) -> Sequence[str]:
    """The names of closures and of other hours that came after the hour was chosen."""
    chosen = row.placed_at or row.created_at
    found = [
        off.title
        for off in calendar.days_off.get(day, ())
        if off.declared_at is not None and off.declared_at > chosen and off.minutes & needed
    ]
    season = calendar.season(day)
    if season is not None and season.declared_at > chosen and needed & ~calendar.hours(day):
        found.append(season.title)
    return found


def _slots(tx: Tx, codes: Codes, row: AppointmentRow) -> tuple[Slot, ...]:
    """The next free times from its own day on; none while the gate is shut (P-4)."""
    draft = row.draft()
    try:
        return booking.offered_slots(tx, codes, replace(draft, day=max(draft.day, tx.today), start=0), _SLOTS)
    except AppError:
        return ()  # its people do not fit any more: it is opened and mended by hand
