"""A concluded file is taken up again: a breach, or the same matter came back (P-35)."""

from PySide6.QtWidgets import QWidget

from services.closing import ReopenDraft
from services.codes import Code
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1


class ReopenSheet(CaseSheet):
    """`returns`: it came back, or something was broken; that is then proposed."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, *, returns: bool = False) -> None:
        super().__init__(window, context, page, ("", ""))
        self.kept_about = page.detail.id.hex
        self._returns = returns
        self.set_title(self.tr("Take the file up again"))
        self.main.setText(self.tr("Take up again"))
        self.main.setEnabled(False)
        told = self.tr(
            "Number and history stay; the next outcome begins a new round. Calls that were still to come end."
        )
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.form = FormGrid(1)
        self.form.add("kind", Field(self.tr("Why it comes back"), ChoiceEdit(), required=True))
        self.form.add("reason", Field(self.tr("In a few words"), TextEdit1(), required=True))
        self.form.changed.connect(self.touch)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: codes.all(actor, "reopen_reason"), self._fill)

    def save(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        detail = self.page.detail
        draft = ReopenDraft(detail.id, detail.version, str(values["kind"] or ""), str(values["reason"]))
        closing, actor = self.context.services.closing, self.context.actor
        self.store(lambda: closing.reopen(actor, draft), self.tr("The file is open again."), self.form)

    def _fill(self, codes: tuple[Code, ...]) -> None:
        edit = self.form.field("kind").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(code.code, code.label) for code in codes])
        back = next((code.code for code in codes if code.does("is_return")), "")
        if self._returns and not self.is_dirty:
            self.form.set_values({"kind": back})
            self.is_dirty = False
        self.filled()
        self.form.focus_first()
