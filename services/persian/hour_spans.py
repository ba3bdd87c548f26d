"""Stretches of hours in one line, typed «۷:۳۰ تا ۱۲ و ۱۳ تا ۱۶», shown «۰۷:۳۰ تا ۱۲:۰۰ و ۱۳:۰۰ تا ۱۶:۰۰»."""

import re
from collections.abc import Sequence

from services.persian.date_entry import parse_time
from services.persian.digits import to_ascii, to_persian
from services.persian.errors import PersianValueError
from services.persian.text import display_form

Span = tuple[int, int]
_LONGEST = 120
_BETWEEN = re.compile(r"\s*(?:تا|-|–|—)\s*")
_NEXT = re.compile(r"\s*(?:،|,|؛|;|\bو\b)\s*")
_MIDNIGHT = 24 * 60


def parse_spans(text: str) -> tuple[Span, ...]:
    """Minutes after midnight, in the order typed; an end that is not after its start is on the next day, and ۲۴ is
    the day's end. Nothing typed is nothing. Raises PersianValueError "unreadable" or "out_of_range".
    """
    if len(text) > _LONGEST:
        raise PersianValueError("unreadable")
    typed = to_ascii(display_form(text))
    return tuple(_span(part) for part in _NEXT.split(typed) if part)


def _span(part: str) -> Span:
    hours = _BETWEEN.split(part)
    if len(hours) != 2 or not all(hours):
        raise PersianValueError("unreadable")
    return _minute(hours[0]), _minute(hours[1])


def _minute(typed: str) -> int:
    if typed in ("24", "24:00", "2400"):
        return _MIDNIGHT
    hour = parse_time(typed)
    return hour.hour * 60 + hour.minute


def format_spans(spans: Sequence[Span]) -> str:
    """The same line again; "" for none."""
    return " و ".join(f"{_clock(start)} تا {_clock(end)}" for start, end in spans)


def _clock(minute: int) -> str:
    return to_persian(f"{minute // 60:02}:{minute % 60:02}")
