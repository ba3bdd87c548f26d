"""A list of rows of which some are chosen: a click, Enter or Space chooses one or takes it back."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_CHOSEN, _OPEN, _CLOSED = "checkbox-marked", "checkbox-blank-outline", "minus-circle-outline"


class TickRows(RowList):
    """`changed` after every choice. Rows whose key is not among those that may be chosen only stand there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, dense: bool = True) -> None:
        super().__init__(parent, dense=dense)
        self._shown: tuple[Row, ...] = ()
        self._choosable: frozenset[Hashable] = frozenset()
        self._chosen: set[Hashable] = set()
        self.opened.connect(self.toggle)

    def show_rows(self, rows: Sequence[Row], choosable: Iterable[Hashable], chosen: Iterable[Hashable] = ()) -> None:
        """Other rows, of which `chosen` are chosen already."""
        self._shown = tuple(rows)
        self._choosable = frozenset(choosable)
        self._chosen = set(chosen) & self._choosable
        self._render()

    def chosen_keys(self) -> tuple[Hashable, ...]:
        """In the order of the list."""
        return tuple(row.key for row in self._shown if row.key in self._chosen)

    def toggle(self, key: Hashable) -> None:
        if key not in self._choosable:
            return
        self._chosen ^= {key}
        self._render()
        self.changed.emit()

    def choose_all(self, keys: Iterable[Hashable]) -> None:
        """These and no others."""
        self._chosen = set(keys) & self._choosable
        self._render()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def _render(self) -> None:
        at = self.verticalScrollBar().value()
        self.set_rows([replace(row, icon=self._icon(row.key)) for row in self._shown])
        self.verticalScrollBar().setValue(at)

    def _icon(self, key: Hashable) -> str:
        if key not in self._choosable:
            return _CLOSED if self._choosable else ""
        return _CHOSEN if key in self._chosen else _OPEN
