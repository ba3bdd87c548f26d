"""One referral: why it was made, how it stands, and what came of it."""

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.documents.shapes import SENT_ON
from services.overview import CasePage
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from services.referrals_out import ReferralOutMove, ReferralOutRow
from ui.case.case_sheet import CaseSheet
from ui.case.facts import Facts
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit


class ReferralSheet(CaseSheet):
    """Reads what stands; moves it on where it is still open and the actor may."""

    def __init__(
        self, window: QWidget, context: AppContext, page: CasePage, row: ReferralOutRow, *, may_write: bool
    ) -> None:
        super().__init__(window, context, page, ("", ""), side=True)
        self.set_title(row.body or row.target_label)
        self.main.setText(self.tr("Record"))
        self._row = row
        self.facts = Facts()
        self.facts.set_facts(self._said())
        self.body.addWidget(self.facts)
        self.form = FormGrid(2)
        self.form.setVisible(False)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.main.setVisible(may_write and bool(row.next_states))
        if may_write and row.next_states:
            self._ask_on()
        self._offer_letter(may_write=may_write)

    def _said(self) -> list[tuple[str, str]]:
        row = self._row
        days = (
            (self.tr("Sent"), row.sent_on),
            (self.tr("Arrived"), row.received_on),
            (self.tr("Answered"), row.answered_on),
            (self.tr("Ended"), row.closed_on),
        )
        facts = [
            (self.tr("Whom"), row.person_name),
            (self.tr("State"), row.state_label),
            (self.tr("Urgency"), row.urgency_label),
            (self.tr("Ground"), row.ground_words),
            (self.tr("Why"), row.reason),
            (self.tr("What is asked"), row.asked),
            *((label, format_long(day)) for label, day in days if day is not None),
            (self.tr("Number of the answer"), to_persian(row.answer_number)),
            (self.tr("Answer"), row.answer),
            (self.tr("Remark"), row.state_reason),
            (self.tr("By"), row.staff_name),
        ]
        return [(label, text) for label, text in facts if text]

    def _ask_on(self) -> None:
        states = [Choice(code, label) for code, label in self._row.next_states]
        self.form.add("state", Field(self.tr("How it went on"), ChoiceEdit(states), required=True))
        self.form.add("on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("number", Field(self.tr("Number of the answer"), TextEdit1()), 2)
        self.form.add("words", Field(self.tr("Answer or reason"), MultilineEdit(lines=3, max_lines=8)), 2)
        self.form.set_values({"on": self.context.today()})
        self.form.changed.connect(self.touch)
        self.keep_form(f"referral_{self._row.id.hex}", self.form)
        self.form.setVisible(True)
        self.form.focus_first()

    def _offer_letter(self, *, may_write: bool) -> None:
        """After the form: the keyboard begins in its first field."""
        row = self._row
        self.letter = LinkButton(self.tr("Make the letter"))
        self.letter.clicked.connect(self._write)
        self.body.insertWidget(self.body.indexOf(self.form) + 1, self.letter)
        makes = row.is_open and row.document_id is None and row.paper in SENT_ON
        self.letter.setVisible(makes and may_write and self.context.may(Right.DOCUMENT_ISSUE))

    def _write(self) -> None:
        """The page of new papers, on the letter of this referral."""
        row = self._row
        about = IssueArgument(row.case_id, SENT_ON[row.paper].value, row.person_id, referral_id=row.id)
        self.close_sheet()
        self.context.navigate("issue_paper", about)

    def save(self) -> None:
        if not self.form.fields():
            return
        needed = {key: self.tr("Fill this in.") for key in ("state", "on") if not self.form.field(key).value()}
        if needed:
            self.form.set_errors(needed)
            return
        values = self.form.values()
        move = ReferralOutMove(
            self._row.id,
            self._row.version,
            str(values["state"]),
            values["on"],
            str(values["number"]),
            str(values["words"]),
        )
        referrals, actor = self.context.services.referrals_out, self.context.actor
        self.store(lambda: referrals.move(actor, move), self.tr("Recorded."), self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._row = next((one for one in page.referrals_out if one.id == self._row.id), self._row)
        self.facts.set_facts(self._said())

    def keep_mine(self, page: CasePage) -> None:
        self._row = next((one for one in page.referrals_out if one.id == self._row.id), self._row)
        super().keep_mine(page)
