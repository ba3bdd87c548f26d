"""What a page of the main window is, and the way one came."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.runtime.shortcuts import key_shortcut
from ui.theme.theme import px
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import OneLine, Words
from ui.widgets.walking import EnterWalk

PAGE_MARGIN = 24
GAP = 14
ASKING, READING, PAIRED = 920, 1124, 1400
"""How wide a page of questions becomes, one of rows, one of two columns: further apart, the eye loses the line."""


class Page(QWidget):
    """Base of every page: a head with title, chips and buttons, and a body that scrolls when it must.

    A subclass fills `self.body` in its constructor and loads its data in `activate`, which runs each time the
    page is shown. Enter walks through all fields of the page; Ctrl+Enter calls `main_action` (P-39).
    """

    is_done = False
    """True when the page's one work is stored: the way back goes past it."""
    is_interview = False
    """True hides what concerns other files from the frame (P-3)."""
    covers_itself = False
    """True covers the page after 60 idle seconds (P-3)."""
    scrolls = True
    """False for pages whose own list scrolls."""
    wraps_title = False
    """True where the title is a sentence, which may need a second line."""
    has_main_action = True
    """False where each form in the page has a Ctrl+Enter of its own: two that answer to it would silence both."""
    widest = 0
    """Where the window is wider than this, head and body stand together in the middle of it; 0: they fill it."""

    title_changed = Signal(str)

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.argument = argument
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Words("", "pageTitle", wrap=self.wraps_title)
        self._subtitle = OneLine("", "quiet")
        self._subtitle.hide()
        self.chips = QHBoxLayout()
        self.chips.setSpacing(px(8))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(12))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(GAP))
        self._lay_out()
        EnterWalk(self)
        if self.has_main_action:
            keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
            key_shortcut("Ctrl+Return", self, self._on_main_action, keys)

    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        self.title_changed.emit(title)

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the far side of the head; the main one comes last."""
        self._buttons.addWidget(button)

    def prepare(self) -> None:
        """The page was made before anybody asked for it: what can be read now need not be waited for later."""

    def activate(self, argument: Any = None) -> None:
        """The page comes into sight, for `argument` (what `navigate` was given)."""

    def can_leave(self) -> bool:
        """Whether another page may be shown now; a page that stores drafts always may."""
        return True

    def leave(self) -> None:
        """The page goes out of sight, also when the session locks: store drafts now."""

    def main_action(self) -> None:
        """What Ctrl+Enter does here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_sides(event.size().width())

    def _set_sides(self, width: int) -> None:
        side = px(PAGE_MARGIN)
        if self.widest:
            side = max(side, (width - px(self.widest)) // 2)
        for layout in (self._head, self.body):
            around = layout.contentsMargins()
            layout.setContentsMargins(side, around.top(), side, around.bottom())

    def _on_main_action(self) -> None:
        focused = self.focusWidget()
        check = getattr(focused, "check", None)
        if callable(check):
            check()
        self.main_action()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QWidget()
        self._head = rows = QVBoxLayout(head)
        rows.setContentsMargins(px(PAGE_MARGIN), px(16), px(PAGE_MARGIN), px(12))
        rows.setSpacing(px(6))
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self._title, 1 if self.wraps_title else 0)
        line.addLayout(self.chips)
        if not self.wraps_title:
            line.addStretch(1)
        line.addLayout(self._buttons)
        rows.addLayout(line)
        rows.addWidget(self._subtitle)
        outer.addWidget(head)
        content = QWidget()
        content.setObjectName("ScrollContent")
        content.setLayout(self.body)
        self.body.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN), px(18))
        if not self.scrolls:
            outer.addWidget(content, 1)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(content)
        GutterBar(area)
        outer.addWidget(area, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is or was."""

    key: str
    argument: Any = None


class History:
    """The way back: the last 30 places, each once in a row."""

    def __init__(self, go: Callable[[Place], bool]) -> None:
        self._go = go
        self._places: list[Place] = []

    def came_to(self, place: Place) -> None:
        if not self._places or self._places[-1] != place:
            self._places.append(place)
            del self._places[:-30]

    def back(self) -> bool:
        """Go to the place before this one; False when there is none or the page may not be left."""
        if len(self._places) < 2:
            return False
        here = self._places.pop()
        before = self._places.pop()
        if self._go(before):
            return True
        self._places += [before, here]
        return False

    def pass_over(self, place: Place | None) -> None:
        """The place that was come to last is none to go back to."""
        if self._places and self._places[-1] == place:
            self._places.pop()

    def clear(self) -> None:
        self._places.clear()
