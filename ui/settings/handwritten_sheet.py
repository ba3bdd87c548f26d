"""What stands on a sheet that was filled in by hand, under the number that it bears (P-24)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.documents.downtime import EnteredSheet, HandwrittenDraft, ReservedSheet
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.search import Hit
from ui.context import AppContext
from ui.intake.start import IntakeStart, Origin
from ui.pages import may_open
from ui.runtime.kept_form import KeptForm
from ui.widgets.buttons import QuietButton
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.suggest_edit import SuggestEdit


class HandwrittenEntry(Sheet):
    """The day on the sheet, to or with whom, about what, and the file that it belongs to."""

    def __init__(self, window: QWidget, context: AppContext, sheet: ReservedSheet) -> None:
        super().__init__(window, "", width=560)
        self._context, self._sheet = context, sheet
        self._case: Row | None = None
        number = f"\u2066{to_persian(sheet.number)}\u2069"
        self.set_title(self.tr("{title}, number {number}").format(title=sheet.title, number=number))
        self.main.setText(self.tr("Enter in the book"))
        self.main.show()
        self.form = FormGrid(2)
        add = self.form.add
        add("happened_on", Field(self.tr("Day on the sheet"), JalaliDateEdit(), required=True))
        add("correspondent", Field(self.tr("To or with whom"), TextEdit1(), required=True))
        without = self.tr("Without details; seen in the list and the book")
        add("subject", Field(self.tr("Subject"), TextEdit1(), without, required=True), 2)
        self.case = SuggestEdit(context.lanes, self._cases, self.tr("number of the file or a name"), must_pick=True)
        add("case_id", Field(self.tr("File"), self.case, self.tr("Empty where it belongs to none")), 2)
        self.case.picked.connect(self._on_case)
        self.case.textEdited.connect(self._forget_case)
        self.body.addWidget(self.form)
        self._opens = QuietButton(self.tr("Enter, and open a file"), "folder-plus-outline")
        self._opens.clicked.connect(lambda: self._enter(opens_file=True))
        self.add_button(self._opens)
        self._opens.setVisible(context.may(Right.CASE_REGISTER))
        self.submitted.connect(self._enter)
        self.kept = KeptForm(self, context, f"downtime:{sheet.letter_id.hex}", self.form)
        self.kept.load()
        self.form.focus_first()

    def _cases(self, text: str) -> list[Row]:
        search, actor = self._context.services.search, self._context.actor
        return [_row(hit) for hit in search.find(actor, text, 12) if hit.noun == "case"]

    def _on_case(self, row: Row) -> None:
        self._case = row
        self.case.setText(row.title)

    def _forget_case(self) -> None:
        self._case = None

    def _enter(self, *, opens_file: bool = False) -> None:
        if not self.form.check():
            return
        if opens_file and self.case.value():
            self.form.set_error("case_id", self.tr("This file exists; enter the sheet, or leave this empty."))
            return
        if self.case.value() and self._case is None:
            self.form.set_error("case_id", self.tr("Pick the file from the list, or leave this empty."))
            return
        values = self.form.values()
        draft = HandwrittenDraft(
            self._sheet.letter_id,
            values["happened_on"],
            values["correspondent"],
            values["subject"],
            self._case.key if self._case is not None else None,  # type: ignore[arg-type]
        )
        downtime, actor = self._context.services.downtime, self._context.actor
        self.main.setEnabled(False)
        done = partial(self._on_entered, opens_file=opens_file)
        self._context.lanes.write(self, lambda: downtime.enter(actor, draft), done, self._refused)

    def _on_entered(self, entered: EnteredSheet, *, opens_file: bool) -> None:
        """On to the file: what else stands on the sheet is recorded there, under the day on it."""
        self.kept.done()
        self._context.toasts.show(self.tr("The sheet stands in the book."))
        self.close_sheet()
        if opens_file:
            self._context.navigate("intake", self._start_of(entered))
        elif entered.case_id is not None and may_open("case", self._context.actor):
            self._context.navigate("case", entered.case_id)

    def _start_of(self, entered: EnteredSheet) -> IntakeStart:
        words = self.tr("By hand: {title}, number {number}, of {day}. Subject: {subject}. With: {whom}")
        told = words.format(
            title=entered.title,
            number=f"\u2066{to_persian(entered.number)}\u2069",
            day=format_date(entered.happened_on),
            subject=entered.subject,
            whom=entered.correspondent,
        )
        return IntakeStart(Origin.SHEET, entered.letter_id, entered.version, told=told)

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)


def _row(hit: Hit) -> Row:
    return Row(hit.id, hit.title, hit.quiet, hit.chip, "quiet", "folder-outline")
