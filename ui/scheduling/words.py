"""Hours, days and numbers as the pages of appointments say them."""

import re
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from services.persian.digits import to_persian
from services.persian.jalali import format_day_month, format_time, to_jalali, weekday_name
from services.scheduling.clock_words import hour_of
from services.scheduling.rules import DAY_MINUTES

_PARTS = re.compile(r"\d+")


def hour_words(minute: int) -> str:
    """The end of the day is the hour 24 here; a field of hours knows only the minute before it."""
    return to_persian("24:00") if minute == DAY_MINUTES else format_time(hour_of(minute))


def span_words(start: int, end: int) -> str:
    """From an hour to another."""
    words = QCoreApplication.translate("Scheduling", "{start} to {end}")
    return words.format(start=hour_words(start), end=hour_words(end))


def day_words(day: date) -> str:
    """Weekday, day and month; the year goes without saying."""
    return f"{weekday_name(day)} {format_day_month(day)}"


def minutes_words(minutes: int) -> str:
    return QCoreApplication.translate("Scheduling", "{count} minutes").format(count=to_persian(minutes))


@lru_cache(maxsize=4096)
def short_case_no(case_no: str, today: date) -> str:
    """The last part of a file's number, with its year when that is another year."""
    parts = _PARTS.findall(case_no)
    if len(parts) < 2:
        return to_persian(case_no)
    year = str(to_jalali(today)[0])
    short = parts[-1] if parts[-2] == year else f"{parts[-2]}-{parts[-1]}"
    return to_persian(short)


def shortest_case_no(case_no: str, today: date) -> str:
    """The same without the zeros before it, for a block that is narrower than four figures."""
    short = short_case_no(case_no, today)
    return short.lstrip(to_persian(0)) or short


def barest_case_no(case_no: str, today: date) -> str:
    """The last part alone, where there is not even room for another year."""
    return shortest_case_no(case_no, today).rpartition("-")[2].lstrip(to_persian(0)) or shortest_case_no(
        case_no, today
    )


def case_words(case_no: str, initials: str) -> str:
    """The whole number and the initials, as lists say it (P-3)."""
    return " · ".join(part for part in (to_persian(case_no), initials) if part)
