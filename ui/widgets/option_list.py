"""Rows in a panel under an edit, with headings of groups; the edit keeps the keyboard and passes keys on."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui.theme.fonts import text_font
from ui.theme.icons import colour_of
from ui.theme.theme import px
from ui.widgets.labels import TO_THE_RIGHT
from ui.widgets.popup import PopupPanel
from ui.widgets.row_paint import ROW_ROLE, Row, RowPainter

_KEY_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class OptionList(PopupPanel):
    """`picked` carries the key of a row that was clicked."""

    picked = Signal(object)

    def __init__(self, edit: QWidget, *, visible_rows: int = 9, marks_first: bool = True) -> None:
        """Without `marks_first` no row is current until an arrow key is pressed."""
        super().__init__(edit)
        self._marks_first = marks_first
        self._visible_rows = visible_rows
        self._list = QListWidget(self)
        self._list.setItemDelegate(RowPainter(dense=True, lines=False))
        self._painter = self._list.itemDelegate()  # a delegate has no owner: without this it is collected
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._on_clicked)
        self.box.addWidget(self._list)

    def show_rows(self, rows: Sequence[tuple[str, Row]], current: Hashable | None = None, width: int = 0) -> None:
        """Open with these rows (group, row); the row of `current`, or else the first, is current."""
        self._list.clear()
        group = ""
        for heading, row in rows:
            if heading and heading != group:
                self._add_heading(heading)
            group = heading
            item = QListWidgetItem(row.words())
            item.setData(ROW_ROLE, row)
            self._list.addItem(item)
        self._set_current(current)
        self.open_at(width, self._wanted_height())
        if self._list.currentRow() > 1:  # above the first row stands its heading
            self._list.scrollToItem(self._list.currentItem())
        else:
            self._list.scrollToTop()

    def show_sentence(self, sentence: str, width: int = 0) -> None:
        """Open with words in the place of rows: what may be typed, or that nothing was found."""
        self._list.clear()
        self._add_heading(sentence)
        self.open_at(width, self._wanted_height())

    def current_key(self, otherwise: Hashable | None = None) -> Hashable | None:
        """The key of the current row; `otherwise` when nothing is open."""
        item = self._list.currentItem()
        row = item.data(ROW_ROLE) if item is not None else None
        return row.key if isinstance(row, Row) else otherwise

    def handle_key(self, event: QKeyEvent) -> bool:
        """Move the current row; False when the key is not one that moves."""
        step = _KEY_STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        self._move(step)
        return True

    def _move(self, step: int) -> None:
        rows = [n for n in range(self._list.count()) if self._list.item(n).data(ROW_ROLE) is not None]
        if not rows:
            return
        at = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else -1
        to = (at + step) % len(rows) if abs(step) == 1 else max(0, min(len(rows) - 1, at + step))
        self._list.setCurrentRow(rows[to])

    def _set_current(self, key: Hashable | None) -> None:
        first = -1
        for number in range(self._list.count()):
            row = self._list.item(number).data(ROW_ROLE)
            if isinstance(row, Row):
                first = number if first < 0 else first
                if key is not None and row.key == key:
                    first = number
                    break
        self._list.setCurrentRow(first if self._marks_first or key is not None else -1)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(text_font(9, QFont.Weight.DemiBold))
        item.setForeground(colour_of("quiet"))
        item.setTextAlignment(TO_THE_RIGHT)
        self._list.addItem(item)

    def _wanted_height(self) -> int:
        heights = [self._list.sizeHintForRow(n) for n in range(min(self._list.count(), self._visible_rows))]
        return sum(heights) + px(10)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            self.picked.emit(row.key)
