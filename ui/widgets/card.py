"""Cards on the quiet ground of a page, and the thin line between things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.labels import OneLine

_HEAD = 28
"""The least height of a card's head: titles of cards side by side stand on one line, with a chip or without."""


class Line(QFrame):
    """A one-pixel line in the colour of lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Line")


class Card(QFrame):
    """A white card: title, a quiet aside on the far side, and a body. `header` takes chips and small buttons."""

    def __init__(self, title: str = "", aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(14), px(16), px(14))
        outer.setSpacing(px(10))
        self._outer = outer
        self._top = QWidget(self)
        self._top.setObjectName("CardHead")
        self._top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.header = QHBoxLayout(self._top)
        self.header.setContentsMargins(0, 0, 0, 0)
        self.header.setSpacing(px(8))
        self._title = OneLine(title, "cardTitle")
        self._aside = OneLine(aside, "quiet")
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.header.addWidget(self._aside)
        self.header.addStrut(px(_HEAD))  # a least height of the widget would let taller buttons be cut
        outer.addWidget(self._top)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(10))
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_aside(aside)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self._top.setVisible(bool(title or self._aside.text()))

    def set_aside(self, aside: str) -> None:
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        self._top.setVisible(bool(aside or self._title.text()))

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pack()

    def _pack(self) -> None:
        pack(self._outer, self.body)


def pack(outer: QVBoxLayout, body: QVBoxLayout) -> None:
    """Content that does not grow stays at the top instead of spreading over a tall card or sheet."""
    stretches = any(body.stretch(n) for n in range(body.count()))
    grows = stretches or bool(body.expandingDirections() & Qt.Orientation.Vertical)
    outer.setAlignment(body, Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignTop)
