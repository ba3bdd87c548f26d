"""What is taken in a stretch of days, as sets of minutes, for whoever looks for a free time.

Three short questions, however long the stretch: when which room is taken, when the colleagues asked about are, and
the few appointments of the people asked about with all that the rules want to know of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, null, select, type_coerce

from models.base import PlainKey
from models.case import CaseParty
from models.person import Person
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.codes import Codes
from services.scheduling.clashes import BUSY
from services.unit_of_work import Tx
from services.working_time.minutes import DAY, span


@dataclass(frozen=True, slots=True)
class Stretch:
    """One appointment of somebody asked about; what begins on the day before or after has its hours as seen from
    the day that is asked: below 0, or beyond the day's end."""

    case_id: UUID | None
    start: int
    end: int
    rooms: frozenset[UUID]
    is_first_interview: bool
    persons: frozenset[UUID]

    @property
    def minutes(self) -> int:
        return span(self.start, self.end)

    @property
    def begins_here(self) -> bool:
        return 0 <= self.start < DAY


@dataclass(slots=True)
class DayTaken:
    """A day: the minutes of each room and colleague, and the appointments of the people asked about."""

    rooms: dict[UUID, int] = field(default_factory=dict)
    staff: dict[UUID, int] = field(default_factory=dict)
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
    rooms: Iterable[UUID],
    staff_ids: Iterable[UUID],
    persons: Iterable[UUID],
    without: Sequence[UUID] = (),
    gap: int = 0,
) -> Occupancy:
    """What is taken from `first` to `last`, also over midnight; the appointments `without` are passed over. People
    are told of the days beside it too, as far as they come nearer than `gap` minutes."""
    days = {"unit": tx.actor.unit_id, "first": first - _ONE, "last": last + _ONE, "without": list(without)}
    found: dict[date, DayTaken] = {}
    known = _plain(rooms)
    if known:
        for day, taken in _minutes(tx.rows(_ROOMS, days), known).items():
            found[day] = DayTaken(taken)
    known = _plain(staff_ids)
    if known:
        wanted = days | {"wanted": list(set(known.values()))}
        for day, taken in _minutes(tx.rows(_STAFF, wanted), known).items():
            found.setdefault(day, DayTaken()).staff = taken
    _add_stretches(tx, codes, days | {"wanted": list(persons)}, found, gap)
    return Occupancy(first, last, found)


def _minutes(rows: Iterable[Any], known: Mapping[object, UUID]) -> dict[date, dict[UUID, int]]:
    """The minutes of each known key by day; a row is a day, an hour, a length and one or two keys."""
    by_day: dict[date, dict[object, int]] = {}
    for day, start, minutes, *keys in rows:
        held = by_day.get(day)
        if held is None:
            held = by_day[day] = {}
        taken = ((1 << minutes) - 1) << start
        for key in keys:
            if key is not None:
                held[key] = held.get(key, 0) | taken
        if start + minutes > DAY:
            after = by_day.setdefault(day + _ONE, {})
            for key in keys:
                if key is not None:
                    after[key] = after.get(key, 0) | taken >> DAY
    return {
        day: {known[key]: minutes for key, minutes in held.items() if key in known} for day, held in by_day.items()
    }


def _plain(keys: Iterable[UUID]) -> dict[object, UUID]:
    """Keys by what the database gives for them unread: bytes from a file, a UUID from a server."""
    found: dict[object, UUID] = {}
    for key in keys:
        found[key] = found[key.bytes] = key
    return found


def _add_stretches(tx: Tx, codes: Codes, days: dict[str, Any], found: dict[date, DayTaken], gap: int) -> None:
    if not days["wanted"]:
        return
    kinds = codes.all(tx.actor, "session_type", with_inactive=True)
    first_interviews = {code.code for code in kinds if code.does("is_first_interview")}
    rows: dict[UUID, Any] = {}
    people: dict[UUID, set[UUID]] = {}
    for row in tx.rows(_PERSONS, days):
        rows[row.id] = row
        people.setdefault(row.id, set()).add(row.person_id)
    for key, row in rows.items():
        rooms = frozenset(room for room in (row.room_id, row.second_room_id) if room is not None)
        is_first = row.type in first_interviews
        end = row.start + row.minutes
        stretch = Stretch(row.case_id, row.start, end, rooms, is_first, frozenset(people[key]))
        found.setdefault(row.day, DayTaken()).stretches.append(stretch)
        if end + gap > DAY:
            after = replace(stretch, start=row.start - DAY, end=end - DAY)
            found.setdefault(row.day + _ONE, DayTaken()).stretches.append(after)
        if row.start < gap:
            before = replace(stretch, start=row.start + DAY, end=end + DAY)
            found.setdefault(row.day - _ONE, DayTaken()).stretches.append(before)


_ONE = timedelta(days=1)
_WITHOUT: Any = bindparam("without", expanding=True)
_OF, _LINK = Appointment.__table__.c, AppointmentStaff.__table__.c
_WITHIN = (
    Appointment.unit_id == bindparam("unit"),
    Appointment.day >= bindparam("first"),
    Appointment.day <= bindparam("last"),
    Appointment.status.in_(BUSY),
    Appointment.id.not_in(_WITHOUT),
)
_WANTED: Any = bindparam("wanted", expanding=True)


def _key(column: Any) -> Any:
    # thousands of rows: making a UUID of each key would cost more than asking for them
    return type_coerce(column, PlainKey())


# asked of the connection: the session would look at every row again
_ROOMS: Select[Any] = select(_OF.day, _OF.start, _OF.minutes, _key(_OF.room_id), _key(_OF.second_room_id)).where(
    *_WITHIN, Appointment.room_id.is_not(null()) | Appointment.second_room_id.is_not(null())
)
_STAFF: Select[Any] = (
    select(_OF.day, _OF.start, _OF.minutes, _key(_LINK.staff_id))
    .join(AppointmentStaff.__table__, _LINK.appointment_id == _OF.id)
    .where(*_WITHIN, _LINK.staff_id.in_(_WANTED))
)
_PERSONS = (
    select(
        Appointment.id,
        Appointment.case_id,
        Appointment.type,
        Appointment.day,
        Appointment.start,
        Appointment.minutes,
        Appointment.room_id,
        Appointment.second_room_id,
        func.coalesce(Person.twin_of_id, Person.id).label("person_id"),
    )
    .join(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
    .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(*_WITHIN, Person.id.in_(_WANTED) | Person.twin_of_id.in_(_WANTED))
)
