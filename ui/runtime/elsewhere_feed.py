"""Writes of other programs on the same data, heard within two seconds while the window is to be seen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from services.changes import ANYTHING, Change
from services.errors import AppError
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes

_LOOK_MS = 2_000


class ElsewhereFeed:
    """Asks `count` in a read lane and publishes `ANYTHING` on the bus each time its answer has grown.

    Nothing is asked behind the lock or while the window is minimised; the first look afterwards hears it all.
    """

    def __init__(self, owner: QWidget, lanes: Lanes, bus: ChangeBus, count: Callable[[], int]) -> None:
        """`owner` is the window of the session: the feed lives as long as it."""
        self._owner, self._lanes, self._bus, self._count = owner, lanes, bus, count
        self._known: int | None = None
        self._timer = QTimer(owner, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask now, unless nobody sees the pages."""
        if self._owner.isVisible() and not self._owner.window().isMinimized():
            self._lanes.read(self._owner, self._count, self._take, self._failed, latest="elsewhere")

    def _take(self, count: int) -> None:
        known, self._known = self._known, count
        if known is not None and count > known:
            self._bus.publish({Change(ANYTHING)})

    def _failed(self, error: Exception) -> None:
        """A disk that does not answer is told when somebody uses it, not every two seconds; a bug is told once."""
        if not isinstance(error, AppError):
            self._timer.stop()
            raise error
