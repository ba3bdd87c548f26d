"""Rows in a card, as on the home and case pages: a lead or icon, a title, a quiet line, one chip."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from ui.widgets.row_paint import ROW_ROLE, Row, RowPainter
from ui.widgets.walking import ENTER

Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        return row.words() if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()


class RowList(QListView):
    """`opened` carries the key of the row that was opened by Enter or a click; `chosen` of the current one.

    With `fits` the list is as high as its rows and leaves the scrolling to the page.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, *, fits: bool = False, dense: bool = False, lines: bool = True
    ) -> None:
        super().__init__(parent)
        self._fits = fits
        self._rows = _Rows(self)
        self._painter = RowPainter(dense=dense, lines=lines)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(self._rows.rows[index.row()].key))
        self.selectionModel().currentChanged.connect(self._on_current)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the current row stays current when it is still there."""
        key = self.current_key()
        self._rows.set_rows(rows)
        for number, row in enumerate(self._rows.rows):
            if key is not None and row.key == key:
                self.setCurrentIndex(self._rows.index(number))
        if self._fits:
            self.updateGeometry()

    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows

    def current_key(self) -> object:
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else None

    def choose(self, key: Hashable) -> None:
        """Make the row of that key current; nothing happens where there is none."""
        for number, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(number))
                return

    def sizeHint(self) -> QSize:
        if not self._fits:
            return super().sizeHint()
        heights = (self.sizeHintForRow(number) for number in range(self._rows.rowCount()))
        return QSize(super().sizeHint().width(), sum(heights) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._fits else QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        self.chosen.emit(self._rows.rows[current.row()].key if current.isValid() else None)
