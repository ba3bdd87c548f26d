"""A person at the keyboard: every key goes to whatever has the focus."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.runtime.lanes import Lanes

PATIENCE = 60.0
_PLAIN = Qt.KeyboardModifier.NoModifier


class StoryError(RuntimeError):
    """The story could not go on: a screen did not answer, or nothing had the keyboard."""


class Keyboard:
    """Types into the focused widget, and waits until all lanes have answered."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        if widget is None:
            raise StoryError("nothing has the keyboard")
        return widget

    def write(self, text: str) -> None:
        """Letter by letter; QTest's own `keyClicks` stops the process at a Persian letter."""
        for letter in text:
            code = ord(letter.upper()) if letter.isascii() else ord(letter)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(self.focused, QKeyEvent(kind, code, _PLAIN, letter))

    def key(self, key: int, modifiers: Qt.KeyboardModifier = _PLAIN, text: str = "") -> None:
        """One key by its code."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.focused, QKeyEvent(kind, key, modifiers, text))
        QApplication.processEvents()

    def value(self, text: str) -> None:
        """Type a value and go on with Enter; a list is narrowed down and its first row taken."""
        self.write(text)
        self.enter()

    def enter(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def save(self) -> None:
        """The main action of the page or sheet."""
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until every lane is idle, its answers came home, and `until` holds."""
        limit = time.monotonic() + PATIENCE
        while True:
            QApplication.processEvents()
            if self._lanes.idle():
                QApplication.processEvents()
                if until():
                    return
            if time.monotonic() > limit:
                raise StoryError("a screen did not answer")
            time.sleep(0.005)
