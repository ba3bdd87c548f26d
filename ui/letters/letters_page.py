"""«Letters»: the rows of the two books, the newest first; what came is entered here (domain.md §2.9)."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.codes import Code
from services.letters import LetterDirection, LetterFilter, LetterRow, LetterState
from services.persian.digits import to_persian
from services.persian.jalali import format_date, to_jalali
from ui.context import AppContext
from ui.letters.incoming_sheet import IncomingSheet
from ui.letters.letter_sheet import LetterSheet
from ui.listing.list_page import ListPage, Source
from ui.widgets.buttons import PrimaryButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.rows_model import Column
from ui.widgets.segments import Segments

_ALL = "all"
_YEARS = 12


class LettersPage(ListPage[LetterRow]):
    """Opened with a letter's id it shows that letter at once."""

    noun = "letter"
    nouns = ("letter", "document")

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.set_title(self.tr("Letters"))
        self.direction = Segments(
            (
                Choice(_ALL, self.tr("All")),
                Choice(LetterDirection.INCOMING.value, self.tr("Incoming")),
                Choice(LetterDirection.OUTGOING.value, self.tr("Outgoing")),
            )
        )
        self.direction.set_value(_ALL)
        self.book = ChoiceEdit((), self.tr("Both books"))
        year = to_jalali(context.today())[0]
        self.year = ChoiceEdit(
            [Choice(str(one), to_persian(one)) for one in range(year, year - _YEARS, -1)], self.tr("Every year")
        )
        self.add_filter(self.direction, self.tr("Incoming or outgoing"))
        self.add_filter(self.book, self.tr("Book"), 150)
        self.add_filter(self.year, self.tr("Year"), 130)
        for edit in (self.direction, self.book, self.year):
            edit.changed.connect(self.start_over)
        if context.may(Right.LETTER_REGISTER):
            new = PrimaryButton(self.tr("Enter an incoming letter"), "email-plus-outline")
            new.enter_clicks = True
            new.clicked.connect(self.main_action)
            self.add_button(new)
        context.lanes.read(self, lambda: context.services.codes.all(context.actor, "letter_book"), self._fill_books)

    def columns(self) -> Sequence[Column[LetterRow]]:
        return (
            Column(self.tr("Number"), lambda row: to_persian(row.number), width=124),
            Column(self.tr("Date"), lambda row: format_date(local(row.registered_at).date()), width=98),
            Column("", self._direction, tone=self._tone, width=84),
            Column(self.tr("Kind"), self._kind, width=150),
            Column(self.tr("From or to"), lambda row: row.correspondent),
            Column(self.tr("Subject"), lambda row: row.subject),
            Column(self.tr("File"), lambda row: to_persian(row.case_no), width=132),
        )

    def activate(self, argument: Any = None) -> None:
        super().activate(argument)
        if isinstance(argument, UUID):
            letters, actor = self.context.services.letters, self.context.actor
            self.context.lanes.read(self, partial(letters.get, actor, argument), self.open_row)

    def source(self) -> Source[LetterRow]:
        letters, actor, which = self.context.services.letters, self.context.actor, self.which()
        return Source(
            partial(letters.count, actor, which),
            lambda offset, limit: letters.page(actor, which, offset, limit).rows,
        )

    def which(self) -> LetterFilter:
        """The filter as it stands."""
        direction, year = self.direction.value(), self.year.value()
        return LetterFilter(
            book=self.book.value() or None,
            direction=None if direction in ("", _ALL) else LetterDirection(direction),
            year=int(year) if year else None,
        )

    def open_row(self, row: LetterRow) -> None:
        LetterSheet(self, self.context, row).open_sheet()

    def main_action(self) -> None:
        if self.context.may(Right.LETTER_REGISTER):
            IncomingSheet(self, self.context).open_sheet()

    def empty_words(self) -> tuple[str, str]:
        if self.which() != LetterFilter():
            return self.tr("No letter fits these filters."), self.tr("Show all letters")
        if self.context.may(Right.LETTER_REGISTER):
            words = self.tr("The books are empty. A letter that came is entered here; papers enter themselves.")
            return words, self.tr("Enter an incoming letter")
        return self.tr("The books are empty."), ""

    def on_empty_action(self) -> None:
        if self.which() == LetterFilter():
            self.main_action()
            return
        self.direction.set_value(_ALL)
        for edit in (self.book, self.year):
            edit.set_value("")

    def id_of(self, row: LetterRow) -> UUID:
        return row.id

    def _fill_books(self, books: tuple[Code, ...]) -> None:
        self.book.set_choices([Choice(row.code, row.label) for row in books])

    def _direction(self, row: LetterRow) -> str:
        if row.state is LetterState.VOIDED:
            return self.tr("void")
        if row.direction is None:
            return ""
        words = {
            LetterDirection.INCOMING: self.tr("incoming"),
            LetterDirection.OUTGOING: self.tr("outgoing"),
            LetterDirection.INTERNAL: self.tr("internal"),
        }
        return words[row.direction]

    def _tone(self, row: LetterRow) -> str:
        if row.state is LetterState.VOIDED:
            return "attention"
        return "information" if row.direction is LetterDirection.INCOMING else "accent"

    def _kind(self, row: LetterRow) -> str:
        return self.tr("confidential") if row.is_masked else row.kind_label
