"""On which days somebody is there to sign (P-33): a reply whose hour falls on a day off must be signed before it."""

from collections.abc import Collection
from datetime import date, timedelta

from services.persian.jalali import weekday_index
from services.unit_of_work import Tx
from services.unit_profile import holidays

FRIDAY = 6
_LONGEST = 20


def days_off(tx: Tx, first: date, last: date) -> frozenset[date]:
    """Holidays and closures that stand, and Fridays."""
    stored = {row.day for row in holidays.between(tx, first, last) if not row.is_cancelled}
    span = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return frozenset(stored | {day for day in span if weekday_index(day) == FRIDAY})


def last_signing_day(due: date, off: Collection[date]) -> date:
    """The last day up to `due` that is not off; `due` itself where every day before it is."""
    days = (due - timedelta(days=step) for step in range(_LONGEST))
    return next((day for day in days if day not in off), due)
