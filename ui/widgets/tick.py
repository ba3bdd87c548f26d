"""A single yes: Space or 1 ticks it, 0 takes it back, Enter goes on."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px, theme
from ui.widgets.labels import TO_THE_RIGHT

_BOX, _GAP, _PAD = 19, 6, 6


class Tick(QCheckBox):
    """Value: True or False. It is a field of a form, so Enter walks through it."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("walk", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.changed)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + px(_BOX + _GAP + 2 * _PAD + 4), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_BOX + 2 * _PAD), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box and its words from the right; Fusion's own box has hardly any contrast."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme().colours.accent), px(2)))
            painter.drawRoundedRect(area, px(8), px(8))
        side = px(_BOX)
        box = QRectF(area.right() - px(_PAD) - side, area.center().y() - side / 2, side, side)
        name = "checkbox-marked" if self.isChecked() else "checkbox-blank-outline"
        paint_glyph(painter, box, name, colour_of("accent" if self.isChecked() else "quiet"))
        painter.setPen(colour_of("text" if self.isEnabled() else "quiet"))
        painter.setFont(self.font())
        room = area.adjusted(px(_PAD), 0, -(px(_PAD + _GAP) + side), 0)
        metrics = QFontMetrics(self.font())
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        if self.toolTip() in ("", self.text()):  # a hint of its own stays
            self.setToolTip(self.text() if words != self.text() else "")
        painter.drawText(room, int(TO_THE_RIGHT), words)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def problem(self) -> str:
        return ""

    def set_problem(self, sentence: str) -> None:
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        """A tick is never wrong by itself."""

    def check(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "\u06f1"):
            self.setChecked(True)
        elif event.text() in ("0", "\u06f0"):
            self.setChecked(False)
        else:
            super().keyPressEvent(event)
