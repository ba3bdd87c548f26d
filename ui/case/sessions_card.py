"""The meetings that were held, the latest first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.sessions import SessionRow
from ui.case.rows_card import RowsCard
from ui.scheduling.words import day_words, span_words
from ui.widgets.row_paint import Row


class SessionsCard(RowsCard):
    """`opened` carries a `SessionRow`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Sessions"))
        self.rows.setAccessibleName(self.tr("Sessions"))
        self._empty.setText(self.tr("Nothing was recorded yet; a session needs no appointment."))
        self._shown: dict[UUID, SessionRow] = {}
        self.rows.opened.connect(self._open)

    def show_sessions(self, sessions: Sequence[SessionRow]) -> None:
        self._shown = {row.id: row for row in sessions}
        self.set_rows([self._row(row) for row in sessions])

    def _row(self, row: SessionRow) -> Row:
        title = f"{row.type_label} · {day_words(row.day)}"
        came = [one.name for one in row.attendance if one.is_present]
        present = "\u060c ".join(came) if came or not row.attendance else self.tr("nobody came")
        quiet = " · ".join(part for part in (span_words(row.start, row.end), present) if part)
        chip = self.tr("late entry") if row.is_late_entry else ""
        return Row(row.id, title, quiet, chip, "attention", icon="text-box-outline")

    def _open(self, key: object) -> None:
        row = self._shown.get(key) if isinstance(key, UUID) else None
        if row is not None:
            self.opened.emit(row)
