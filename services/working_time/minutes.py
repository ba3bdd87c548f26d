"""Sets of minutes of one day as whole numbers: bit n is the minute n after midnight.

Joining, cutting and searching a day are a few operations on integers, however many appointments it holds.
"""

from collections.abc import Iterator

DAY = 24 * 60
WHOLE = (1 << DAY) - 1


def span(start: int, end: int) -> int:
    """The minutes from `start` to before `end`, as far as they lie in the day."""
    start, end = max(0, start), min(DAY, end)
    return ((1 << (end - start)) - 1) << start if start < end else 0


def fitting(free: int, minutes: int) -> int:
    """The minutes at which a stretch of `minutes` free ones begins."""
    found, have = free, 1
    while have < minutes and found:
        step = min(have, minutes - have)
        found &= found >> step
        have += step
    return found


def every(step: int) -> int:
    """Each minute that is a multiple of `step`."""
    return sum(1 << minute for minute in range(0, DAY, step))


def first_of(minutes: int) -> int:
    """The earliest minute of a set; -1 for none."""
    return (minutes & -minutes).bit_length() - 1


def spans_of(minutes: int) -> Iterator[tuple[int, int]]:
    """The stretches of a set, earliest first."""
    while minutes:
        start = first_of(minutes)
        after = ~(minutes >> start)
        end = start + first_of(after)
        yield start, end
        minutes &= ~span(start, end)
