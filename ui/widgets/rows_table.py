"""The table of a list page: one row is one thing, Enter opens it, Ctrl+C copies it as Excel cells."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.theme.theme import px, theme
from ui.widgets.labels import TO_THE_LEFT, TO_THE_RIGHT, elided, hold_numbers
from ui.widgets.row_paint import paint_chip
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.walking import ENTER

R = TypeVar("R")
_MARGIN = 12
_LEAST_SHARE, _GOOD_SHARE, _MOST_SHARE = 90, 160, 420
"""What a column without a width of its own has at the very least, before others give way, and before others grow."""
_GROWTH = 1.6
_PLAIN = int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)
_RIGHT, _LEFT = int(TO_THE_RIGHT) | _PLAIN, int(TO_THE_LEFT) | _PLAIN
_JOINER = "\u200d"


class _Kit:
    """What painting needs again and again, made once for a theme and a font."""

    def __init__(self, font: QFont) -> None:
        colours = theme().colours
        self.theme, self.font = theme(), font
        self.struck_font = QFont(font)
        self.struck_font.setStrikeOut(True)
        self.metrics = QFontMetrics(font)
        self.text, self.line = QColor(colours.text), QColor(colours.line)
        self.chosen, self.hover = QColor(colours.accent_soft), QColor(colours.hover)
        self.edge = QColor(colours.accent)
        self.margin = px(_MARGIN)
        self._widths: dict[str, int] = {}
        self._elided: dict[tuple[str, int], str] = {}

    def fits(self, text: str, width: int) -> str:
        """The text, cut with "…" where it is wider than `width`."""
        if self._at_most(text) <= width:
            return text
        found = self._elided.get((text, width))
        if found is None:
            if len(self._elided) > 5_000:
                self._elided.clear()
            found = elided(self.metrics, text, width)
            self._elided[text, width] = found
        return found

    def _at_most(self, text: str) -> int:
        """No text is wider than its letters in their widest shapes; shaping it would cost as much as drawing."""
        widths, whole = self._widths, 0
        for letter in text:
            width = widths.get(letter)
            if width is None:
                shapes = (letter, _JOINER + letter, letter + _JOINER, _JOINER + letter + _JOINER)
                width = widths[letter] = max(self.metrics.horizontalAdvance(shape) for shape in shapes)
            whole += width
        return whole


class RowsTable(QTableView, Generic[R]):
    """`opened` carries the row that was opened by Enter or a double click; `chosen` the current row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_copy: Callable[[Sequence[R]], None] | None = None
        self._rows_model = model
        self._kit: _Kit | None = None
        self._hovered = -1
        self.setModel(model)
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

    def selected_rows(self) -> tuple[R, ...]:
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self._rows_model.row(number) for number in numbers)
        return tuple(row for row in rows if row is not None)

    def select_first(self) -> None:
        """Make the first row current, so that the arrows start there."""
        if self._rows_model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._rows_model.index(0, 0), flags)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._kit = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the visible cells in one loop: a delegate costs a crossing into Python for each cell, which
        together is more than a frame."""
        if self._kit is None or self._kit.theme is not theme():
            self._kit = _Kit(self.font())
        painter = QPainter(self.viewport())
        painter.setFont(self._kit.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._visible_columns()
        region, first = event.rect(), max(0, self.rowAt(event.rect().top()))
        for number in range(first, self._rows_model.rowCount()):
            top, height = self.rowViewportPosition(number), self.rowHeight(number)
            if top > region.bottom():
                break
            self._paint_row(painter, self._kit, number, QRect(0, top, self.viewport().width(), height), columns)

    def _paint_row(
        self,
        painter: QPainter,
        kit: _Kit,
        number: int,
        rect: QRect,
        columns: Sequence[tuple[Column[R], int, int]],
    ) -> None:
        chosen = self.selectionModel().isRowSelected(number)
        if chosen or number == self._hovered:
            painter.fillRect(rect, kit.chosen if chosen else kit.hover)
        row = self._rows_model.fetch(number)
        painter.setPen(kit.text)
        for column, left, width in columns:
            inner = QRect(left + kit.margin, rect.top(), width - 2 * kit.margin, rect.height())
            text = "…" if row is None else column.text(row)
            tone = "" if row is None else column.tone(row)
            if tone and text:
                paint_chip(painter, QRectF(inner), text, tone, leading=True, is_chosen=chosen)
            elif text:
                side = _LEFT if column.align == "left" else _RIGHT
                is_struck = row is not None and column.struck(row)
                painter.setFont(kit.struck_font if is_struck else kit.font)
                painter.drawText(inner, side, kit.fits(hold_numbers(text), inner.width()))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, kit.line)
        if chosen and number == self.currentIndex().row() and self.hasFocus():
            # the place of the keyboard is marked by a bar too: colour never speaks alone
            painter.fillRect(rect.right() - px(3) + 1, rect.top(), px(3), rect.height() - 1, kit.edge)

    def _visible_columns(self) -> list[tuple[Column[R], int, int]]:
        found = []
        for number, column in enumerate(self._rows_model.columns):
            left, width = self.columnViewportPosition(number), self.columnWidth(number)
            if not self.isColumnHidden(number) and left + width > 0 and left < self.viewport().width():
                found.append((column, left, width))
        return found

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

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
        """Columns that give way go before names and subjects are cut; in a wide table all grow, not these alone."""
        columns, room = self._rows_model.columns, self.viewport().width()
        shown = self._fitting(room)
        fixed = sum(px(column.width) for column in shown)
        open_columns = sum(1 for column in shown if not column.width)
        least = px(_LEAST_SHARE) * open_columns
        factor = min(1.0, max(0.6, (room - least) / fixed)) if fixed else 1.0
        spare = room - fixed - px(_MOST_SHARE) * open_columns
        if fixed and open_columns and spare > 0:
            factor = min(_GROWTH, 1 + spare / fixed)
        left = room - sum(int(px(column.width) * factor) for column in shown if column.width)
        share = max(px(_LEAST_SHARE), left // open_columns) if open_columns else 0
        for number, column in enumerate(columns):
            self.setColumnHidden(number, column not in shown)
            self.setColumnWidth(number, int(px(column.width) * factor) if column.width else share)

    def _fitting(self, room: int) -> list[Column[R]]:
        """The columns for that much room."""
        shown = list(self._rows_model.columns)
        while any(column.gives_way for column in shown):
            needed = sum(px(column.width or _GOOD_SHARE) for column in shown)
            if needed <= room:
                break
            shown.remove(max(shown, key=lambda column: column.gives_way))
        return shown

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
