"""A person at the keyboard: every key goes to whatever has the focus, and is counted."""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.runtime.lanes import Lanes

PATIENCE = 60.0
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOST_STOPS = 250
_QUIET_TURNS = 2
_YOUNG = 50_000


class StoryError(RuntimeError):
    """The story could not go on: a screen did not answer, or nothing had the keyboard."""


def type_text(widget: QWidget, text: str) -> None:
    """One key press and release for each letter; QTest's own `keyClicks` stops the process at a Persian letter."""
    for letter in text:
        code = ord(letter.upper()) if letter.isascii() else ord(letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, code, PLAIN, letter))


def press(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
    """One key by its code, also codes that no layout of this machine has."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def turn() -> None:
    """One turn of the event loop, with what was to be deleted after it: `processEvents` alone never deletes.

    Where the automatic collector is off, young garbage goes here, too: in a lane it would take down widgets while the
    window's thread builds others, and each would wait for the other for good.
    """
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not gc.isenabled() and gc.get_count()[0] > _YOUNG:
        gc.collect(1)


def _given_back() -> QWidget | None:
    """What a window manager does when a list of choices has closed: the window below is active again. The offscreen
    platform has none."""
    if QApplication.activeWindow() is None:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        for window in [window for window in windows if window.isModal()] or windows:
            window.activateWindow()
        QApplication.processEvents()
    return QApplication.focusWidget()


class Keyboard:
    """Types into the focused widget, and waits until all lanes have answered.

    `beyond` counts the keys that are no part of a typed value: Enter, choices, shortcuts (a chord is one).
    """

    def __init__(self, lanes: Lanes, patience: float = PATIENCE) -> None:
        self._lanes = lanes
        self._patience = patience
        self.beyond = 0

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget() or _given_back()
        if widget is None:
            raise StoryError("nothing has the keyboard")
        return widget

    def write(self, text: str) -> None:
        """Letter by letter, into whatever has the keyboard at each of them."""
        for letter in text:
            type_text(self.focused, letter)

    def value(self, text: str) -> None:
        """Type a value and go on with Enter; a list is narrowed down and its first row taken."""
        self.write(text)
        self.enter()

    def choose(self, letters: str) -> None:
        """Narrow a list down by typing, and take its first row with Enter: no part of it is a value."""
        self.write(letters)
        self.beyond += len(letters)
        self.enter()

    def key(self, key: int, modifiers: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
        """One key by its code."""
        press(self.focused, key, modifiers, text)
        self.beyond += 1
        QApplication.processEvents()

    def enter(self, times: int = 1) -> None:
        """Leave fields as they are."""
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def save(self) -> None:
        """The main action of the page or sheet."""
        self.key(Qt.Key.Key_Return, CONTROL)

    def go_to(self, widget: QWidget) -> None:
        """Walk there with Tab; refuses what the keyboard can't reach."""
        target = widget
        while (proxy := target.focusProxy()) is not None:
            target = proxy
        for step in range(2 * _MOST_STOPS):
            at = self.focused
            if at is target or target.isAncestorOf(at):
                return
            backwards = step >= _MOST_STOPS
            self.key(Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab, SHIFT if backwards else PLAIN)
        raise StoryError(f"the keyboard does not reach {widget.accessibleName() or type(widget).__name__}")

    def push(self, button: QWidget) -> None:
        """Walk to a button and press it with the space bar."""
        self.go_to(button)
        self.key(Qt.Key.Key_Space, text=" ")

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until every lane is idle, its answers came home, and `until` holds."""
        limit, quiet = time.monotonic() + self._patience, 0
        while True:
            turn()
            quiet = quiet + 1 if self._lanes.idle() else 0  # an answer may ask again, a layout shows a turn later
            if quiet > _QUIET_TURNS:
                if QApplication.focusWidget() is None:
                    _given_back()
                if until():
                    return
            if time.monotonic() > limit:
                raise StoryError("a screen did not answer")
            if not 0 < quiet <= _QUIET_TURNS:
                time.sleep(0.005)
