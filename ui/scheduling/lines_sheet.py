"""A sheet of lines that have keys of their own, read anew whenever something of it changes."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import AppContext
from ui.theme.theme import px
from ui.widgets.notices import EmptyState
from ui.widgets.sheet import Sheet


class StopLine(QWidget):
    """One line."""

    def stops(self) -> list[QWidget]:
        """What Tab stops at, the nearest key first."""
        return []


L = TypeVar("L", bound=StopLine)


class LinesSheet(Sheet, Generic[L]):
    """New lines take the keyboard only where it was theirs: what others do meanwhile disturbs nobody who types."""

    def __init__(self, window: QWidget, context: AppContext, title: str, nothing: str, icon_name: str) -> None:
        super().__init__(window, "", side=True, width=600)
        self._context = context
        self.set_title(title)
        self.cancel.setText(self.tr("Close"))
        self.lines: list[L] = []
        self._empty = EmptyState(nothing, icon_name=icon_name)
        self._empty.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(px(10))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[L]) -> None:
        """These in the place of those before."""
        focus = self.window().focusWidget()
        was_mine = focus is None or focus is self._close or any(line.isAncestorOf(focus) for line in self.lines)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = list(lines)
        for line in self.lines:
            self._list.addWidget(line)
        self._empty.setVisible(not lines)
        stops = [stop for line in self.lines for stop in line.stops()]
        if stops and self.isVisible() and was_mine:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
