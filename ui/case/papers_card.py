"""The papers of the file, the latest first: those issued here, and what was written by hand (P-24) or elsewhere."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.overview import PaperRow
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from ui.case.rows_card import RowsCard
from ui.widgets.row_paint import Row


class PapersCard(RowsCard):
    """`opened` carries a document's id, `letter_opened` that of a row in the book."""

    opened = Signal(object)
    letter_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._letters: frozenset[UUID] = frozenset()
        self.set_title(self.tr("Papers"))
        self.rows.setAccessibleName(self.tr("Papers"))
        self._empty.setText(self.tr("No paper was issued yet."))
        self.rows.opened.connect(self._open)

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        self._letters = frozenset(paper.id for paper in papers if paper.is_letter)
        self.set_rows([self._row(paper) for paper in papers])

    def _row(self, paper: PaperRow) -> Row:
        quiet = " · ".join(part for part in (to_persian(paper.number), format_day_month(paper.day)) if part)
        chip, tone = (self.tr("by hand") if paper.is_by_hand else ""), "quiet"
        if paper.is_void:
            chip = self.tr("void")
        if paper.awaits_number:
            chip, tone = self.tr("waits for its number"), "attention"
        icon = "draw-pen" if paper.is_by_hand else "file-document-outline"
        return Row(paper.id, paper.title, quiet, chip, tone, icon=icon)

    def _open(self, key: object) -> None:
        if isinstance(key, UUID):
            (self.letter_opened if key in self._letters else self.opened).emit(key)
