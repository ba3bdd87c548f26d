"""A line inside a person's block that asks one thing, answered by one of two keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.runtime.shortcuts import with_keys
from ui.theme.palette import Tone
from ui.theme.style import set_role
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import Notice

FIRST_KEY, SECOND_KEY = "F6", "F7"


class OfferBar(Notice):
    """`first` and `second`: the answers, also by F6 and F7 while the keyboard is in the block."""

    first = Signal()
    second = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "information", "account-question-outline", parent)
        # as high as its words are, however narrow the window
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._first, self._second = QuietButton(""), QuietButton("")
        self._first.clicked.connect(self.first)
        self._second.clicked.connect(self.second)
        self.buttons.addWidget(self._first)
        self.buttons.addWidget(self._second)
        self.hide()

    def ask(self, sentence: str, first: str, second: str, *, tone: Tone = "information") -> None:
        """Show the question; an empty answer has no button."""
        self.set_sentence(sentence)
        self.setAccessibleName(sentence)
        set_role(self, "tone", tone)
        self._show_icon(tone, "account-question-outline" if tone == "information" else "alert-circle-outline")
        for button, words, keys in ((self._first, first, FIRST_KEY), (self._second, second, SECOND_KEY)):
            button.setVisible(bool(words))
            button.setText(with_keys(words, keys) if words else "")
        self.show()

    def answer(self, *, by_first: bool) -> bool:
        """What a key does; False when that answer is not offered."""
        button = self._first if by_first else self._second
        if self.isHidden() or button.isHidden():
            return False
        button.click()
        return True
