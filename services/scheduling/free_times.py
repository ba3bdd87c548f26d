"""The next free times that satisfy every rule."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from services.clock import local
from services.codes import Codes
from services.persian.jalali import weekday_index
from services.scheduling import rules
from services.scheduling.clashes import Guests, guests_of
from services.scheduling.doors import keeps_doors_apart
from services.scheduling.occupancy import DayTaken, Occupancy, Stretch, occupancy_of
from services.scheduling.shapes import AppointmentDraft, Slot
from services.unit_of_work import Tx
from services.unit_profile import RoomRow
from services.unit_profile.service import room_rows
from services.working_time.calendar import Calendar, calendar_of
from services.working_time.minutes import every, first_of, fitting, span

SEARCH_DAYS = 90
_NEAR = 14  # most answers lie in the next two weeks: the rest is read only when they do not
_STARTS = every(rules.STEP)


@dataclass(frozen=True, slots=True)
class Wish:
    """When somebody would come: the weekdays as bits from Saturday (0 for any), the hours, the last day."""

    weekdays: int = 0
    opens: int = 0
    closes: int = rules.DAY_MINUTES
    last: date | None = None

    def allows(self, weekday: int) -> bool:
        return not self.weekdays or bool(self.weekdays >> weekday & 1)


ANY_TIME = Wish()


def free_slots(
    tx: Tx,
    codes: Codes,
    draft: AppointmentDraft,
    count: int,
    *,
    wish: Wish = ANY_TIME,
    without: Sequence[UUID] = (),
    taken: Sequence[rules.Taken] = (),
) -> tuple[Slot, ...]:
    """The next `count` free times from the draft's day and hour on, within `SEARCH_DAYS`: working days and hours,
    colleagues at work, every rule kept.

    The draft's own room is proposed where it is free, else the first free one in the unit's order. `draft.minutes`
    must be set. `without`: appointments that will be gone; `taken`: what will be there.
    """
    first = max(draft.day, tx.today)
    last = first + timedelta(days=SEARCH_DAYS - 1)
    if wish.last is not None:
        last = min(last, wish.last)
    search = Search(tx, codes, draft, wish)
    gone = [*without, *([draft.id] if draft.id is not None else [])]
    found: list[Slot] = []
    calendar = calendar_of(tx, first, max(first, last))
    begin = first
    while begin <= last and len(found) < count:
        end = min(last, begin + timedelta(days=_NEAR - 1 if begin == first else SEARCH_DAYS))
        held = search.taken(tx, codes, begin, end, draft.staff_ids, gone)
        for slot in search.within(held, calendar, taken):
            found.append(slot)
            if len(found) == count:
                break
        begin = end + timedelta(days=1)
    return tuple(found)


def first_of_any(
    tx: Tx, codes: Codes, draft: AppointmentDraft, staff_ids: Sequence[UUID], wish: Wish
) -> tuple[Slot, UUID] | None:
    """The earliest time at which any one of these colleagues is free, and who that is; the first named where two
    are. What is taken is read once for all of them."""
    first = max(draft.day, tx.today)
    last = first + timedelta(days=SEARCH_DAYS - 1)
    last = min(last, wish.last) if wish.last is not None else last
    search = Search(tx, codes, draft, wish)
    calendar = calendar_of(tx, first, max(first, last))
    begin = first
    while begin <= last:
        end = min(last, begin + timedelta(days=_NEAR - 1 if begin == first else SEARCH_DAYS))
        held = search.taken(tx, codes, begin, end, staff_ids)
        best: tuple[Slot, UUID] | None = None
        for staff_id in staff_ids:
            slot = next(search.of_staff((staff_id,)).within(held, calendar), None)
            if slot is not None and (best is None or (slot.day, slot.start) < (best[0].day, best[0].start)):
                best = slot, staff_id
        if best is not None:
            return best
        begin = end + timedelta(days=1)
    return None


class Search:
    """What stays the same from day to day while one looks for an hour."""

    def __init__(self, tx: Tx, codes: Codes, draft: AppointmentDraft, wish: Wish = ANY_TIME) -> None:
        self._draft, self._wish = draft, wish
        kind = codes.get(tx.actor, "session_type", draft.type)
        self._is_first = bool(kind.does("is_first_interview"))
        uses_room = not kind.does("is_outside") and not kind.does("is_remote")
        every_room = room_rows(tx) if uses_room else ()
        self._rooms = _in_order(every_room, draft)
        self._needs = min(len(self._rooms), 2 if kind.does("needs_two_rooms") else 1)
        self._guests: Guests = guests_of(tx, codes, draft)
        self._doors = {room.id: room.door for room in every_room if room.door}
        self._has_doors = keeps_doors_apart(self._doors.values())
        self._today, self._now = tx.today, minute_of_now(tx)

    def of_staff(self, staff_ids: tuple[UUID, ...]) -> "Search":
        """The same search for other colleagues."""
        other = copy(self)
        other._draft = replace(self._draft, staff_ids=staff_ids)  # noqa: SLF001 - a copy of its own
        return other

    def taken(
        self,
        tx: Tx,
        codes: Codes,
        first: date,
        last: date,
        staff_ids: Sequence[UUID],
        without: Sequence[UUID] = (),
    ) -> Occupancy:
        """What is taken in these days, as far as it says where this appointment can't be."""
        guests = self._guests
        return occupancy_of(
            tx,
            codes,
            first,
            last,
            rooms=[room.id for room in self._rooms],
            staff_ids=staff_ids,
            persons=guests.persons | guests.opponents | guests.kept_apart,
            without=without,
            gap=guests.gap,
        )

    def within(self, held: Occupancy, calendar: Calendar, taken: Sequence[rules.Taken] = ()) -> Iterator[Slot]:
        """The free times of the days that were read."""
        days = (held.last - held.first).days + 1
        for day in rules.days_from(held.first, days):
            if day >= self._today and self._wish.allows(weekday_index(day)):
                beside = [rules.seen_from(one, day) for one in taken if abs((one.day - day).days) <= 1]
                yield from self._of_day(day, held.on(day), calendar, beside)

    def _of_day(self, day: date, held: DayTaken, calendar: Calendar, beside: Sequence[rules.Taken]) -> Iterator[Slot]:
        people = self._people_free(day, held, calendar)
        if not people:
            return
        rooms = dict(held.rooms)
        shut_doors: set[str] = set()
        for stretch in held.stretches:
            people &= ~self._blocked(stretch)
            shut_doors |= self._shut_doors(stretch)
        for one in beside:
            stretch = Stretch(one.case_id, one.start, one.end, one.rooms, one.is_first_interview, one.persons)
            people &= ~self._blocked(stretch)
            if one.staff_ids.intersection(self._draft.staff_ids):
                people &= ~stretch.minutes
            shut_doors |= self._shut_doors(stretch)
            for room in one.rooms:
                rooms[room] = rooms.get(room, 0) | stretch.minutes
        choices = self._choices(people, rooms, shut_doors)
        starts = 0
        for _, free in choices:
            starts |= free
        while starts:
            start = first_of(starts)
            chosen = next(rooms for rooms, free in choices if free >> start & 1)
            yield _slot(replace(self._draft, day=day, start=start), chosen)
            starts &= ~span(0, start + self._draft.minutes)

    def _people_free(self, day: date, held: DayTaken, calendar: Calendar) -> int:
        """The working minutes in which the colleagues are there, not in the past, and as wished."""
        draft, wish = self._draft, self._wish
        begin = max(draft.start if day == draft.day else 0, self._now if day == self._today else 0, wish.opens)
        free = calendar.working(day) & span(begin, wish.closes)
        for staff_id in draft.staff_ids:
            if not free:
                return 0
            free &= calendar.shift(staff_id, day) & ~calendar.absent(staff_id, day) & ~held.staff.get(staff_id, 0)
        return free

    def _blocked(self, one: Stretch) -> int:
        """The minutes that an appointment of somebody concerned takes from this one."""
        guests = self._guests
        blocked = one.minutes if one.persons & guests.persons else 0
        is_own_case = one.case_id is not None and one.case_id == self._draft.case_id
        if is_own_case and (self._is_first or one.is_first_interview) and guests.opponents & one.persons:
            blocked |= one.minutes
        if guests.kept_apart & one.persons:
            blocked |= span(one.start - guests.gap, one.end + guests.gap)
        return blocked

    def _shut_doors(self, one: Stretch) -> set[str]:
        """The doors by which somebody comes this day from whom the draft's people are kept apart."""
        if not self._has_doors or not one.begins_here or not self._guests.kept_apart & one.persons:
            return set()
        return {self._doors[room] for room in one.rooms if room in self._doors}

    def _choices(
        self, people: int, taken: dict[UUID, int], shut_doors: set[str]
    ) -> list[tuple[tuple[RoomRow, ...], int]]:
        """The rooms that can be had, in the order of preference, each with the minutes at which one can begin."""
        minutes = self._draft.minutes
        if not self._needs:
            return [((), fitting(people, minutes) & _STARTS)]
        rooms = [room for room in self._rooms if self._doors.get(room.id, "") not in shut_doors or not room.door]
        found = []
        for several in combinations(rooms, self._needs):
            if self._needs > 1 and self._share_a_door(several):
                continue
            free = people
            for room in several:
                free &= ~taken.get(room.id, 0)
            found.append((several, fitting(free, minutes) & _STARTS))
        return found

    def _share_a_door(self, rooms: Sequence[RoomRow]) -> bool:
        doors = [room.door for room in rooms if room.door]
        return self._guests.is_watched and self._has_doors and len(set(doors)) < len(doors)


def _slot(wanted: AppointmentDraft, rooms: Sequence[RoomRow]) -> Slot:
    first = rooms[0] if rooms else None
    second = rooms[1].id if len(rooms) > 1 else None
    name = first.name if first else ""
    return Slot(wanted.day, wanted.start, wanted.minutes, first.id if first else None, name, second)


def _in_order(rooms: Sequence[RoomRow], draft: AppointmentDraft) -> list[RoomRow]:
    """The draft's own rooms before the others in the unit's order."""
    wanted = draft.rooms()
    return sorted(rooms, key=lambda room: wanted.index(room.id) if room.id in wanted else len(wanted))


def minute_of_now(tx: Tx) -> int:
    """Minutes after local midnight."""
    now = local(tx.now)
    return now.hour * 60 + now.minute
