"""A scan that does not belong to the letter: it stays, marked void with a reason."""

from PySide6.QtWidgets import QWidget

from services.attachments import AttachmentRow
from ui.context import AppContext
from ui.letters.small_sheet import SmallSheet
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1


class VoidScanSheet(SmallSheet):
    """For whoever added it, and for the head."""

    def __init__(self, window: QWidget, context: AppContext, scan: AttachmentRow) -> None:
        super().__init__(window, context, FormGrid(1))
        self.kept_about = scan.id.hex
        self._scan = scan
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1(), required=True))
        self.dress(self.tr("Declare «{title}» void").format(title=scan.title), self.tr("Declare void"))
        self.warn()

    def save(self) -> None:
        attachments, actor, scan = self.context.services.attachments, self.context.actor, self._scan
        reason = str(self.form.field("reason").value())
        said = self.tr("The scan is void.")
        self.store(lambda: attachments.void(actor, scan.id, scan.version, reason), said)
