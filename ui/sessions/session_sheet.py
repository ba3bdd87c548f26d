"""The sheet that records a session as it was held, from an appointment or without one (domain.md §2.6, P-27)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.codes.service import Code
from services.errors import AppError, InvalidDraft, StaleError
from services.scheduling.shapes import AppointmentRow, BookingFacts
from services.sessions import AttendanceDraft, SessionDraft, SessionRow
from ui.context import AppContext
from ui.quick_entries.kept_form import KeptForm
from ui.runtime.errors import sentence_of
from ui.runtime.shortcuts import with_keys
from ui.sessions.session_form import SessionForm
from ui.widgets.ask import Action, ask
from ui.widgets.labels import Words
from ui.widgets.notices import ConflictBar
from ui.widgets.sheet import Sheet

_NO_HOUR = -1


class SessionSheet(Sheet):
    """Opens over `window`: a new session of the case, the one booked as `appointment`, or `session` to correct.

    `recorded` carries the stored `SessionRow`. What is typed is kept as a draft within two seconds.
    """

    recorded = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        case_id: UUID,
        *,
        appointment: AppointmentRow | None = None,
        session: SessionRow | None = None,
    ) -> None:
        super().__init__(window, "", side=True, width=640)
        self.context, self._session = context, session
        self._begin = _beginning(case_id, appointment, session)
        self._sent: SessionDraft | None = None
        self._expected = appointment.party_ids if appointment is not None else ()
        words = self.tr("Record the session") if session is None else self.tr("Correct the session")
        self.set_title(words)
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.setEnabled(False)
        self.main.show()
        self._subtitle = Words("", "quiet")
        self._conflict = ConflictBar()
        self.form = SessionForm()
        for part in (self._subtitle, self._conflict, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.submitted.connect(self._save)
        self._conflict.reload_wanted.connect(lambda: self._reread(is_mine_kept=False))
        self._conflict.keep_wanted.connect(lambda: self._reread(is_mine_kept=True))
        place = session.id if session is not None else appointment.id if appointment is not None else case_id
        self._kept_name = f"sessions:{place.hex}"
        self.kept: KeptForm | None = None
        self._load()

    def can_close(self) -> bool:
        if self.kept is None or not self.kept.is_dirty:
            return True
        answer = ask(
            self.window(),
            self.tr("Leave the session?"),
            self.tr("What you typed is stored as a draft."),
            (
                Action("keep", self.tr("Keep the draft and leave"), "primary"),
                Action("discard", self.tr("Discard what was typed"), "danger"),
                Action("stay", self.tr("Go on writing")),
            ),
        )
        if answer == "discard":
            self.kept.done()
        elif answer == "keep":
            self.kept.flush()
        return answer in ("keep", "discard")

    # --- filling ----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        services, actor, case_id = self.context.services, self.context.actor, self._begin.case_id

        def read() -> tuple[BookingFacts, tuple[Code, ...]]:
            return services.scheduling.facts(actor, case_id), services.codes.all(actor, "attendance")

        self.context.lanes.read(self, read, self._fill)

    def _fill(self, found: tuple[BookingFacts, tuple[Code, ...]]) -> None:
        facts, marks = found
        self._subtitle.setText(" · ".join(part for part in (facts.case_no, facts.initials) if part))
        marked = {one.party_id for one in self._begin.attendance} | set(self._expected)
        people = [one for one in facts.participants if not marked or one.party_id in marked]
        self.form.lay_people(facts, people, marks)
        self.kept = KeptForm(self, self.context, self._kept_name, self.form)
        self.closed.connect(self.kept.flush)
        self.kept.quietly(lambda: self.form.put(self._begin))
        self._show_unknown()
        self.kept.load()
        self.main.setEnabled(True)
        self.form.focus_first()

    def _show_unknown(self) -> None:
        if self._begin.day == date.min:
            self.form.field("day").set_value(self.context.today())

    # --- storing ----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if not self.main.isEnabled() or not self.form.check():
            return
        lacking = self.form.lacks()
        if lacking:
            self.form.set_errors({key: self.tr("Fill this in.") for key in lacking})
            return
        self._sent = draft = self.form.draft(self._begin)
        sessions, actor = self.context.services.sessions, self.context.actor
        self.main.setEnabled(False)
        self.context.lanes.write(self, lambda: sessions.record(actor, draft), self._on_saved, self._on_refused)

    def _on_saved(self, row: SessionRow) -> None:
        if self.kept is not None:
            self.kept.done()
        self.context.toasts.show(self.tr("The session was recorded."))
        self.recorded.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        if not isinstance(error, AppError):
            self.context.errors.present(error)
            return
        marked: tuple[AttendanceDraft, ...] = self._sent.attendance if self._sent else ()
        each = error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)
        left = []
        for one in each:
            key = self.form.key_of_error(one.field or "", marked)
            if not (one.field and self.form.set_error(key, sentence_of(one))):
                left.append(sentence_of(one))
        self.set_notice(left[0] if left else "")
        self.form.focus_first_error()

    # --- somebody else changed it -----------------------------------------------------------------------------

    def _reread(self, *, is_mine_kept: bool) -> None:
        sessions, actor, begin = self.context.services.sessions, self.context.actor, self._begin

        def read() -> SessionRow | None:
            return next((row for row in sessions.of_case(actor, begin.case_id) if row.id == begin.id), None)

        def show(row: SessionRow | None) -> None:
            self._conflict.hide()
            if row is None:
                return
            theirs = _beginning(row.case_id, None, row)
            self._begin = theirs
            if not is_mine_kept:
                self.form.put(theirs)

        self.context.lanes.read(self, read, show)


def _beginning(case_id: UUID, appointment: AppointmentRow | None, session: SessionRow | None) -> SessionDraft:
    """What the form starts from; hours that nobody knows yet are below zero, such a day is the first of all."""
    if session is not None:
        marks = tuple(AttendanceDraft(one.party_id, one.mark, one.arrived, one.left) for one in session.attendance)
        empty = SessionDraft(case_id, session.type, session.day, session.start, session.end, marks)
        return replace(
            empty,
            appointment_id=session.appointment_id,
            room_id=session.room_id,
            case_record=session.case_record,
            next_on=session.next_on,
            id=session.id,
            version=session.version,
        )
    if appointment is not None:
        end = appointment.start + appointment.minutes
        draft = SessionDraft(case_id, appointment.type, appointment.day, appointment.start, end, ())
        return replace(draft, appointment_id=appointment.id, room_id=appointment.room_id)
    return SessionDraft(case_id, "", date.min, _NO_HOUR, _NO_HOUR, ())
