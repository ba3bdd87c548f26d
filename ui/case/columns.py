"""Cards in three columns, in two or in one, as the width allows; the order of the keyboard stays the same."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.emptying import take_out

_GAP = 14
_THREE, _TWO = 1000, 640


class Columns(QWidget):
    """`set_columns` gives the cards of the three columns, the right one first.

    Where two fit, the third column's cards stand under the first's; where one fits, all stand one under the other.
    `arranged`: now other columns stand side by side, or other cards in them.
    """

    arranged = Signal()

    def __init__(self, shares: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self._cards: tuple[tuple[QWidget, ...], ...] = ()
        self._count = 0
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(px(_GAP))
        self._columns: list[QVBoxLayout] = []

    def set_columns(self, columns: Sequence[Sequence[QWidget]]) -> None:
        self._cards = tuple(tuple(cards) for cards in columns)
        self._count = 0
        self._arrange(self.width())

    def refit(self) -> None:
        """Cards came or went: a column without any takes no room."""
        self._arrange(self.width())
        self.arranged.emit()

    def count(self) -> int:
        """How many columns stand side by side now."""
        return self._count

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: the columns that stand now must not keep a window from becoming smaller."""
        widest = max((card.minimumSizeHint().width() for cards in self._cards for card in cards), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        count = 3 if width >= px(_THREE) else 2 if width >= px(_TWO) else 1
        if count == len(self._shares) and all(card.isHidden() for cards in self._cards[-1:] for card in cards):
            count -= 1
        if count == self._count or not self._cards:
            return
        self._count = count
        self._empty()
        for number, cards in enumerate(self._split(count)):
            column = QVBoxLayout()
            column.setSpacing(px(_GAP))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.append(column)
            self._across.addLayout(column, self._shares[number] if count > 1 else 1)
        self.arranged.emit()

    def _split(self, count: int) -> list[list[QWidget]]:
        first, second, third = (list(cards) for cards in self._cards)
        return {3: [first, second, third], 2: [first + third, second], 1: [first + second + third]}[count]

    def _empty(self) -> None:
        for column in self._columns:
            take_out(column)
            self._across.removeItem(column)
            column.deleteLater()
        self._columns.clear()
