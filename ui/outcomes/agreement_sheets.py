"""What happens to an agreement later: a court confirms it (R-13), or it is declared void with a reason."""

from PySide6.QtWidgets import QWidget

from services.overview import CasePage
from ui.case.reason_sheets import SheetWithReason
from ui.context import AppContext
from ui.outcomes.signature_sheets import OnAgreement
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit


class CourtSheet(OnAgreement):
    """The body that confirmed the private deed, its number and day."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.kept_about = page.detail.id.hex
        self.set_title(self.tr("Confirmed by a court"))
        self.main.setText(self.tr("Record the confirmation"))
        self.form = FormGrid(2)
        self.form.add("body", Field(self.tr("Court or council"), TextEdit1(), required=True), 2)
        self.form.add("number", Field(self.tr("Number"), CodeEdit()))
        self.form.add("on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        stored = self.agreement()
        start = {"body": stored.court_body, "number": stored.court_number, "on": stored.court_on}
        self.form.set_values(start)
        self.form.changed.connect(self.touch)
        told = self.tr("Once confirmed it binds like a judgment.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def save(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        if values["on"] is None:
            self.form.set_errors({"on": self.tr("Fill this in.")})
            return
        stored, agreements, actor = self.agreement(), self.context.services.agreements, self.context.actor
        body, number, on = str(values["body"]), str(values["number"]), values["on"]
        self.store(
            lambda: agreements.confirm_by_court(actor, stored.id, stored.version, body, number, on),
            self.tr("The confirmation is recorded."),
            self.form,
        )


class VoidAgreementSheet(SheetWithReason):
    """Also a signed one: the outcome waits for another agreement from then on."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        told = self.tr("Nothing is deleted; the outcome waits until another agreement is signed.")
        self.dress(self.tr("Declare the agreement void"), self.tr("Declare void"), told)

    def save(self) -> None:
        stored, agreements, actor = self.page.agreement, self.context.services.agreements, self.context.actor
        if stored is None:
            self.close_sheet()
            return
        reason, said = self.reason(), self.tr("The agreement is void.")
        self.store(lambda: agreements.void(actor, stored.id, stored.version, reason), said, self.form)
