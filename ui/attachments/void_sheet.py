"""A scan that does not belong here: it stays, marked void with a reason."""

from PySide6.QtWidgets import QWidget

from services.attachments import AttachmentRow
from services.overview import CasePage
from ui.case.reason_sheets import SheetWithReason
from ui.context import AppContext


class VoidAttachmentSheet(SheetWithReason):
    """For whoever added it, and for the head."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, row: AttachmentRow) -> None:
        super().__init__(window, context, page, ("", ""))
        self._row = row
        self.dress(self.tr("Declare «{title}» void").format(title=row.title), self.tr("Declare void"))
        self.kept_about = row.id.hex

    def save(self) -> None:
        attachments, actor, row, reason = (
            self.context.services.attachments,
            self.context.actor,
            self._row,
            self.reason(),
        )
        said = self.tr("The scan is void.")
        self.store(lambda: attachments.void(actor, row.id, row.version, reason), said, self.form)
