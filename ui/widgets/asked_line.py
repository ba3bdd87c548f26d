"""A line of a sheet that asks about one thing: what it is, when that was, and the answers at the end."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ui.theme.theme import px
from ui.widgets.labels import OneLine


class AskedLine(QFrame):
    """The answers are read out with the title: there is one of each on every line."""

    def __init__(self, title: str, quiet: str, *answers: QPushButton) -> None:
        super().__init__()
        self.setObjectName("Notice")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(OneLine(title, "strong"))
        words.addWidget(OneLine(quiet, "quiet"))
        box = QHBoxLayout(self)
        box.setContentsMargins(px(12), px(8), px(8), px(8))
        box.setSpacing(px(8))
        box.addLayout(words, 1)
        for answer in answers:
            answer.setAccessibleName(f"{answer.text()}: {title}")
            box.addWidget(answer)
