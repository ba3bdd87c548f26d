"""The three buttons of a page: one filled, any number quiet, a red outline for what can't be undone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui.theme.theme import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Button(QPushButton):
    kind = ""
    icon_tone = "quiet"
    enter_clicks = True

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if self.kind:
            self.setProperty("kind", self.kind)
        if icon_name:
            self.set_icon(icon_name)

    def set_icon(self, name: str) -> None:
        from ui.theme.icons import icon, icon_size  # the buttons of the sign-in page have none

        self.setIcon(icon(name, self.icon_tone))
        self.setIconSize(icon_size(17))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if not self.enter_clicks:
                event.ignore()
            elif not event.isAutoRepeat():  # Enter held down is one press
                self.click()
            return
        super().keyPressEvent(event)


class QuietButton(_Button):
    """Every action but the main one."""


class LinkButton(_Button):
    """A quiet action inside a card: words in the accent colour, without a frame."""

    kind = "link"
    icon_tone = "accent"


class PrimaryButton(_Button):
    """The one main action of a page. Plain Enter never presses it (P-39): Space, Ctrl+Enter or the mouse do."""

    kind = "primary"
    icon_tone = "on_accent"
    enter_clicks = False


class DangerButton(_Button):
    """An action that can't be undone."""

    kind = "danger"
    icon_tone = "danger"
    enter_clicks = False


class IconButton(QToolButton):
    """A button of an icon alone; `words` is its tooltip and accessible name."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("framed", framed)
        self.setIconSize(QSize(px(18), px(18)))
        self.set_icon(icon_name)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def set_icon(self, name: str) -> None:
        from ui.theme.icons import icon

        self.setIcon(icon(name, "quiet"))
