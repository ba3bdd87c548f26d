"""Shortcuts that work whatever keyboard layout is on, written as people here read them (P-39)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from services.persian.keyboard import other_layout

_MODIFIERS = ("Ctrl", "Shift", "Alt", "Meta")


def sequences(keys: str) -> list[QKeySequence]:
    """The key sequences of a shortcut as Qt writes it ("Ctrl+N"), also as the Persian layout sends it.

    On the Persian layout the key of N sends a Persian letter and digits send Persian digits; not every platform
    offers the Latin key besides.
    """
    *modifiers, key = _parts(keys)
    found = [QKeySequence(keys)]
    if key in ("Return", "Enter"):
        other: str | None = "Enter" if key == "Return" else "Return"
    elif len(key) == 1 and key.isdigit():
        other = to_persian(key)
    elif len(key) == 1:
        other = _persian_key(key)
    else:
        other = None
    if other:
        found.append(QKeySequence("+".join([*modifiers, other])))
    return found


def key_shortcut(
    keys: str,
    owner: QWidget,
    action: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """A shortcut of `owner` in both layouts. A key that is held down is one press: the page that comes after
    something was stored would take the next ones for its own."""
    shortcut = QShortcut(owner)
    shortcut.setAutoRepeat(False)
    shortcut.setKeys(sequences(keys))
    shortcut.setContext(context)
    shortcut.activated.connect(action)
    # where a platform sends the Latin and the Persian key together, Qt calls its own two sequences ambiguous
    shortcut.activatedAmbiguously.connect(action)
    return shortcut


def written(keys: str) -> str:
    """A shortcut in words of the program's language, with the digit or the Persian letter of its key."""
    *modifiers, key = _parts(keys)
    names = {
        "Ctrl": QCoreApplication.translate("Shortcuts", "Control"),
        "Shift": QCoreApplication.translate("Shortcuts", "Shift"),
        "Alt": QCoreApplication.translate("Shortcuts", "Alt"),
        "Return": QCoreApplication.translate("Shortcuts", "Enter"),
        "Esc": QCoreApplication.translate("Shortcuts", "Escape"),
        "Space": QCoreApplication.translate("Shortcuts", "Space"),
        "PgUp": QCoreApplication.translate("Shortcuts", "Page up"),
        "Home": QCoreApplication.translate("Shortcuts", "Home"),
        "Right": QCoreApplication.translate("Shortcuts", "Right"),
        "PgDown": QCoreApplication.translate("Shortcuts", "Page down"),
    }
    shown = [names.get(modifier, modifier) for modifier in modifiers]
    if len(key) == 1:
        shown.append((to_persian(key) if key.isdigit() else _persian_key(key)) or key)
    elif key.startswith("F") and key[1:].isdigit():
        function_key = QCoreApplication.translate("Shortcuts", "F{number}")
        shown.append(function_key.format(number=to_persian(key[1:])))
    else:
        shown.append(names.get(key, key))
    return "+".join(shown)


def with_keys(words: str, keys: str) -> str:
    """A tooltip: what the button does, and its shortcut."""
    return f"{words} ({written(keys)})" if keys else words


def _parts(keys: str) -> list[str]:
    """ "Ctrl++" is control and plus."""
    if keys.endswith("++"):
        return [*keys[:-2].split("+"), "+"]
    return keys.split("+")


def _persian_key(key: str) -> str | None:
    """The letter that the same key writes on the Persian layout."""
    folded = other_layout(f"a{key.lower()}")
    return folded[1:] if folded is not None and folded[1:] != key else None
