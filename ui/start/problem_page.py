"""A calm page when something is in the way: what it is, what to do, and buttons that do it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.theme.icons import icon
from ui.theme.theme import px
from ui.widgets.ask import Action
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.centred_card import CentredCard, centred
from ui.widgets.labels import Words

_WIDTH = 620


class ProblemPage(QWidget):
    """`chosen` carries the key of the button. Enter presses the focused one; the first has the keyboard."""

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Sequence[Action],
        detail: str = "",
        icon_name: str = "folder-alert-outline",
    ) -> None:
        """`detail`: a path or the like, in a line of its own."""
        super().__init__()
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._buttons = [self._button(action) for action in actions]
        card = CentredCard(_WIDTH)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "attention").pixmap(QSize(px(40), px(40))))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._sentence = Words(sentence, wrap=True)
        box = QVBoxLayout(card)
        box.setContentsMargins(px(24), px(22), px(24), px(20))
        box.setSpacing(px(10))
        box.addWidget(picture)
        box.addWidget(Words(title, "cardTitle", wrap=True))
        box.addWidget(self._sentence)
        if detail:
            # a path keeps its own order inside the page
            box.addWidget(Words(f"\u2066{detail}\u2069", "quiet", wrap=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(title)
        self._bar.hide()
        box.addWidget(self._bar)
        box.addSpacing(px(10))
        box.addLayout(row)
        self.setLayout(centred(card))

    def set_share(self, share: float) -> None:
        """How much of long work is done, 0.0 to 1.0; shows a bar from the first call on."""
        self._bar.show()
        self._bar.setValue(round(share * 100))

    def sentence(self) -> str:
        return self._sentence.text()

    def take_keyboard(self) -> None:
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, action: Action) -> PrimaryButton | QuietButton:
        button = PrimaryButton(action.words) if action.kind == "primary" else QuietButton(action.words)
        button.enter_clicks = True
        button.clicked.connect(lambda _checked=False, key=action.key: self.chosen.emit(key))
        return button
