"""A shift that was handed over: its lists as they stood, what was typed beside them, and its printed sheet."""

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.handover import ShiftRow
from services.persian.jalali import format_date, format_time
from ui.context import AppContext
from ui.documents.print_run import PrintRun
from ui.handover.shift_lines import ShiftLinesView
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class ShiftSheet(Sheet):
    """To look at and to print; on paper there are numbers of files and hours alone."""

    def __init__(self, window: QWidget, context: AppContext, row: ShiftRow) -> None:
        super().__init__(window, "", side=True, width=640)
        self._window, self._context, self.row = window, context, row
        self.set_title(self.tr("Shift handed over"))
        self.cancel.setText(self.tr("Close"))
        at = local(row.at)
        words = self.tr("{day}, {hour}: given by {giver}, taken by {taker}").format(
            day=format_date(at.date()), hour=format_time(at.time()), giver=row.given_by,
            taker=row.taken_by,
        )  # fmt: skip
        self.body.addWidget(Words(words, "strong", wrap=True))
        typed = (
            (self.tr("Promised calls"), row.calls),
            (self.tr("Papers at the commander"), row.papers),
            (self.tr("What else"), row.note),
        )
        for label, text in typed:
            if text:
                self.body.addWidget(Words(label, "quiet"))
                self.body.addWidget(Words(text, wrap=True))
        self.lines = ShiftLinesView()
        self.lines.show_lists(row.lists)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)
        self.print = QuietButton(self.tr("Print the sheet"), "printer-outline")
        self.print.clicked.connect(self._print)
        self.add_button(self.print)

    def _print(self) -> None:
        printouts, actor, row = self._context.services.printouts, self._context.actor, self.row
        words = self.tr("The sheet of this shift: numbers of files, hours and marks, no names of clients.")
        name = self.tr("shift {day}").format(day=local(row.at).date().isoformat()) + ".pdf"
        self.close_sheet()
        PrintRun(self._window, self._context).start(words, name, lambda _target: printouts.shift(actor, row.id))
