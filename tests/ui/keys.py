"""Typing as a keyboard does it, in any script: QTest's own `keyClicks` stops the process at a Persian letter."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """One key press and release for each letter, sent to the widget."""
    for letter in text:
        code = ord(letter.upper()) if letter.isascii() else ord(letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, code, _PLAIN, letter))


def press(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    """One key by its code, also codes that no layout of the test machine has."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))
