"""The clock is a parameter: the program, the tests and the made-up precinct each bring their own."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Protocol

NAME_OF_ZONE = "Asia/Tehran"


@cache
def zone() -> tzinfo:
    """The unit's zone; read with the first wall-clock time, not while the program starts."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(NAME_OF_ZONE)


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        return self._instant

    def set(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        self._instant += step


def local(instant: datetime) -> datetime:
    """The wall-clock reading of an instant in the unit's zone, naive (R-19)."""
    return instant.astimezone(zone()).replace(tzinfo=None)


def instant(wall: datetime) -> datetime:
    """The UTC instant of a naive wall-clock reading in the unit's zone."""
    return wall.replace(tzinfo=zone()).astimezone(UTC)


def today(clock: Clock) -> date:
    return local(clock.now()).date()
