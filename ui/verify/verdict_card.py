"""What can be said of a paper, in big words, with the signed text to compare by eye."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.documents.proving.checking import Judgement, Verdict
from services.documents.proving.short_code import key_words
from services.documents.proving.showing import as_on_sheet
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.theme.palette import Tone
from ui.theme.theme import px
from ui.widgets.labels import Words
from ui.widgets.notices import Notice

_TONES: dict[Judgement, Tone] = {
    Judgement.GENUINE: "accent",
    Judgement.RETIRED_KEY: "attention",
    Judgement.ALTERED: "danger",
    Judgement.REVOKED: "danger",
    Judgement.UNKNOWN_UNIT: "attention",
    Judgement.NO_CODE: "attention",
}


class VerdictCard(QWidget):
    """Shows one verdict after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice("", "information")
        self._facts = Words("", "quiet", wrap=True)
        self._differing = Words("", "error", wrap=True)
        self._text = Words("", "readLarge", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(10))
        for widget in (self._notice, self._differing, self._facts, self._text):
            box.addWidget(widget)

    def show_verdict(self, verdict: Verdict) -> None:
        self._notice.say(self._words(verdict.judgement), _TONES[verdict.judgement])
        self._facts.setText(" · ".join(self._told(verdict)))
        self._facts.setVisible(bool(self._facts.text()))
        words = self.tr("In the signed text, but not in this file: {words}")
        self._differing.setText(words.format(words=" · ".join(verdict.differing)))
        self._differing.setVisible(bool(verdict.differing))
        self._text.setText(as_on_sheet(verdict.text))
        self._text.setVisible(bool(verdict.text))

    def _words(self, judgement: Judgement) -> str:
        return {
            Judgement.GENUINE: self.tr("Genuine. Compare the text below with the sheet, line by line."),
            Judgement.RETIRED_KEY: self.tr(
                "The paper is of a later day than the last one of its key. Do not rely on it; ask the unit."
            ),
            Judgement.ALTERED: self.tr("Altered or incomplete. Do not rely on it; ask the unit."),
            Judgement.REVOKED: self.tr("Void. The unit issued this paper and then made it void."),
            Judgement.UNKNOWN_UNIT: self.tr("Unknown unit. Its key is not known here, so nothing can be said."),
            Judgement.NO_CODE: self.tr("No code of a paper was found."),
        }[judgement]

    def _told(self, verdict: Verdict) -> list[str]:
        told = []
        if verdict.unit:
            told.append(self.tr("Issued by {unit}").format(unit=verdict.unit))
        if verdict.code:
            told.append(self.tr("Short code {code}").format(code=f"\u2066{to_persian(verdict.code)}\u2069"))
        if verdict.key_id:
            told.append(self.tr("Key {key}").format(key=key_words(verdict.key_id)))
        if verdict.key_ended_on is not None:
            told.append(self.tr("key in use until {day}").format(day=format_date(verdict.key_ended_on)))
        if verdict.revoked_on is not None:
            told.append(self.tr("made void on {day}").format(day=format_date(verdict.revoked_on)))
        elif verdict.listed_on is not None:
            told.append(self.tr("not void as of {day}").format(day=format_date(verdict.listed_on)))
        elif verdict.judgement is Judgement.GENUINE:
            told.append(self.tr("no list of void papers is known"))
        return told
