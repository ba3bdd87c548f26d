"""The sheet that makes or moves one appointment (R-19): what stands against a time is said while it is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from services.actor import Right
from services.errors import AppError, StaleError
from services.persian.digits import to_persian
from services.scheduling.series_shapes import SeriesDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, BookingFacts, Checked, Slot
from services.scheduling.waiting_shapes import WaitingDraft
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.runtime.kept_form import KeptForm
from ui.runtime.shortcuts import with_keys
from ui.scheduling.booking_form import BookingForm
from ui.scheduling.gate_box import GateBox
from ui.scheduling.slot_keys import SHOWN, SlotKeys
from ui.scheduling.words import case_words, day_words, hour_words
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.sheet import Sheet

_PAUSE_MS = 120
_TOLD_BY_CHECK = ("scheduling.clash", "safety.separate_for_now")
NO_DAY, NO_HOUR = date.min, -1


class BookingSheet(Sheet):
    """Opens over `window`. Without a case only meetings of the unit itself can be made; without `appointment` a new
    one, of type `kind` and with `party_ids` where they are given. `day` is the one that it begins with.

    `booked` carries the `AppointmentRow`; undoing is offered in the toast.
    """

    booked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        case_id: UUID | None,
        appointment: AppointmentRow | None = None,
        kind: str = "",
        party_ids: Sequence[UUID] = (),
        *,
        day: date | None = None,
        start: int | None = None,
        room_id: UUID | None = None,
        staff_id: UUID | None = None,
    ) -> None:
        super().__init__(window, "", side=True, width=600)
        self.context, self._case_id, self._moved = context, case_id, appointment
        self._facts: BookingFacts | None = None
        self._is_dirty = False
        self._beside: dict[str, str] = {}
        self._wanted = replace(
            AppointmentDraft(case_id, kind, day or NO_DAY, NO_HOUR if start is None else start, room_id, ()),
            party_ids=tuple(party_ids),
            staff_ids=(staff_id,) if staff_id else (),
        )
        self._subtitle = Words("", "quiet")
        self._conflict = ConflictBar()
        self._past = Notice("", "attention", "clock-alert-outline")
        self._hold = QuietButton(self.tr("The session was held; record it"))
        self._warning = Words("", "hint", wrap=True)
        self.slots = SlotKeys(self)
        self.gate = GateBox(context)
        self.form = BookingForm((self.gate,), (self._warning, self._past, self.slots))
        self.wait = QuietButton(self.tr("Put on the waiting list"))
        self.rest = QuietButton(self.tr("Move this and the later ones"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._dress()
        self._connect()
        name = f"appointments:{case_id.hex if case_id else 'unit'}"
        self.kept = KeptForm(self, context, name, self.form) if appointment is None else None
        self._load()

    # --- building ---------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        is_new = self._moved is None
        self.set_title(self.tr("New appointment") if is_new else self.tr("Move the appointment"))
        words = self.tr("Book") if is_new else self.tr("Move")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.setEnabled(False)
        self.main.show()
        self._past.buttons.addWidget(self._hold)
        self._past.hide()
        self._warning.hide()
        self._hold.setVisible(self._case_id is not None and self.context.may(Right.SESSION_WRITE))
        self.add_button(self.wait)
        self.add_button(self.rest)
        self.wait.setVisible(is_new and self._case_id is not None)
        self.rest.setVisible(self._moved is not None and self._moved.series_id is not None)
        if not is_new:
            self.form.no_series()
        for part in (self._subtitle, self._conflict, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.submitted.connect(self._book)
        self._pause.timeout.connect(self._check)
        self.form.changed.connect(self._on_changed)
        self.gate.changed.connect(self._show_main)
        self.slots.taken.connect(self._take_slot)
        self._hold.clicked.connect(self._record_session)
        self.wait.clicked.connect(lambda _checked=False: self._put_on_list())
        self.rest.clicked.connect(lambda _checked=False: self._move_rest())
        self.form.more_people.clicked.connect(lambda _checked=False: self._ask_for_file())
        self._conflict.reload_wanted.connect(lambda: self._reread(self._take_theirs))
        self._conflict.keep_wanted.connect(lambda: self._reread(self._keep_mine))
        self.context.bus.on(self, ("appointment", "consent", "screen", "flag", "danger"), self._pause.start)

    def _load(self) -> None:
        scheduling, actor, case_id = self.context.services.scheduling, self.context.actor, self._case_id
        moved_id = self._moved.id if self._moved is not None else None
        self.context.lanes.read(self, lambda: scheduling.facts(actor, case_id, moved_id), self._fill)

    def _fill(self, facts: BookingFacts) -> None:
        self._facts = facts
        self._subtitle.setText(case_words(facts.case_no, facts.initials))
        self._subtitle.setVisible(bool(facts.case_no))
        self.gate.set_case(self._case_id, facts.measures)
        if self._moved is not None:
            start = self._moved.draft()
            if self._wanted.day != NO_DAY:
                start = replace(start, day=self._wanted.day)
        else:
            start = replace(self._wanted, staff_ids=self._wanted.staff_ids or self._usual_colleague(facts))
        self._quietly(lambda: self.form.fill(facts, start))
        self._order_stops()
        self._is_dirty = False
        if self.kept is not None and self._wanted.day == NO_DAY and not self._wanted.type:
            self.kept.load()
        self.main.setEnabled(True)
        self.form.focus_first()
        self._check()

    def _order_stops(self) -> None:
        """The tab order is the eye's: what stands against the type or the time comes right after it."""
        of = self.form.field
        stops = [of("type").edit, of("minutes").edit, *self.gate.stops()]
        stops += [of("day").edit, of("start").edit, of("room_id").edit, self._hold, *self.slots.stops()]
        stops += [of("second_room_id").edit, of("place").edit, of("party_ids").edit, self.form.more_people]
        stops += [of(key).edit for key in ("staff_ids", "note", "times")]
        buttons = [stop.findChildren(QPushButton) if isinstance(stop, MultiChoice) else [stop] for stop in stops]
        order = [widget for several in buttons for widget in several]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _quietly(self, fill: Callable[[], None]) -> None:
        """What stands in the form by itself is no typing and goes into no draft."""
        if self.kept is not None:
            self.kept.quietly(fill)
        else:
            fill()

    def _usual_colleague(self, facts: BookingFacts) -> tuple[UUID, ...]:
        """Who holds the file, or who books if that is somebody who sees people."""
        known = [one.id for one in facts.colleagues]
        for wanted in (facts.responsible_id, self.context.actor.staff_id):
            if wanted in known:
                return (wanted,)
        return ()

    # --- what stands against it -------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._is_dirty = True
        self._pause.start()

    def _check(self) -> None:
        if self._facts is None or self.form.type_code() is None:
            return
        draft, scheduling, actor = self._draft(), self.context.services.scheduling, self.context.actor
        self.context.lanes.read(
            self,
            lambda: scheduling.check(actor, draft, SHOWN + 1),
            lambda checked: self._show_checked(draft, checked),
            self._show_refusal,
            latest="check",
        )

    def _show_checked(self, draft: AppointmentDraft, checked: Checked) -> None:
        errors = {clash.field: clash.words for clash in reversed(checked.clashes)} if self.form.has_time() else {}
        self._say_beside(errors)
        day = self.form.field("day").value()
        held = self.tr("{occasion} is a day off; the appointment is made all the same.")
        told = [held.format(occasion=" · ".join(checked.warnings))] if checked.warnings else []
        told += checked.hours_words if self.form.has_time() else ()
        self._warning.setVisible(bool(told) and day is not None)
        self._warning.setText("\n".join(told))
        is_past = checked.is_past and self.form.has_time()
        self._past.set_sentence(self.tr("This hour has passed."))
        self._past.setVisible(is_past)
        self.gate.show_state(checked.gate_words, is_overridable=checked.is_overridable)
        self.slots.set_slots([slot for slot in checked.free_slots if not _is_same(slot, draft)], day)
        self._show_main()

    def _show_refusal(self, error: Exception) -> None:
        """The people do not fit: nothing more can be looked for."""
        if not isinstance(error, AppError):
            self.context.errors.present(error)
            return
        self._say_beside({error.field: sentence_of(error)} if error.field else {})
        self.gate.show_state("", is_overridable=False)
        self.slots.set_slots(())
        self._show_main()

    def _say_beside(self, errors: dict[str, str]) -> None:
        """Without taking the keyboard: somebody is typing. What storing refused stays until it is mended."""
        for key, field in self.form.fields().items():
            before = self._beside.get(key, "")
            if key in errors or (before and field.error() == before):
                field.set_error(errors.get(key, ""))
        self._beside = errors

    def _show_main(self) -> None:
        shut = self.gate.is_open() and not self.gate.is_deciding()
        self.main.setEnabled(self._facts is not None and not shut)
        self._name_main()

    def _name_main(self) -> None:
        """A series is looked at before it is booked."""
        if self._moved is None:
            times = self.form.times()
            words = self.tr("See the {count} appointments").format(count=to_persian(times)) if times > 1 else ""
            self.main.setText(words or self.tr("Book"))

    def _take_slot(self, slot: Slot) -> None:
        self.form.take_slot(slot)
        self._check()

    # --- storing ----------------------------------------------------------------------------------------------

    def _draft(self) -> AppointmentDraft:
        begin = self._moved.draft() if self._moved is not None else self._wanted
        draft = self.form.draft(begin, self.context.today())
        return replace(draft, override=self.gate.override())

    def _book(self) -> None:
        if not self.form.check() or self._lacks_something():
            return
        draft, scheduling, actor = self._draft(), self.context.services.scheduling, self.context.actor
        if self._moved is None and self.form.times() > 1:
            self._open_series(SeriesDraft(draft, self.form.times()))
            return
        before = self._moved.draft() if self._moved is not None else None
        self.main.setEnabled(False)
        self._pause.stop()
        self.context.lanes.void(self, "check")
        self.context.lanes.write(
            self,
            lambda: scheduling.book(actor, draft),
            lambda row: self._on_booked(row, before),
            self._on_refused,
        )

    def _open_series(self, wanted: SeriesDraft) -> None:
        """Every week of it in a sheet of its own; this one stays below with what was typed."""
        from ui.scheduling.series_sheet import SeriesSheet

        sheet = SeriesSheet(self, self.context, wanted, is_move=self._moved is not None)
        sheet.booked.connect(self._on_series)
        sheet.open_sheet()

    def _on_series(self, rows: tuple[AppointmentRow, ...]) -> None:
        if self.kept is not None:
            self.kept.done()
        self._is_dirty = False
        self.booked.emit(rows[0])
        self.close_sheet()

    def _move_rest(self) -> None:
        if self.form.check() and not self._lacks_something():
            self._open_series(SeriesDraft(self._draft()))

    def _put_on_list(self) -> None:
        """Nothing that fits is free: they wait, with what is typed here."""
        from ui.scheduling.waiting_entry_sheet import WaitingEntrySheet

        if self._case_id is None or self._facts is None:
            return
        draft = self._draft()
        staff = draft.staff_ids[0] if len(draft.staff_ids) == 1 else None
        wanted = WaitingDraft(self._case_id, draft.type, draft.party_ids, draft.minutes, staff, note=draft.note)
        sheet = WaitingEntrySheet(self, self.context, wanted)
        sheet.stored.connect(self._on_listed)
        sheet.open_sheet()

    def _on_listed(self) -> None:
        if self.kept is not None:
            self.kept.done()
        self._is_dirty = False
        self.close_sheet()

    def _ask_for_file(self) -> None:
        """People of another file for a group (P-7: nobody is told of whom)."""
        from ui.quick_entries.find_case_sheet import FindCaseSheet

        find = FindCaseSheet(self, self.context, self.tr("Whose people come to the group?"))
        find.chosen.connect(self._on_file)
        find.open_sheet()

    def _on_file(self, case_id: UUID) -> None:
        scheduling, actor = self.context.services.scheduling, self.context.actor
        self.context.lanes.read(self, lambda: scheduling.facts(actor, case_id), self._take_people)

    def _take_people(self, facts: BookingFacts) -> None:
        self.form.add_people(to_persian(facts.case_no), facts.participants)
        self._order_stops()
        self.form.field("party_ids").edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lacks_something(self) -> bool:
        needed = {key: self.tr("Fill this in.") for key in ("type", "day", "start") if not self._has(key)}
        if needed:
            self.form.set_errors(needed)
        return bool(needed)

    def _has(self, key: str) -> bool:
        return self.form.field(key).value() not in ("", None)

    def _on_booked(self, row: AppointmentRow, before: AppointmentDraft | None) -> None:
        if self.kept is not None:
            self.kept.done()
        self._is_dirty = False
        said = self.tr("Appointment: {day}, {hour}") if before is None else self.tr("Moved to {day}, {hour}")
        words = said.format(day=day_words(row.day), hour=hour_words(row.start))
        self.context.toasts.show(words, Undo(self.context, row, before))
        self.booked.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self._show_main()
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        if isinstance(error, AppError) and error.key.startswith(_TOLD_BY_CHECK):
            self._check()  # it says the same where it belongs
        else:
            self.context.errors.present(error, self)

    def set_error(self, key: str, sentence: str) -> bool:
        """Beside its field, the head's decision included (`ui.runtime.errors.Form`)."""
        return self.form.set_error(key, sentence) or self.gate.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()
        self.gate.focus_first_error()

    # --- somebody else changed it -----------------------------------------------------------------------------

    def _reread(self, take: Callable[[AppointmentRow], None]) -> None:
        moved, scheduling, actor = self._moved, self.context.services.scheduling, self.context.actor
        self._conflict.hide()
        if moved is not None:
            self.context.lanes.read(self, lambda: scheduling.row(actor, moved.id), take)

    def _take_theirs(self, row: AppointmentRow) -> None:
        self._moved = row
        self.form.put(row.draft())
        self._check()

    def _keep_mine(self, row: AppointmentRow) -> None:
        self._moved = row
        self._book()

    # --- leaving ----------------------------------------------------------------------------------------------

    def can_close(self) -> bool:
        if not self._is_dirty:
            return True
        answer = ask(
            self.window(),
            self.tr("Leave the appointment?"),
            self.tr("It is not booked yet."),
            (
                Action("stay", self.tr("Go on"), "primary"),
                Action("discard", self.tr("Discard what was typed"), "danger"),
            ),
        )
        if answer == "discard" and self.kept is not None:
            self.kept.done()
        return answer == "discard"

    def _record_session(self) -> None:
        """P-27: the page of the case opens the sheet of the session."""
        case_id = self._case_id
        if case_id is None:
            return
        if self.kept is not None:
            self.kept.done()
        self.close_sheet()
        self.context.navigate("case", CaseArgument(case_id, open="session"))


class Undo:
    """Takes a booking or a move back; the lanes need an owner that outlives the sheet."""

    def __init__(self, context: AppContext, row: AppointmentRow, before: AppointmentDraft | None) -> None:
        self._context, self._row, self._before = context, row, before

    def __call__(self) -> None:
        scheduling, actor, lanes = self._context.services.scheduling, self._context.actor, self._context.lanes
        row, before = self._row, self._before
        if before is None:
            reason = QCoreApplication.translate("Scheduling", "Booked by mistake")
            lanes.write(lanes, lambda: scheduling.cancel(actor, row.id, row.version, by_party=False, reason=reason))
        else:
            back = replace(before, version=row.version)
            lanes.write(lanes, lambda: scheduling.book(actor, back))


def _is_same(slot: Slot, draft: AppointmentDraft) -> bool:
    return (slot.day, slot.start) == (draft.day, draft.start)
