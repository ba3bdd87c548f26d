"""After a power cut: did the originals come out that were on their way to the printer (P-23)?"""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.clock import local
from services.documents import OpenRun
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.persian.text import isolate_ltr
from ui.context import AppContext
from ui.documents.spoilt_sheet import SpoiltSheet
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import OneLine, Words
from ui.widgets.sheet import Sheet


class OpenRuns(Sheet):
    """One line a paper. What is not answered is asked again at the next sign-in."""

    def __init__(self, window: QWidget, context: AppContext, runs: Sequence[OpenRun]) -> None:
        super().__init__(window, self.tr("Did these come out of the printer?"), width=640)
        self._context = context
        self._left = len(runs)
        words = self.tr(
            "The program ended while they were being printed. What did not come out is printed again as an original."
        )
        self.body.addWidget(Words(words, wrap=True))
        for run in runs:
            self.body.addWidget(self._line(run))
        self.cancel.setText(self.tr("Later"))

    def _line(self, run: OpenRun) -> QFrame:
        number = isolate_ltr(to_persian(run.number or run.case_no))
        title = " · ".join(part for part in (run.title, number) if part)
        wall = local(run.at)
        when = self.tr("sent to {target} on {day} at {time}").format(
            target=isolate_ltr(run.target), day=format_date(wall.date()), time=to_persian(f"{wall:%H:%M}")
        )
        line = QFrame()
        line.setObjectName("Notice")
        came, lacks = QuietButton(self.tr("It came out")), QuietButton(self.tr("It did not"))
        came.setAccessibleName(f"{came.text()}: {title}")
        lacks.setAccessibleName(f"{lacks.text()}: {title}")
        came.clicked.connect(lambda: self._came_out(run, line))
        lacks.clicked.connect(lambda: self._lacks(run, line))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(OneLine(title, "strong"))
        words.addWidget(OneLine(when, "quiet"))
        box = QHBoxLayout(line)
        box.setContentsMargins(px(12), px(8), px(8), px(8))
        box.setSpacing(px(8))
        box.addLayout(words, 1)
        box.addWidget(came)
        box.addWidget(lacks)
        return line

    def _came_out(self, run: OpenRun, line: QFrame) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        self._context.lanes.draft(self, lambda: documents.came_out(actor, (run.document_id,)))
        self._answered(line)

    def _lacks(self, run: OpenRun, line: QFrame) -> None:
        """Of several originals it is asked which."""
        if len(run.numbers) == 1:
            self._take_back(run, run.numbers, line)
            return
        sheet = SpoiltSheet(self.window(), run.numbers)
        sheet.spoilt.connect(lambda numbers: self._take_back(run, numbers, line))
        sheet.open_sheet()

    def _take_back(self, run: OpenRun, numbers: tuple[int, ...], line: QFrame) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        said = self.tr("It waits among the papers not printed yet.")

        def done(_paper: object) -> None:
            self._context.toasts.show(said)
            self._answered(line)

        self._context.lanes.write(
            self, lambda: documents.record_spoilt(actor, run.document_id, numbers), done, self._context.errors.present
        )

    def _answered(self, line: QFrame) -> None:
        line.hide()
        self._left -= 1
        if not self._left:
            self.close_sheet()
