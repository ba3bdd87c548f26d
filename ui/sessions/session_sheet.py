"""The sheet that records a session, booked or not, or corrects one (P-27)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.cases import PartyRow
from services.clock import local
from services.errors import StaleError
from services.overview import CasePage
from services.persian.digits import to_persian
from services.scheduling import Door
from services.scheduling.shapes import AppointmentRow
from services.sessions import SessionRow
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.sessions.session_form import SessionFacts, SessionForm
from ui.sessions.session_note import SessionNote
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.labels import Words
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.sheet import Sheet

FORM = "case:session"
STOP = "Ctrl+Shift+X"


class SessionSheet(Sheet):
    """Opens over `window`. With `appointment` hour, place and people stand there already, and one key a person says
    who came; with `session` it corrects. `saved` carries the `SessionRow`.
    """

    saved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        page: CasePage,
        appointment: AppointmentRow | None = None,
        session: SessionRow | None = None,
    ) -> None:
        super().__init__(window, "", side=True, width=720)
        self.context, self._page = context, page
        self._appointment, self._session = appointment, session
        self._is_ready = self._is_new_stop = False
        self._door: Door | None = None
        self.form = SessionForm()
        self.note: SessionNote | None = None
        self._conflict = ConflictBar()
        self._restored = Notice("", "information", "history")
        self._late = Notice("", "attention", "clock-alert-outline")
        subject = self._argument().subject()
        self.draft = PageDraft(self, context, FORM, subject, self.form.texts)
        if context.may(Right.PROCESS_NOTE):
            session_id = session.id if session is not None else None
            self.note = SessionNote(context, page.detail.id, session_id, subject)
            self.note.pad.changed.connect(self._on_note)
        self._dress()
        self.form.changed.connect(self._on_changed)
        self.form.grown.connect(self._put_in_order)
        self.submitted.connect(self._save)
        self._conflict.reload_wanted.connect(lambda: self._reread(self._take_theirs))
        self._conflict.keep_wanted.connect(lambda: self._reread(self._keep_mine))
        codes, unit, actor = context.services.codes, context.services.unit, context.actor
        doors, booked = context.services.doors, appointment if session is None else None

        def read() -> SessionFacts:
            door = doors.at(actor, booked.id) if booked is not None else None
            return SessionFacts(codes.all(actor, "session_type"), unit.rooms(actor), door)

        context.lanes.read(self, read, self._fill)

    # --- building ---------------------------------------------------------------------------------------------

    def _argument(self) -> CaseArgument:
        session_id = self._session.id if self._session is not None else None
        appointment_id = self._appointment.id if self._appointment is not None else None
        return CaseArgument(self._page.detail.id, "session", appointment_id, session_id)

    def _dress(self) -> None:
        is_new = self._session is None
        self.set_title(self.tr("Record a session") if is_new else self.tr("Correct the session"))
        words = self.tr("Record") if is_new else self.tr("Correct")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        self.main.setEnabled(False)
        number = self.tr("File {number}").format(number=to_persian(self._page.detail.row.case_no))
        discard = LinkButton(self.tr("Discard"))
        discard.clicked.connect(self._begin_anew)
        self._restored.set_sentence(self.tr("What you wrote before is here again."))
        self._restored.buttons.addWidget(discard)
        self._restored.hide()
        self._late.set_sentence(self.tr("The file is closed: this is stored as a late entry and opens nothing."))
        self._late.setVisible(self._page.detail.closed_on is not None and is_new)
        for part in (Words(number, "quiet"), self._conflict, self._restored, self._late, self.form):
            self.body.addWidget(part)
        if self.note is not None:
            self.body.addSpacing(px(6))
            self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.breaker = QuietButton(self.tr("Break off"), "hand-back-left-outline")
        self.breaker.setToolTip(with_keys(self.tr("The session is broken off"), STOP))
        self.breaker.clicked.connect(self._break_off)
        self.add_button(self.breaker)
        key_shortcut(STOP, self, self._break_off, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _put_in_order(self) -> None:
        last = self.form.order()
        if self.note is not None:
            self.note.last_stop(last)

    def _break_off(self) -> None:
        """A session that is under way ends now; one of another day ended when it ended."""
        now = local(self.context.services.uow.clock.now())
        minute = now.hour * 60 + now.minute
        start = self.form.head.field("start").value()
        is_now = self.form.head.field("day").value() == now.date() and start is not None
        is_now = is_now and start.hour * 60 + start.minute < minute
        self.form.break_off(minute if is_now and self._session is None else None)

    def _fill(self, facts: SessionFacts) -> None:
        self.draft.filling(lambda: self._put(facts))
        self._is_ready = True
        self.main.setEnabled(True)
        self.draft.load(self._take_up)
        self._put_in_order()
        if self.note is not None:
            self.note.load(self._restored.show)
        if self._appointment is None and self._session is None:
            self.form.head.focus_first()
        elif not self.form.focus_people():
            self.form.record.setFocus()

    def _put(self, facts: SessionFacts) -> None:
        self._door = facts.door
        self.form.set_facts(facts, self._people())
        self._put_start()

    def _put_start(self) -> None:
        booked = self._appointment
        if self._session is not None:
            self.form.put(self._session)
        elif booked is not None:
            self.form.fill(
                kind=booked.type, day=booked.day, start=booked.start, end=booked.end, room_id=booked.room_id,
                second_room_id=booked.second_room_id,
            )  # fmt: skip
            if self._door is not None:
                self.form.put_door(self._door)
        else:
            self.form.fill(day=self.context.today())

    def _people(self) -> Sequence[PartyRow]:
        """Who was booked stands first."""
        booked = self._appointment.party_ids if self._appointment is not None else ()
        return sorted(self._page.detail.parties, key=lambda party: party.id not in booked)

    def _take_up(self, texts: dict[str, Any]) -> None:
        self.form.put_texts(texts)
        self._restored.show()

    def _begin_anew(self) -> None:
        self.draft.forget()
        self.draft.filling(self._clear)
        if self.note is not None:
            self.note.forget()
        self._restored.hide()

    def _clear(self) -> None:
        self.form.empty()
        self._put_start()

    # --- storing ----------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        if self._is_ready:
            self.draft.touch()

    def _on_note(self) -> None:
        """What leads back to the note after a crash is the session's own draft, which holds none of its words."""
        if self._is_ready and self.note is not None and self.note.is_dirty():
            self.draft.touch()

    def _save(self) -> None:
        lacking = self.form.lacking()
        is_readable = self.form.check()
        for key, sentence in lacking.items():
            self.form.set_error(key, sentence)
        if lacking or not is_readable:
            self.form.focus_first_error()
            return
        booked = self._appointment.id if self._appointment is not None else None
        draft = self.form.draft(self._page.detail.id, booked)
        if self._session is not None:
            draft = replace(draft, id=self._session.id, version=self._session.version)
        sessions, actor = self.context.services.sessions, self.context.actor
        self.main.setEnabled(False)
        self.context.lanes.write(self, lambda: sessions.record(actor, draft), self._on_saved, self._on_refused)

    def _on_saved(self, row: SessionRow) -> None:
        """The session stands; the writer's own note follows it, and is not lost if it cannot be stored now."""
        self.draft.forget()
        self._is_new_stop = row.is_stopped and (self._session is None or not self._session.is_stopped)
        self._session = row
        if self.note is None:
            self._go(row)
        else:
            self.note.save(row.id, lambda: self._go(row), self._on_note_refused)

    def _go(self, row: SessionRow) -> None:
        self.context.toasts.show(self.tr("The session is recorded."))
        self.saved.emit(row)
        self.close_sheet()
        if self._is_new_stop and self.context.may(Right.SAFETY_WRITE):
            self.context.navigate("safety", row.case_id)  # the people are asked again before anybody sits together

    def _on_note_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.set_notice(self.tr("The session is recorded, your process note is not yet."))
        self.context.errors.present(error, self)

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        self.context.errors.present(error, self)

    def set_error(self, key: str, sentence: str) -> bool:
        """Beside its field; an appointment's own error stands at the foot (`ui.runtime.errors.Form`)."""
        if key == "appointment_id":
            self.set_notice(sentence)
            return True
        if key == "text" and self.note is not None:
            self.note.pad.set_error(sentence)
            return True
        return self.form.set_error(key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()

    # --- somebody else changed it -----------------------------------------------------------------------------

    def _reread(self, take: Callable[[SessionRow], None]) -> None:
        self._conflict.hide()
        sessions, actor, case_id = self.context.services.sessions, self.context.actor, self._page.detail.id
        self.context.lanes.read(self, lambda: sessions.of_case(actor, case_id), lambda rows: self._found(rows, take))

    def _found(self, rows: Sequence[SessionRow], take: Callable[[SessionRow], None]) -> None:
        mine = self._session.id if self._session is not None else None
        row = next((one for one in rows if one.id == mine), None)
        if row is not None:
            take(row)

    def _take_theirs(self, row: SessionRow) -> None:
        self._session = row
        self.draft.forget()
        self.draft.filling(lambda: self.form.put(row))

    def _keep_mine(self, row: SessionRow) -> None:
        self._session = row
        self._save()

    # --- leaving ----------------------------------------------------------------------------------------------

    def can_close(self) -> bool:
        if not self.draft.may_go(self.window(), self.tr("Leave the session?")):
            return False
        if self.note is not None:
            if self.draft.is_dirty():
                self.note.draft.flush()
            else:
                self.note.forget()
        return True
