"""The appointments of one day as rows with their hour, for narrow windows."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from services.scheduling.rules import is_over
from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import Look
from ui.scheduling.families import TAKEN
from ui.scheduling.words import case_words, hour_words
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}


class DayList(QWidget):
    """`opened` carries the `AppointmentRow`; `page_wanted` a step of days."""

    opened = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[object, AppointmentRow] = {}
        self._day = date.min
        self._list = _TurningList(self)
        self._list.setAccessibleName(self.tr("Appointments of the day"))
        self.setAccessibleName(self._list.accessibleName())
        self._list.opened.connect(lambda key: self.opened.emit(self._rows[key]))
        self._list.page_wanted.connect(self.page_wanted)
        self._empty = EmptyState(
            self.tr("No appointment on this day. N makes one."), icon_name="calendar-blank-outline"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, rows: list[AppointmentRow], day: date, look: Look) -> None:
        self._day = day
        self._rows = {row.id: row for row in rows}
        self._list.set_rows([self._row(row, look) for row in rows])
        holds = self.hasFocus() or self._list.hasFocus()
        self._stack.setCurrentWidget(self._list if rows else self._empty)
        if holds:
            (self._list if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._rows:
            self._list.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An empty day still turns."""
        if event.key() in _PAGES:
            self.page_wanted.emit(_PAGES[event.key()])
        else:
            super().keyPressEvent(event)

    def _row(self, row: AppointmentRow, look: Look) -> Row:
        title = TAKEN.words() if row.is_hidden else case_words(row.case_no, row.initials) or row.type_label
        quiet = " · ".join(
            part
            for part in (row.type_label if row.case_no else row.note, row.room_name, "\u060c ".join(row.staff_names))
            if part
        )
        chip, tone = self._chip(row, look)
        letters = " ".join(mark.letter for mark in row.marks)
        marks = self.tr("mark {letters}").format(letters=letters) if letters else ""
        titles = " · ".join(part for part in (title, marks) if part)
        # what began the evening before stands here with the hour until which it lasts
        lead = (
            hour_words(row.start)
            if row.day == self._day
            else self.tr("until {hour}").format(hour=hour_words(row.end))
        )
        return Row(row.id, titles, quiet, chip, tone, lead=lead)

    def _chip(self, row: AppointmentRow, look: Look) -> tuple[str, str]:
        if row.is_hidden:
            return "", "quiet"
        if row.is_over:
            held = row.is_held
            return (self.tr("held"), "accent") if held else (self.tr("did not take place"), "quiet")
        if is_over(row.day, row.end, *look.now):
            return self.tr("not recorded"), "attention"
        family = look.family(row)
        return ("" if family.words() == row.type_label else family.words()), family.tone


class _TurningList(RowList):
    page_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PAGES:
            self.page_wanted.emit(_PAGES[event.key()])
            return
        super().keyPressEvent(event)
