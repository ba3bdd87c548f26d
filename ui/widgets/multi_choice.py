"""Several of a list, all in sight: every row a button with a tick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from ui.theme.icons import icon, icon_size
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice
from ui.widgets.walking import ENTER, walk

_ARROWS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -1}


class Flow(QLayout):
    """Lays widgets in lines from the right, as many in a line as fit."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = px(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() + self._gap for hint in hints), height)

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        right, top, line = rect.right() + 1, rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden
            size = item.sizeHint()
            if right - size.width() < rect.left() and line:
                right, top, line = rect.right() + 1, top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(right - size.width(), top), size))
            right -= size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.top()


class MultiChoice(QWidget):
    """Arrows move, Space ticks, Enter goes on. Value: the codes of the ticked rows in the list's order."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(self)
        self._buttons: dict[str, QPushButton] = {}
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Another list; ticks that it still has stay."""
        ticked = self.value()
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = {choice.code: self._button(choice) for choice in choices}
        self._take_place()
        self._rove()
        self.set_value(ticked)
        self._fit_height()

    def _take_place(self) -> None:
        """Buttons that come later stand where this field stands on the way of the Tab key, not at its end."""
        before = self.previousInFocusChain()
        while before is not None and before is not self:
            is_stop = bool(before.focusPolicy() & Qt.FocusPolicy.TabFocus) and before.focusProxy() is None
            if is_stop and not self.isAncestorOf(before):
                break
            before = before.previousInFocusChain()
        if before is None or before is self:
            return
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)
            before = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Aligned in a grid, a widget gets no more than its least height: that of all lines is told here. A button
        has its width only when it is dressed: measured before, a line of buttons would be cut off."""
        for button in self._buttons.values():
            button.ensurePolished()
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def value(self) -> tuple[str, ...]:
        return tuple(code for code, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: Iterable[str]) -> None:
        wanted, before = frozenset(value), self.value()
        for code, button in self._buttons.items():
            button.setChecked(code in wanted)
        if before != self.value():
            self.changed.emit()

    def problem(self) -> str:
        return ""

    def set_problem(self, sentence: str) -> None:
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        for button in self._buttons.values():
            set_role(button, "invalid", invalid)

    def check(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the focused button did not take come up here."""
        buttons = list(self._buttons.values())
        at = next((n for n, button in enumerate(buttons) if button.hasFocus()), -1)
        if event.key() in _ARROWS and at >= 0:
            to = buttons[(at + _ARROWS[Qt.Key(event.key())]) % len(buttons)]
            self._rove(to)
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in ENTER and at >= 0:
            walk(buttons[at], backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _button(self, choice: Choice) -> QPushButton:
        button = _Tick(choice.label, self)
        button.toggled.connect(self.changed)
        self._flow.addWidget(button)
        return button

    def _rove(self, current: QPushButton | None = None) -> None:
        """One button only is a stop of the tab order."""
        buttons = list(self._buttons.values())
        if not buttons:
            return
        current = current or buttons[0]
        for button in buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is current else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
            button.setProperty("walk", button is current)
        self.setFocusProxy(current)


class _Tick(QPushButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "tick")
        self.setIconSize(icon_size(17))
        self.toggled.connect(self._draw)
        self._draw(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _draw(self, checked: bool) -> None:
        name = "checkbox-marked" if checked else "checkbox-blank-outline"
        self.setIcon(icon(name, "accent" if checked else "quiet"))
