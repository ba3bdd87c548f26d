"""The list that opens under an edit while the keyboard stays in the edit."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from ui.theme.theme import px, theme


class PopupPanel(QFrame):
    """A panel of the window itself, laid over the page at the edge of an edit.

    It is no window of its own: it takes no focus, needs no window manager and is in every picture of the page.
    """

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit.window())
        self._edit = edit
        self.setObjectName("Popup")
        self.hide()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(px(4), px(4), px(4), px(4))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shadow = QGraphicsDropShadowEffect(self)
        colour = QColor(theme().colours.shadow)
        colour.setAlpha(60)
        shadow.setColor(colour)
        shadow.setBlurRadius(px(24))
        shadow.setOffset(0, px(4))
        self.setGraphicsEffect(shadow)
        edit.installEventFilter(self)

    def open_at(self, width: int, height: int) -> None:
        """Show under the edit, or above it where there is more room; never outside the window."""
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        top_left = self._edit.mapTo(window, QPoint(0, 0))
        below = window.height() - (top_left.y() + self._edit.height()) - px(8)
        above = top_left.y() - px(8)
        width = min(max(width, self._edit.width()), window.width() - px(16))
        if height <= below or below >= above:
            height, y = min(height, below), top_left.y() + self._edit.height() + px(3)
        else:
            height = min(height, above)
            y = top_left.y() - height - px(3)
        right = top_left.x() + self._edit.width()
        x = max(px(8), min(right - width, window.width() - width - px(8)))
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in (QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize):
            self.hide()
        return False
