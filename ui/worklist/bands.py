"""The groups of the list, one under the other, walked through as one list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.persian.digits import to_persian
from services.worklist import Band
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.worklist.words import band_words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Bands(QWidget):
    """`opened` and `chosen` carry the key of a row, `chosen` None while there is none. The arrows go from the last
    row of a group to the first of the next; what was done gives its place to the row after it."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists: dict[Band, RowList] = {}
        self._cards: dict[Band, Card] = {}
        self._current: object = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(12))
        for band in Band:
            rows, card = RowList(fits=True, dense=True), Card(band_words(band))
            rows.setAccessibleName(band_words(band))
            rows.opened.connect(self.opened)
            rows.chosen.connect(self._on_chosen)
            rows.installEventFilter(self)
            card.add(rows)
            card.hide()
            self.lists[band], self._cards[band] = rows, card
            box.addWidget(card)
        box.addStretch(1)

    def show_rows(self, groups: dict[Band, list[Row]]) -> None:
        """Other rows; the current one stays current, or where it is gone, the one now in its place."""
        before, had_focus = self._flat(), self.has_keyboard()
        key = self._current
        place = before.index(key) if key in before else 0
        for band, rows in self.lists.items():
            shown = groups.get(band, [])
            rows.set_rows(shown)
            self._cards[band].setVisible(bool(shown))
            self._cards[band].set_aside(to_persian(len(shown)) if shown else "")
        now = self._flat()
        if not now:
            self._current = None
            self.chosen.emit(None)
            return
        self.choose(key if key in now else now[min(place, len(now) - 1)])
        if had_focus:
            self.take_keyboard()

    def choose(self, key: object) -> None:
        """Make the row of that key the current one of all groups."""
        for rows in self.lists.values():
            for row in rows.rows():
                if row.key == key:
                    self._only(rows)
                    rows.choose(row.key)
                    self._on_chosen(row.key)
                    return

    def current(self) -> object:
        return self._current

    def rows(self) -> tuple[Row, ...]:
        """All rows as they stand, first to last."""
        return tuple(row for rows in self.lists.values() for row in rows.rows())

    def has_keyboard(self) -> bool:
        return any(rows.hasFocus() for rows in self.lists.values())

    def take_keyboard(self) -> None:
        rows = next((one for one in self.lists.values() if one.current_key() == self._current), None)
        if rows is not None and self._current is not None:
            rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, RowList) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return self._walk(watched, step)
        if isinstance(watched, RowList) and event.type() == QEvent.Type.FocusIn:
            self._only(watched)
        return False

    def _walk(self, rows: RowList, step: int) -> bool:
        """Over the edge of a group; inside it the list walks by itself."""
        at = rows.currentIndex().row()
        if at < 0 or 0 <= at + step < len(rows.rows()):
            return False
        flat = self._flat()
        place = flat.index(rows.current_key()) + step
        if 0 <= place < len(flat):
            self.choose(flat[place])
            self.take_keyboard()
        return True

    def _only(self, rows: RowList) -> None:
        """One row is current in all groups together."""
        for other in self.lists.values():
            if other is not rows and other.currentIndex().isValid():
                other.selectionModel().clear()

    def _flat(self) -> list[object]:
        return [row.key for row in self.rows()]

    def _on_chosen(self, key: object) -> None:
        if key is not None and key != self._current:
            self._current = key
            self.chosen.emit(key)
