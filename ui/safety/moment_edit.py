"""A day and an hour as one moment, for «the hour of knowledge» and the hour of a report (P-10)."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.clock import instant, local
from services.persian.jalali import format_day_month, format_time
from ui.theme.theme import px
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.time_edit import TimeEdit


class MomentEdit(QWidget):
    """Value: an aware UTC datetime, or None while day or hour is missing. Behaves as an edit of a `Field`."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.hour = JalaliDateEdit(self), TimeEdit(5, self)
        self.day.setAccessibleName(self.tr("Day"))
        self.hour.setAccessibleName(self.tr("Hour"))
        self.hour.setPlaceholderText(self.tr("hour"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self.day, 3)
        box.addWidget(self.hour, 2)
        self.setFocusProxy(self.day)
        for edit in (self.day, self.hour):
            edit.changed.connect(self.changed)
            edit.problem_changed.connect(self._on_problem)

    def value(self) -> Any:
        day, hour = self.day.value(), self.hour.value()
        return instant(datetime.combine(day, hour)) if day is not None and hour is not None else None

    def set_value(self, value: Any) -> None:
        """A moment to the minute, or None."""
        wall = local(value).replace(second=0, microsecond=0) if value is not None else None
        self.day.set_value(wall.date() if wall else None)
        self.hour.set_value(wall.time() if wall else None)

    def texts(self) -> list[str]:
        """As typed, readable or not, for a draft."""
        return [self.day.text(), self.hour.text()]

    def set_texts(self, texts: list[str]) -> None:
        self.day.setText(texts[0])
        self.hour.setText(texts[1])
        self.check()

    def problem(self) -> str:
        return self.day.problem() or self.hour.problem()

    def set_problem(self, sentence: str) -> None:
        self.day.set_problem(sentence)

    def set_invalid(self, invalid: bool) -> None:
        self.day.set_invalid(invalid)
        self.hour.set_invalid(invalid)

    def check(self) -> bool:
        sound = [self.day.check(), self.hour.check()]
        return all(sound)

    def _on_problem(self, _sentence: str) -> None:
        self.problem_changed.emit(self.problem())


def moment_words(moment: datetime) -> str:
    """A moment in words, to the minute."""
    wall = local(moment)
    return " \u00b7 ".join((format_day_month(wall.date()), format_time(wall.time())))
