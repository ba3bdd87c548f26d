"""How far a long paper is, and whether anybody still wants it."""

from collections.abc import Callable

from services.errors import AppError

Report = Callable[[int, int], None]
"""Told (done, total), from whatever lane the work runs in."""
Cancelled = Callable[[], bool]
WHOLE = 100


class StoppedError(AppError):
    """The person stopped it; nothing was made."""


class Watch:
    """Counts the steps of a work of several parts as hundredths of the whole, and ends it when it is not wanted."""

    def __init__(self, report: Report, is_cancelled: Cancelled) -> None:
        self._report, self._is_cancelled = report, is_cancelled
        self._first, self._share, self._steps, self._done = 0, 0, 1, 0
        self._told = -1

    def part(self, first: int, last: int, steps: int) -> None:
        """The next `steps` take the work from `first` to `last` hundredths."""
        self._first, self._share, self._steps, self._done = first, last - first, max(1, steps), 0

    def step(self) -> None:
        """One more is done. `StoppedError` when the person has stopped it."""
        self._done += 1
        if self._is_cancelled():
            raise StoppedError("documents.stopped")
        now = self._first + self._share * min(self._done, self._steps) // self._steps
        if now != self._told:
            self._told = now
            self._report(now, WHOLE)
