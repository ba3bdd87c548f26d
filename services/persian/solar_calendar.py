"""The arithmetic of the Jalali calendar (R-19, domain.md §4.8).

The 33-year cycle equals the leap-year table of the University of Tehran (1206–1498) and the observed equinox from
1178 to 1501; the 2820-year rule that many libraries use is wrong for 1404. Only 1200–1500 is served, and a date
outside it is refused instead of being shown a day off.
"""

from datetime import date
from functools import lru_cache

from services.persian.errors import PersianValueError

FIRST_YEAR = 1200
LAST_YEAR = 1500

_DAYS_BEFORE_MONTH = (0, 0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)
_DAY_ZERO = date(622, 3, 20).toordinal()  # what the rule, carried back, gives for the day before 1/1/1
_CYCLE_YEARS, _CYCLE_DAYS, _CYCLE_LEAPS = 33, 12053, 8


def is_leap(jy: int) -> bool:
    """Whether Esfand of that year has 30 days."""
    return (25 * jy + 11) % _CYCLE_YEARS < _CYCLE_LEAPS


def days_in_month(jy: int, jm: int) -> int:
    """The length of a month; raises PersianValueError "no_such_month"."""
    if not 1 <= jm <= 12:
        raise PersianValueError("no_such_month")
    if jm == 12:
        return 30 if is_leap(jy) else 29
    return 31 if jm <= 6 else 30


def _new_year(jy: int) -> int:
    """The proleptic Gregorian ordinal of 1 Farvardin, less one."""
    return _DAY_ZERO + 365 * (jy - 1) + (_CYCLE_LEAPS * jy + 21) // _CYCLE_YEARS


_FIRST_ORDINAL = _new_year(FIRST_YEAR) + 1
_LAST_ORDINAL = _new_year(LAST_YEAR + 1)


@lru_cache(maxsize=16384)
def to_jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day; raises PersianValueError "out_of_range" outside 1200–1500."""
    ordinal = day.toordinal()
    if not _FIRST_ORDINAL <= ordinal <= _LAST_ORDINAL:
        raise PersianValueError("out_of_range")
    jy = 1 + (_CYCLE_YEARS * (ordinal - 1 - _DAY_ZERO) + 3) // _CYCLE_DAYS
    day_of_year = ordinal - _new_year(jy)
    jm = (day_of_year - 1) // 31 + 1 if day_of_year <= 186 else (day_of_year - 187) // 30 + 7
    return jy, jm, day_of_year - _DAYS_BEFORE_MONTH[jm]


def from_jalali(jy: int, jm: int, jd: int) -> date:
    """The Gregorian date to store.

    Raises PersianValueError "out_of_range" (year outside 1200–1500), "no_such_month" or "no_such_day" (31 Mehr,
    30 Esfand of a common year).
    """
    if not FIRST_YEAR <= jy <= LAST_YEAR:
        raise PersianValueError("out_of_range")
    if not 1 <= jd <= days_in_month(jy, jm):
        raise PersianValueError("no_such_day")
    return date.fromordinal(_new_year(jy) + _DAYS_BEFORE_MONTH[jm] + jd)


def weekday_index(day: date) -> int:
    """Saturday is 0, Friday 6."""
    return (day.weekday() + 2) % 7


def add_months(day: date, months: int) -> date:
    """The same day number that many Jalali months later (or earlier), clipped to the month's last day.

    Thirty days are something else: a letter says which of the two it means (domain.md §4.8).
    """
    jy, jm, jd = to_jalali(day)
    years, month = divmod(jy * 12 + jm - 1 + months, 12)
    return from_jalali(years, month + 1, min(jd, days_in_month(years, month + 1)))


def age_on(birth: date, day: date) -> int:
    """Full solar years; who was born on 30 Esfand completes a year on 1 Farvardin where there is no 30 Esfand.

    Negative when `day` is before the birth.
    """
    born, then = to_jalali(birth), to_jalali(day)
    return then[0] - born[0] - (then[1:] < born[1:])


def month_range(jy: int, jm: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return from_jalali(jy, jm, 1), from_jalali(jy, jm, days_in_month(jy, jm))
