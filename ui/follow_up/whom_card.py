"""Whom to call and how, before the call: dots until somebody deliberately looks (P-3, P-18)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.follow_up import FollowUpSheet
from services.persian.phones import format_phone
from services.scheduling.shapes import CallLine
from ui.safety.reveal import DOTS, Reveal
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.labels import Chip, Words
from ui.widgets.notices import Notice


class WhomCard(Card):
    """Name, telephones, hours and code word; what is never said stands open, for it tells nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Before the call"))
        self.reveal = Reveal()
        self.reveal.changed.connect(self._show_words)
        self.header.addWidget(self.reveal)
        self._name = Words(DOTS, "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self._covered = QWidget()
        self._covered.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._no_consent = Notice("", "attention", "phone-off-outline")
        self._no_consent.set_sentence(
            self.tr("No consent to calls is recorded: ask in person or through the referrer, or record it first.")
        )
        self._silence = QVBoxLayout()
        self._silence.setSpacing(px(2))
        self.add(self._name)
        self.add(self._covered)
        self.add(self._no_consent)
        self.add(self._silence)
        self._no_consent.hide()
        self._covered.hide()
        self._sheet: FollowUpSheet | None = None

    def show_sheet(self, sheet: FollowUpSheet) -> None:
        self._sheet = sheet
        for line in sheet.lines:
            self._lines.addWidget(_Line(line))
        if sheet.may_phone and not sheet.lines:
            self._lines.addWidget(Words(self.tr("No telephone is stored for this person."), "quiet"))
        self._no_consent.setVisible(not sheet.may_phone)
        if sheet.may_phone:
            for sentence in sheet.silence:
                self._silence.addWidget(Words(sentence, "hint", wrap=True))
        self._show_words(self.reveal.is_shown())

    def _show_words(self, shown: bool) -> None:
        sheet = self._sheet
        if sheet is not None:
            self._name.setText((sheet.row.name or sheet.row.initials) if shown else DOTS)
            self._covered.setVisible(shown and sheet.may_phone)


class _Line(QWidget):
    """A number with its hours; one that is not to be called is not shown."""

    def __init__(self, line: CallLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        number = format_phone(line.number) if line.is_open else self.tr("not to be called")
        told = self.tr("told by {name}").format(name=line.given_by_name) if line.given_by_name else ""
        box.addWidget(Words(number, "cardTitle" if line.is_open else "quiet"))
        box.addWidget(Words(" · ".join(part for part in (line.owner_label, told) if part), "quiet"))
        box.addStretch(1)
        if line.is_open and line.code_word:
            box.addWidget(Chip(self.tr("code word: {word}").format(word=line.code_word), "quiet"))
        if line.hours:
            box.addWidget(Chip(self.tr("hours to call: {hours}").format(hours=line.hours), "information"))
        elif line.is_open and line.is_safe is None:
            box.addWidget(Chip(self.tr("ask whether it suits"), "attention"))
