"""A day without the program (P-24): blank forms printed ahead, and entering what was written on them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from services.actor import Right
from services.clock import local
from services.documents.downtime import KitForm, KitRequest, ReservedSheet
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.documents.print_run import PrintRun
from ui.settings.handwritten_sheet import HandwrittenEntry
from ui.settings.section import RowsSection
from ui.widgets.buttons import PrimaryButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.notices import EmptyState
from ui.widgets.number_edits import CountEdit
from ui.widgets.row_paint import Row
from ui.widgets.tick import Tick

MOST_SETS = 10


class DowntimeSection(RowsSection[ReservedSheet]):
    right = Right.LETTER_REGISTER
    nouns = ("letter",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.ticks: dict[str, Tick] = {}
        self.run = PrintRun(self, context)
        card = self.card(self.words())
        words = self.tr(
            "Printed ahead and kept in a drawer. Forms that stand in a book get their numbers now; a sheet that is "
            "not used is made void in the book."
        )
        card.add(Words(words, "quiet", wrap=True))
        self.form = FormGrid(2)
        self.form.add("sets", Field(self.tr("Sheets of each"), CountEdit(1, MOST_SETS), required=True)).set_value("1")
        self.form.new_row()
        card.add(self.form)
        self.print_button = PrimaryButton(self.tr("Print the blank forms"), "printer-outline")
        self.print_button.clicked.connect(self.print_kit)
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        card.add(row)
        waiting = self.card(self.tr("Sheets that are not entered yet"))
        empty = EmptyState(self.tr("No sheet with a number waits."), icon_name="file-check-outline")
        self.put_list(waiting, empty)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("DowntimeSection", "A day without the program")

    def load(self) -> None:
        downtime, actor = self.services.downtime, self.actor
        self.read(lambda: (downtime.forms(actor), downtime.waiting(actor)), self._show)

    def open_row(self, row: ReservedSheet) -> None:
        sheet = HandwrittenEntry(self, self.context, row)
        sheet.open_sheet()

    def print_kit(self) -> None:
        """Choose where to; the numbers are reserved with the run."""
        if not self.form.check():
            return
        chosen = tuple(code for code, tick in self.ticks.items() if tick.value())
        if not chosen:
            self.context.toasts.show(self.tr("Tick at least one form."))
            return
        request = KitRequest(chosen, int(self.form.values()["sets"] or 1))
        downtime, actor = self.services.downtime, self.actor
        words = self.tr("Blank forms for a day without the program")
        self.run.start(words, self.tr("blank-forms.pdf"), lambda _target: downtime.print_kit(actor, request))

    def _show(self, found: tuple[tuple[KitForm, ...], tuple[ReservedSheet, ...]]) -> None:
        forms, waiting = found
        for form in forms:
            if form.code not in self.ticks:
                self.ticks[form.code] = tick = Tick(form.title)
                tick.set_value(True)
                self.form.add_widget(tick, 1)
        self.show_rows(waiting, self._row)

    def _row(self, sheet: ReservedSheet) -> Row:
        number = f"\u2066{to_persian(sheet.number)}\u2069"
        chip, tone = format_date(local(sheet.reserved_at).date()), "quiet"
        if sheet.is_of_past_year:
            chip, tone = self.tr("of a past year; enter it or make it void"), "attention"
        return Row(sheet.letter_id, number, sheet.title, chip, tone)
