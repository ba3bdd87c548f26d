"""A spoiled paper is kept as void, with a reason; its number stays used (R-10)."""

from PySide6.QtWidgets import QWidget

from services.documents import IssuedPaper
from ui.context import AppContext
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet


class VoidSheet(Sheet):
    """Closes itself when the paper is void."""

    def __init__(self, window: QWidget, context: AppContext, paper: IssuedPaper) -> None:
        super().__init__(window, "", "", width=480)
        self.kept_about = paper.id.hex
        self.set_title(self.tr("Make this paper void"))
        self.main.setText(self.tr("Make void"))
        self.main.show()
        self.warn()
        self._context, self._paper = context, paper
        words = self.tr("The paper and its number stay in the books, marked as void. This can't be undone.")
        self.form = FormGrid(1)
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1(), required=True, lines=2))
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.body.addWidget(self.form)
        self.submitted.connect(self._on_submit)

    def _on_submit(self) -> None:
        documents, actor, paper = self._context.services.documents, self._context.actor, self._paper
        reason = self.form.field("reason").value()

        def done(_paper: object) -> None:
            self._context.toasts.show(self.tr("The paper is void."))
            self.close_sheet()

        self._context.lanes.write(
            self,
            lambda: documents.void(actor, paper.id, paper.version, reason),
            done,
            self._context.errors.into(self.form),
        )
