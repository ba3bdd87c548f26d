"""The issued papers of the file, the latest first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.clock import local
from services.overview import PaperRow
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from ui.case.rows_card import RowsCard
from ui.widgets.row_paint import Row


class PapersCard(RowsCard):
    """`opened` carries a document's id."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Papers"))
        self.rows.setAccessibleName(self.tr("Papers"))
        self._empty.setText(self.tr("No paper was issued yet."))
        self.rows.opened.connect(self._open)

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        self.set_rows([self._row(paper) for paper in papers])

    def _row(self, paper: PaperRow) -> Row:
        day = format_day_month(local(paper.issued_at).date())
        quiet = " · ".join(part for part in (to_persian(paper.number), day) if part)
        chip, tone = (self.tr("void"), "quiet") if paper.is_void else ("", "quiet")
        if paper.awaits_number:
            chip, tone = self.tr("waits for its number"), "attention"
        return Row(paper.id, paper.title, quiet, chip, tone, icon="file-document-outline")

    def _open(self, key: object) -> None:
        if isinstance(key, UUID):
            self.opened.emit(key)
