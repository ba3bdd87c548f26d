"""The running clock in the bar above every page: a letter and the time left, nothing that tells (R-8, P-3)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from services.safety import Mark as MarkShape
from ui.widgets.mark import Mark


class ClockMark(Mark):
    """Shows the clock that ends first; its words appear while the key is held. `wanted` when it is clicked.

    How many run is not said: beside an open interview that would count other files (P-3).
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._marks: tuple[MarkShape, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_clocks(self, marks: Sequence[MarkShape], now: datetime) -> None:
        """The first of `marks` is the one that ends first; none hides the mark."""
        self._marks = tuple(marks)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """The time that is left as of `now`."""
        first = next((mark for mark in self._marks if mark.clock_ends_at is not None), None)
        self.setVisible(first is not None)
        if first is None or first.clock_ends_at is None:
            return
        minutes = int((first.clock_ends_at - now).total_seconds() // 60)
        is_over = first.clock_ends_at <= now
        left = self.tr("over") if is_over else to_persian(f"{minutes // 60:02}:{minutes % 60:02}")
        shown = f"{first.letter}  {left}"
        words = f"{first.words}  {left}" if first.words else shown
        if (shown, words) != self.said():
            self.set_mark(shown, words, "attention" if is_over or minutes < 60 else "information")

    def said(self) -> tuple[str, str]:
        """What stands in it, and what a held key shows."""
        return self._letter, self._words

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()
