"""The small sheet in which a letter that came gets its number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.letters import LetterDirection, LetterDraft, LetterRow
from services.persian.digits import to_persian
from services.search import Hit
from ui.context import AppContext
from ui.runtime.kept_form import KeptForm
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.suggest_edit import SuggestEdit

_LISTS = ("letter_kind", "urgency", "classification")


class IncomingSheet(Sheet):
    """`entered` carries the `LetterRow` with its number."""

    entered = Signal(object)

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "", width=640)
        self._context = context
        self._case: Row | None = None
        self.set_title(self.tr("Incoming letter"))
        self.main.setText(self.tr("Enter in the book"))
        self.main.show()
        self.form = FormGrid(2)
        add = self.form.add
        add("kind", Field(self.tr("Kind"), ChoiceEdit(), required=True))
        add("correspondent", Field(self.tr("From"), TextEdit1()))
        add("their_number", Field(self.tr("Number on the letter"), CodeEdit()))
        add("their_date", Field(self.tr("Date on the letter"), JalaliDateEdit()))
        without = self.tr("Without details; seen in the list and the book")
        add("subject", Field(self.tr("Subject"), TextEdit1(), without), 2)
        self.case = SuggestEdit(context.lanes, self._cases, self.tr("number of the file or a name"), must_pick=True)
        add("case_id", Field(self.tr("File"), self.case, self.tr("Empty where it belongs to none")))
        add("enclosures", Field(self.tr("Enclosures"), TextEdit1()))
        add("urgency", Field(self.tr("Urgency"), ChoiceEdit()))
        add("classification", Field(self.tr("Classification"), ChoiceEdit(), lines=2))
        self.case.picked.connect(self._on_case)
        self.case.textEdited.connect(self._forget_case)
        self.body.addWidget(self.form)
        self.submitted.connect(self._enter)
        self.kept = KeptForm(self, context, "letters:incoming", self.form)
        context.lanes.read(self, self._read_lists, self._fill)

    def _read_lists(self) -> dict[str, tuple[Code, ...]]:
        codes, actor = self._context.services.codes, self._context.actor
        return {name: codes.all(actor, name) for name in _LISTS}

    def _fill(self, lists: dict[str, tuple[Code, ...]]) -> None:
        kinds = [row for row in lists["letter_kind"] if row.does("direction") == LetterDirection.INCOMING.value]
        for key, rows in (
            ("kind", kinds),
            ("urgency", lists["urgency"]),
            ("classification", lists["classification"]),
        ):
            edit = self.form.field(key).edit
            assert isinstance(edit, ChoiceEdit)
            edit.set_choices([Choice(row.code, row.label) for row in rows])
        self.kept.quietly(lambda: self.form.set_values({"urgency": "normal", "classification": "normal"}))
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

    def _enter(self) -> None:
        if not self.form.check():
            return
        if self.case.value() and self._case is None:
            self.form.set_error("case_id", self.tr("Pick the file from the list, or leave this empty."))
            return
        values = self.form.values()
        draft = LetterDraft(
            direction=LetterDirection.INCOMING,
            kind=values["kind"],
            case_id=self._case.key if self._case is not None else None,  # type: ignore[arg-type]
            correspondent=values["correspondent"],
            subject=values["subject"],
            their_number=values["their_number"],
            their_date=values["their_date"],
            classification=values["classification"] or "normal",
            urgency=values["urgency"],
            enclosures=values["enclosures"],
        )
        letters, actor = self._context.services.letters, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(
            self, lambda: letters.register_incoming(actor, draft), self._on_entered, self._refused
        )

    def _on_entered(self, row: LetterRow) -> None:
        self.kept.done()
        words = self.tr("Entered with number {number}.")
        self._context.toasts.show(words.format(number=f"\u2066{to_persian(row.number)}\u2069"))
        self.close_sheet()
        self.entered.emit(row)

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)


def _row(hit: Hit) -> Row:
    return Row(hit.id, hit.title, hit.quiet, hit.chip, "quiet", "folder-outline")
