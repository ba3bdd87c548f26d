"""The legend under the calendar: the ground and bar of each family, and its words."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.scheduling.families import Family, paint_bar
from ui.theme.fonts import text_font, text_metrics
from ui.theme.theme import px, theme
from ui.widgets.multi_choice import Flow


class Legend(QWidget):
    """As many lines as it needs."""

    def __init__(self, families: Iterable[Family], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = Flow(self, gap=8)
        families = tuple(families)
        for family in families:
            flow.addWidget(_Key(family, self))
        self.setAccessibleName("\u060c ".join(family.words() for family in families))


class _Key(QWidget):
    def __init__(self, family: Family, parent: QWidget) -> None:
        super().__init__(parent)
        self._family = family
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_metrics(8.5).horizontalAdvance(self._family.words()) + px(34), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, ground = (QColor(name) for name in theme().colours.tone(self._family.tone))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, px(6), px(6))
        bar = QRectF(box.right() - px(9), box.top() + px(3), px(5), box.height() - px(6))
        paint_bar(painter, bar, self._family.pattern, colour, ground)
        painter.setPen(QColor(theme().colours.text))
        painter.setFont(text_font(8.5))
        words = box.adjusted(px(8), 0, -px(14), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self._family.words())
