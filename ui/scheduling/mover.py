"""Moves what the hand holds through the real service: asks what stands against a place, books, and takes back."""

from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer, Signal

from services.actor import Right
from services.errors import AppError, StaleError
from services.scheduling.shapes import AppointmentRow, Checked, Clash
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.scheduling.calendar_card import CalendarCard
from ui.scheduling.carrying import Carry
from ui.scheduling.undo_moves import UndoMoves
from ui.scheduling.words import day_words, hour_words, span_words

_PAUSE_MS = 40
_OFFERED = 3


class Mover(QObject):
    """`landed` carries the `AppointmentRow` as it stands now, moved or brought back; `outdated`: somebody else was
    faster, and what is shown must be read anew. `stuck`: a row that can't be moved to a day as it is.

    The gate's refusal is its neutral sentence and nothing else (P-4); a clash is told with the next free times.
    """

    landed = Signal(object)
    outdated = Signal()
    stuck = Signal(object, object)

    def __init__(self, owner: QObject, context: AppContext, card: CalendarCard) -> None:
        super().__init__(owner)
        self._context, self._card, self._hand = context, card, card.grid.hand
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self.moves = UndoMoves(self, context)
        self.moves.undone.connect(self.landed)
        self._hand.may_carry = card.month.hand.may_carry = self._may_carry
        card.month.hand.dropped.connect(self._to_day)
        self._hand.aimed.connect(self._on_aimed)
        self._hand.dropped.connect(self._book)

    def _may_carry(self, row: AppointmentRow) -> bool:
        return row.is_scheduled and not row.is_hidden and self._context.may(Right.APPOINTMENT_WRITE)

    # --- what stands against it -------------------------------------------------------------------------------

    def _on_aimed(self, carry: Carry | None) -> None:
        self._pause.stop()
        self._context.lanes.void(self, "check")
        self._show(carry)
        if carry is not None and carry.verdict == "asked":
            self._pause.start()

    def _show(self, carry: Carry | None) -> None:
        board = self._card.grid.board()
        if carry is None or board is None:
            self._card.show_carry(None)
            return
        column = board.columns[carry.column]
        where = f"{day_words(column.day)}\u060c {span_words(carry.start, carry.start + carry.minutes)}"
        if ":" in column.key:
            where = f"{where} · {column.title}"
        self._card.show_carry(carry, where)
        self._card.grid.say_carried("\u060c ".join(part for part in (where, carry.words) if part))

    def _check(self) -> None:
        carry, board = self._hand.carry, self._card.grid.board()
        if carry is None or board is None or self._hand.is_put_down:
            return
        draft = carry.draft(board.columns[carry.column])
        if draft is None:
            self._judge(carry, carry.judged("against", self.tr("An appointment needs a colleague.")))
            return
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self._context.lanes.read(
            self,
            lambda: scheduling.check(actor, draft, _OFFERED),
            lambda checked: self._judge(carry, self._verdict(carry, checked)),
            lambda error: self._on_check_refused(carry, error),
            latest="check",
        )

    def _verdict(self, carry: Carry, checked: Checked) -> Carry:
        if checked.clashes:
            return carry.judged("against", self._with_free_times(checked), checked.free_slots)
        if checked.gate_words:
            return carry.judged("against", checked.gate_words)
        if checked.is_past:
            return carry.judged("against", self.tr("This hour has passed."))
        if checked.warnings:
            words = self.tr("{occasion}: a day off").format(occasion=" · ".join(checked.warnings))
            return carry.judged("free", words)
        return carry.judged("free", "")

    def _with_free_times(self, checked: Checked) -> str:
        words = self._clash_words(checked.clashes[0])
        times = "\u060c ".join(
            f"{day_words(day)} {' · '.join(hour_words(slot.start) for slot in slots)}"
            for day, slots in groupby(checked.free_slots, attrgetter("day"))
        )
        return self.tr("{clash} Free: {times}").format(clash=words, times=times) if times else words

    def _clash_words(self, clash: Clash) -> str:
        return self._busy_guest() if clash.kind == "person" else clash.words

    def _busy_guest(self) -> str:
        """The calendar says nobody's name (P-3); the sheet of the appointment does."""
        return self.tr("One of those who come has another appointment at this hour.")

    def _on_check_refused(self, carry: Carry, error: Exception) -> None:
        if isinstance(error, AppError):
            self._judge(carry, carry.judged("against", sentence_of(error)))
        else:
            self._context.errors.present(error)

    def _judge(self, about: Carry, verdict: Carry) -> None:
        if self._hand.carry is not None and self._hand.carry.is_at(about):
            self._card.grid.judge(about, verdict)
            self._show(verdict)

    # --- putting it down --------------------------------------------------------------------------------------

    def _book(self, carry: Carry) -> None:
        board = self._card.grid.board()
        draft = carry.draft(board.columns[carry.column]) if board is not None else None
        if draft is None:
            self._hand.let_go()
            return
        self._pause.stop()
        self._context.lanes.void(self, "check")
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self._context.lanes.write(
            self,
            lambda: scheduling.book(actor, draft),
            lambda row: self._on_booked(carry, row),
            self._on_refused,
        )

    def _to_day(self, row: AppointmentRow, day: date) -> None:
        """From the month: the same hour on another day."""
        draft = replace(row.draft(), day=day)
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self._context.lanes.write(
            self,
            lambda: scheduling.book(actor, draft),
            lambda moved: self._on_moved(row, moved),
            lambda error: self._on_stuck(row, day, error),
        )

    def _on_moved(self, before: AppointmentRow, row: AppointmentRow) -> None:
        words = self.tr("Moved to {day}, {hour}").format(day=day_words(row.day), hour=hour_words(row.start))
        self._context.toasts.show(words, self.moves.push(before.draft(), row))
        self.landed.emit(row)

    def _on_stuck(self, row: AppointmentRow, day: date, error: Exception) -> None:
        if isinstance(error, AppError) and not isinstance(error, StaleError):
            self.stuck.emit(row, day)
        else:
            self._on_refused(error)

    def _on_booked(self, carry: Carry, row: AppointmentRow) -> None:
        if (row.day, row.start) != (carry.row.day, carry.row.start) or row.minutes == carry.row.minutes:
            self._on_moved(carry.row, row)
            return
        words = self.tr("Until {hour} now").format(hour=hour_words(row.end))
        self._context.toasts.show(words, self.moves.push(carry.row.draft(), row))
        self.landed.emit(row)

    def _on_refused(self, error: Exception) -> None:
        """It goes back where it was, and the reason is said."""
        self._hand.let_go()
        if isinstance(error, StaleError):
            words = self.tr("Somebody else changed it meanwhile; this is how it stands now.")
            self._context.toasts.show(words)
            self.outdated.emit()
        elif isinstance(error, AppError) and error.key.startswith("scheduling.clash_person"):
            self._context.toasts.show(self._busy_guest())
        else:
            self._context.errors.present(error)
