"""After a power cut: did the originals come out that were on their way to the printer (P-23)?"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.documents import OpenRun
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.persian.text import isolate_ltr
from ui.context import AppContext
from ui.documents.spoilt_sheet import SpoiltSheet
from ui.widgets.asked_line import AskedLine
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet

_SHOWN = 30
"""A run of hundreds may have broken off: beyond these lines one answer holds for all."""


class OpenRuns(Sheet):
    """One line a paper, and two answers for all that are left. What is not answered is asked again at the next
    sign-in."""

    def __init__(self, window: QWidget, context: AppContext, runs: Sequence[OpenRun]) -> None:
        super().__init__(window, self.tr("Did these come out of the printer?"), width=640)
        self._context = context
        self._left = {run.document_id: run for run in runs}
        words = self.tr(
            "The program ended while they were being printed. What did not come out is printed again as an original."
        )
        self.body.addWidget(Words(words, wrap=True))
        for run in runs[:_SHOWN]:
            self.body.addWidget(self._line(run))
        if len(runs) > _SHOWN:
            more = self.tr("and {count} more").format(count=to_persian(len(runs) - _SHOWN))
            self.body.addWidget(Words(more, "quiet"))
        if len(runs) > 1:
            self._lay_answers_for_all()
        self.cancel.setText(self.tr("Later"))

    def _lay_answers_for_all(self) -> None:
        self.all, self.none = QuietButton(self.tr("All came out")), QuietButton(self.tr("None came out"))
        self.all.clicked.connect(self._all_came_out)
        self.none.clicked.connect(self._none_came_out)
        self.add_button(self.none)
        self.add_button(self.all)

    def _line(self, run: OpenRun) -> AskedLine:
        number = isolate_ltr(to_persian(run.number or run.case_no))
        title = " · ".join(part for part in (run.title, number) if part)
        wall = local(run.at)
        when = self.tr("sent to {target} on {day} at {time}").format(
            target=isolate_ltr(run.target), day=format_date(wall.date()), time=to_persian(f"{wall:%H:%M}")
        )
        came, lacks = QuietButton(self.tr("It came out")), QuietButton(self.tr("It did not"))
        line = AskedLine(title, when, came, lacks)
        came.clicked.connect(lambda: self._came_out(run, line))
        lacks.clicked.connect(lambda: self._lacks(run, line))
        return line

    def _came_out(self, run: OpenRun, line: AskedLine) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        self._context.lanes.draft(self, lambda: documents.came_out(actor, (run.document_id,)))
        self._answered(run, line)

    def _all_came_out(self) -> None:
        documents, actor, ids = self._context.services.documents, self._context.actor, tuple(self._left)
        self._context.lanes.draft(self, lambda: documents.came_out(actor, ids))
        self.close_sheet()

    def _none_came_out(self) -> None:
        """One after the other: what is stored holds, whatever comes in between."""
        self.none.setEnabled(False)
        self.all.setEnabled(False)
        if not self._left:
            self._context.toasts.show(self.tr("They wait among the papers not printed yet."))
            self.close_sheet()
            return
        run = next(iter(self._left.values()))
        documents, actor = self._context.services.documents, self._context.actor

        def done(_paper: object) -> None:
            self._left.pop(run.document_id, None)
            self._none_came_out()

        self._context.lanes.write(
            self, lambda: documents.record_spoilt(actor, run.document_id, run.numbers), done, self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        self._context.errors.present(error)
        self.close_sheet()  # what is left is asked again

    def _lacks(self, run: OpenRun, line: AskedLine) -> None:
        """Of several originals it is asked which."""
        if len(run.numbers) == 1:
            self._take_back(run, run.numbers, line)
            return
        sheet = SpoiltSheet(self.window(), run.numbers)
        sheet.spoilt.connect(lambda numbers: self._take_back(run, numbers, line))
        sheet.open_sheet()

    def _take_back(self, run: OpenRun, numbers: tuple[int, ...], line: AskedLine) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        said = self.tr("It waits among the papers not printed yet.")

        def done(_paper: object) -> None:
            self._context.toasts.show(said)
            self._answered(run, line)

        self._context.lanes.write(
            self, lambda: documents.record_spoilt(actor, run.document_id, numbers), done, self._context.errors.present
        )

    def _answered(self, run: OpenRun, line: AskedLine) -> None:
        line.hide()
        self._left.pop(run.document_id, None)
        if not self._left:
            self.close_sheet()
