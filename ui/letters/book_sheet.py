"""Which part of a letter book is printed (D26): a year whole, or from one number or day to another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.documents import BookRange
from services.numbering import LETTER_BOOKS
from services.persian.digits import to_persian
from services.persian.jalali import to_jalali
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.number_edits import CountEdit
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet

_WHOLE, _NUMBERS, _DAYS = "whole", "numbers", "days"
_YEARS = 12


class BookSheet(Sheet):
    """`chosen` carries the `BookRange`; the sheet is gone by then."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, book: str = "", year: str = "") -> None:
        super().__init__(window, "", width=520)
        self.set_title(self.tr("Print the book"))
        self.main.setText(self.tr("Print"))
        self.main.show()
        self.book = ChoiceEdit(())
        this_year = to_jalali(context.today())[0]
        self._year = year or str(this_year)
        years = [Choice(str(one), to_persian(one)) for one in range(this_year, this_year - _YEARS, -1)]
        ways = (
            Choice(_WHOLE, self.tr("the whole year")),
            Choice(_NUMBERS, self.tr("by numbers")),
            Choice(_DAYS, self.tr("by days")),
        )
        self.form = FormGrid(2)
        self.form.add("book", Field(self.tr("Book"), self.book, required=True))
        self.form.add("year", Field(self.tr("Year"), ChoiceEdit(years), required=True))
        self.form.add("what", Field(self.tr("Range"), Segments(ways)), 2)
        self.form.add("first", Field(self.tr("From number"), CountEdit(1, 99_999)))
        self.form.add("last", Field(self.tr("To number"), CountEdit(1, 99_999)))
        self.form.add("first_day", Field(self.tr("From day"), JalaliDateEdit()))
        self.form.add("last_day", Field(self.tr("To day"), JalaliDateEdit()))
        self.body.addWidget(self.form)
        self.form.field("what").changed.connect(self._show_way)
        self.submitted.connect(self._choose)
        self._book = book or LETTER_BOOKS[0]
        self.form.set_values({"what": _WHOLE, "year": self._year})
        self._show_way()
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: codes.all(actor, "letter_book"), self._fill)

    def _fill(self, books: tuple[Code, ...]) -> None:
        self.book.set_choices([Choice(row.code, row.label) for row in books])
        self.form.set_values({"book": self._book})

    def _show_way(self) -> None:
        way = self.form.field("what").value()
        for key in ("first", "last"):
            self.form.field(key).setVisible(way == _NUMBERS)
        for key in ("first_day", "last_day"):
            self.form.field(key).setVisible(way == _DAYS)
        self.refit()

    def _choose(self) -> None:
        if not self.form.check():
            return
        values, way = self.form.values(), self.form.field("what").value()
        numbers, days = way == _NUMBERS, way == _DAYS
        first, last = (int(values[key]) if numbers and values[key] else None for key in ("first", "last"))
        first_day, last_day = (values[key] if days else None for key in ("first_day", "last_day"))
        if (first and last and first > last) or (first_day and last_day and first_day > last_day):
            self.form.set_error("last" if numbers else "last_day", self.tr("The end lies before the beginning."))
            return
        self.close_sheet()
        self.chosen.emit(BookRange(str(values["book"]), int(values["year"]), first, last, first_day, last_day))
