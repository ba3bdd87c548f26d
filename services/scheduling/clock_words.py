"""An hour as the sentences of scheduling say it. Minutes are those of a day, also before its beginning and beyond its
end."""

from datetime import time

from services.scheduling.rules import DAY_MINUTES


def clock(minute: int) -> str:
    """Hours and minutes; the catalogue makes the digits Persian."""
    of_day = minute if 0 <= minute <= DAY_MINUTES else minute % DAY_MINUTES
    return f"{of_day // 60:02}:{of_day % 60:02}"


def hour_of(minute: int) -> time:
    """A minute as a wall clock; the end of the day is its last minute."""
    of_day = min(minute, DAY_MINUTES - 1) if minute <= DAY_MINUTES else minute % DAY_MINUTES
    return time(of_day // 60, of_day % 60)
