"""A person at the keyboard: every key goes to whatever has the focus, and is counted."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.keys import press, type_text
from ui.runtime.lanes import Lanes

_PATIENCE = 20.0


class Keyboard:
    """`beyond` counts the keys that are no part of a typed value: Enter, choices, shortcuts (a chord is one)."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self.beyond = 0

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def value(self, text: str) -> None:
        """Type a value and go on with Enter."""
        type_text(self.focused, text)
        self.key(Qt.Key.Key_Return)

    def choose(self, letters: str) -> None:
        """Narrow a list down by typing, and take its first row with Enter: no part of it is a value."""
        type_text(self.focused, letters)
        self.beyond += len(letters)
        self.key(Qt.Key.Key_Return)

    def enter(self, times: int = 1) -> None:
        """Leave fields as they are."""
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def key(self, key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.focused, key, modifiers)
        self.beyond += 1
        QApplication.processEvents()

    def save(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until every lane is idle, its answers came home, and `until` holds."""
        limit = time.monotonic() + _PATIENCE
        while True:
            QApplication.processEvents()
            if self._lanes.idle():
                QApplication.processEvents()
                if until():
                    return
            assert time.monotonic() < limit, "it never came"
            time.sleep(0.005)
