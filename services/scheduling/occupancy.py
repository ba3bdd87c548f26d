"""What is taken in a stretch of days, as sets of minutes, for whoever looks for a free time.

Three short questions, however long the stretch: every appointment once, and of its links only those of the colleagues
and people asked about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from models.case import CaseParty
from models.person import Person
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.codes import Codes
from services.scheduling.clashes import BUSY
from services.unit_of_work import Tx
from services.working_time.minutes import span


@dataclass(slots=True)
class Stretch:
    """One appointment that concerns somebody asked about."""

    id: UUID
    case_id: UUID | None
    start: int
    end: int
    rooms: tuple[UUID | None, UUID | None]
    is_first_interview: bool
    staff_ids: set[UUID] = field(default_factory=set)
    persons: set[UUID] = field(default_factory=set)

    @property
    def minutes(self) -> int:
        return span(self.start, self.end)


@dataclass(slots=True)
class DayTaken:
    """A day: the minutes of each room, and the appointments of those asked about."""

    rooms: dict[UUID, int] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Occupancy:
    first: date
    last: date
    days: dict[date, DayTaken]

    def on(self, day: date) -> DayTaken:
        return self.days.get(day) or DayTaken()


def occupancy_of(
    tx: Tx,
    codes: Codes,
    first: date,
    last: date,
    *,
    staff_ids: Iterable[UUID],
    persons: Iterable[UUID],
    without: Sequence[UUID] = (),
) -> Occupancy:
    """What is taken from `first` to `last`; the appointments `without` are passed over."""
    days = {"unit": tx.actor.unit_id, "first": first, "last": last}
    found: dict[date, DayTaken] = {}
    by_id = _appointments(tx, codes, days, without, found)
    concerned = set()
    wanted_staff, wanted_persons = list(staff_ids), list(persons)
    if wanted_staff:
        for key, staff_id in tx.session.execute(_STAFF, days | {"staff": wanted_staff}):
            if key in by_id:
                by_id[key][1].staff_ids.add(staff_id)
                concerned.add(key)
    if wanted_persons:
        for key, person_id in tx.session.execute(_PERSONS, days | {"persons": wanted_persons}):
            if key in by_id:
                by_id[key][1].persons.add(person_id)
                concerned.add(key)
    for key in concerned:
        day, stretch = by_id[key]
        found[day].stretches.append(stretch)
    return Occupancy(first, last, found)


def _appointments(
    tx: Tx, codes: Codes, days: Mapping[str, object], without: Sequence[UUID], found: dict[date, DayTaken]
) -> dict[UUID, tuple[date, Stretch]]:
    """Every appointment once; its rooms are taken in `found`."""
    first_interviews = _first_interviews(tx, codes)
    by_id: dict[UUID, tuple[date, Stretch]] = {}
    for key, case_id, kind, day, start, minutes, room, second in tx.session.execute(_ALL, days):
        if key in without:
            continue
        stretch = Stretch(key, case_id, start, start + minutes, (room, second), kind in first_interviews)
        by_id[key] = day, stretch
        of_day = found.get(day)
        if of_day is None:
            of_day = found[day] = DayTaken()
        for one in (room, second):
            if one is not None:
                of_day.rooms[one] = of_day.rooms.get(one, 0) | stretch.minutes
    return by_id


def _first_interviews(tx: Tx, codes: Codes) -> frozenset[str]:
    kinds = codes.all(tx.actor, "session_type", with_inactive=True)
    return frozenset(code.code for code in kinds if code.does("is_first_interview"))


_WITHIN = (
    Appointment.unit_id == bindparam("unit"),
    Appointment.day >= bindparam("first"),
    Appointment.day <= bindparam("last"),
    Appointment.status.in_(BUSY),
)
_ALL = select(
    Appointment.id,
    Appointment.case_id,
    Appointment.type,
    Appointment.day,
    Appointment.start,
    Appointment.minutes,
    Appointment.room_id,
    Appointment.second_room_id,
).where(*_WITHIN)
_MANY_STAFF: Any = bindparam("staff", expanding=True)
_STAFF = (
    select(AppointmentStaff.appointment_id, AppointmentStaff.staff_id)
    .join(Appointment, Appointment.id == AppointmentStaff.appointment_id)
    .where(*_WITHIN, AppointmentStaff.staff_id.in_(_MANY_STAFF))
)
_MANY_PERSONS: Any = bindparam("persons", expanding=True)
_PERSONS = (
    select(AppointmentParty.appointment_id, func.coalesce(Person.twin_of_id, Person.id))
    .join(Appointment, Appointment.id == AppointmentParty.appointment_id)
    .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(*_WITHIN, Person.id.in_(_MANY_PERSONS) | Person.twin_of_id.in_(_MANY_PERSONS))
)
