"""Cards in three columns, in two or in one, as the width allows; the order of the keyboard stays the same."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.emptying import take_out

_GAP = 14
_THREE, _TWO = 1000, 640
_WORTH = 40
"""So much shorter a column must be before a card goes under it."""


class Columns(QWidget):
    """`set_columns` gives the cards of the three columns, the right one first.

    Where two fit, the third column's cards stand under the first's; where one fits, all stand one under the other.
    The last cards of the third column go under a shorter one: none runs on alone beside an empty half.
    `arranged`: now other columns stand side by side, or other cards in them.
    """

    arranged = Signal()

    def __init__(self, shares: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self._cards: tuple[tuple[QWidget, ...], ...] = ()
        self._count = 0
        self._stand: list[list[QWidget]] = []
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
        self._arrange(self.width(), anew=True)
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

    def _arrange(self, width: int, *, anew: bool = False) -> None:
        """`anew`: also when as many columns fit as before, for the cards are higher or lower now."""
        count = 3 if width >= px(_THREE) else 2 if width >= px(_TWO) else 1
        if count == len(self._shares) and all(card.isHidden() for cards in self._cards[-1:] for card in cards):
            count -= 1
        if not self._cards or (count == self._count and not anew):
            return
        stand = self._split(count, width)
        if count == self._count and stand == self._stand:
            return
        self._count, self._stand = count, stand
        self._empty()
        for number, cards in enumerate(stand):
            column = QVBoxLayout()
            column.setSpacing(px(_GAP))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.append(column)
            self._across.addLayout(column, self._shares[number] if count > 1 else 1)
        self.arranged.emit()

    def _split(self, count: int, width: int) -> list[list[QWidget]]:
        first, second, third = (list(cards) for cards in self._cards)
        if count == 1:
            return [first + second + third]
        each = width // count
        above, taker = (0, first) if count == len(self._shares) else (_height(first, each), second)
        low, high = _height(taker, each), above + _height(third, each)
        moved: list[QWidget] = []
        while len(third) > 1 and low + _height(third[-1:], each) + px(_WORTH) < high:
            moved.insert(0, third.pop())
            low, high = _height(taker + moved, each), above + _height(third, each)
        taker += moved
        return [first, second, third] if count == len(self._shares) else [first + third, second]

    def _empty(self) -> None:
        for column in self._columns:
            take_out(column)
            self._across.removeItem(column)
            column.deleteLater()
        self._columns.clear()


def _height(cards: Sequence[QWidget], width: int) -> int:
    """How high they stand one under the other, about; what is hidden takes none."""
    heights = [
        card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
        for card in cards
        if not card.isHidden()
    ]
    return sum(heights) + px(_GAP) * len(heights)
