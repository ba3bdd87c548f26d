"""The foot of the list: what can be done with the row in hand, each by its key."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.runtime.shortcuts import with_keys, written
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine

MOST = 3


class StepBar(QFrame):
    """`main_wanted`: the next step; `way_wanted` carries the place of a further way."""

    main_wanted = Signal()
    way_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._about = OneLine("", "quiet")
        self.main = PrimaryButton("")
        self.main.clicked.connect(self.main_wanted)
        self.ways = tuple(QuietButton("") for _ in range(MOST))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(10))
        row.addWidget(self._about, 1)
        for place, button in enumerate(self.ways):
            button.clicked.connect(lambda _checked=False, place=place: self.way_wanted.emit(place))
            row.addWidget(button)
        row.addWidget(self.main)

    def show_steps(self, about: str, main: str, ways: Sequence[tuple[str, str]]) -> None:
        """`ways`: keys and words of each."""
        self._about.setText(about)
        self.main.setText(main)
        self.main.setToolTip(with_keys(main, "Ctrl+Return"))
        for place, button in enumerate(self.ways):
            button.setVisible(place < len(ways))
            if place < len(ways):
                keys, words = ways[place]
                button.setText(f"{words} ({written(keys)})")
                button.setToolTip(with_keys(words, keys))
