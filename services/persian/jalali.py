"""Jalali dates as people read and type them; stored dates are Gregorian everywhere (R-19, domain.md §4.8).

This is the door to the calendar: the arithmetic is in `solar_calendar`, the reading of typed text in `date_entry`.
"""

from datetime import date, time
from functools import lru_cache

from services.persian.date_entry import ParsedDate, Precision, parse_date, parse_time
from services.persian.date_words import MONTHS, WEEKDAYS
from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.solar_calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    add_months,
    age_on,
    days_in_month,
    from_jalali,
    is_leap,
    month_range,
    to_jalali,
    weekday_index,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "ParsedDate",
    "Precision",
    "add_months",
    "age_on",
    "days_in_month",
    "format_date",
    "format_day_month",
    "format_long",
    "format_time",
    "from_jalali",
    "is_leap",
    "month_name",
    "month_range",
    "parse_date",
    "parse_time",
    "to_jalali",
    "weekday_index",
    "weekday_name",
]


@lru_cache(maxsize=16384)
def format_date(day: date) -> str:
    """«۱۴۰۵/۰۲/۱۴»; raises PersianValueError "out_of_range" like every function that turns a date to Jalali."""
    jy, jm, jd = to_jalali(day)
    return to_persian(f"{jy}/{jm:02}/{jd:02}")


@lru_cache(maxsize=4096)
def format_long(day: date) -> str:
    """«سه‌شنبه ۳ آذر ۱۴۰۵»."""
    jy, jm, jd = to_jalali(day)
    return f"{weekday_name(day)} {to_persian(jd)} {MONTHS[jm - 1]} {to_persian(jy)}"


def format_day_month(day: date) -> str:
    """«۳ آذر»."""
    _, jm, jd = to_jalali(day)
    return f"{to_persian(jd)} {MONTHS[jm - 1]}"


def format_time(hour: time) -> str:
    """«۰۹:۳۰»."""
    return to_persian(f"{hour.hour:02}:{hour.minute:02}")


def weekday_name(day: date) -> str:
    """«سه‌شنبه»."""
    return WEEKDAYS[weekday_index(day)]


def month_name(jm: int) -> str:
    """«آذر»; raises PersianValueError "no_such_month"."""
    if not 1 <= jm <= 12:
        raise PersianValueError("no_such_month")
    return MONTHS[jm - 1]
