"""A button that opens the month, to go to another day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import calendar_facts
from ui.widgets.buttons import QuietButton
from ui.widgets.month_panel import MonthPanel
from ui.widgets.walking import ENTER


class JumpButton(QuietButton):
    """`picked` carries the day."""

    picked = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "calendar-month-outline", parent)
        self._day = calendar_facts.today()
        self._panel: MonthPanel | None = None
        self.clicked.connect(self.open_panel)

    def set_day(self, day: date) -> None:
        """The day that the month begins with."""
        self._day = day

    def open_panel(self) -> None:
        if self._panel is None:
            self._panel = MonthPanel(self)
            self._panel.picked.connect(self._pick)
        if self._panel.isVisible():
            self._panel.hide()
        else:
            self._panel.open_on(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel = self._panel
        if panel is None or not panel.isVisible():
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self._pick(panel.day())
        elif not panel.handle_key(event):
            panel.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._panel is not None:
            self._panel.hide()

    def _pick(self, day: date) -> None:
        if self._panel is not None:
            self._panel.hide()
        self.picked.emit(day)
