"""The card that holds the calendar: heads, grid, legend; or the month; or the list of a day."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import Look
from ui.scheduling.carry_strip import CarryStrip
from ui.scheduling.carrying import Carry
from ui.scheduling.day_list import DayList
from ui.scheduling.families import LEGEND
from ui.scheduling.legend import Legend
from ui.scheduling.month_grid import MonthGrid
from ui.scheduling.month_layout import MonthBoard
from ui.scheduling.week_grid import WeekGrid
from ui.scheduling.week_head import WeekHead
from ui.scheduling.week_layout import Board
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import OneLine

_LOW = 380
_LIST = 2


class CalendarCard(Card):
    """Shows a board, a month or a list of rows; the grids scroll when the hours or weeks do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Appointments"))
        self.grid, self.head, self.list, self.month = WeekGrid(), WeekHead(), DayList(), MonthGrid()
        self.strip = CarryStrip()
        self._is_low = False
        self._scroll, self._month_scroll = _scrolling(self.grid), _scrolling(self.month)
        for area in (self._scroll, self._month_scroll):
            GutterBar(area, self, 14)
        self.grid.moved.connect(lambda box: _follow(self._scroll, box))
        self.month.moved.connect(lambda box: _follow(self._month_scroll, box))
        board = QWidget()
        inside = QVBoxLayout(board)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self._scroll, 1)
        self._stack = QStackedWidget()
        for page in (board, self._month_scroll, self.list):
            self._stack.addWidget(page)
        self.add(self._stack, 1)
        self._foot = QStackedWidget()
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._legend = Legend(LEGEND)
        self._foot.addWidget(self._legend)
        self._foot.addWidget(self.strip)
        self._told = OneLine("", "quiet")
        self._told.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        below = QHBoxLayout()
        below.setSpacing(px(14))
        below.addWidget(self._foot, 1)
        below.addWidget(self._told)
        self.add(below)

    def show_board(self, board: Board, look: Look) -> None:
        self._turn_to(0)
        before = self.grid.board()
        self.head.show_columns(board.columns)
        self.grid.show_board(board, look)
        if before is None or (before.opens, before.closes) != (board.opens, board.closes):
            QTimer.singleShot(0, self, self._to_the_hours)

    def show_month(self, board: MonthBoard, look: Look, day: date) -> None:
        self.grid.hand.let_go()
        self._turn_to(1)
        self.month.show_board(board, look, day)

    def show_list(self, rows: list[AppointmentRow], day: date, look: Look) -> None:
        self.grid.hand.let_go()
        self._turn_to(_LIST)
        self.list.show_rows(rows, day, look)

    def show_carry(self, carry: Carry | None, where: str = "") -> None:
        """What is held, in the place of the legend."""
        if carry is not None:
            self.strip.show_carry(carry, where)
        self._foot.setCurrentWidget(self._legend if carry is None else self.strip)
        self._show_foot()
        self.fit()

    def take_keyboard(self) -> None:
        """Whatever of the three is shown."""
        targets = (self.grid, self.month, self.list)
        targets[self._stack.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_into_view(self, appointment_id: object) -> None:
        """Put the cursor on an appointment and scroll to it."""
        self.grid.put_cursor_on(appointment_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def tell(self, words: str) -> None:
        """How many there are, and the first free time."""
        self.set_aside(words)
        self._told.setText(words)
        self.fit()

    def set_low(self, *, is_low: bool) -> None:
        """Few hours fit: the room of the legend goes to them. Each block still says what it is, and the pointer
        over it in full."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._show_foot()

    def fit(self) -> None:
        """What is told stands beside the legend: the hours need the room of a title. Only where the window is too
        narrow for both it stands above them, unless it is low too."""
        beside = self._is_wide() and self._stack.currentIndex() != _LIST
        self._told.setVisible(beside and self._foot.currentWidget() is self._legend)
        self._top.setVisible(not beside and self.height() >= px(_LOW))

    def _is_wide(self) -> bool:
        needed = self._legend.sizeHint().width() + self._told.sizeHint().width() + px(14)
        return needed <= self.contentsRect().width() - px(32)

    def _turn_to(self, number: int) -> None:
        """Another view; the keyboard goes with it where the one before had it."""
        focused = QApplication.focusWidget()
        held = focused is not None and self._stack.isAncestorOf(focused) and self._stack.currentIndex() != number
        self._stack.setCurrentIndex(number)
        self._show_foot()
        self._fit_foot()
        self.fit()
        if held:
            self.take_keyboard()

    def _to_the_hours(self) -> None:
        """After other hours are shown: to where the cursor is, or the beginning of work."""
        board, stop = self.grid.board(), self.grid.stop()
        if board is None:
            return
        opening = min((hours[0] for column in board.columns for hours in column.open_hours), default=board.opens)
        self._scroll.verticalScrollBar().setValue(round(self.grid.y_of(opening)) - px(10))
        if stop is not None:
            _follow(self._scroll, self.grid.places().box_of(stop))

    def _show_foot(self) -> None:
        is_held = self._foot.currentWidget() is self.strip
        self._foot.setVisible(self._stack.currentIndex() != _LIST and (is_held or not self._is_low))

    def _fit_foot(self) -> None:
        """As high as the legend; a strip in its place changes nothing."""
        width = self.contentsRect().width() - px(32) - (self._told.width() + px(14) if self._told.isVisible() else 0)
        self._foot.setFixedHeight(max(px(26), self._legend.heightForWidth(max(px(100), width))))


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def _follow(area: QScrollArea, box: QRectF) -> None:
    """The cursor stays in sight."""
    area.ensureVisible(round(box.center().x()), round(box.center().y()), 0, round(box.height()))
