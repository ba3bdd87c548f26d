"""The pure rules of time: overlaps, distances, and free slots."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

FRIDAY = 6  # weekday_index counts from Saturday
STEP = 15


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of a day that somebody or something is busy, as seen by a new appointment."""

    appointment_id: UUID
    case_id: UUID | None
    day: date
    start: int
    end: int
    room_id: UUID | None
    staff_ids: frozenset[UUID]
    person_ids: frozenset[UUID]


def overlaps(start: int, end: int, taken: Taken, gap: int = 0) -> bool:
    """Whether [start, end) meets the taken stretch, widened by `gap` minutes on both sides."""
    return start < taken.end + gap and taken.start - gap < end


def free_times(
    busy: Iterable[Taken],
    *,
    opens: int,
    closes: int,
    minutes: int,
) -> Iterator[int]:
    """The quarter hours at which `minutes` fit between the busy stretches of one day, earliest first."""
    stretches = list(busy)
    for start in range(-(-opens // STEP) * STEP, closes - minutes + 1, STEP):
        if not any(overlaps(start, start + minutes, taken) for taken in stretches):
            yield start


def days_from(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range(count))
