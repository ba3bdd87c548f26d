"""«Letters»: the rows of the books, the newest first; what came, went or stayed inside is entered here
(domain.md §2.9)."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.codes import Code
from services.documents import BookRange
from services.letters import LetterDirection, LetterFilter, LetterRow, LetterState
from services.persian.digits import to_persian
from services.persian.jalali import format_date, to_jalali
from ui.context import AppContext
from ui.documents.long_run import LongRun
from ui.documents.print_many import PrintMany
from ui.letters.book_sheet import BookSheet
from ui.letters.entry_sheet import EntrySheet
from ui.letters.letter_sheet import LetterSheet
from ui.listing.list_page import ListPage, Source
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.line_edit import TextEdit1
from ui.widgets.rows_model import Column
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

_ALL = "all"
_YEARS = 12
_PAUSE_MS = 200
_LISTS = ("letter_book", "letter_kind")


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
                Choice(LetterDirection.INTERNAL.value, self.tr("Internal")),
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
        self._add_search()
        if context.may(Right.DOCUMENT_READ):
            self._add_unprinted()
        if context.may(Right.LETTER_REGISTER):
            self._add_buttons()
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: {name: codes.all(actor, name) for name in _LISTS}, self._fill_lists)

    def _add_search(self) -> None:
        """A second line of filters: words, kind, what somebody still has to do."""
        self.text = TextEdit1(self.tr("number, sender, recipient, subject or summary"))
        self.kind = ChoiceEdit((), self.tr("Every kind"))
        self.waits = Tick(self.tr("only what somebody was given"))
        for edit, words in (
            (self.text, self.tr("Search in the books")),
            (self.kind, self.tr("Kind")),
            (self.waits, self.tr("only what somebody was given")),
        ):
            edit.setAccessibleName(words)
        self.text.setMaximumWidth(px(420))
        self.kind.setMaximumWidth(px(220))
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(self.text, 3)
        line.addWidget(self.kind, 2)
        line.addWidget(self.waits)
        line.addStretch(1)
        self.body.insertLayout(1, line)
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self.start_over)
        self.text.textEdited.connect(lambda _text: self._typed.start())
        for changed in (self.kind.changed, self.waits.changed):
            changed.connect(self.start_over)

    def _add_unprinted(self) -> None:
        unprinted = QuietButton(self.tr("Not printed yet"), "printer-alert")
        many = PrintMany(self, self.context)
        unprinted.clicked.connect(lambda _checked=False: many.unprinted())
        self.add_button(unprinted)

    def _add_buttons(self) -> None:
        self._print = QuietButton(self.tr("Print the book"), "printer-outline")
        self._print.clicked.connect(self._print_book)
        self._book_run = LongRun(self, self.context)
        self.add_button(self._print)
        new = PrimaryButton(self.tr("Enter a letter"), "email-plus-outline")
        new.setToolTip(with_keys(self.tr("Enter a letter"), "Ctrl+Return"))
        new.enter_clicks = True
        new.clicked.connect(self.main_action)
        self.add_button(new)

    def columns(self) -> Sequence[Column[LetterRow]]:
        return (
            Column(self.tr("Number"), lambda row: to_persian(row.number), width=112, struck=_is_void),
            Column(self.tr("Date"), lambda row: format_date(local(row.registered_at).date()), width=92),
            Column("", self._direction, tone=self._tone, width=76),
            Column(self.tr("Kind"), self._kind, width=134, gives_way=2),
            Column(self.tr("From or to"), lambda row: row.correspondent),
            Column(self.tr("Subject"), lambda row: row.subject),
            Column(self.tr("Given to"), lambda row: row.assigned_to, tone=self._waits_tone, width=128),
            Column(self.tr("File"), lambda row: to_persian(row.case_no), width=118, gives_way=1),
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
            kind=self.kind.value(),
            text=self.text.value(),
            has_open_orders=self.waits.value(),
        )

    def open_row(self, row: LetterRow) -> None:
        LetterSheet(self, self.context, row).open_sheet()

    def main_action(self) -> None:
        if self.context.may(Right.LETTER_REGISTER):
            EntrySheet(self, self.context).open_sheet()

    def _print_book(self) -> None:
        sheet = BookSheet(self, self.context, self.book.value(), self.year.value())
        sheet.chosen.connect(self.print_range)
        sheet.open_sheet()

    def print_range(self, which: BookRange) -> None:
        """Onto a printer or into a file."""
        printouts, actor = self.context.services.printouts, self.context.actor
        words = self.tr("The letter book as it is kept on paper. That it was printed is in the log.")
        name = self.tr("letter book {year}").format(year=which.year) + ".pdf"
        self._book_run.start(words, name, lambda: printouts.gather_book(actor, which))

    def empty_words(self) -> tuple[str, str]:
        if self.which() != LetterFilter():
            return self.tr("No letter fits these filters."), self.tr("Show all letters")
        if self.context.may(Right.LETTER_REGISTER):
            words = self.tr("The books are empty. Letters are entered here; papers enter themselves.")
            return words, self.tr("Enter a letter")
        return self.tr("The books are empty."), ""

    def on_empty_action(self) -> None:
        if self.which() == LetterFilter():
            self.main_action()
            return
        self.direction.set_value(_ALL)
        for edit in (self.book, self.year, self.kind, self.text):
            edit.set_value("")
        self.waits.set_value(False)
        self.start_over()

    def id_of(self, row: LetterRow) -> UUID:
        return row.id

    def _fill_lists(self, lists: dict[str, tuple[Code, ...]]) -> None:
        for edit, name in ((self.book, "letter_book"), (self.kind, "letter_kind")):
            edit.set_choices([Choice(row.code, row.label) for row in lists[name]])

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

    def _waits_tone(self, row: LetterRow) -> str:
        return "danger" if row.is_late else "information"

    def _kind(self, row: LetterRow) -> str:
        words = self.tr("confidential") if row.is_masked else row.kind_label
        return self.tr("{kind}, repeated number").format(kind=words) if row.repeat else words


def _is_void(row: LetterRow) -> bool:
    return row.state is LetterState.VOIDED
