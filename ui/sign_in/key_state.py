"""Which layout is on and whether Caps Lock is, as far as a program can know (P-41)."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_CAPS_LOCK = 0x14


def layout_language(event: QKeyEvent | None = None) -> str:
    """The language of the letters that the keyboard writes ("fa", "en"): by the key typed, else by the system."""
    typed = event.text() if event is not None else ""
    if typed.isalpha():
        return "en" if typed.isascii() else "fa"
    return QGuiApplication.inputMethod().locale().name()[:2]


def caps_lock(event: QKeyEvent | None = None) -> bool | None:
    """Whether Caps Lock is on; None while nobody can tell. Windows says so, elsewhere a typed letter shows it."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(_CAPS_LOCK) & 1)
    typed = event.text() if event is not None else ""
    if event is None or not (typed.isascii() and typed.isalpha()):
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return typed.isupper() != shifted
