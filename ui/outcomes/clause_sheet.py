"""What became of one clause: kept, kept in part, or broken, and whose word that is (P-18, P-31)."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.agreements import AgreementDetail, ClauseRow, ClauseState, Proof, clause_sentence, speech_of
from services.changes import Done
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.outcomes.words import state_words
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments

_MARKS = (ClauseState.KEPT, ClauseState.PARTLY_KEPT, ClauseState.BREACHED)


class ClauseSheet(CaseSheet):
    """`breached`: the clause was broken, and something follows."""

    breached = Signal()

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, clause_id: UUID) -> None:
        super().__init__(window, context, page, ("", ""), width=640)
        self.kept_about = clause_id.hex
        self._clause_id = clause_id
        row = self.clause()
        self.set_title(self.tr("Clause {number}").format(number=to_persian(row.position)))
        self.main.setText(self.tr("Record"))
        self.body.addWidget(Words(clause_sentence(speech_of(row)), "", wrap=True))
        self.form = FormGrid(2)
        states = Segments([Choice(state.value, state_words(state)) for state in _MARKS], walks_on=True)
        self.form.add("state", Field(self.tr("What became of it"), states, required=True), 2)
        self._proof = Segments(self._proofs())
        whose = Field(self.tr("Who says so"), self._proof, self.tr("The debtor's own word is no proof."))
        self.form.add("proof", whose, 2)
        self.form.add("on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("evidence", Field(self.tr("In a few words"), TextEdit1()))
        self.form.set_values({"proof": Proof.BENEFICIARY.value, "on": row.settled_on or context.today()})
        if row.state in _MARKS:
            self.form.set_values({"state": row.state.value})
            self._offer_back()
        self.form.changed.connect(self.touch)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def clause(self) -> ClauseRow:
        """The clause as the page knows it now."""
        stored = self.page.agreement
        rows = stored.clauses if stored is not None else ()
        return next(row for row in rows if row.id == self._clause_id)

    def keep_mine(self, page: CasePage) -> None:
        known = page.agreement.clauses if page.agreement is not None else ()
        if any(row.id == self._clause_id for row in known):
            super().keep_mine(page)
        else:
            self.close_sheet()

    def take_theirs(self, page: CasePage) -> None:
        self.page = page
        self.close_sheet()

    def save(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        lacking = {key: self.tr("Fill this in.") for key in ("state", "on") if not values[key]}
        if lacking:
            self.form.set_errors(lacking)
            return
        state, said = ClauseState(values["state"]), self.tr("Recorded: {state}")
        if state is ClauseState.BREACHED:
            self.saved.connect(lambda _value: self.breached.emit())
        proof = Proof(values["proof"] or Proof.BENEFICIARY.value)
        self.store(lambda: self._mark(state, proof), said.format(state=state_words(state)), self.form)

    def _mark(self, state: ClauseState, proof: Proof) -> Done[AgreementDetail]:
        agreements, actor, row = self.context.services.agreements, self.context.actor, self.clause()
        on, evidence = self.form.field("on").value(), str(self.form.field("evidence").value())
        if state is ClauseState.BREACHED:
            return agreements.breach_clause(actor, row.id, row.version, on, evidence, proof)
        return agreements.settle_clause(actor, row.id, row.version, state, on, evidence, proof)

    def _proofs(self) -> list[Choice]:
        return [
            Choice(Proof.BENEFICIARY.value, self.tr("The beneficiary")),
            Choice(Proof.RECEIPT.value, self.tr("A receipt")),
            Choice(Proof.DEBTOR.value, self.tr("The debtor")),
        ]

    def _offer_back(self) -> None:
        back = QuietButton(self.tr("Take the mark back"))
        back.clicked.connect(self._take_back)
        self.add_button(back)

    def _take_back(self) -> None:
        agreements, actor, row = self.context.services.agreements, self.context.actor, self.clause()
        said = self.tr("The mark was taken back.")
        self.store(lambda: agreements.unmark_clause(actor, row.id, row.version), said, self.form)
