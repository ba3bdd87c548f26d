"""What is asked about one clause: kept, in part, broken, or nothing known; a receipt in words (P-18, P-31)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.follow_up import ClauseAsked, ClauseState, ClauseWord
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments


class ClauseLine(QWidget):
    """`changed`: something was said. A clause that is kept already is only shown."""

    changed = Signal()

    def __init__(self, clause: ClauseAsked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause = clause
        self.form = FormGrid(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addWidget(Words(self._sentence(), wrap=True))
        if clause.state is ClauseState.KEPT:
            box.addWidget(Words(self.tr("kept: {how}").format(how=clause.evidence), "hint", wrap=True))
            self.form.hide()
            return
        self._add_fields()
        box.addWidget(self.form)
        self.form.changed.connect(self.changed)

    def word(self) -> ClauseWord | None:
        """What was said, None for nothing."""
        if self.clause.state is ClauseState.KEPT:
            return None
        values = self.form.values()
        if not values["state"]:
            return None
        receipt = str(values["receipt"])
        return ClauseWord(self.clause.id, ClauseState(values["state"]), bool(receipt.strip()), receipt)

    def texts(self) -> dict[str, Any]:
        return dict(self.form.values()) if self.clause.state is not ClauseState.KEPT else {}

    def put(self, texts: dict[str, Any]) -> None:
        if self.clause.state is not ClauseState.KEPT:
            self.form.set_values({key: str(text) for key, text in texts.items()})

    def set_error(self, sentence: str) -> None:
        self.form.set_errors({"state": sentence})

    def _add_fields(self) -> None:
        answers = (
            Choice(ClauseState.KEPT.value, self.tr("kept")),
            Choice(ClauseState.PARTLY_KEPT.value, self.tr("in part")),
            Choice(ClauseState.BREACHED.value, self.tr("broken")),
        )
        number = to_persian(self.clause.position)
        state = Field(self.tr("Clause {number}").format(number=number), Segments(answers), self._hint(), lines=2)
        self.form.add("state", state)
        self.form.add("receipt", Field(self.tr("Receipt"), TextEdit1(), self.tr("number, date or where it is")))

    def _hint(self) -> str:
        if not self.clause.binds:
            return self.tr("waits for another clause")
        return "" if self.clause.may_confirm else self.tr("the own word is not enough; only a receipt")

    def _sentence(self) -> str:
        clause = self.clause
        whose = self.tr("{debtor} to {creditor}") if clause.creditor_name else "{debtor}"
        parts = [whose.format(debtor=clause.debtor_name, creditor=clause.creditor_name), clause.text]
        if clause.due_on is not None:
            parts.append(self.tr("until {day}").format(day=format_date(clause.due_on)))
        return " · ".join(parts)
