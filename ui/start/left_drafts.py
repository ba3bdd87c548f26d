"""What was half-written when the seat was left, or the power went: go on with it, or throw it away."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.drafts import DraftRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui import pages
from ui.context import AppContext
from ui.widgets.asked_line import AskedLine
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class LeftDrafts(Sheet):
    """One line a draft, the newest first. Nothing is thrown away by closing it: they are offered again."""

    def __init__(
        self, window: QWidget, context: AppContext, drafts: Sequence[DraftRow], files: Mapping[str, str]
    ) -> None:
        """`files`: numbers of files by the subjects of drafts."""
        super().__init__(window, self.tr("Drafts left over"), width=560)
        self._context = context
        self._files = files
        self._left = len(drafts)
        self.body.addWidget(Words(self.tr("These were not stored yet. Go on with one, or throw it away."), wrap=True))
        for draft in drafts:
            self.body.addWidget(self._line(draft))
        self.cancel.setText(self.tr("Later"))

    def _line(self, draft: DraftRow) -> AskedLine:
        spec = pages.draft_page(draft.form)
        title = self.tr("Draft: {page}").format(page=spec.words() if spec is not None else "")
        number = self._files.get(draft.subject, "")
        title = f"{title} {to_persian(number)}".strip()
        wall = local(draft.saved_at)
        when = self.tr("written on {day} at {time}").format(
            day=format_date(wall.date()), time=to_persian(f"{wall:%H:%M}")
        )
        go_on, throw = QuietButton(self.tr("Go on")), LinkButton(self.tr("Throw away"))
        line = AskedLine(title, when, go_on, throw)
        go_on.clicked.connect(lambda: self._open(draft))
        throw.clicked.connect(lambda: self._throw(draft, line))
        return line

    def _open(self, draft: DraftRow) -> None:
        spec = pages.draft_page(draft.form)
        self.close_sheet()
        if spec is not None:
            self._context.navigate(spec.key, pages.draft_argument(draft.subject))

    def _throw(self, draft: DraftRow, line: AskedLine) -> None:
        services, actor = self._context.services, self._context.actor
        self._context.lanes.draft(self, lambda: services.drafts.discard(actor, draft.form, draft.subject))
        line.hide()
        self._left -= 1
        if not self._left:
            self.close_sheet()
