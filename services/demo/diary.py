"""The order of events, and which hours of rooms and colleagues are still free."""

import heapq
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from services.clock import instant, local
from services.errors import AppError, StorageError
from services.persian.jalali import weekday_index

log = logging.getLogger(__name__)

_OPENS, _CLOSES, _STEP = 8 * 60, 13 * 60 + 30, 60
_THURSDAY = 5

Event = Callable[[datetime], None]


class Diary:
    """Events by time, so that the clock never goes back; free hours by colleague and by day."""

    def __init__(self, days_off: set[date]) -> None:
        self._events: list[tuple[datetime, int, Event]] = []
        self._count = 0
        self._days_off = days_off
        self._taken: set[tuple[object, date, int]] = set()
        self.now = datetime.min.replace(tzinfo=UTC)
        """The moment of the event that happens now."""

    def at(self, moment: datetime, event: Event) -> None:
        """Let something happen at this instant."""
        self._count += 1
        heapq.heappush(self._events, (moment, self._count, event))

    def play(self, until: datetime, move_clock: Callable[[datetime], None]) -> None:
        """Let everything happen in order; what lies after `until` stays undone."""
        last = datetime.min.replace(tzinfo=until.tzinfo)
        while self._events and self._events[0][0] <= until:
            moment, _, event = heapq.heappop(self._events)
            last = max(last + timedelta(milliseconds=1), moment)
            self.now = last
            move_clock(last)
            try:
                event(last)
            except StorageError:
                raise
            except AppError as error:  # on some day of some year a rule stands against it: the year goes on without
                log.warning("left out of the made-up year: %s", error.key)

    def works_on(self, day: date) -> bool:
        return weekday_index(day) < _THURSDAY and day not in self._days_off

    def next_work(self, at: datetime) -> datetime:
        """That moment, or the same hour of the first working day after it."""
        while not self.works_on(local(at).date()):
            at += timedelta(days=1)
        return at

    def take(self, day: date, start: int, who: object) -> None:
        """Somebody has something else at that hour."""
        self._taken.add((who, day, start))

    def free_hour(self, first: date, *whose: object) -> tuple[date, int]:
        """The first hour from `first` on at which all of them are free: colleague, room, persons; it is taken."""
        day = first
        while True:
            if self.works_on(day):
                for start in range(_OPENS, _CLOSES, _STEP):
                    keys = {(who, day, start) for who in whose}
                    if not keys & self._taken:
                        self._taken |= keys
                        return day, start
            day += timedelta(days=1)


def moment(day: date, minute: int) -> datetime:
    """The instant of a local day and minute."""
    return instant(datetime.combine(day, time(minute // 60, minute % 60)))
