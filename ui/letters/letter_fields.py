"""The fields of a row of the books, on the sheet that enters one and on the one that mends its words."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from services.codes import Code
from services.letters import LetterDirection, LetterRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.search import Hit
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CodeEdit
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments
from ui.widgets.suggest_edit import SuggestEdit

LISTS = ("letter_kind", "urgency", "classification", "letter_channel", "letter_link")
MOST = 12


class PickEdit(SuggestEdit):
    """A line whose value is the id of the row that was picked, None without one. `is_open`: text without a pick."""

    chosen = Signal(object)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, must_pick=True, **named)
        self._row: Row | None = None
        self.picked.connect(self._take)
        self.textEdited.connect(self._forget)

    def id(self) -> UUID | None:
        return self._row.key if self._row is not None and isinstance(self._row.key, UUID) else None

    def is_open(self) -> bool:
        return bool(self.text().strip()) and self.id() is None

    def _take(self, row: Row) -> None:
        self._row = row
        self.setText(row.title)
        self.chosen.emit(row)

    def _forget(self) -> None:
        self._row = None


class LetterForm(FormGrid):
    """`case_id` and `earlier_id` are lines that suggest while one types."""

    def add_kind(self) -> None:
        """What is chosen once and never changes: the way it goes, and its kind."""
        ways = (
            Choice(LetterDirection.INCOMING.value, self.tr("incoming")),
            Choice(LetterDirection.OUTGOING.value, self.tr("outgoing")),
            Choice(LetterDirection.INTERNAL.value, self.tr("internal")),
        )
        self.add("direction", Field(self.tr("Way"), Segments(ways)))
        self.add("kind", Field(self.tr("Kind"), ChoiceEdit(), required=True))

    def add_words(self) -> None:
        """Who, what, and what stands on the letter."""
        self.add("correspondent", Field(self.tr("From or to"), TextEdit1()))
        without = self.tr("Without details; seen in the list and the book")
        self.add("subject", Field(self.tr("Subject"), TextEdit1(), without))
        self.add("their_number", Field(self.tr("Number on the letter"), CodeEdit()))
        self.add("their_date", Field(self.tr("Date on the letter"), JalaliDateEdit()))
        self.add("urgency", Field(self.tr("Urgency"), ChoiceEdit()))
        self.add("classification", Field(self.tr("Classification"), ChoiceEdit(), lines=2))

    def add_case(self, context: AppContext) -> PickEdit:
        """A file, by its number or a name."""
        search, actor = context.services.search, context.actor

        def rows(text: str) -> list[Row]:
            return [_case_row(hit) for hit in search.find(actor, text, MOST) if hit.noun == "case"]

        edit = PickEdit(context.lanes, rows, self.tr("number of the file or a name"))
        self.add("case_id", Field(self.tr("File"), edit, self.tr("Empty where it belongs to none")))
        return edit

    def add_earlier(self, context: AppContext, besides: UUID | None = None) -> PickEdit:
        """An earlier letter, by its number in our book or on the letter, and how this one refers to it."""
        letters, actor = context.services.letters, context.actor

        def rows(text: str) -> list[Row]:
            return [_letter_row(row) for row in letters.suggest(actor, text, MOST) if row.id != besides]

        edit = PickEdit(context.lanes, rows, self.tr("number of the letter, ours or theirs"))
        self.add("earlier_id", Field(self.tr("Earlier letter"), edit))
        self.add("link", Field(self.tr("Refers to it by"), ChoiceEdit()))
        return edit

    def add_sending(self) -> None:
        """What the book itself says, of a paper that was issued here too."""
        self.add("channel", Field(self.tr("Sent or brought by"), ChoiceEdit()))
        self.add("receipt", Field(self.tr("Receipt"), TextEdit1()))
        self.add("summary", Field(self.tr("Summary"), MultilineEdit(lines=2)), 2)

    def add_earlier_day(self) -> None:
        """For the head alone: a letter that belongs on an earlier day of this year's book (R-10)."""
        hint = self.tr("Only for a forgotten letter; it stands behind the last number of that day")
        self.add("backdated_on", Field(self.tr("Enter on an earlier day"), JalaliDateEdit(), hint))
        self.add("backdated_reason", Field(self.tr("Reason for the earlier day"), TextEdit1()))

    def add_enclosures(self) -> None:
        self.add("enclosures", Field(self.tr("Enclosures"), TextEdit1()))

    def lacks_pick(self, key: str) -> bool:
        """Text stands in the line and nothing was picked: a sentence beside it says so."""
        edit = self.field(key).edit
        if not isinstance(edit, PickEdit) or not edit.is_open():
            return False
        self.set_error(key, self.tr("Pick it from the list, or leave this empty."))
        return True


def offer(form: FormGrid, key: str, rows: tuple[Code, ...]) -> None:
    """Fill a list of the form, where the form has it."""
    if key not in form.fields():
        return
    edit = form.field(key).edit
    assert isinstance(edit, ChoiceEdit)
    edit.set_choices([Choice(row.code, row.label) for row in rows])


def offer_lists(form: FormGrid, lists: Mapping[str, tuple[Code, ...]]) -> None:
    for key, name in (("urgency", "urgency"), ("classification", "classification"), ("channel", "letter_channel")):
        offer(form, key, lists[name])


def _case_row(hit: Hit) -> Row:
    return Row(hit.id, hit.title, hit.quiet, hit.chip, "quiet", "folder-outline")


def _letter_row(row: LetterRow) -> Row:
    day = format_date(row.their_date) if row.their_date is not None else ""
    theirs = " ".join(part for part in (to_persian(row.their_number), day) if part)
    quiet = " · ".join(part for part in (row.kind_label, row.subject or row.correspondent, theirs) if part)
    return Row(row.id, f"\u2066{to_persian(row.number)}\u2069", quiet, icon="email-outline")
