"""The month from right to left: a cell a day with its number, its holiday, how many come and the first of them.

Like the week it is one picture, over which the cursor, what the mouse points at and what is held are painted.
"""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from services.persian.date_words import WEEKDAYS
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from ui.scheduling.block_paint import Look
from ui.scheduling.month_hand import MonthHand
from ui.scheduling.month_layout import MonthBoard, MonthDay
from ui.scheduling.month_paint import CELL, HEAD, draw_month, paint_held, row_lines
from ui.scheduling.words import hour_words
from ui.theme.theme import px, theme
from ui.widgets.walking import ENTER

_STEPS: dict[int, int] = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """`walked` carries the day on which the arrows stand now, `day_opened` the one under Enter or a click; `moved`
    its box."""

    walked = Signal(object)
    day_opened = Signal(object)
    page_wanted = Signal(int)
    today_wanted = Signal()
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Month"))
        self._board: MonthBoard | None = None
        self._look: Look | None = None
        self._day = date.min
        self._hover: int | None = None
        self._picture: QPixmap | None = None
        self.hand = MonthHand(self)
        self.hand.aimed.connect(self._on_aimed)

    def show_board(self, board: MonthBoard, look: Look, day: date) -> None:
        """Another month, or other appointments; the arrows stand on `day`."""
        self.hand.let_go()
        self._board, self._look, self._picture, self._hover = board, look, None, None
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.put_cursor(day)
        self.update()

    def board(self) -> MonthBoard | None:
        return self._board

    def day(self) -> date:
        """Where the arrows stand."""
        return self._day

    def take_up(self) -> None:
        """M: the appointments of the day under the arrows, one after the other."""
        held = self.hand.held
        number = self._number() if held is None or self._board is None else self._board.place_of(held.day)
        if self._board is not None and number is not None:
            self.hand.take_up(self._board.days[number].rows)

    def put_cursor(self, day: date) -> None:
        self._repaint(self._number())
        self._day = day
        number = self._number()
        if self._board is not None and number is not None:
            self.setAccessibleDescription(self.words_of(self._board.days[number]))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.moved.emit(self.cell_box(number))
        self._repaint(number)

    def words_of(self, day: MonthDay) -> str:
        """A day in words: its date, its holiday, how many appointments."""
        some, none = self.tr("{count} appointments"), self.tr("no appointment")
        count = some.format(count=to_persian(len(day.rows))) if day.rows else none
        holiday = day.holiday
        if day.is_estimated:
            holiday = self.tr("{occasion} (estimated)").format(occasion=holiday)
        return "\u060c ".join(part for part in (format_long(day.day), holiday, count) if part)

    def sizeHint(self) -> QSize:
        return QSize(px(700), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        weeks = self._board.weeks if self._board else 5
        return QSize(px(320), px(HEAD) + weeks * px(CELL))

    # --- places -----------------------------------------------------------------------------------------------

    def cell_box(self, number: int) -> QRectF:
        """The place of a day, counted from the Saturday at the upper right."""
        weeks = self._board.weeks if self._board else 5
        row, column = divmod(number, len(WEEKDAYS))
        width, height = self.width() / len(WEEKDAYS), (self.height() - px(HEAD)) / max(1, weeks)
        return QRectF(self.width() - (column + 1) * width, px(HEAD) + row * height, width, height)

    def number_at(self, point: QPointF) -> int | None:
        """The cell under a point."""
        count = len(self._board.days) if self._board else 0
        return next((number for number in range(count) if self.cell_box(number).contains(point)), None)

    def _number(self) -> int | None:
        return self._board.place_of(self._day) if self._board is not None else None

    # --- keyboard and mouse -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        holds = self.hand.held is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if holds and (not self._is_in_sight(key) or self.hand.key(key)):
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._board is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.walked.emit(self._day + timedelta(days=_STEPS[key]))
        elif key in ENTER:
            self.day_opened.emit(self._day)
        elif key in _PAGES:
            self.page_wanted.emit(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if number is not None and self._board is not None and event.button() == Qt.MouseButton.LeftButton:
            day = self._board.days[number]
            lines = row_lines(day, self.cell_box(number))
            under = next((row for row, line in lines if line.contains(event.position())), None)
            self.walked.emit(day.day)
            self.hand.press(event.position(), under)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if self.hand.release():
            return
        if number is not None and number == self._number() and event.button() == Qt.MouseButton.LeftButton:
            self.day_opened.emit(self._day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        day = self._board.days[number].day if self._board is not None and number is not None else None
        if not self.hand.move(event.position(), day):
            self._point_at(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.number_at(QPointF(event.pos()))
            day = self._board.days[number] if self._board is not None and number is not None else None
            QToolTip.showText(event.globalPos(), self.words_of(day) if day is not None else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint(self._number())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint(self._number())

    def _is_in_sight(self, key: int) -> bool:
        """What is held stays on the days that are shown."""
        step = _STEPS.get(key, 0)
        return self._board is not None and self._board.place_of(self.hand.day + timedelta(days=step)) is not None

    def _on_aimed(self) -> None:
        row = self.hand.held
        if row is not None:
            words = self.tr("{hour}, to {day}").format(hour=hour_words(row.start), day=format_long(self.hand.day))
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _point_at(self, number: int | None) -> None:
        if number != self._hover:
            before, self._hover = self._hover, number
            self._repaint(before)
            self._repaint(number)
        shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    # --- painting ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._board is None or self._look is None:
            painter.fillRect(event.rect(), self.palette().base())
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            boxes = [self.cell_box(number) for number in range(len(self._board.days))]
            self._picture = draw_month(QSize(self.width(), self.height()), boxes, self._board, self._look, ratio)
        dirty = QRectF(event.rect())
        painter.drawPixmap(dirty, self._picture, QRectF(dirty.topLeft() * ratio, dirty.size() * ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, strong in ((self._hover, False), (self._number(), True)):
            if number is not None and (not strong or self.hasFocus()):
                tone = theme().colours.accent if strong else theme().colours.quiet
                painter.setPen(QPen(QColor(tone), px(2.5 if strong else 1)))
                painter.drawRoundedRect(self.cell_box(number).adjusted(2, 2, -2, -2), px(6), px(6))
        held, over = self.hand.held, self._board.place_of(self.hand.day)
        if held is not None and over is not None:
            paint_held(painter, self.cell_box(over), held, self._look)

    def _repaint(self, number: int | None) -> None:
        if number is not None:
            self.update(self.cell_box(number).toAlignedRect())
