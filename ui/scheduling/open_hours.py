"""When the unit works on a day: the only place where the calendar asks it, richer hours change one function."""

from datetime import date

from services.persian.jalali import weekday_index
from services.scheduling.rules import FRIDAY
from services.scheduling.shapes import BookingFacts
from ui.scheduling.week_layout import Bands


def open_hours(facts: BookingFacts, day: date, *, is_day_off: bool) -> Bands:
    """The stretches of a day in which the unit is open; none on Fridays and days off."""
    if is_day_off or weekday_index(day) == FRIDAY:
        return ()
    return ((facts.opens, facts.closes),)


def off_hours(hours: Bands, opens: int, closes: int) -> Bands:
    """What of `opens` to `closes` lies outside the open hours."""
    found, at = [], opens
    for begin, end in sorted(hours):
        if begin > at:
            found.append((at, min(begin, closes)))
        at = max(at, end)
    if at < closes:
        found.append((at, closes))
    return tuple((begin, end) for begin, end in found if begin < end)
