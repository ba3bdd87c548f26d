"""Checking a paper without signing in: from a file, or from the pasted text of its code."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from services.documents.proving.checking import Verdict
from services.documents.proving.short_code import typed_code
from services.documents.proving.without_sign_in import check_text
from ui.runtime.lanes import Lanes
from ui.theme.icons import icon
from ui.theme.theme import px
from ui.verify.paper_file import judge_file
from ui.verify.verdict_card import VerdictCard
from ui.widgets import file_dialog
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.centred_card import CentredCard, centred
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import Words
from ui.widgets.walking import bring_into_view

_WIDTH = 760
_PATTERN = "*.pdf *.png *.jpg *.jpeg *.txt"


class VerifyPage(QWidget):
    """`given_up`: back to where one came from. A file can be dropped on the page."""

    given_up = Signal()
    judged = Signal()

    def __init__(self, folder: Path, lanes: Lanes, back: str) -> None:
        """`back`: the words of the button that leads away."""
        super().__init__()
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Is this paper genuine?"))
        self.setAcceptDrops(True)
        self._folder, self._lanes = folder, lanes
        self._choose = PrimaryButton(self.tr("Choose a picture or file of the paper"))
        self._back = QuietButton(back)
        self._letters = QPlainTextEdit()
        self._letters.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._letters.setTabChangesFocus(True)
        self._letters.setAccessibleName(self.tr("Text of the code"))
        self._letters.setFixedHeight(px(84))
        self._check = QuietButton(self.tr("Check the text"), "text-box-check-outline")
        self._said = Words("", "error", wrap=True)
        self._card = VerdictCard()
        self._card.hide()
        for button in (self._choose, self._back, self._check):
            button.enter_clicks = True
        self._choose.clicked.connect(self._on_choose)
        self._check.clicked.connect(self._on_check)
        self._back.clicked.connect(self.given_up)
        self._lay_out()

    def take_keyboard(self) -> None:
        self._choose.setFocus(Qt.FocusReason.TabFocusReason)

    def check_file(self, file: Path) -> None:
        """Judge the paper in a file."""
        self._begin(self.tr("The paper is being read …"))
        self._lanes.read(self, partial(judge_file, self._folder, file), self._show, self._failed, latest="verify")

    def check_letters(self, text: str) -> None:
        """Judge a pasted text; a short code alone is told what it is for."""
        if typed_code(text) is not None:
            self._card.hide()
            self._said.setText(
                self.tr(
                    "This is the short code of a paper. Alone it proves nothing: only the unit that issued the paper "
                    "can look it up in its own book, after signing in, under Settings, Genuine papers."
                )
            )
            return
        self._begin("")
        self._lanes.read(self, partial(check_text, self._folder, text), self._show, self._failed, latest="verify")

    def verdict_card(self) -> VerdictCard:
        return self._card

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.check_file(files[0])

    def _on_choose(self) -> None:
        kinds = self.tr("Papers ({pattern})").format(pattern=_PATTERN)
        chosen = file_dialog.ask_for_existing_file(self, self.tr("Choose a picture or file of the paper"), kinds)
        if chosen is not None:
            self.check_file(chosen)

    def _on_check(self) -> None:
        self.check_letters(self._letters.toPlainText())

    def _begin(self, sentence: str) -> None:
        self._card.hide()
        self._said.setText(sentence)

    def _show(self, verdict: Verdict) -> None:
        self._said.setText("")
        self._card.show_verdict(verdict)
        self._card.show()
        QTimer.singleShot(0, self, lambda: bring_into_view(self._card))
        self.judged.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._said.setText(self.tr("The file can't be read."))
        self.judged.emit()

    def _lay_out(self) -> None:
        card = CentredCard(_WIDTH)
        words = self.tr(
            "The square code on a paper holds its text, signed by the unit. Choose a picture of the paper, or paste "
            "what a code reader gave. Nothing is stored, no network is needed."
        )
        foot = QHBoxLayout()
        foot.addWidget(self._check)
        foot.addStretch(1)
        foot.addWidget(self._back)
        box = QVBoxLayout(card)
        box.setContentsMargins(px(24), px(20), px(24), px(20))
        box.setSpacing(px(12))
        box.addWidget(Words(self.tr("Is this paper genuine?"), "cardTitle"))
        box.addWidget(Words(words, "quiet", wrap=True))
        box.addWidget(self._drop_place())
        box.addWidget(Words(self.tr("Or the text of the code, as a code reader gave it"), "quiet"))
        box.addWidget(self._letters)
        box.addLayout(foot)
        box.addWidget(self._said)
        box.addWidget(self._card)
        inside = QWidget()
        inside.setObjectName("ScrollContent")
        inside.setLayout(centred(Words(self.tr("Sazesh"), "figure"), card))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        GutterBar(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _drop_place(self) -> QFrame:
        """Where a file is let go, or chosen."""
        frame = QFrame()
        frame.setObjectName("DropPlace")
        picture = QLabel()
        picture.setPixmap(icon("file-search-outline", "accent").pixmap(QSize(px(40), px(40))))
        picture.setFixedHeight(px(42))
        told = Words(self.tr("Let a photo, scan or PDF of the paper go here"), "quiet")
        box = QVBoxLayout(frame)
        box.setContentsMargins(px(16), px(18), px(16), px(18))
        box.setSpacing(px(10))
        for widget in (picture, told, self._choose):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        return frame
