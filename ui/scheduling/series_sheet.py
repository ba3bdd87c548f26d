"""A series week by week before it is booked: what stands against each, and the next free times for it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.changes import Done
from services.errors import AppError
from services.persian.digits import to_persian
from services.scheduling.series_shapes import Occurrence, SeriesDraft, SeriesPlan
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, Slot
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.scheduling.offered_times import OfferedTimes
from ui.scheduling.words import day_words, span_words
from ui.theme.theme import px
from ui.widgets.card import Line
from ui.widgets.labels import Chip, Words
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet


class SeriesSheet(Sheet):
    """`booked` carries the rows, by day. `is_move`: the rest of a booked series follows the one that is moved.

    Nothing is booked unless all of it fits; a week that does not is given one of the free times beside it.
    """

    booked = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, wanted: SeriesDraft, *, is_move: bool = False) -> None:
        super().__init__(window, "", width=640)
        self._context, self._wanted, self._is_move = context, wanted, is_move
        self._drafts: tuple[AppointmentDraft, ...] = ()
        self._skipped = Words("", "quiet", wrap=True)
        self._skipped.hide()
        self._gate = Notice("", "attention")
        self._gate.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self._parts: list[QWidget] = []
        self.set_title(self.tr("Move the later ones too") if is_move else self.tr("A series of appointments"))
        self.cancel.setText(self.tr("Back"))
        self.main.setText(self.tr("Move all") if is_move else self.tr("Book all"))
        self.main.setEnabled(False)
        self.main.show()
        for part in (self._gate, self._skipped):
            self.body.addWidget(part)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.submitted.connect(self._book)
        self._plan()

    def lines(self) -> Sequence[QWidget]:
        """One widget a week, in order."""
        return tuple(self._parts)

    def _plan(self) -> None:
        series, actor, wanted = self._context.services.series, self._context.actor, self._wanted

        def read() -> SeriesPlan:
            return series.plan_rest(actor, wanted.first) if self._is_move else series.plan(actor, wanted)

        self._context.lanes.read(self, read, self._show, self._refused, latest="plan")

    def _plan_again(self) -> None:
        series, actor, drafts = self._context.services.series, self._context.actor, self._drafts
        self._context.lanes.read(
            self, lambda: series.plan_again(actor, drafts), self._show, self._refused, latest="plan"
        )

    def _show(self, plan: SeriesPlan) -> None:
        self._drafts = tuple(one.draft for one in plan.occurrences)
        if plan.skipped:
            told = "\u060c ".join(f"{day_words(one.day)} ({one.title})" for one in plan.skipped)
            self._skipped.setText(self.tr("Passed over: {days}").format(days=told))
            self._skipped.show()
        self._gate.set_sentence(plan.gate_words)
        override = bool(self._drafts and self._drafts[0].override)
        self._gate.setVisible(bool(plan.gate_words) and not override)
        self.main.setEnabled(plan.is_free and (not plan.gate_words or override))
        words = self.tr("Move all {count}") if self._is_move else self.tr("Book all {count}")
        self.main.setText(words.format(count=to_persian(len(plan.occurrences))))
        self._fill(plan)

    def _fill(self, plan: SeriesPlan) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for one in plan.occurrences:
            part = _Week(one)
            part.times.taken.connect(lambda slot, number=one.number: self._take(number, slot))
            self._parts.append(part)
            self._list.addWidget(part)
        self.refit()
        first = next((part for part in self._parts if isinstance(part, _Week) and part.times.stops()), None)
        target = first.times.stops()[0] if first is not None else self.main
        if self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, number: int, slot: Slot) -> None:
        drafts = list(self._drafts)
        drafts[number] = replace(
            drafts[number],
            day=slot.day,
            start=slot.start,
            room_id=slot.room_id,
            second_room_id=slot.second_room_id,
        )
        self._drafts = tuple(drafts)
        self._plan_again()

    def _book(self) -> None:
        series, actor, drafts = self._context.services.series, self._context.actor, self._drafts
        self.main.setEnabled(False)

        def write() -> Done[tuple[AppointmentRow, ...]]:
            return series.move(actor, drafts) if self._is_move else series.book(actor, drafts)

        self._context.lanes.write(self, write, self._booked, self._not_booked)

    def _booked(self, rows: tuple[AppointmentRow, ...]) -> None:
        said = self.tr("{count} appointments are moved.") if self._is_move else self.tr("{count} appointments.")
        undo = None if self._is_move else SeriesUndo(self._context, rows)
        self._context.toasts.show(said.format(count=to_persian(len(rows))), undo)
        self.close_sheet()
        self.booked.emit(rows)

    def _not_booked(self, error: Exception) -> None:
        """Somebody took a time meanwhile: nothing was booked, and the weeks are looked at again."""
        if isinstance(error, AppError):
            self.set_notice(sentence_of(error))
            self._plan_again()
        else:
            self._context.errors.present(error)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.set_notice(sentence_of(error))
        else:
            self._context.errors.present(error)


class _Week(QWidget):
    """One occurrence: its day and hour, whether it fits, and other times where it does not."""

    def __init__(self, one: Occurrence) -> None:
        super().__init__()
        draft = one.draft
        self.times = OfferedTimes(one.slots)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Words(to_persian(one.number + 1), "quiet"))
        head.addWidget(Words(f"{day_words(draft.day)} · {span_words(draft.start, draft.end)}", "strong"))
        head.addStretch(1)
        chip = Chip(self.tr("free"), "accent") if one.is_free else Chip(self.tr("does not fit"), "attention")
        head.addWidget(chip)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(head)
        for words in one.against:
            box.addWidget(Words(words, "error", wrap=True))
        if one.warnings:
            box.addWidget(Words("\u060c ".join(one.warnings), "hint", wrap=True))
        box.addWidget(self.times)
        box.addWidget(Line())


class SeriesUndo:
    """Takes a whole series back: each of it is cancelled by the unit."""

    def __init__(self, context: AppContext, rows: Sequence[AppointmentRow]) -> None:
        self._context, self._first = context, rows[0]

    def __call__(self) -> None:
        from PySide6.QtCore import QCoreApplication

        series, actor, lanes = self._context.services.series, self._context.actor, self._context.lanes
        first = self._first
        reason = QCoreApplication.translate("Scheduling", "Booked by mistake")
        lanes.write(lanes, lambda: series.cancel_rest(actor, first.id, first.version, by_party=False, reason=reason))
