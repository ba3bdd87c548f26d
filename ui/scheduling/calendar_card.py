"""The card that holds the calendar: heads, grid, legend; or the list of a day."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import Look
from ui.scheduling.day_list import DayList
from ui.scheduling.families import LEGEND
from ui.scheduling.legend import Legend
from ui.scheduling.week_grid import WeekGrid
from ui.scheduling.week_head import WeekHead
from ui.scheduling.week_layout import Board
from ui.theme.theme import px
from ui.widgets.card import Card


class CalendarCard(Card):
    """Shows a board or a list of rows; the grid scrolls when the hours do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Appointments"))
        self.grid, self.head, self.list = WeekGrid(), WeekHead(), DayList()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.grid)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_head)
        self.grid.moved.connect(self._follow)
        board = QWidget()
        inside = QVBoxLayout(board)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self._scroll, 1)
        inside.addSpacing(px(10))
        inside.addWidget(Legend(LEGEND))
        self._stack = QStackedWidget()
        self._stack.addWidget(board)
        self._stack.addWidget(self.list)
        self.add(self._stack, 1)

    def show_board(self, board: Board, look: Look) -> None:
        self._stack.setCurrentIndex(0)
        self.head.show_columns(board.columns)
        self.grid.show_board(board, look)
        QTimer.singleShot(0, self, self._fit_head)

    def show_list(self, rows: list[AppointmentRow], look: Look) -> None:
        self._stack.setCurrentIndex(1)
        self.list.show_rows(rows, look)

    def take_keyboard(self) -> None:
        """The calendar, or the list where that is shown."""
        target = self.list if self._stack.currentIndex() else self.grid
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_into_view(self, appointment_id: object) -> None:
        """Put the cursor on an appointment and scroll to it."""
        self.grid.put_cursor_on(appointment_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _follow(self, box: QRectF) -> None:
        """The cursor stays in sight."""
        self._scroll.ensureVisible(round(box.center().x()), round(box.center().y()), 0, round(box.height()))

    def _fit_head(self) -> None:
        self.head.set_inset(max(0, self._scroll.width() - self._scroll.viewport().width()))
