"""An hour of the day, as people type it: 9, 930, 9:30."""

from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from services.persian import jalali
from services.persian.errors import PersianValueError
from ui.widgets.line_edit import LineEdit, fold
from ui.widgets.reasons import sentence

_ARROWS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a wall clock without a day


class TimeEdit(LineEdit):
    """`value()` is a `time` or None. The arrows step by `step` minutes to the next full step."""

    def __init__(self, step: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step

    def value(self) -> Any:
        try:
            return self._read()
        except PersianValueError:
            return None

    def set_value(self, value: Any) -> None:
        self.setText(fold(jalali.format_time(value)) if value is not None else "")
        self.leave()

    def leave(self) -> None:
        try:
            read = self._read()
        except PersianValueError as error:
            self.set_problem(sentence("time", error.reason))
            return
        if read is not None and fold(jalali.format_time(read)) != self.text():
            self.setText(fold(jalali.format_time(read)))
        self.set_problem("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move(_ARROWS[key])
            return
        super().keyPressEvent(event)

    def _read(self) -> time | None:
        typed = self.text().strip()
        return jalali.parse_time(typed) if typed else None

    def _move(self, direction: int) -> None:
        now = self.value() or time(8)
        minutes = now.hour * 60 + now.minute
        rest = minutes % self._step
        moved = minutes + self._step - rest if direction > 0 else minutes - (rest or self._step)
        self.set_value((_ANY_DAY + timedelta(minutes=moved % (24 * 60))).time())
        self.selectAll()
