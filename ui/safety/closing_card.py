"""The last words of the talk, spoken to the person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Words


class ClosingCard(Card):
    """`back_wanted`: to the questions again."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = Words("", "question", wrap=True)
        self._notice = Words("", "error", wrap=True)
        back = QuietButton(self.tr("Back to the questions"), "chevron-right")
        back.clicked.connect(self.back_wanted)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        self.add(self._words)
        self.add(self._notice)
        self.add(foot)
        self._notice.hide()

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)

    def say(self, sentence: str) -> None:
        """Something that still has to be done, in words that tell an onlooker nothing; "" for nothing."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def said(self) -> str:
        return self._notice.text()
