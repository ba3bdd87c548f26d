"""Where the keyboard goes: Enter to the next field, never saving; Shift+Enter back (P-39)."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from ui.widgets.buttons import PrimaryButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def give_back(widget: QWidget | None) -> bool:
    """Focus what had it before, if it still stands in sight; a page read anew meanwhile has other widgets."""
    if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
        return False
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


class EnterWalk(QObject):
    """Put on the container of a form: Enter in any of its fields walks, whatever card the field lies in."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        root.setProperty("walkRoot", True)
        root.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTER or not isinstance(watched, QWidget):
            return False
        focused = watched.window().focusWidget()
        if focused is None or not watched.isAncestorOf(focused):
            return False
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() in _PLAIN or shift:
            walk(focused, backwards=bool(shift))
            return True
        return False


def walk(start: QWidget, *, backwards: bool = False) -> bool:
    """Move the keyboard to the next field of the form around `start`; from the last one to its main button.

    Returns False where there is no further place.
    """
    order = _fields_of(_root_of(start))
    at = _place(order, start)
    step = at - 1 if backwards else at + 1
    if 0 <= step < len(order) and at >= 0:
        reason = Qt.FocusReason.BacktabFocusReason if backwards else Qt.FocusReason.TabFocusReason
        order[step].setFocus(reason)
        bring_into_view(order[step])
        return True
    return not backwards and _to_main_button(_root_of(start))


def bring_into_view(widget: QWidget) -> None:
    """Scroll every scroll area around `widget` so that it is seen, with its label and error line."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 40, 70)
        parent = parent.parentWidget()


def _root_of(start: QWidget) -> QWidget:
    """The outermost container with a walk: a page around its cards."""
    root = start.window()
    at: QWidget | None = start
    while at is not None:
        if at.property("walkRoot"):
            root = at
        at = at.parentWidget()
    return root


def _fields_of(root: QWidget) -> list[QWidget]:
    """Every field inside `root` that can take the keyboard now, in tab order."""
    found: list[QWidget] = []
    at = root.nextInFocusChain()
    while at is not None and at is not root:
        if root.isAncestorOf(at) and _is_field(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _place(order: list[QWidget], start: QWidget) -> int:
    """Where `start`, or the field that it is a part of, stands in `order`; -1 when nowhere."""
    for index, field in enumerate(order):
        if field is start or field.isAncestorOf(start):
            return index
    return -1


def _is_field(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    if not widget.isVisible() or not widget.isEnabled() or isinstance(widget, QScrollArea):
        return False
    return not isinstance(widget, QAbstractButton) or bool(widget.property("walk"))


def _to_main_button(root: QWidget) -> bool:
    for button in root.findChildren(PrimaryButton):
        if button.isVisible() and button.isEnabled():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
