"""The list that opens under an edit while the keyboard stays in the edit."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QMoveEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.theme import px, theme

_REACH, _DROP, _ROUND, _DARKEST = 14, 4, 10, 36


class _Shadow(QWidget):
    """The soft edge around a panel. A graphics effect would draw and blur all of the panel again for each row."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel.parentWidget())
        self._panel = panel
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self) -> None:
        if self.parentWidget() is not self._panel.parentWidget():
            self.setParent(self._panel.parentWidget())
        reach = px(_REACH)
        self.setGeometry(self._panel.geometry().adjusted(-reach, -reach, reach, reach + px(_DROP)))
        self.setVisible(self._panel.isVisible())
        self.stackUnder(self._panel)

    def paintEvent(self, _event: QPaintEvent) -> None:
        reach, corner = px(_REACH), px(_ROUND)
        panel = QRect(reach, reach, self._panel.width(), self._panel.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(panel.adjusted(corner, corner, -corner, -corner)))
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(theme().colours.shadow)
        for step in range(reach):
            # each ring adds little; more of them lie over each other near the panel
            colour.setAlphaF(_DARKEST / 255 * 2 * (step + 1) / (reach * (reach + 1)))
            painter.setBrush(colour)
            grown = QRectF(panel).adjusted(step - reach, step - reach, reach - step, reach - step)
            painter.drawRoundedRect(grown.translated(0, px(_DROP)), corner + reach - step, corner + reach - step)


class PopupPanel(QFrame):
    """A panel of the window itself, laid over the page at the edge of an edit.

    It is no window of its own: it takes no focus, needs no window manager and is in every picture of the page.
    """

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit.window())
        self._shadow = _Shadow(self)
        self._edit = edit
        self.setObjectName("Popup")
        self.hide()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(px(4), px(4), px(4), px(4))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shadow.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shadow.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._shadow.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shadow.follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in (QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize):
            self.hide()
        return False
