"""The scans of the file, the latest first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.attachments import AttachmentRow
from services.clock import local
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from ui.case.rows_card import RowsCard
from ui.widgets.row_paint import Row


class AttachmentsCard(RowsCard):
    """`opened` carries an `AttachmentRow`. Hidden while there is none."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Scans"))
        self.rows.setAccessibleName(self.tr("Scans"))
        self._shown: dict[UUID, AttachmentRow] = {}
        self.rows.opened.connect(self._open)
        self.hide()

    def show_attachments(self, attachments: Sequence[AttachmentRow]) -> None:
        self._shown = {row.id: row for row in attachments}
        self.set_rows([self._row(row) for row in attachments])
        self.setVisible(bool(attachments))

    def _row(self, row: AttachmentRow) -> Row:
        pages = self.tr("{count} pages").format(count=to_persian(row.pages))
        kind = row.kind_label if row.kind_label != row.title else ""
        parts = (kind, pages, format_day_month(local(row.added_at).date()))
        void = self.tr("void") if row.is_void else ""
        return Row(row.id, row.title, " · ".join(part for part in parts if part), void, "quiet", icon="paperclip")

    def _open(self, key: object) -> None:
        row = self._shown.get(key) if isinstance(key, UUID) else None
        if row is not None:
            self.opened.emit(row)
