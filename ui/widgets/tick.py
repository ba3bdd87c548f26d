"""A single yes: Space or 1 ticks it, 0 takes it back, Enter goes on."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget


class Tick(QCheckBox):
    """Value: True or False. It is a field of a form, so Enter walks through it."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("walk", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.changed)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def problem(self) -> str:
        return ""

    def set_problem(self, sentence: str) -> None:
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        """A tick is never wrong by itself."""

    def check(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "\u06f1"):
            self.setChecked(True)
        elif event.text() in ("0", "\u06f0"):
            self.setChecked(False)
        else:
            super().keyPressEvent(event)
