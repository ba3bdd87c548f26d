"""The day on the home page: what is booked today, and under it, where the height allows, the days to come."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.scheduling.shapes import AppointmentRow
from ui.navigation import GAP
from ui.scheduling.words import case_words, day_words, hour_words
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.gutter import GutterBar
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

DAYS = 7
_HEAD, _EMPTY, _LEAST = 74, 210, 150
_ANY_HEIGHT = 16_777_215


class DayColumn(QWidget):
    """`opened` carries the `AppointmentRow` of a day to come."""

    opened = Signal(object)

    def __init__(self, today: Card, rows: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._rows = today, rows
        self._coming: dict[object, AppointmentRow] = {}
        self._card = Card(self.tr("The coming days"))
        self.list = RowList(dense=True)
        self.list.setAccessibleName(self.tr("The coming days"))
        self.list.opened.connect(lambda key: self.opened.emit(self._coming[key]))
        self._card.add(self.list, 1)
        self._card.hide()
        GutterBar(self.list, self._card, 14)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(GAP))
        down.addWidget(today, 1000)  # as high as it may be; the rest is the other's
        down.addWidget(self._card, 1)

    def show_coming(self, rows: Sequence[AppointmentRow], today: date) -> None:
        """What is booked after today, by day and hour."""
        self._coming = {row.id: row for row in rows}
        self.list.set_rows([_row(row, self._day(row.day, today)) for row in rows])
        self.fit()

    def fit(self) -> None:
        """Today comes first: the days to come take what it leaves, or stay away."""
        count = len(self._rows.rows())
        needed = self._rows.sizeHintForRow(0) * count + px(_HEAD) if count else px(_EMPTY)
        is_room = bool(self._coming) and self.height() - needed - px(GAP) >= px(_LEAST)
        self._today.setMaximumHeight(needed if is_room else _ANY_HEIGHT)
        self._card.setVisible(is_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)  # what appears in the midst of a layout leaves others behind

    def _day(self, day: date, today: date) -> str:
        return self.tr("tomorrow") if day == today + timedelta(days=1) else day_words(day)


def _row(row: AppointmentRow, day: str) -> Row:
    case = case_words(row.case_no, row.initials)
    title = " · ".join(part for part in (case, row.type_label) if part)
    return Row(row.id, title, "", day, "quiet", lead=hour_words(row.start))
