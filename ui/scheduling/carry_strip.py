"""One line under the calendar while an appointment is held: where it would stand, what is against it, which keys."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.scheduling.carry_paint import GLYPHS, tone_of
from ui.scheduling.carrying import Carry
from ui.theme.icons import icon
from ui.theme.theme import px
from ui.widgets.labels import Chip, OneLine


class CarryStrip(QWidget):
    """Takes the place of the legend, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sign = QLabel()
        self._where, self._words = Chip("", "accent"), OneLine("")
        self._keys = OneLine(self.tr("Arrows move, Shift makes longer or shorter, Enter stores, Esc lets go"), "hint")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        line.addWidget(self._sign)
        line.addWidget(self._where)
        line.addWidget(self._words, 1)
        line.addWidget(self._keys)

    def show_carry(self, carry: Carry, where: str) -> None:
        """`where` names day, hours and column."""
        tone = tone_of(carry)
        self._sign.setPixmap(icon(GLYPHS[carry.verdict], tone).pixmap(QSize(px(18), px(18))))
        self._where.set(where, tone)
        self._words.setText(carry.words)
        self._keys.setVisible(not carry.words)

    def words(self) -> str:
        """What is said against the place."""
        return self._words.text()
