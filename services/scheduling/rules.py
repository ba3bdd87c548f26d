"""The pure rules of time: overlaps, distances, free hours, and who faces whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from models.enums import Side
from services.persian.jalali import weekday_index

FRIDAY = 6  # weekday_index counts from Saturday
STEP = 15
DAY_MINUTES = 24 * 60
SHORTEST, LONGEST = 5, 12 * 60
FARTHEST = 2 * 366
"""Days ahead; whoever types a later one has mistyped the year."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of a day that somebody or something is busy, as seen by a new appointment.

    `persons` are people, not rows: two rows of one person are one.
    """

    appointment_id: UUID
    case_id: UUID | None
    day: date
    start: int
    end: int
    rooms: frozenset[UUID]
    staff_ids: frozenset[UUID]
    persons: frozenset[UUID]
    is_first_interview: bool = False


def overlaps(start: int, end: int, taken: Taken, gap: int = 0) -> bool:
    """Whether [start, end) meets the taken stretch, widened by `gap` minutes on both sides."""
    return start < taken.end + gap and taken.start - gap < end


def seen_from(one: Taken, day: date) -> Taken:
    """The stretch in minutes of another day: what crosses midnight, or lies near it, is met there too."""
    shift = (one.day - day).days * DAY_MINUTES
    return replace(one, start=one.start + shift, end=one.end + shift) if shift else one


def days_of(day: date, end: int) -> tuple[date, ...]:
    """The day on which something begins, and the next where it ends after midnight."""
    return (day, day + timedelta(days=1)) if end > DAY_MINUTES else (day,)


def is_over(day: date, end: int, today: date, now: int) -> bool:
    """Whether an hour of `day` that ends at `end`, be it after midnight, has passed at the minute `now` of today."""
    return end <= (today - day).days * DAY_MINUTES + now


def are_facing(one: Side, other: Side) -> bool:
    """Whether two parties stand against each other; whoever has no side stands against everybody."""
    return one is not other or Side.NONE in (one, other)


def brings_sides_together(sides: Mapping[UUID, Side]) -> bool:
    """Whether any two of these parties face each other."""
    return any(are_facing(one, other) for one, other in combinations(sides.values(), 2))


def week_of(day: date) -> tuple[date, date]:
    """The Saturday and the Friday of the week that holds `day`."""
    first = day - timedelta(days=weekday_index(day))
    return first, first + timedelta(days=6)


def days_from(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range(count))
