"""One person in the strip: name, what is done, neutral marks, and the button of the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from services.safety import PartySafety, ScreenState
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.labels import Chip, OneLine
from ui.widgets.mark import Mark


class PartyLine(QWidget):
    """`wanted` carries a step ("consent", "screen", "danger" …) and the person's id."""

    wanted = Signal(str, object)

    def __init__(self, party: PartySafety, *, may_screen: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.party = party
        self._may_screen = may_screen
        self.setAccessibleName(party.name)
        self._buttons: list[QPushButton] = []
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(OneLine(party.name, "strong"))
        names.addWidget(OneLine(party.role_label, "hint"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addLayout(names, 1)
        for flag in {flag.mark.letter: flag for flag in party.flags}.values():
            box.addWidget(Mark(flag.mark.letter, flag.mark.words or flag.mark.letter))
        for chip in self._chips():
            box.addWidget(chip)
        for button in self._actions():
            box.addWidget(button)

    def holds_keyboard(self) -> bool:
        return any(button.hasFocus() for button in self._buttons)

    def take_keyboard(self) -> None:
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> tuple[QPushButton, ...]:
        """The next step's button first."""
        return tuple(self._buttons)

    def set_offers(self, offers: bool) -> None:
        for button in self._buttons:
            button.setVisible(offers)

    def _chips(self) -> list[Chip]:
        # whatever the answer was, it was asked: who agreed is not for this page
        asked = bool(self.party.consent)
        chips = [_chip(self.tr("Consent: recorded") if asked else self.tr("Consent: not yet"), asked, 108)]
        if not self.party.is_child:
            chips.append(_chip(self._talk_words(), self.party.is_screen_current, 158))
        return chips

    def _talk_words(self) -> str:
        if self.party.is_screen_current:
            return self.tr("Talk alone: held")
        screen = self.party.screen
        if screen is not None and screen.state is ScreenState.COMPLETE:
            return self.tr("Talk alone: no longer fresh")
        return self.tr("Talk alone: not yet")

    def _actions(self) -> list[QPushButton]:
        words = {
            "consent": self.tr("Consent sheet"),
            "screen": self.tr("Talk alone"),
            "joint_consent": self.tr("Last questions"),
            "invite_answer": self.tr("Last questions"),
            "danger": self.tr("Go on with the steps"),
        }
        step = self.party.next_step
        made: list[QPushButton] = []
        if step == "consent" or (step and self._may_screen):
            made.append(self._button(QuietButton(words[step], "arrow-left"), step))
        elif self.party.consent:
            made.append(self._button(LinkButton(words["consent"]), "consent"))
        self._buttons = made
        return made

    def _button(self, button: QPushButton, step: str) -> QPushButton:
        button.setMinimumWidth(px(120))
        button.setAccessibleName(f"{button.text()}: {self.party.name}")
        button.clicked.connect(lambda: self.wanted.emit(step, self.party.person_id))
        return button


def _chip(words: str, is_done: bool, width: int) -> Chip:
    chip = Chip(words, "accent" if is_done else "quiet")
    chip.setMinimumWidth(px(width))
    return chip
