"""What holds an appointment over the month: it keeps its hour and goes to another day. No places, no painting.

With the mouse the line of an appointment is drawn to another day. With the keyboard M takes up the day's first one, M
again the next, the arrows carry it; Enter puts it down, Escape lets it go.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from services.scheduling.shapes import AppointmentRow
from ui.widgets.walking import ENTER

_SLACK = 4
"""Pixels that a hand trembles while it clicks."""

_STEPS: dict[int, int] = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthHand(QObject):
    """`aimed`: it is held over another day, or no longer; `dropped` carries the row and the day it shall have."""

    aimed = Signal()
    dropped = Signal(object, object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.may_carry: Callable[[AppointmentRow], bool] = lambda _row: False
        self.held: AppointmentRow | None = None
        self.day = date.min
        """Over which day it is held."""
        self._pressed: tuple[QPointF, AppointmentRow] | None = None

    def let_go(self) -> None:
        """Back where it was."""
        self._pressed = None
        if self.held is not None:
            self.held = None
            self.aimed.emit()

    def put_down(self) -> None:
        """To the day under it; on its own day it only goes back."""
        row, day = self.held, self.day
        self.let_go()
        if row is not None and row.day != day:
            self.dropped.emit(row, day)

    # --- the mouse --------------------------------------------------------------------------------------------

    def press(self, point: QPointF, row: AppointmentRow | None) -> None:
        if row is not None and self.held is None and self.may_carry(row):
            self._pressed = point, row

    def move(self, point: QPointF, day: date | None) -> bool:
        """Whether something is drawn along."""
        if self._pressed is None:
            return False
        start, row = self._pressed
        if self.held is None and (point - start).manhattanLength() < _SLACK:
            return False
        self._hold(row, day or self.day)
        return True

    def release(self) -> bool:
        """Whether something was put down; a mere click was not."""
        is_drawn = self._pressed is not None and self.held is not None
        self._pressed = None
        if is_drawn:
            self.put_down()
        return is_drawn

    # --- the keyboard -----------------------------------------------------------------------------------------

    def take_up(self, rows: Sequence[AppointmentRow]) -> None:
        """The first of a day's appointments that can be moved; of these the next one where one is held already."""
        own = [row for row in rows if self.may_carry(row)]
        if not own:
            return
        place = next((place for place, row in enumerate(own) if self.held is not None and row.id == self.held.id), -1)
        row = own[(place + 1) % len(own)]
        self._hold(row, row.day)

    def key(self, key: int) -> bool:
        """Whether the key was meant for what is held."""
        if self.held is None:
            return False
        if key in _STEPS:
            self._hold(self.held, self.day + timedelta(days=_STEPS[key]))
        elif key in ENTER:
            self.put_down()
        elif key == Qt.Key.Key_Escape:
            self.let_go()
        else:
            return False
        return True

    def _hold(self, row: AppointmentRow, day: date) -> None:
        if (self.held, self.day) != (row, day):
            self.held, self.day = row, day
            self.aimed.emit()
