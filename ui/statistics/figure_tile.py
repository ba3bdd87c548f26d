"""One figure of the period in sight at once. No target, no colour, no arrow (P-19)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.labels import Chip, OneLine, Words


class FigureTile(QFrame):
    """What it is, the figure, and what it is made of."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._title = title
        self._figure, self._made = Words("", "figure"), Chip("", "information")
        self._made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        box = QVBoxLayout(self)
        box.setContentsMargins(px(16), px(12), px(16), px(12))
        box.setSpacing(px(4))
        box.addWidget(OneLine(title, "quiet"))
        box.addWidget(self._figure)
        box.addWidget(self._made, 0, Qt.AlignmentFlag.AlignLeft)  # "left" is where a line begins in this direction

    def show_figure(self, figure: str, made: str) -> None:
        self._figure.setText(figure)
        self._made.setText(made)
        self._made.setVisible(bool(made))
        self.setAccessibleName("\u060c ".join(part for part in (self._title, figure, made) if part))

    def figure(self) -> str:
        return self._figure.text()
