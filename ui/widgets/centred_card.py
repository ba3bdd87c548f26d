"""One card in the middle of an empty page: sign-in, guide, problems."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import px


class CentredCard(QFrame):
    """A card of fixed width. Put it on its page by `centred`, which keeps wrapped words from being cut."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.setFixedWidth(px(width))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)


def centred(*rows: QWidget) -> QVBoxLayout:
    """A layout with the rows one under the other, a little above the middle."""
    outer = QVBoxLayout()
    outer.setContentsMargins(px(24), px(24), px(24), px(24))
    outer.setSpacing(px(14))
    outer.addStretch(2)
    for row in rows:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(row)
        line.addStretch(1)
        outer.addLayout(line)
    outer.addStretch(3)
    return outer
