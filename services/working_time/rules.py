"""What working hours can be: bands inside a week that do not meet, days in order."""

from collections.abc import Sequence
from datetime import date

from services.errors import InvalidError
from services.working_time.minutes import DAY
from services.working_time.shapes import AbsenceDraft, Band, NightDraft

LONGEST_SEASON = 366
_WEEK = 7 * DAY


def band_errors(bands: Sequence[Band], *, needs_one: bool = True) -> list[InvalidError]:
    """What is wrong with the bands of a week; each error stands beside the weekday it is about."""
    if needs_one and not bands:
        return [InvalidError("working_time.no_hours", "day_0")]
    errors = []
    taken: list[tuple[int, int]] = []
    for band in sorted(bands):
        field = f"day_{band.weekday}"
        if not (0 <= band.weekday < 7 and 0 <= band.start < DAY and 0 <= band.end <= DAY):
            errors.append(InvalidError("errors.required", field))
            continue
        if band.start == band.end:
            errors.append(InvalidError("working_time.empty_band", field))
            continue
        begin = band.weekday * DAY + band.start
        end = band.weekday * DAY + (band.end if band.end > band.start else band.end + DAY)
        if any(_meet(begin, end, *one) for one in taken):
            errors.append(InvalidError("working_time.bands_meet", field))
        taken.append((begin, end))
    return errors


def _meet(begin: int, end: int, other_begin: int, other_end: int) -> bool:
    """Also round the week's end: the night of a Friday reaches into Saturday."""
    return any(begin < other_end + turn and other_begin + turn < end for turn in (-_WEEK, 0, _WEEK))


def day_errors(first: date, last: date) -> list[InvalidError]:
    """Two days in order, not more than a year apart."""
    if last < first:
        return [InvalidError("working_time.days_reversed", "last_on")]
    if (last - first).days >= LONGEST_SEASON:
        return [InvalidError("working_time.too_many_days", "last_on")]
    return []


def part_errors(draft: AbsenceDraft) -> list[InvalidError]:
    """Hours belong to a single day, and are both there or both not."""
    return hours_errors(draft.start, draft.end) or (
        [InvalidError("working_time.hours_of_one_day", "start")]
        if draft.start is not None and draft.first_on != draft.last_on
        else []
    )


def hours_errors(start: int | None, end: int | None) -> list[InvalidError]:
    """A part of a day: from an hour to a later one; None and None is the whole day."""
    if start is None and end is None:
        return []
    if start is None or end is None:
        return [InvalidError("errors.required", "end" if end is None else "start")]
    return [] if 0 <= start < end <= DAY else [InvalidError("working_time.hours_reversed", "end")]


def night_errors(draft: NightDraft) -> list[InvalidError]:
    if draft.start == draft.end:
        return [InvalidError("working_time.empty_band", "end")]
    return []
