"""What edits of dates need to know and no widget can: today, and the names of holidays."""

from collections.abc import Callable, Mapping
from datetime import date

from services.clock import SystemClock
from services.clock import today as clock_today


def _system_today() -> date:
    return clock_today(SystemClock())


def _no_holidays(_first: date, _last: date) -> Mapping[date, str]:
    return {}


class _Facts:
    today: Callable[[], date] = staticmethod(_system_today)
    holidays: Callable[[date, date], Mapping[date, str]] = staticmethod(_no_holidays)


def install(today: Callable[[], date], holidays: Callable[[date, date], Mapping[date, str]]) -> None:
    """Called once by the program: the clock's day, and a cheap (cached) look-up of holidays by range."""
    _Facts.today = staticmethod(today)
    _Facts.holidays = staticmethod(holidays)


def today() -> date:
    return _Facts.today()


def holidays(first: date, last: date) -> Mapping[date, str]:
    return _Facts.holidays(first, last)
