"""Asking on another day, or not at all."""

from PySide6.QtWidgets import QWidget

from services.follow_up import FollowUpRow
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet


class _OneQuestion(Sheet):
    """One field about one follow-up."""

    def __init__(self, window: QWidget, context: AppContext, row: FollowUpRow) -> None:
        super().__init__(window, "", width=460)
        self.kept_about = row.id.hex
        self.context, self.row = context, row
        self.form = FormGrid(1)
        number = self.tr("File {number}").format(number=to_persian(row.case_no))
        self.body.addWidget(Words(" · ".join((number, row.initials, row.label)), "quiet", wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.main.show()
        self.submitted.connect(self.save)

    def save(self) -> None:
        """Check and store."""

    def needs(self, key: str) -> bool:
        """Whether the field is filled in; says so beside it otherwise."""
        if self.form.check() and self.form.field(key).value():
            return True
        if not self.form.field(key).error():
            self.form.set_errors({key: self.tr("Fill this in.")})
        return False


class PutOffSheet(_OneQuestion):
    """On which day instead."""

    def __init__(self, window: QWidget, context: AppContext, row: FollowUpRow) -> None:
        super().__init__(window, context, row)
        self.set_title(self.tr("Ask on another day"))
        self.main.setText(self.tr("Put off"))
        self.form.add("due_on", Field(self.tr("Day"), JalaliDateEdit(), required=True))

    def save(self) -> None:
        if not self.needs("due_on"):
            return
        follow_ups, actor, row = self.context.services.follow_ups, self.context.actor, self.row
        day = self.form.field("due_on").value()
        self.context.lanes.write(
            self,
            lambda: follow_ups.put_off(actor, row.id, row.version, day),
            lambda _row: self.close_sheet(),
            self.context.errors.into(self.form),
        )


class DropSheet(_OneQuestion):
    """Why nobody is asked."""

    def __init__(self, window: QWidget, context: AppContext, row: FollowUpRow) -> None:
        super().__init__(window, context, row)
        self.set_title(self.tr("Not to be asked"))
        self.main.setText(self.tr("Leave it out"))
        self.form.add("reason", Field(self.tr("Why"), TextEdit1(), required=True))

    def save(self) -> None:
        if not self.needs("reason"):
            return
        follow_ups, actor, row = self.context.services.follow_ups, self.context.actor, self.row
        why = str(self.form.field("reason").value())
        self.context.lanes.write(
            self,
            lambda: follow_ups.drop(actor, row.id, row.version, why),
            lambda _row: self.close_sheet(),
            self.context.errors.into(self.form),
        )
