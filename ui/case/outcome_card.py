"""How the file ended, apart from where it stands (R-9, P-30)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.outcomes import OutcomeRow
from services.persian.jalali import format_long
from ui.case.facts import Facts
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Chip, Words
from ui.widgets.notices import Notice


class OutcomeCard(Card):
    """Hidden while there is no outcome. `signatures_seen`, `edit_wanted`: its buttons."""

    signatures_seen = Signal()
    edit_wanted = Signal()

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Outcome"))
        self._may_write = may_write
        self._edit = LinkButton(self.tr("Change"), "pencil-outline")
        self._edit.setProperty("dense", True)
        self._edit.clicked.connect(self.edit_wanted)
        self.header.addWidget(self._edit)
        self._edit.setVisible(may_write)
        self._chip = Chip("", "accent")
        self._words = Words("", "", wrap=True)
        self._facts = Facts()
        self._judicial = Notice("", "attention", "gavel")
        self._judicial.set_sentence(self.tr("Goes to the judiciary: it is not closed here."))
        self._seen = QuietButton(self.tr("All signatures were seen"), "draw-pen")
        self._seen.clicked.connect(self.signatures_seen)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._chip)
        line.addStretch(1)
        self.add(line)
        for part in (self._words, self._facts, self._judicial, self._seen):
            self.add(part)
        self.hide()

    def show_outcome(self, outcome: OutcomeRow | None, *, may_change: bool, offers_signatures: bool) -> None:
        """`offers_signatures`: the page's own button does not offer it already."""
        self.setVisible(outcome is not None)
        if outcome is None:
            return
        waits = outcome.is_awaiting_signatures
        self._chip.set(outcome.label, "attention" if waits else "accent")
        self._words.setText(outcome.summary)
        self._words.setVisible(bool(outcome.summary))
        seen = format_long(outcome.signatures_seen_on) if outcome.signatures_seen_on else ""
        signatures = self.tr("waiting for them") if waits else seen
        self._facts.set_facts(
            [
                (self.tr("Day"), format_long(outcome.decided_on)),
                (self.tr("Signatures"), signatures),
                (self.tr("By"), outcome.staff_name),
            ]
        )
        self._judicial.setVisible(outcome.needs_judicial)
        self._seen.setVisible(waits and self._may_write and offers_signatures)
        self._edit.setVisible(self._may_write and may_change)
