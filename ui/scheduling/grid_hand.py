"""What holds an appointment: drawing it with the mouse, or M and the arrows. Knows the places, paints nothing.

With the mouse the lower edge draws an appointment longer, the rest of it moves it, at the edge of the week into the
next. With the keyboard M takes it up, the arrows carry it by quarters and columns, Shift with up or down draws it, a
digit takes a free time that is offered; Enter puts it down, Escape lets it go.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal

from services.persian.digits import to_ascii
from services.scheduling.rules import STEP as QUARTER
from services.scheduling.shapes import AppointmentRow, Slot
from ui.scheduling.carrying import Carry, column_of, on_quarter, taken_up
from ui.scheduling.grid_places import Places
from ui.scheduling.week_layout import Block, Board
from ui.theme.theme import px

_SLACK = 4
"""Pixels that a hand trembles while it clicks."""

_BRINK, _DWELL_MS = 10, 700
"""Whoever holds something this near to an edge for so long wants the week beyond it."""

Keys = Qt.Key


@dataclass(frozen=True, slots=True)
class _Pressed:
    point: QPointF
    block: Block
    lengthens: bool
    grip: float
    """Minutes between the beginning of the appointment and the point where it was taken."""


class GridHand(QObject):
    """`aimed` carries the `Carry` whenever it would stand elsewhere, None when it was let go; `dropped` what is to be
    booked; `page_wanted` a step of weeks or days."""

    aimed = Signal(object)
    dropped = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.may_carry: Callable[[AppointmentRow], bool] = lambda _row: False
        self.carry: Carry | None = None
        self.is_put_down = False
        """The answer is awaited: nothing moves it meanwhile."""
        self._pressed: _Pressed | None = None
        self._beyond = 0
        self._dwell = QTimer(self, interval=_DWELL_MS)
        self._dwell.timeout.connect(self._turn_over)
        self._taken: Carry | None = None
        self._home: Carry | None = None
        """As it was taken up, while its own day is in sight."""

    # --- taking and giving back -------------------------------------------------------------------------------

    def holds(self) -> bool:
        """Whether something is in the hand and can be moved."""
        return self.carry is not None and not self.is_put_down

    def movable(self, block: Block | None) -> bool:
        """An appointment is taken where it begins, not where it goes on after midnight."""
        return block is not None and not block.is_heap and block.begins_here and self.may_carry(block.row)

    def take(self, block: Block, board: Board) -> bool:
        """Take an appointment up where it stands."""
        if self.is_put_down or not self.movable(block):
            return False
        self._taken = self._home = taken_up(block.row, board.columns[block.column], block.column)
        self._set(self._taken)
        return True

    def let_go(self) -> None:
        """Back where it was."""
        was = self.carry
        self._dwell.stop()
        self.carry = self._pressed = self._taken = self._home = None
        self.is_put_down = False
        if was is not None:
            self.aimed.emit(None)

    def aim(self, carry: Carry) -> None:
        """Hold it over another place."""
        self._set(carry)

    def judge(self, about: Carry, verdict: Carry) -> bool:
        """What was found out about a place; False when it has been left meanwhile."""
        if self.carry is None or not self.carry.is_at(about):
            return False
        self.carry = verdict
        return True

    def board_changed(self, board: Board) -> None:
        """Other days or other appointments: what was put down has arrived, what is held stays in the hand."""
        if self.carry is None:
            return
        if self.is_put_down or not board.columns:
            self.let_go()
            return
        self._home = self._taken if self._taken is not None and _is_home(self._taken, board) else None
        column = min(self.carry.column, len(board.columns) - 1)
        before, self.carry = self.carry, None  # the same number is another day now
        self._set(before.to(column, before.start))

    def put_down(self, board: Board) -> None:
        """What is held is to be booked where it is; where nothing changed it only goes back."""
        carry = self.carry
        if carry is None or self.is_put_down:
            return
        target = board.columns[carry.column]
        if carry.draft(target) is None or not carry.has_moved(target):
            self.let_go()
            return
        self._pressed = None
        self._dwell.stop()
        self.is_put_down = True
        self.dropped.emit(carry)

    # --- the mouse --------------------------------------------------------------------------------------------

    def press(self, point: QPointF, places: Places) -> None:
        block = places.block_at(point)
        if block is not None and self.movable(block) and self.carry is None:
            grip = places.minute_at(point.y()) - block.row.start
            self._pressed = _Pressed(point, block, places.is_handle(block, point), grip)

    def move(self, point: QPointF, places: Places) -> bool:
        """Whether something is drawn along."""
        pressed = self._pressed
        if pressed is None or self.is_put_down:
            return False
        is_click = self.carry is None and (point - pressed.point).manhattanLength() < _SLACK
        if is_click or (self.carry is None and not self.take(pressed.block, places.board)):
            return False
        carry = self.carry
        assert carry is not None
        minute = places.minute_at(point.y())
        if pressed.lengthens:
            self._set(carry.lasting(on_quarter(minute) - carry.start))
        else:
            column = places.column_at(point.x())
            self._watch_edge(point, places)
            self._set(carry.to(carry.column if column is None else column, on_quarter(minute - pressed.grip)))
        return True

    def release(self, places: Places) -> bool:
        """Whether something was put down; a mere click was not."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self.holds():
            return False
        self.put_down(places.board)
        return True

    def _watch_edge(self, point: QPointF, places: Places) -> None:
        beyond = 1 if point.x() < px(_BRINK) else -1 if point.x() > places.right + px(_BRINK) else 0
        if beyond != self._beyond:
            self._beyond = beyond
            if beyond:
                self._dwell.start()
            else:
                self._dwell.stop()

    def _turn_over(self) -> None:
        if self._pressed is not None and self.holds():
            self.page_wanted.emit(self._beyond)
        else:
            self._dwell.stop()

    # --- the keyboard -----------------------------------------------------------------------------------------

    def key(self, key: int, board: Board, *, shift: bool) -> bool:
        """Whether the key was meant for what is held."""
        carry = self.carry
        if carry is None:
            return False
        if self.is_put_down:
            return True
        if key in (Keys.Key_Return, Keys.Key_Enter):
            self.put_down(board)
        elif key == Keys.Key_Escape:
            self.let_go()
        elif key in (Keys.Key_PageUp, Keys.Key_PageDown):
            self.page_wanted.emit(1 if key == Keys.Key_PageDown else -1)
        elif offer_of(key) < len(carry.offers):
            self._take_offer(carry, carry.offers[offer_of(key)], board)
        else:
            self._carry_by_arrow(carry, key, board, shift=shift)
        return True

    def _take_offer(self, carry: Carry, slot: Slot, board: Board) -> None:
        column = column_of(slot, board.columns, carry.column)
        if column is not None:
            self._set(carry.at(column, slot))

    def _carry_by_arrow(self, carry: Carry, key: int, board: Board, *, shift: bool) -> None:
        if key in (Keys.Key_Up, Keys.Key_Down):
            step = QUARTER if key == Keys.Key_Down else -QUARTER
            if shift:
                self._set(carry.lasting(on_quarter(carry.minutes + step)))
            else:
                self._set(carry.to(carry.column, _stepped(carry.start, step)))
        elif key in (Keys.Key_Left, Keys.Key_Right):
            column = carry.column + (1 if key == Keys.Key_Left else -1)
            if 0 <= column < len(board.columns):
                self._set(carry.to(column, carry.start))
            else:
                self.carry = carry.to(0 if column > 0 else len(board.columns) - 1, carry.start)
                self.page_wanted.emit(1 if column > 0 else -1)

    def _set(self, carry: Carry) -> None:
        if self._home is not None and carry.is_at(self._home):
            carry = self._home  # where it stands already nothing is against it
        if carry is not self.carry:
            self.carry = carry
            self.aimed.emit(carry)


def offer_of(key: int) -> int:
    """The place of a digit's offer, whatever script the layout sends it in; far beyond all of them for other keys."""
    digit = to_ascii(chr(key)) if key < 0x10000 else ""
    return int(digit) - 1 if digit.isdecimal() and digit.isascii() and digit != "0" else 99


def _is_home(taken: Carry, board: Board) -> bool:
    if taken.column >= len(board.columns):
        return False
    column = board.columns[taken.column]
    return (column.key, column.day) == (taken.source.key, taken.source.day)


def _stepped(minute: int, step: int) -> int:
    """The next quarter of the hour in a direction."""
    lower = minute // QUARTER * QUARTER
    if step > 0:
        return lower + QUARTER
    return minute - QUARTER if lower == minute else lower
