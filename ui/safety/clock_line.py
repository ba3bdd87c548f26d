"""The hours that are left for a report, in neutral words: a letter and a time, nothing that tells (R-8, P-10)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from ui.safety.moment_edit import moment_words
from ui.widgets.labels import Chip

_TICK_MS = 20_000


class ClockLine(Chip):
    """«until …, … left»; hidden while no clock runs. `now` gives the present instant."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", "attention", parent)
        self._now = now
        self._ends: datetime | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show)
        self.hide()

    def set_end(self, ends: datetime | None) -> None:
        """When the clock ends; None when none runs."""
        self._ends = ends
        self.setVisible(ends is not None)
        self._timer.start() if ends is not None else self._timer.stop()
        self._show()

    def _show(self) -> None:
        if self._ends is None:
            return
        left: timedelta = self._ends - self._now()
        minutes = int(left.total_seconds() // 60)
        if minutes < 0:
            self.set(self.tr("Until {end}; the time is over").format(end=moment_words(self._ends)), "danger")
            return
        words = self.tr("Until {end}; {hours} hours and {minutes} minutes left")
        hours, rest = divmod(minutes, 60)
        self.setText(words.format(end=moment_words(self._ends), hours=to_persian(hours), minutes=to_persian(rest)))
