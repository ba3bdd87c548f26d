"""Who is responsible for the file, and who shares the work. For the head."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.cases import Confidentiality
from services.overview import CasePage
from services.staff.shapes import StaffRow
from ui.case.case_sheet import CaseSheet
from ui.context import AppContext
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.multi_choice import MultiChoice


class AssignSheet(CaseSheet):
    """One responsible colleague, any number of others."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("Responsible colleague"))
        self.main.setText(self.tr("Store"))
        self.form = FormGrid(1)
        self.form.add("responsible_id", Field(self.tr("Responsible"), ChoiceEdit(), required=True))
        self.form.add("worker_ids", Field(self.tr("Shares the work"), MultiChoice()))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.main.setEnabled(False)
        staff, codes, actor = context.services.staff, context.services.codes, context.actor

        def read() -> tuple[StaffRow, ...]:
            holding = {role.code for role in codes.all(actor, "staff_role") if role.does("holds_cases")}
            return tuple(staff.holding_roles(actor, holding))

        context.lanes.read(self, read, self._fill)

    def save(self) -> None:
        responsible = str(self.form.field("responsible_id").value())
        if not responsible:
            self.form.set_errors({"responsible_id": self.tr("Fill this in.")})
            return
        chosen = [UUID(key) for key in self.form.field("worker_ids").value() if key != responsible]
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        self.store(
            lambda: cases.assign(actor, detail.id, detail.version, UUID(responsible), tuple(chosen)),
            self.tr("The colleague is named."),
            self.form,
        )

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._put()

    def _fill(self, colleagues: Sequence[StaffRow]) -> None:
        choices = [Choice(str(row.id), row.full_name, quiet=row.title) for row in colleagues]
        responsible, workers = self.form.field("responsible_id").edit, self.form.field("worker_ids").edit
        assert isinstance(responsible, ChoiceEdit)
        assert isinstance(workers, MultiChoice)
        responsible.set_choices(choices)
        workers.set_choices(choices)
        self._put()
        self.form.changed.connect(self.touch)
        self.filled()
        self.form.focus_first()

    def _put(self) -> None:
        detail = self.page.detail
        workers = tuple(str(worker.staff_id) for worker in detail.workers)
        self.form.set_values({"responsible_id": str(detail.row.responsible_id), "worker_ids": workers})
        self.is_dirty = False


class LevelSheet(CaseSheet):
    """Whether colleagues who do not work on the file may know of it (P-6, P-7)."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, context, page, ("", ""))
        self.set_title(self.tr("Who may know of the file"))
        self.main.setText(self.tr("Store"))
        self.form = FormGrid(1)
        self.form.add("level", Field(self.tr("Known to"), ChoiceEdit(), required=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        edit = self.form.field("level").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices(
            (
                Choice(Confidentiality.NORMAL, self.tr("everybody in the unit who reads files")),
                Choice(Confidentiality.RESTRICTED, self.tr("the head and who works on it")),
                Choice(Confidentiality.STAFF_RELATIVE, self.tr("the head and who is named: a colleague's relative")),
            )
        )
        self._put()
        self.form.changed.connect(self.touch)

    def save(self) -> None:
        level = Confidentiality(str(self.form.field("level").value()))
        cases, actor, detail = self.context.services.cases, self.context.actor, self.page.detail
        self.store(
            lambda: cases.set_confidentiality(actor, detail.id, detail.version, level),
            self.tr("Stored."),
            self.form,
        )

    def take_theirs(self, page: CasePage) -> None:
        super().take_theirs(page)
        self._put()

    def _put(self) -> None:
        self.form.set_values({"level": self.page.detail.row.confidentiality.value})
        self.is_dirty = False
