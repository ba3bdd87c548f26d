"""A file that waits: for what, and when it is looked at again (domain.md §2.8.1)."""

from PySide6.QtWidgets import QWidget

from services.cases import CaseStatus, HoldDraft
from services.codes import Code
from services.overview import CasePage
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1


class HoldSheet(CaseSheet):
    """Of a file that waits already, what it waits for is shown and can be changed."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.kept_about = page.detail.id.hex
        self.set_title(self.tr("The file waits"))
        self.main.setText(self.tr("Let it wait"))
        self.main.setEnabled(False)
        told = self.tr("Until that day it is not among the files at rest. Whatever is done in it ends the waiting.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.form = FormGrid(1)
        self.form.add("reason", Field(self.tr("What it waits for"), ChoiceEdit(), required=True))
        self.form.add("note", Field(self.tr("In a few words"), TextEdit1()))
        self.form.add("until", Field(self.tr("Look at it again on"), JalaliDateEdit()))
        self.form.changed.connect(self.touch)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        codes, actor = context.services.codes, context.actor
        context.lanes.read(self, lambda: codes.all(actor, "hold_reason"), self._fill)

    def save(self) -> None:
        if not self.form.check():
            return
        values, detail = self.form.values(), self.page.detail
        draft = HoldDraft(
            detail.id,
            detail.version,
            str(values["reason"] or ""),
            str(values["note"]),
            values["until"],
        )
        cases, actor = self.context.services.cases, self.context.actor
        self.store(lambda: cases.hold(actor, draft), self.tr("The file waits."), self.form)

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._put()

    def _fill(self, codes: tuple[Code, ...]) -> None:
        edit = self.form.field("reason").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(code.code, code.label) for code in codes])
        if not self.is_dirty:
            self._put()
        self.filled()
        self.form.focus_first()

    def _put(self) -> None:
        hold = self.page.detail.hold
        if hold is not None:
            self.form.set_values({"reason": hold.reason, "note": hold.note, "until": hold.until})
        self.is_dirty = False


class ResumeSheet(CaseSheet):
    """The waiting is over: one key, and it is worked on again."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("The waiting is over"))
        self.main.setText(self.tr("Work on it again"))
        hold = page.detail.hold
        if hold is not None:
            self.body.addWidget(Words(" · ".join(filter(None, (hold.label, hold.note))), "strong", wrap=True))
        self.body.addStretch(1)

    def save(self) -> None:
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        said = self.tr("The file is worked on again.")
        self.store(lambda: cases.move(actor, detail.id, detail.version, CaseStatus.ACTIVE), said)
