"""Which papers are printed in one run, and where they go."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.documents import RunOffer, RunRow, RunStep
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr
from ui.context import AppContext
from ui.documents import printers
from ui.documents.asking import answer_text, field_of
from ui.documents.many_targets import FileTarget, FolderTarget, PrinterTarget, Target
from ui.theme.theme import px
from ui.widgets import file_dialog
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet
from ui.widgets.tick_rows import TickRows

_PRINTER, _FILE, _FOLDER = "printer", "file", "folder"
_LIST_HEIGHT, _WIDTH = 262, 880
_COLUMNS = 3
_DAY, _WHERE, _WITH = "day", "where", "printer_name"
_TONES = {RunStep.ISSUE: "accent", RunStep.ORIGINAL: "information", RunStep.COPY: "attention"}

Read = Callable[[date | None], RunOffer]
Wanted = Callable[[RunRow], bool]


class ManySheet(Sheet):
    """`chosen(rows, values, target)`; the sheet is gone by then."""

    chosen = Signal(object, object, object)

    def __init__(
        self, window: QWidget, context: AppContext, title: str, file_name: str, read: Read, is_wanted: Wanted
    ) -> None:
        """`file_name` is what one file with all of them is called; what `is_wanted` is chosen beforehand."""
        super().__init__(window, title, width=_WIDTH)
        self._context, self._read, self._is_wanted = context, read, is_wanted
        self._file_name, self._title_words = file_name, title
        self._offer = RunOffer(())
        self.set_title(title)
        self.top, self.asked = FormGrid(1), FormGrid(_COLUMNS)
        self.rows = TickRows()
        self.rows.setAccessibleName(self.tr("Papers"))
        self.rows.setMinimumHeight(px(_LIST_HEIGHT))
        self.rows.changed.connect(self._count)
        self.count = Words("", "quiet", wrap=True)
        self._lay_top()
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.count)
        self.body.addWidget(self.asked)
        self._lay_where()
        self.main.show()
        self.main.setEnabled(False)
        self.submitted.connect(self._on_submit)

    def ask_day(self, day: date) -> None:
        """The papers are those of a day, which can be changed here."""
        self.top.add(_DAY, Field(self.tr("Day of the meetings"), JalaliDateEdit(), required=True)).set_value(day)
        self.top.field(_DAY).changed.connect(self.load)
        self.top.show()

    def load(self) -> None:
        """Ask what there is now."""
        day, read = self.day(), self._read
        if _DAY in self.top.fields() and day is None:
            return
        self._context.lanes.read(self, lambda: read(day), self._show, latest="offer")

    def day(self) -> date | None:
        fields = self.top.fields()
        value = fields[_DAY].value() if _DAY in fields else None
        return value if isinstance(value, date) else None

    def chosen_rows(self) -> tuple[RunRow, ...]:
        return tuple(self._offer.rows[int(str(key))] for key in self.rows.chosen_keys())

    def _lay_top(self) -> None:
        """The day, where there is one, and beside it what chooses many at once."""
        line = QHBoxLayout()
        line.addWidget(self.top)
        self.top.setMaximumWidth(px(260))
        self.top.hide()
        due, every, none = LinkButton(self.tr("Those due")), LinkButton(self.tr("All")), LinkButton(self.tr("None"))
        for button, fits in ((due, _is_due), (every, _is_ready), (none, _is_none)):
            button.clicked.connect(lambda _checked=False, fits=fits: self.rows.choose_all(self._keys(fits)))
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)

    def _lay_where(self) -> None:
        found = printers.names()
        ways = [Choice(_FILE, self.tr("one PDF file")), Choice(_FOLDER, self.tr("a file each, in a folder"))]
        if found:
            ways.insert(0, Choice(_PRINTER, self.tr("printer")))
        self.where = FormGrid(_COLUMNS)
        where = self.where.add(_WHERE, Field(self.tr("Where to"), Segments(ways)), 2)
        printer = self.where.add(_WITH, Field(self.tr("Printer"), ChoiceEdit([Choice(name, name) for name in found])))
        printer.set_value(found[0] if found else "")
        printer.setVisible(bool(found))
        where.set_value(ways[0].code)
        where.changed.connect(self._show_where)
        self.body.addWidget(self.where)

    def _show_where(self) -> None:
        self.where.field(_WITH).setVisible(self.where.field(_WHERE).value() == _PRINTER)
        self._count()

    def _show(self, offer: RunOffer) -> None:
        self._offer = offer
        rows = [self._row(place, row) for place, row in enumerate(offer.rows)]
        self.rows.show_rows(
            rows, self._keys(_is_ready), self._keys(lambda row: _is_due(row) and self._is_wanted(row))
        )
        self._ask(offer)
        self._count()
        if self.isVisible():
            self.refit()

    def _ask(self, offer: RunOffer) -> None:
        """The questions of this offer, with what was answered to the same ones before."""
        typed = self.asked.values()
        fresh = FormGrid(_COLUMNS)
        for field in offer.asked:
            fresh.add(field.name, field_of(field))
        fresh.set_values({name: value for name, value in typed.items() if value and name in fresh.fields()})
        self.body.replaceWidget(self.asked, fresh)
        self.asked.setParent(None)
        self.asked.deleteLater()
        self.asked = fresh

    def _row(self, place: int, row: RunRow) -> Row:
        words = {
            RunStep.ISSUE: self.tr("is issued"),
            RunStep.ORIGINAL: self.tr("original"),
            RunStep.COPY: self.tr("copy"),
        }
        facts = (row.line, isolate_ltr(to_persian(row.number)), to_persian(row.case_no) if row.case_no else "")
        about = " · ".join(fact for fact in (row.reason, *facts) if fact)
        if not row.is_ready:
            return Row(str(place), row_title(row), about)
        return Row(str(place), row_title(row), about, words[row.step], _TONES[row.step])

    def _keys(self, fits: Callable[[RunRow], bool]) -> list[str]:
        return [str(place) for place, row in enumerate(self._offer.rows) if fits(row)]

    def _count(self) -> None:
        rows = self.chosen_rows()
        steps = Counter(row.step for row in rows)
        parts = {
            RunStep.ISSUE: self.tr("{count} are issued and printed"),
            RunStep.ORIGINAL: self.tr("{count} originals of issued papers"),
            RunStep.COPY: self.tr("{count} copies"),
        }
        told = [words.format(count=to_persian(steps[step])) for step, words in parts.items() if steps[step]]
        refused = sum(not row.is_ready for row in self._offer.rows)
        if refused:
            told.append(self.tr("{count} are not in this run").format(count=to_persian(refused)))
        none = self.tr("Nothing to print.") if not self._offer.rows else self.tr("Choose papers from the list.")
        self.count.setText(" · ".join(told) if told else none)
        self._name_main(len(rows))

    def _name_main(self, count: int) -> None:
        is_printed = self.where.field(_WHERE).value() == _PRINTER
        words = self.tr("Print {count} papers") if is_printed else self.tr("Store {count} papers")
        self.main.setText(words.format(count=to_persian(count)))
        self.main.setEnabled(bool(count))

    def _on_submit(self) -> None:
        rows = self.chosen_rows()
        needs_answers = any(row.step is RunStep.ISSUE for row in rows)
        if not rows or (needs_answers and not self.asked.check()):
            return
        target = self._target()
        if target is None:
            return
        values = tuple((name, answer_text(value)) for name, value in self.asked.values().items())
        self.close_sheet()
        self.chosen.emit(rows, values if needs_answers else (), target)

    def _target(self) -> Target | None:
        """Where to, None if the person went back from the question."""
        way = self.where.field(_WHERE).value()
        if way == _PRINTER:
            name = str(self.where.field(_WITH).value())
            return PrinterTarget(name) if name else None
        if way == _FOLDER:
            folder = file_dialog.ask_for_folder(self, self.tr("Folder for the papers"), file_dialog.documents())
            return FolderTarget(folder) if folder is not None else None
        title, kinds = self.tr("Save as PDF"), self.tr("PDF files (*.pdf)")
        path: Path | None = file_dialog.ask_where_to_save(self, title, f"{self._file_name}.pdf", kinds)
        return FileTarget(path, self._title_words) if path is not None else None


def row_title(row: RunRow) -> str:
    """Whose it is, and what: the hour of an invitation says that it is one."""
    parts = (row.person_name,) if row.line and row.person_name else (row.title, row.person_name)
    return " · ".join(part for part in parts if part)


def _is_ready(row: RunRow) -> bool:
    return row.is_ready


def _is_due(row: RunRow) -> bool:
    return row.is_ready and row.step is not RunStep.COPY


def _is_none(_row: RunRow) -> bool:
    return False
