"""Printing many papers at once, from choosing to what became of them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from services.documents import RunRow
from ui.context import AppContext
from ui.documents.many_result_sheet import ManyResultSheet
from ui.documents.many_run import End, ManyRun, Outcome, Report, Values
from ui.documents.many_sheet import ManySheet, Read, Wanted
from ui.documents.many_targets import Target
from ui.widgets.notices import ProgressSheet


class PrintMany(QObject):
    """`invitations` or `unprinted` begin; everything after that asks for itself."""

    def __init__(self, owner: QWidget, context: AppContext) -> None:
        super().__init__(owner)
        self._owner, self._context = owner, context
        self._open: Callable[[], ManySheet] = self.unprinted
        self._rest: frozenset[UUID] = frozenset()

    def invitations(self, day: date) -> ManySheet:
        """The invitations of that day; of tomorrow where it is not to come."""
        today = self._context.today()
        wanted = day if day > today else today + timedelta(days=1)
        runs, actor = self._context.services.paper_runs, self._context.actor
        self._open = lambda: self.invitations(wanted)
        title, name = self.tr("Print invitations"), self.tr("invitations")
        return self._ask(title, name, lambda chosen: runs.invitations(actor, chosen or wanted), _always, wanted)

    def unprinted(self) -> ManySheet:
        """The issued papers of which an original was not printed yet, or came out badly; those of the last run that
        are left are chosen beforehand."""
        runs, actor = self._context.services.paper_runs, self._context.actor
        self._open = self.unprinted
        return self._ask(
            self.tr("Papers not printed yet"), self.tr("papers"), lambda _day: runs.unprinted(actor), self._is_left
        )

    def run(self, rows: Sequence[RunRow], values: Values, target: Target) -> ManyRun:
        """Begin; how far it is and a key to stop it lie over the page meanwhile."""
        progress = ProgressSheet(self._owner, self.tr("The papers are being made"))
        progress.open_sheet()
        run = ManyRun(self, self._context, rows, values, target)
        run.progressed.connect(progress.report)

        def finish(report: Report) -> None:
            progress.finish()
            run.deleteLater()
            self._tell(report)

        run.finished.connect(finish)
        run.start(progress.is_cancelled)
        return run

    def _is_left(self, row: RunRow) -> bool:
        return row.document_id in self._rest

    def _ask(self, title: str, name: str, read: Read, is_wanted: Wanted, day: date | None = None) -> ManySheet:
        sheet = ManySheet(self._owner, self._context, title, name, read, is_wanted)
        if day is not None:
            sheet.ask_day(day)
        sheet.chosen.connect(self.run)
        sheet.load()
        sheet.open_sheet()
        return sheet

    def _tell(self, report: Report) -> None:
        self._rest = frozenset(one.row.document_id for one in report.of(End.LEFT) if one.row.document_id)
        sheet = ManyResultSheet(self._owner, report)
        sheet.again_wanted.connect(self._again)
        sheet.spoilt.connect(self._take_back)
        sheet.closed.connect(partial(self._came_out, report))
        sheet.open_sheet()

    def _came_out(self, report: Report) -> None:
        """Whoever closes the report has seen the sheets; of those that are spoilt it is said after this."""
        jobs = [one.job for one in report.of(End.PRINTED) if one.job is not None]
        ids = tuple(job.document_id for job in jobs if job.document_id is not None)
        documents, actor = self._context.services.documents, self._context.actor
        self._context.lanes.draft(self, lambda: documents.came_out(actor, ids))

    def _again(self) -> None:
        self._open()

    def _take_back(self, spoilt: Sequence[Outcome]) -> None:
        """Their originals are due again; then the list, in which they stand, is opened anew."""
        jobs = [one.job for one in spoilt if one.job is not None and one.job.document_id is not None]
        if not jobs:
            self._open()
            return
        documents, actor, job = self._context.services.documents, self._context.actor, jobs[0]
        document_id = job.document_id
        assert document_id is not None
        self._rest |= {document_id}
        self._context.lanes.write(
            self,
            lambda: documents.record_spoilt(actor, document_id, job.numbers),
            lambda _paper: self._take_back(spoilt[1:]),
        )


def _always(_row: RunRow) -> bool:
    return True
