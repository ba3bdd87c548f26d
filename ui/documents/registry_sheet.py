"""The number that the precinct's registry wrote on a sheet, typed afterwards (P-21)."""

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.documents import IssuedPaper
from ui.context import AppContext
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet


class RegistrySheet(Sheet):
    """Closes itself when the number is stored."""

    def __init__(self, window: QWidget, context: AppContext, paper: IssuedPaper) -> None:
        super().__init__(window, "", "", width=480)
        self.kept_about = paper.id.hex
        self.set_title(self.tr("Number from the registry"))
        self.main.setText(self.tr("Store the number"))
        self.main.show()
        self._context, self._paper = context, paper
        words = self.tr("Type the number and the day that the registry wrote on the sheet.")
        self.form = FormGrid(2)
        self.form.add("number", Field(self.tr("Number"), TextEdit1(), required=True))
        self.form.add("on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.field("on").set_value(local(context.services.uow.clock.now()).date())
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.body.addWidget(self.form)
        self.submitted.connect(self._on_submit)

    def _on_submit(self) -> None:
        documents, actor, paper = self._context.services.documents, self._context.actor, self._paper
        number, day = str(self.form.field("number").value()), self.form.field("on").value()
        if not self.form.check():
            return
        if day is None:
            self.form.set_error("on", self.tr("The day is missing."))
            return

        def done(_paper: object) -> None:
            self._context.toasts.show(self.tr("The number is stored."))
            self.close_sheet()

        self._context.lanes.write(
            self,
            lambda: documents.type_registry_number(actor, paper.id, paper.version, number, day),
            done,
            self._context.errors.into(self.form),
        )
