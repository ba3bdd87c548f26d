"""Recording sessions (domain.md §2.6, P-27)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import AppointmentStatus, CaseStatus, JointPolicy, Side
from models.note import SessionTask
from models.unit import Room
from models.work import Appointment, Attendance, GateOverride, Session
from services.actor import Actor, Right
from services.cases.access import parties_of, visible_case
from services.cases.rules import stricter
from services.cases.status import advance
from services.catalogue import say
from services.changes import Done
from services.clock import local
from services.codes import Code, Codes
from services.errors import InvalidError, NotFoundError, refuse
from services.persian.jalali import format_date
from services.persian.text import display_form, display_multiline
from services.safety.gate import gate
from services.sessions import case_notes, rules, tasks
from services.sessions.reading import open_tasks, session_rows, sessions_of_case, task_row
from services.sessions.shapes import CaseNoteDraft, CaseNoteRow, SessionDraft, SessionRow, TaskRow
from services.unit_of_work import Tx, UnitOfWork

_BEFORE_WORK = (CaseStatus.RECEIVED, CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ON_HOLD)
_BOOKED = (AppointmentStatus.SCHEDULED, AppointmentStatus.HELD, AppointmentStatus.NO_SHOW_ALL)
# built once: a statement takes longer to build than to ask
_ATTENDANCE = select(Attendance).where(Attendance.session_id == bindparam("of_session"))
_RECORDED = select(Session.id).where(Session.appointment_id == bindparam("of_appointment")).limit(1)
_AT_THE_SAME_MINUTE = (
    select(Attendance.party_id)
    .join(Session, Session.id == Attendance.session_id)
    .where(
        Session.case_id == bindparam("of_case"),
        Session.day == bindparam("on_day"),
        Session.start == bindparam("at_minute"),
    )
)
_OVERRIDDEN = select(GateOverride.id).where(GateOverride.appointment_id == bindparam("of_appointment")).limit(1)


class Sessions:
    """Sessions of one unit's cases."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def record(self, actor: Actor, draft: SessionDraft) -> Done[SessionRow]:
        """Store a session that was held, or correct the one that `draft.id` names.

        A session in a closed file is a late entry and does not reopen it (P-27). One that was broken off for
        somebody's safety shuts the way to joint sessions until the people were asked again, and tells no paper why.
        A joint session that was held although the gate was shut is stored as what happened, and its own audit entry
        says so (R-7). An hour to which nobody came is stored with its marks and moves nothing. Errors of a person
        name `attendance.<place>.arrived`, of a task `tasks.<place>.text`.
        """
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            kind = self._kind(tx, case, draft)
            draft = _fitted(kind, draft)
            people = {party.id: party.side for party in parties_of(tx, case.id)}
            self._check(tx, case, kind, draft, people)
            row, was_stopped = self._put(tx, case, draft, people)
            has_come = self._has_come(tx, draft)
            self._settle_appointment(tx, row, has_come=has_come)
            if case.status in _BEFORE_WORK and has_come:
                advance(tx, case, CaseStatus.ACTIVE)
            tx.record("session.correct" if draft.id else "session.record", "session", row.id)
            if draft.is_stopped and not was_stopped:
                _break_off(tx, case, row)
            if has_come and self._sat_together(tx, kind, draft, people) and self._was_against_gate(tx, case, draft):
                tx.record("session.held_against_gate", "session", row.id)
            tx.changed("session", row.id)
            tx.changed("case", case.id)
            value = session_rows(tx, self._codes, [row])[0]
        return tx.done(value)

    def add_note(self, actor: Actor, draft: CaseNoteDraft) -> Done[CaseNoteRow]:
        """A note of the file outside a session; into a closed file it is a late one and does not reopen it (P-27)."""
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            if draft.session_id is not None:
                _session_of(tx, case, draft.session_id)
            row = case_notes.add(tx, case, draft)
            tx.record("case_note.add", "case_note", row.id)
            tx.changed("case_note", row.id)
            tx.changed("case", case.id)
            value = case_notes.note_row(tx, row)
        return tx.done(value)

    def notes_of_case(self, actor: Actor, case_id: UUID) -> tuple[CaseNoteRow, ...]:
        """The notes of a case outside its sessions, latest first."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            visible_case(tx, case_id)
            return case_notes.notes_of(tx, case_id)

    def open_tasks(self, actor: Actor, case_id: UUID) -> tuple[TaskRow, ...]:
        """What somebody still has to do in a case, the earliest day first."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            visible_case(tx, case_id)
            return open_tasks(tx, case_id)

    def set_task_done(self, actor: Actor, task_id: UUID, version: int, *, is_done: bool) -> Done[TaskRow]:
        """Tick a task off, today; or open it again."""
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            task = tx.get(SessionTask, task_id)
            case = visible_case(tx, task.case_id)
            if case.status is CaseStatus.VOIDED:
                raise InvalidError("cases.already_voided")
            tx.expect(task, version)
            task.done_on = (task.done_on or tx.today) if is_done else None
            tx.record("task.done" if is_done else "task.open_again", "task", task.id)
            tx.changed("task", task.id)
            tx.changed("case", case.id)
            tx.session.flush()
            value = task_row(tx, task.id)
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[SessionRow, ...]:
        """The sessions of a case, latest first."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            visible_case(tx, case_id)
            return sessions_of_case(tx, self._codes, case_id)

    def _kind(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> Code:
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        if not self._codes.of(tx.actor).knows("session_type", draft.type):
            raise InvalidError("errors.required", "type")
        return self._codes.get(tx.actor, "session_type", draft.type)

    def _check(self, tx: Tx, case: CaseFile, kind: Code, draft: SessionDraft, people: Mapping[UUID, Side]) -> None:
        who = str(kind.does("who"))
        errors = self._day_errors(tx, case, draft)
        errors += rules.hour_errors(draft)
        errors += rules.people_errors(draft, who=who)
        if not people.keys() >= {one.party_id for one in draft.attendance}:
            raise NotFoundError("errors.not_found")
        present = [(people[one.party_id], one) for one in draft.attendance if self._is_present(tx, one.mark.value)]
        errors += rules.side_errors([side for side, _ in present], who=who, is_joint=bool(kind.does("is_joint")))
        if kind.does("needs_two_rooms"):
            errors += rules.meeting_errors(draft, present)
        if draft.next_on is not None and draft.next_on < draft.day:
            errors.append(InvalidError("sessions.next_before", "next_on"))
        errors += rules.text_errors(draft)
        refuse(errors)
        for room_id in (draft.room_id, draft.second_room_id):
            if room_id is not None:
                tx.get(Room, room_id)

    def _day_errors(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> list[InvalidError]:
        now = local(tx.now)
        if draft.day > tx.today:
            return [InvalidError("sessions.not_yet", "day")]
        if draft.day == tx.today and draft.start > now.hour * 60 + now.minute:
            return [InvalidError("sessions.not_yet", "start")]
        if draft.day < case.first_day and not case.is_from_paper:
            return [InvalidError("sessions.before_case", "day", opened=format_date(case.first_day))]
        return []

    def _expect_new(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> None:
        """Two colleagues, or one twice: the same person was not at two meetings that began at the same minute."""
        values = {"of_case": case.id, "on_day": draft.day, "at_minute": draft.start}
        known = set(tx.session.scalars(_AT_THE_SAME_MINUTE, values))
        if known.intersection(one.party_id for one in draft.attendance):
            raise InvalidError("sessions.recorded_twice", "start")

    def _put(self, tx: Tx, case: CaseFile, draft: SessionDraft, people: Mapping[UUID, Side]) -> tuple[Session, bool]:
        """The row, and whether it was a session broken off before."""
        if draft.id is None:
            row = Session(case_id=case.id, recorded_at=tx.now, staff_id=tx.actor.staff_id)
            row.is_late_entry = case.status is CaseStatus.CLOSED
            row.appointment_id = self._appointment_of(tx, case, draft)
            self._expect_new(tx, case, draft)
            tx.add(row)
        else:
            row = _session_of(tx, case, draft.id)
            tx.expect(row, draft.version or 0)
        was_stopped = bool(row.stop_reason)
        if tx.actor.may(Right.SAFETY_READ) or not was_stopped:  # who was not told of a stop cannot take it back
            row.stop_reason = _stop_reason(draft)
        row.type = draft.type
        row.day = draft.day
        row.start = draft.start
        row.end = draft.end
        row.room_id = draft.room_id
        row.second_room_id = draft.second_room_id
        row.interpreter_name = display_form(draft.interpreter_name)
        row.others_present = display_multiline(draft.others_present)
        row.case_record = display_multiline(draft.case_record)
        row.next_on = draft.next_on
        tx.session.flush()
        _set_attendance(tx, row, draft, people)
        if draft.tasks is not None:
            tasks.store(tx, row, draft.tasks, people, is_new=draft.id is None)
        tx.session.flush()
        return row, was_stopped

    def _appointment_of(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> UUID | None:
        """The appointment that a new session was booked as; each is recorded once."""
        if draft.appointment_id is None:
            return None
        appointment = tx.get(Appointment, draft.appointment_id)
        if appointment.case_id != case.id:
            raise NotFoundError("errors.not_found")
        if appointment.status not in _BOOKED:
            raise InvalidError("sessions.cancelled", "appointment_id")
        if tx.session.scalars(_RECORDED, {"of_appointment": appointment.id}).first() is not None:
            raise InvalidError("sessions.recorded_already", "appointment_id")
        return appointment.id

    def _settle_appointment(self, tx: Tx, row: Session, *, has_come: bool) -> None:
        if row.appointment_id is None:
            return
        appointment = tx.get(Appointment, row.appointment_id)
        if row.stop_reason:
            appointment.status = AppointmentStatus.SAFETY_STOPPED
        else:
            appointment.status = AppointmentStatus.HELD if has_come else AppointmentStatus.NO_SHOW_ALL
        tx.changed("appointment", appointment.id)

    def _is_present(self, tx: Tx, mark: str) -> bool:
        return bool(self._codes.get(tx.actor, "attendance", mark).does("is_present"))

    def _has_come(self, tx: Tx, draft: SessionDraft) -> bool:
        """Whether anybody came; a meeting without named people (a workshop) was held."""
        return not draft.attendance or any(self._is_present(tx, one.mark.value) for one in draft.attendance)

    def _sat_together(self, tx: Tx, kind: Code, draft: SessionDraft, people: Mapping[UUID, Side]) -> bool:
        """Whether it was a joint session with both sides, or any other of one room to which both sides came."""
        is_joint = bool(kind.does("is_joint"))
        if not is_joint and kind.does("needs_two_rooms"):
            return False
        there = [one for one in draft.attendance if is_joint or self._is_present(tx, one.mark.value)]
        return len({people[one.party_id] for one in there}) > 1

    def _was_against_gate(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> bool:
        if draft.appointment_id is not None:
            overridden = tx.session.scalars(_OVERRIDDEN, {"of_appointment": draft.appointment_id}).first()
            if overridden is not None:
                return False
        return not gate(tx, self._codes, case).is_open


def _fitted(kind: Code, draft: SessionDraft) -> SessionDraft:
    """Without what this type of session does not have."""
    has_two_rooms = bool(kind.does("needs_two_rooms"))
    return replace(
        draft,
        attendance=rules.tidy(draft.attendance, has_two_rooms=has_two_rooms),
        second_room_id=draft.second_room_id if has_two_rooms else None,
    )


def _stop_reason(draft: SessionDraft) -> str:
    """Never empty for a session that was broken off: one key says it, the words can come later."""
    if not draft.is_stopped:
        return ""
    return display_multiline(draft.stop_reason) or say("sessions.stopped_without_words")


def _break_off(tx: Tx, case: CaseFile, row: Session) -> None:
    """From now on nobody sits together until the people were asked again and the policy was set anew (R-7)."""
    tx.record("session.safety_stop", "session", row.id)
    if stricter(case.joint_policy, JointPolicy.SEPARATE_ONLY) is not case.joint_policy:
        case.joint_policy = JointPolicy.SEPARATE_ONLY
        case.joint_policy_reason = say("sessions.stopped_policy", day=format_date(row.day))


def _session_of(tx: Tx, case: CaseFile, session_id: UUID) -> Session:
    row = tx.get(Session, session_id)
    if row.case_id != case.id:
        raise NotFoundError("errors.not_found")
    return row


def _set_attendance(tx: Tx, row: Session, draft: SessionDraft, people: Collection[UUID]) -> None:
    """Who has no mark any more goes; who was taken out of the file since then was there all the same."""
    known: dict[UUID, Attendance] = {}
    if draft.id is not None:
        known = {one.party_id: one for one in tx.session.scalars(_ATTENDANCE, {"of_session": row.id})}
    for given in draft.attendance:
        one = known.pop(given.party_id, None)
        if one is None:
            one = Attendance(session_id=row.id, party_id=given.party_id)
            tx.add(one)
        one.mark = given.mark
        one.arrived = given.arrived
        one.left = given.left
    for gone in known.values():
        if gone.party_id in people:
            tx.session.delete(gone)
