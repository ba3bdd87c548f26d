"""The last number of every book, and going on after one used on paper (P-22)."""

from PySide6.QtCore import QCoreApplication

from services.actor import Right
from services.numbering import CASES
from services.persian.digits import to_persian
from services.unit_profile import BookRow
from ui.context import AppContext
from ui.settings.section import Section
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CountEdit
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class BooksSection(Section):
    right = Right.SETTINGS_MANAGE
    nouns = ("unit", "case", "letter")

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._rows: dict[object, BookRow] = {}
        self._labels: dict[str, str] = {}
        card = self.card(self.words())
        words = self.tr(
            "Numbers are given without a gap and begin with 1 each year. If numbers were used on paper meanwhile, "
            "choose the book and type the last one; a book never goes back."
        )
        card.add(Words(words, "quiet", wrap=True))
        self.list = RowList(fits=True, dense=True)
        self.list.setAccessibleName(self.words())
        self.list.opened.connect(lambda key: self._on_open(self._rows[key]))
        card.add(self.list)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("BooksSection", "Numbers and books")

    def load(self) -> None:
        def both() -> tuple[tuple[BookRow, ...], dict[str, str]]:
            books = self.services.codes.all(self.actor, "letter_book", with_inactive=True)
            return self.services.unit.books(self.actor), {code.code: code.label for code in books}

        self.read(both, self._show)

    def _show(self, found: tuple[tuple[BookRow, ...], dict[str, str]]) -> None:
        rows, self._labels = found
        self._labels[CASES] = self.tr("Case register")
        self._rows = {(row.book, row.year): row for row in rows}
        none = self.tr("none yet")
        self.list.set_rows(
            [
                Row(
                    (row.book, row.year),
                    self._labels.get(row.book, row.book),
                    self.tr("Year {year}").format(year=to_persian(row.year)),
                    to_persian(row.last) if row.last else none,
                    "accent" if row.last else "quiet",
                )
                for row in rows
            ]
        )

    def _on_open(self, row: BookRow) -> None:
        newest = max(each.year for each in self._rows.values())
        if row.year != newest:
            self.context.toasts.show(self.tr("This year is over; its book is closed."))
            return
        sheet = LastNumberSheet(self, self._labels.get(row.book, row.book))

        def given() -> None:
            last, reason = sheet.values()
            if last is not None:
                go_on = self.services.unit.continue_after
                said = self.tr("The book goes on after this number.")
                close = lambda _none: sheet.close_sheet()  # noqa: E731
                refused = self.context.errors.into(sheet.form)
                self.write(lambda: go_on(self.actor, row.book, last, reason), said, close, refused)

        sheet.submitted.connect(given)
        sheet.open_sheet()


class LastNumberSheet(Sheet):
    """The last number used on paper, and why."""

    def __init__(self, section: Section, title: str) -> None:
        super().__init__(section, title, "", width=480)
        self.kept_about = title
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = FormGrid(2)
        self.form.add("last", Field(self.tr("Last number used"), CountEdit(), required=True))
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1(), required=True))
        self.body.addWidget(self.form)

    def values(self) -> tuple[int | None, str]:
        """The number, None while it can't be read, and the reason."""
        if not self.form.check():
            return None, ""
        values = self.form.values()
        if not values["last"]:
            self.form.set_errors({"last": self.tr("Fill this in.")})
            return None, ""
        return int(values["last"]), values["reason"]
