"""The next free times that satisfy every rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from services.clock import local
from services.codes import Codes
from services.persian.jalali import weekday_index
from services.scheduling import rules
from services.scheduling.clashes import Guests, guests_of, is_too_near, taken_on
from services.scheduling.shapes import AppointmentDraft, Slot
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.unit_profile import RoomRow, holidays
from services.unit_profile.service import room_rows

SEARCH_WEEKS = 6


def free_slots(tx: Tx, codes: Codes, draft: AppointmentDraft, count: int) -> tuple[Slot, ...]:
    """The next `count` free times from the draft's day and hour on: working days and hours, every rule kept.

    The draft's own room is proposed where it is free, else the first free one in the unit's order. `draft.minutes`
    must be set.
    """
    search = _Search(tx, codes, draft)
    first = max(draft.day, tx.today)
    found: list[Slot] = []
    for week in range(SEARCH_WEEKS):
        for slot in search.within(first + timedelta(days=7 * week)):
            found.append(slot)
            if len(found) == count:
                return tuple(found)
    return tuple(found)


class _Search:
    """What stays the same from day to day while one looks for an hour."""

    def __init__(self, tx: Tx, codes: Codes, draft: AppointmentDraft) -> None:
        self._tx, self._codes, self._draft = tx, codes, draft
        kind = codes.get(tx.actor, "session_type", draft.type)
        self._is_first = bool(kind.does("is_first_interview"))
        uses_room = not kind.does("is_outside") and not kind.does("is_remote")
        self._rooms = _rooms(tx, draft) if uses_room else []
        self._needs = min(len(self._rooms), 2 if kind.does("needs_two_rooms") else 1)
        self._guests = guests_of(tx, codes, draft)
        self._hours = number_in(tx, "day_starts"), number_in(tx, "day_ends")

    def within(self, first: date) -> Iterator[Slot]:
        """The free times of seven days."""
        last = first + timedelta(days=6)
        off = {row.day for row in holidays.between(self._tx, first, last) if not row.is_cancelled}
        taken: dict[date, list[rules.Taken]] = {}
        for one in taken_on(self._tx, self._codes, first, last):
            if one.appointment_id != self._draft.id:
                taken.setdefault(one.day, []).append(one)
        for day in rules.days_from(first, 7):
            if day not in off and weekday_index(day) != rules.FRIDAY:
                yield from self._of_day(day, taken.get(day, []))

    def _of_day(self, day: date, taken: Sequence[rules.Taken]) -> Iterator[Slot]:
        draft, (opens, closes) = self._draft, self._hours
        begin = max(opens, draft.start if day == draft.day else 0, self._now() if day == self._tx.today else 0)
        busy = [(one.start, one.end) for one in taken if _meets(one, draft.staff_ids, self._guests)]
        last_end = 0
        for start in rules.free_times(busy, opens=begin, closes=closes, minutes=draft.minutes):
            wanted = replace(draft, day=day, start=start)
            if start < last_end or any(
                is_too_near(wanted, self._guests, one, is_first=self._is_first) for one in taken
            ):
                continue
            rooms = self._free_rooms(wanted, taken)
            if len(rooms) == self._needs:
                last_end = wanted.end
                yield _slot(wanted, rooms)

    def _free_rooms(self, wanted: AppointmentDraft, taken: Sequence[rules.Taken]) -> list[RoomRow]:
        held = {room for one in taken if rules.overlaps(wanted.start, wanted.end, one) for room in one.rooms}
        return [room for room in self._rooms if room.id not in held][: self._needs]

    def _now(self) -> int:
        return minute_of_now(self._tx)


def _meets(one: rules.Taken, staff_ids: Sequence[UUID], guests: Guests) -> bool:
    return bool(one.staff_ids.intersection(staff_ids) or one.persons & guests.persons)


def _slot(wanted: AppointmentDraft, rooms: Sequence[RoomRow]) -> Slot:
    first = rooms[0] if rooms else None
    second = rooms[1].id if len(rooms) > 1 else None
    name = first.name if first else ""
    return Slot(wanted.day, wanted.start, wanted.minutes, first.id if first else None, name, second)


def _rooms(tx: Tx, draft: AppointmentDraft) -> list[RoomRow]:
    """The draft's own rooms before the others in the unit's order."""
    wanted = draft.rooms()
    return sorted(room_rows(tx), key=lambda room: wanted.index(room.id) if room.id in wanted else len(wanted))


def minute_of_now(tx: Tx) -> int:
    """Minutes after local midnight."""
    now = local(tx.now)
    return now.hour * 60 + now.minute
