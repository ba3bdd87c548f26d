"""The calendar itself, painted from the right: days or rooms as columns, hours from the top, one block a meeting.

What changes seldom is one picture that is drawn again only when it must be (`grid_paint`); the cursor, what the mouse
points at and what is held lie over it, and only their places are painted anew.
"""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from services.scheduling.rules import STEP as QUARTER
from ui.scheduling.block_paint import Look
from ui.scheduling.carry_paint import paint_carried, paint_left, paint_offer
from ui.scheduling.carrying import Carry, column_of
from ui.scheduling.grid_hand import GridHand, offer_of
from ui.scheduling.grid_paint import draw_board, paint_cell, paint_ring
from ui.scheduling.grid_places import EDGE, NARROWEST, Places
from ui.scheduling.grid_walk import first_stop, found_again, sideways, walked
from ui.scheduling.grid_words import tip_of, words_of
from ui.scheduling.week_layout import Board, Stop, fitted
from ui.scheduling.words import hour_words
from ui.theme.theme import px
from ui.widgets.mark import RevealKey
from ui.widgets.walking import ENTER

_HOUR = 48
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_HALO = 4
"""Pixels that a ring reaches beyond its block."""


class WeekGrid(QWidget):
    """`opened` carries the `AppointmentRow` under Enter or a click, `heap_opened` the column of a heap, `cell_wanted`
    the column's number and the minute of an empty cell, `cancel_wanted` the row under Delete, `page_wanted` a step of
    -1 or 1, `moved` the box of the cursor. What is taken up and put down is told by `hand`."""

    opened = Signal(object)
    heap_opened = Signal(object)
    cell_wanted = Signal(int, int)
    cancel_wanted = Signal(object)
    page_wanted = Signal(int)
    today_wanted = Signal()
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Calendar"))
        self.hand = GridHand(self)
        self.hand.aimed.connect(self._on_aimed)
        self.hand.page_wanted.connect(self.page_wanted)
        self._whole: Board | None = None
        self._places: Places | None = None
        self._look: Look | None = None
        self._picture: QPixmap | None = None
        self._cursor: Stop | None = None
        self._hover: Stop | None = None
        self._pressed: Stop | None = None
        self._carried_over = QRectF()
        RevealKey.of_program().held.connect(self._reveal)

    # --- what is shown ----------------------------------------------------------------------------------------

    def show_board(self, board: Board, look: Look) -> None:
        """Other appointments; the cursor stays on its appointment, or near its hour."""
        before = self._cursor
        self._whole, self._look, self._hover, self._pressed = board, look, None, None
        self._lay_out()
        self._cursor = found_again(before, self._board())
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.hand.board_changed(self._board())
        if self._cursor is None and self.hasFocus():
            self.put_cursor(first_stop(self._board(), look.now[1]))
        self.update()

    def set_now(self, now: tuple[date, int]) -> None:
        """The line of now moves on."""
        if self._look is not None and self._look.now != now:
            self._look = Look(self._look.families, now[0], now, self._look.reveals)
            self._picture = None
            self.update()

    def board(self) -> Board | None:
        """What stands there, heaps where it is too narrow for all."""
        return self._places.board if self._places is not None else None

    def stop(self) -> Stop | None:
        """Where the arrows stand."""
        return self._cursor

    def put_cursor(self, stop: Stop | None) -> None:
        before, self._cursor = self._cursor, stop
        self._say(self.words_of(stop))
        if stop is not None and self._places is not None:
            self.moved.emit(self._places.box_of(stop))
        self._repaint(before)
        self._repaint(stop)

    def put_cursor_on(self, appointment_id: object) -> None:
        """Make an appointment current, if it is in sight."""
        found = self._board().block_of(appointment_id) if self._places is not None else None
        if found is not None:
            self.put_cursor(Stop(found.column, found.start, found))

    def words_of(self, stop: Stop | None) -> str:
        """What a screen reader says of a halt."""
        if stop is None or self._places is None or self._look is None:
            return ""
        return words_of(self._board(), stop, self._look)

    def sizeHint(self) -> QSize:
        return QSize(px(700), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hours = self._whole.minutes / 60 if self._whole else 6
        return QSize(px(320), round(hours * px(_HOUR)) + 2 * px(EDGE))

    # --- places -----------------------------------------------------------------------------------------------

    def places(self) -> Places:
        """The geometry of what is shown; there must be a board."""
        assert self._places is not None
        return self._places

    def column_box(self, number: int) -> QRectF:
        """A column from top to bottom."""
        return self.places().column_box(number)

    def y_of(self, minute: int) -> float:
        return self.places().y_of(minute)

    def _board(self) -> Board:
        return self.places().board

    def _lay_out(self) -> None:
        board = self._whole
        if board is None:
            return
        whole = Places(board, self.width(), self.height())
        most = int((whole.column_box(0).width() - 2 * px(3)) // px(NARROWEST))
        narrow = fitted(board, max(1, most))
        self._places = whole if narrow is board else Places(narrow, self.width(), self.height())
        self._picture = None

    # --- keyboard ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, board = event.key(), self.board()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = plain == Qt.KeyboardModifier.ShiftModifier
        if board is None or (plain and not shift):
            super().keyPressEvent(event)
        elif self.hand.carry is not None:
            self.hand.key(key, board, shift=shift)
        elif shift:
            self._draw_by_key(event, board)
        elif not self._act(key, board):
            super().keyPressEvent(event)

    def _act(self, key: int, board: Board) -> bool:
        stop = self._cursor
        if key in ENTER:
            self._open(stop)
        elif key == Qt.Key.Key_Delete and stop is not None and stop.block is not None and not stop.block.is_heap:
            self.cancel_wanted.emit(stop.block.row)
        elif key in _PAGES:
            self.page_wanted.emit(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        else:
            return self._walk(key, board)
        return True

    def _draw_by_key(self, event: QKeyEvent, board: Board) -> None:
        """Shift with up or down takes the appointment up and draws it at once."""
        taken = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.take_up()
        if not (taken and self.hand.key(event.key(), board, shift=True)):
            super().keyPressEvent(event)

    def take_up(self) -> bool:
        """M: the appointment under the cursor goes into the hand, M again lets it go."""
        stop = self._cursor
        if self.hand.carry is not None:
            self.hand.let_go()
            return False
        return stop is not None and stop.block is not None and self.hand.take(stop.block, self._board())

    def new_at_cursor(self) -> None:
        """N: a new appointment in the cell of the cursor, or when its appointment ends."""
        stop = self._cursor
        if stop is not None and self.hand.carry is None:
            minute = stop.block.end if stop.block is not None else stop.minute
            self.cell_wanted.emit(stop.column, min(minute, 1440 - QUARTER))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor is None and self._places is not None and self._look is not None:
            self.put_cursor(first_stop(self._board(), self._look.now[1]))
        self._repaint(self._cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint(self._cursor)

    def _walk(self, key: int, board: Board) -> bool:
        here = self._cursor or first_stop(board, self._look.now[1] if self._look else 0)
        if here is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Left else -1
            stop, leaves = sideways(board, here, step)
            self.put_cursor(stop)
            if leaves:
                self.page_wanted.emit(step)
            return True
        stop = walked(board, here, key)
        if stop is not None:
            self.put_cursor(stop)
        return stop is not None

    def _open(self, stop: Stop | None) -> None:
        if stop is None:
            return
        if stop.block is None:
            self.cell_wanted.emit(stop.column, stop.minute)
        elif stop.block.is_heap:
            self.heap_opened.emit(self._board().columns[stop.column])
        else:
            self.opened.emit(stop.block.row)

    # --- mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._places is None:
            return
        if self.hand.carry is not None:
            self._aim_by_mouse(event.position())
            self.hand.put_down(self._board())
            return
        self._pressed = self._places.stop_at(event.position())
        if self._pressed is not None:
            self._point_at(None)
            self.put_cursor(self._pressed)
            self.hand.press(event.position(), self._places)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._places is None:
            return
        point = event.position()
        if self.hand.move(point, self._places):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        stop = self._places.stop_at(point)
        self.setCursor(self._shape_over(stop, point))
        self._point_at(None if self.hand.carry is not None else stop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._places is None:
            return
        pressed, self._pressed = self._pressed, None
        if self.hand.release(self._places) or pressed is None or self.hand.carry is not None:
            return
        stop = self._places.stop_at(event.position())
        if stop is not None and (stop.block is pressed.block if pressed.block else stop == pressed):
            self._open(stop)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            carry = self.hand.carry
            if carry is not None and offer_of(event.key()) < len(carry.offers):
                event.accept()  # digits are the free times now, not the views
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._places.block_at(QPointF(event.pos())) if self._places is not None else None
            tip = tip_of(block) if block is not None and self.hand.carry is None else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _aim_by_mouse(self, point: QPointF) -> None:
        """What was taken up with the keyboard is put down with a click."""
        places, carry = self.places(), self.hand.carry
        stop = places.stop_at(point)
        if stop is not None and carry is not None and self.hand.holds():
            self.hand.aim(carry.to(stop.column, int(places.minute_at(point.y()) // QUARTER) * QUARTER))

    def _shape_over(self, stop: Stop | None, point: QPointF) -> Qt.CursorShape:
        if stop is None:
            return Qt.CursorShape.ArrowCursor
        if stop.block is not None and self.hand.movable(stop.block) and self.places().is_handle(stop.block, point):
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.PointingHandCursor

    def _point_at(self, stop: Stop | None) -> None:
        if stop != self._hover:
            before, self._hover = self._hover, stop
            self._repaint(before)
            self._repaint(stop)

    # --- what is held -----------------------------------------------------------------------------------------

    def judge(self, about: Carry, verdict: Carry) -> None:
        """What was found out about a place is shown, if that is still where it would stand."""
        if self.hand.judge(about, verdict):
            if verdict.offers != about.offers:
                self.update()  # the free times stand anywhere
            self._repaint_carried()

    def _on_aimed(self, carry: Carry | None) -> None:
        if carry is None:
            self.unsetCursor()
            self.update()  # its own place, too
        else:
            self._repaint_carried()
            if not self._carried_over.isNull():
                self.moved.emit(self._carried_over)

    def _carried_box(self) -> QRectF:
        carry = self.hand.carry
        if carry is None or carry.column >= len(self._board().columns):
            return QRectF()
        return self.places().span_box(carry.column, carry.start, carry.minutes)

    def _left_box(self) -> QRectF:
        """The place it was taken from, while that is in sight."""
        carry = self.hand.carry
        found = (
            block
            for block in self._board().blocks
            if carry is not None and block.row.id == carry.row.id and not block.is_heap
        )
        block = next(found, None)
        return self.places().block_box(block) if block is not None else QRectF()

    def _repaint_carried(self) -> None:
        if self._places is None:
            return
        before, self._carried_over = self._carried_over, self._carried_box()
        for box in (before, self._carried_over, self._left_box()):
            self._repaint_box(box)

    # --- painting ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._cursor
        self._lay_out()
        if self._places is not None and before is not None:
            self._cursor = found_again(before, self._board())
        self._hover = self._pressed = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._places is None or self._look is None:
            painter.fillRect(event.rect(), self.palette().base())
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = draw_board(self._places, self._look, ratio)
        dirty = QRectF(event.rect())
        source = QRectF(dirty.topLeft() * ratio, dirty.size() * ratio)
        painter.drawPixmap(dirty, self._picture, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        carry = self.hand.carry
        if carry is None:
            self._paint_pointed(painter, self._hover, has_keyboard=False)
            if self.hasFocus():
                self._paint_pointed(painter, self._cursor, has_keyboard=True)
            return
        left = self._left_box()
        if not left.isNull():
            paint_left(painter, left)
        for number, slot in enumerate(carry.offers):
            column = column_of(slot, self._board().columns, carry.column)
            if column is not None:
                paint_offer(painter, self.places().span_box(column, slot.start, slot.minutes), number + 1)
        box = self._carried_box()
        if not box.isNull():
            paint_carried(painter, box, carry, self._look)

    def _paint_pointed(self, painter: QPainter, stop: Stop | None, *, has_keyboard: bool) -> None:
        """The quarter under the mouse or the cell of the cursor, with what a click or Enter would do."""
        if stop is None:
            return
        box = self.places().box_of(stop)
        if stop.block is not None:
            paint_ring(painter, box, strong=has_keyboard)
            return
        words = self.tr("{hour} · new").format(hour=hour_words(stop.minute))
        paint_cell(painter, box, words, strong=has_keyboard)

    def _repaint(self, stop: Stop | None) -> None:
        if stop is not None and self._places is not None:
            self._repaint_box(self._places.box_of(stop))

    def _repaint_box(self, box: QRectF) -> None:
        if not box.isNull():
            self.update(box.adjusted(-_HALO, -_HALO, _HALO, _HALO).toAlignedRect())

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def say_carried(self, words: str) -> None:
        """What a screen reader says of what is held."""
        self._say(words)

    def _reveal(self, held: bool) -> None:
        if self._look is not None and self.isVisible():
            self._look = Look(self._look.families, self._look.today, self._look.now, held)
            self._picture = None
            self.update()
