"""The earlier file of the same people, named when it was not known at registering (P-35)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.quick_entries.find_case_sheet import case_line
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.row_paint import Row
from ui.widgets.suggest_edit import SuggestEdit


class EarlierFileSheet(CaseSheet):
    """The new matter stays a file of its own; the two lead to each other."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("Earlier file of the same people"))
        self.main.setText(self.tr("Link the two"))
        self._case_id: UUID | None = None
        linked = page.detail.previous_case
        if linked is not None:
            now = self.tr("Now linked: file {number}").format(number=to_persian(linked.case_no))
            self.body.addWidget(Words(now, wrap=True))
            unlink = QuietButton(self.tr("Take the link off"), "link-variant-off")
            unlink.clicked.connect(lambda: self._store(None))
            self.add_button(unlink)
        self._edit = SuggestEdit(context.lanes, self._rows, must_pick=True)
        self._edit.picked.connect(self._on_picked)
        self._edit.textEdited.connect(self._forget)
        self.form = FormGrid(1)
        hint = self.tr("Number of the file, with or without separators, or a name")
        self.form.add("previous_case_id", Field(self.tr("Which file?"), self._edit, hint))
        self.body.addWidget(self.form)
        self.filled()

    def save(self) -> None:
        if self._case_id is None:
            self.form.set_error("previous_case_id", self.tr("Choose one of the files found."))
            self.form.focus_first_error()
        else:
            self._store(self._case_id)

    def _store(self, previous: UUID | None) -> None:
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        said = self.tr("The files are linked.") if previous else self.tr("The link is taken off.")
        self.store(lambda: cases.link_previous(actor, detail.id, detail.version, previous), said, self.form)

    def _rows(self, text: str) -> Sequence[Row]:
        hits = self.context.services.search.find(self.context.actor, text)
        return [case_line(hit) for hit in hits if hit.noun == "case" and hit.id != self.page.detail.id][:12]

    def _on_picked(self, row: Row) -> None:
        if isinstance(row.key, UUID):
            self._case_id = row.key
            self.form.set_error("previous_case_id", "")
            self._edit.setText(row.title)
            self.touch()

    def _forget(self) -> None:
        self._case_id = None
