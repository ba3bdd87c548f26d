"""The table of a list page: one row is one thing, Enter opens it, Ctrl+C copies it as Excel cells."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme.theme import px, theme
from ui.widgets.labels import hold_numbers
from ui.widgets.row_paint import paint_chip
from ui.widgets.rows_model import CHIP_ROLE, RowsModel
from ui.widgets.walking import ENTER

R = TypeVar("R")
_MARGIN = 12
_LEAST_SHARE = 90


class CellPainter(QStyledItemDelegate):
    """Cells without boxes: text or chip, a thin line under the row, the whole row lit when chosen."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, rect = theme().colours, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = rect.adjusted(px(_MARGIN), 0, -px(_MARGIN), 0)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        tone = index.data(CHIP_ROLE)
        if tone and text:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(painter, inner, text, tone, leading=True)
            return
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text))
        shown = QFontMetrics(option.font).elidedText(
            hold_numbers(text), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)


class RowsTable(QTableView, Generic[R]):
    """`opened` carries the row that was opened by Enter or a double click; `chosen` the current row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_copy: Callable[[Sequence[R]], None] | None = None
        self._rows_model = model
        self._painter = CellPainter()
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self._set_headers()
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def allow_copy(self, record: Callable[[Sequence[R]], None] | None) -> None:
        """Copying is an export: only for who may export, and `record` logs the copied rows. None forbids it."""
        self._record_copy = record

    def current_row(self) -> R | None:
        return self._rows_model.row(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def selected_rows(self) -> tuple[R, ...]:
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self._rows_model.row(number) for number in numbers)
        return tuple(row for row in rows if row is not None)

    def select_first(self) -> None:
        """Make the first row current, so that the arrows start there."""
        if self._rows_model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._rows_model.index(0, 0), flags)

    def show_row_numbers(self, shown: bool) -> None:
        self.verticalHeader().setVisible(shown)

    def copy(self) -> None:
        """The selected rows with their heads on the clipboard, as cells for Excel and as a table for Word."""
        rows = self.selected_rows()
        if not rows or self._record_copy is None:
            return
        table = [tuple(column.title for column in self._rows_model.columns)]
        table += [self._rows_model.texts(row) for row in rows]
        content = QMimeData()
        content.setText("\n".join("\t".join(_one_cell(cell) for cell in line) for line in table))
        content.setHtml(_html(table))
        QGuiApplication.clipboard().setMimeData(content)
        self._record_copy(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Home:
            self._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._go(self._rows_model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _set_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSortIndicatorShown(False)
        across.sectionClicked.connect(self._sort_by)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(px(42))
        down.setVisible(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def _share_width(self) -> None:
        """Fixed columns give way together before the table has to scroll sideways."""
        columns, room = self._rows_model.columns, self.viewport().width()
        fixed = sum(px(column.width) for column in columns if column.width)
        open_columns = sum(1 for column in columns if not column.width)
        least = px(_LEAST_SHARE) * open_columns
        shrink = min(1.0, max(0.6, (room - least) / fixed)) if fixed else 1.0
        left = room - sum(int(px(column.width) * shrink) for column in columns if column.width)
        share = max(px(_LEAST_SHARE), left // open_columns) if open_columns else 0
        for number, column in enumerate(columns):
            self.setColumnWidth(number, int(px(column.width) * shrink) if column.width else share)

    def _sort_by(self, section: int) -> None:
        column = self._rows_model.columns[section]
        if column.sort_key is None and not column.key:
            return
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
        ascending = Qt.SortOrder.AscendingOrder
        descends = again and header.sortIndicatorOrder() == ascending
        order = Qt.SortOrder.DescendingOrder if descends else ascending
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self._rows_model.sort(section, order)

    def _go(self, number: int) -> None:
        index = self._rows_model.index(number, max(0, self.currentIndex().column()))
        if index.isValid():
            self.setCurrentIndex(index)

    def _open(self, number: int) -> None:
        row = self._rows_model.row(number)
        if row is not None:
            self.opened.emit(row)

    def _on_current(self, current: QModelIndex) -> None:
        self.chosen.emit(self._rows_model.row(current.row()) if current.isValid() else None)


def _one_cell(text: str) -> str:
    """A cell that Excel does not take apart, nor for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in "=+-@" and flat else flat


def _html(table: Sequence[Sequence[str]]) -> str:
    from html import escape

    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in table)
    return f'<table dir="rtl">{"".join(f"<tr>{line}</tr>" for line in lines)}</table>'
