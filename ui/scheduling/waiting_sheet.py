"""The waiting list: who waits, and the free time that fits each, booked by one key."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.errors import AppError
from services.persian.date_words import WEEKDAYS
from services.scheduling.shapes import AppointmentRow
from services.scheduling.waiting_shapes import WaitingRow
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.scheduling.lines_sheet import LinesSheet, StopLine
from ui.scheduling.waiting_entry_sheet import WaitingEntrySheet
from ui.scheduling.words import case_words, day_words, hour_words, minutes_words, span_words
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Line
from ui.widgets.labels import Chip, OneLine, Words

_DAY = 24 * 60


class WaitingSheet(LinesSheet["WaitingLine"]):
    """Those who wait, the most urgent first. It follows what others book meanwhile."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        nothing = self.tr("Nobody waits. Put people on the list from the sheet of a new appointment.")
        super().__init__(window, context, self.tr("Waiting list"), nothing, "account-clock-outline")
        context.bus.on(self, ("waiting", "appointment", "holiday", "working_time", "consent", "screen"), self._load)
        self._load()

    def _load(self) -> None:
        waiting, actor = self._context.services.waiting, self._context.actor
        self._context.lanes.read(self, lambda: waiting.rows(actor), self._show, latest="waiting")

    def _show(self, rows: Sequence[WaitingRow]) -> None:
        lines = [WaitingLine(row, may_write=self._context.may(Right.APPOINTMENT_WRITE)) for row in rows]
        for line in lines:
            self._connect(line)
        self.show_lines(lines)

    def _connect(self, entry: "WaitingLine") -> None:
        row = entry.row
        entry.book.clicked.connect(lambda _checked=False: self._book(row))
        entry.change.clicked.connect(lambda _checked=False: self._change(row))
        entry.withdraw.clicked.connect(lambda _checked=False: self._withdraw(row))

    def _book(self, row: WaitingRow) -> None:
        book_waiting(self, self._context, row, self._refused)

    def _change(self, row: WaitingRow) -> None:
        WaitingEntrySheet(self, self._context, row.draft).open_sheet()

    def _withdraw(self, row: WaitingRow) -> None:
        waiting, actor, context = self._context.services.waiting, self._context.actor, self._context
        lanes = context.lanes

        def done(_none: None) -> None:
            def undo() -> None:
                lanes.write(lanes, lambda: waiting.wait_again(actor, row.id))

            context.toasts.show(QCoreApplication.translate("Scheduling", "Taken off the waiting list."), undo)

        lanes.write(self, lambda: waiting.withdraw(actor, row.id, row.version), done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.set_notice(sentence_of(error))
            self._load()
        else:
            self._context.errors.present(error)


class WaitingLine(StopLine):
    """One who waits: number and initials (P-3), what for, when it would suit, and the time that fits."""

    def __init__(self, row: WaitingRow, *, may_write: bool) -> None:
        super().__init__()
        self.row = row
        self.book = QuietButton(self._offer_words(), "calendar-check-outline")
        if row.offer is None:
            self.book.hide()
        self.change, self.withdraw = LinkButton(self.tr("Change")), LinkButton(self.tr("Waits no longer"))
        if not may_write:
            self.change.hide()
            self.withdraw.hide()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Words(case_words(row.case_no, row.initials), "strong"))
        head.addStretch(1)
        if row.is_marked:
            head.addWidget(Chip(row.urgency_label, "attention"))
        if row.is_expired:
            head.addWidget(Chip(self.tr("the days have passed"), "quiet"))
        keys = QHBoxLayout()
        keys.setSpacing(px(10))
        for button in (self.book, self.change, self.withdraw):
            keys.addWidget(button)
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(head)
        box.addWidget(OneLine(self._wish_words(), "quiet"))
        if row.draft.note:
            box.addWidget(OneLine(row.draft.note, "hint"))
        if row.offer is None and may_write:
            box.addWidget(Words(self.tr("No time that fits is free yet."), "hint"))
        box.addLayout(keys)
        box.addWidget(Line())

    def stops(self) -> list[QWidget]:
        """The offer first."""
        return [button for button in (self.book, self.change, self.withdraw) if button.isVisibleTo(self)]

    def _offer_words(self) -> str:
        slot = self.row.offer
        if slot is None:
            return ""
        words = self.tr("Book {day}, {hour}, {who}")
        return words.format(day=day_words(slot.day), hour=hour_words(slot.start), who=self.row.offered_name)

    def _wish_words(self) -> str:
        row, draft = self.row, self.row.draft
        parts = [row.type_label, minutes_words(draft.minutes), row.staff_name]
        parts.append("\u060c ".join(WEEKDAYS[day] for day in draft.weekdays))
        if (draft.opens, draft.closes) != (0, _DAY):
            parts.append(span_words(draft.opens, draft.closes))
        if draft.not_after is not None:
            parts.append(self.tr("to {day}").format(day=day_words(draft.not_after)))
        parts.append(self.tr("since {day}").format(day=day_words(_day_of(row))))
        return " · ".join(part for part in parts if part)


def _day_of(row: WaitingRow) -> date:
    return local(row.since).date()


def book_waiting(owner: QWidget, context: AppContext, row: WaitingRow, refused: Callable[[Exception], None]) -> None:
    """Book the time offered to somebody who waits; the toast takes it back, and they wait again."""
    slot = row.offer
    if slot is None:
        return
    waiting, scheduling = context.services.waiting, context.services.scheduling
    actor, lanes = context.actor, context.lanes

    def booked(made: AppointmentRow) -> None:
        reason = QCoreApplication.translate("Scheduling", "Booked by mistake")

        def undo() -> None:
            lanes.write(lanes, lambda: scheduling.cancel(actor, made.id, made.version, by_party=False, reason=reason))
            lanes.write(lanes, lambda: waiting.wait_again(actor, row.id))

        words = QCoreApplication.translate("Scheduling", "Appointment: {day}, {hour}")
        context.toasts.show(words.format(day=day_words(made.day), hour=hour_words(made.start)), undo)

    staff = row.offered_staff
    lanes.write(owner, lambda: waiting.book(actor, row.id, row.version, slot, staff), booked, refused)
