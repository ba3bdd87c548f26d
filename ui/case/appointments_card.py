"""The booked hours of the file, what is to come first."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.clock import local
from services.scheduling.shapes import AppointmentRow
from ui.case.rows_card import RowsCard
from ui.scheduling.words import day_words, hour_words
from ui.widgets.row_paint import Row


class AppointmentsCard(RowsCard):
    """`opened` carries an `AppointmentRow`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Appointments"))
        self.rows.setAccessibleName(self.tr("Appointments"))
        self._empty.setText(self.tr("No hour is given yet; the first ones are for each person alone."))
        self._shown: dict[UUID, AppointmentRow] = {}
        self.rows.opened.connect(self._open)

    def show_appointments(self, appointments: Sequence[AppointmentRow], now: datetime) -> None:
        """Those to come first, then the past ones, the latest first."""
        wall = local(now)
        at = (wall.date(), wall.hour * 60 + wall.minute)
        waiting = [row for row in appointments if row.is_scheduled]
        over = [row for row in reversed(appointments) if not row.is_scheduled]
        self._shown = {row.id: row for row in (*waiting, *over)}
        self.set_rows([self._row(row, has_passed=(row.day, row.start) <= at) for row in self._shown.values()])

    def _row(self, row: AppointmentRow, *, has_passed: bool) -> Row:
        title = f"{day_words(row.day)}\u060c {hour_words(row.start)}"
        parts = (row.type_label, row.room_name, row.initials)
        words, tone = self._chip(row, has_passed=has_passed)
        return Row(row.id, title, " · ".join(part for part in parts if part), words, tone)

    def _chip(self, row: AppointmentRow, *, has_passed: bool) -> tuple[str, str]:
        if row.is_scheduled:
            return (self.tr("was it held?"), "attention") if has_passed else (self.tr("to come"), "information")
        if row.is_cancelled:
            return self.tr("cancelled"), "quiet"
        return (self.tr("held"), "accent") if row.status.value == "held" else (self.tr("nobody came"), "quiet")

    def _open(self, key: object) -> None:
        row = self._shown.get(key) if isinstance(key, UUID) else None
        if row is not None:
            self.opened.emit(row)
