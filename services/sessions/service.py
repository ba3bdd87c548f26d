"""Recording sessions (domain.md §2.6, P-27)."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.unit import Room
from models.work import Appointment, Attendance, GateOverride, Session
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.cases.status import advance
from services.changes import Done
from services.clock import local
from services.codes import Code, Codes
from services.errors import InvalidError, NotFoundError, refuse
from services.persian.jalali import format_date
from services.persian.text import display_multiline
from services.safety.gate import gate
from services.sessions import rules
from services.sessions.reading import session_rows, sessions_of_case
from services.sessions.shapes import SessionDraft, SessionRow
from services.unit_of_work import Tx, UnitOfWork

_BEFORE_WORK = (CaseStatus.RECEIVED, CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ON_HOLD)
_BOOKED = (AppointmentStatus.SCHEDULED, AppointmentStatus.HELD, AppointmentStatus.NO_SHOW_ALL)


class Sessions:
    """Sessions of one unit's cases."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def record(self, actor: Actor, draft: SessionDraft) -> Done[SessionRow]:
        """Store a session that was held, or correct the one that `draft.id` names.

        A session in a closed file is a late entry and does not reopen it (P-27). A joint session that was held
        although the gate was shut is stored as what happened, and its own audit entry says so (R-7). An hour to which
        nobody came is stored with its marks and moves nothing. Errors of a person name `attendance.<place>.arrived`.
        """
        draft = replace(draft, attendance=rules.tidy(draft.attendance))
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            kind = self._check(tx, case, draft)
            row = self._put(tx, case, draft)
            has_come = self._has_come(tx, draft)
            self._settle_appointment(tx, row, has_come=has_come)
            if case.status in _BEFORE_WORK and has_come:
                advance(tx, case, CaseStatus.ACTIVE)
            tx.record("session.correct" if draft.id else "session.record", "session", row.id)
            if has_come and kind.does("is_joint") and self._was_against_gate(tx, case, draft):
                tx.record("session.held_against_gate", "session", row.id)
            tx.changed("session", row.id)
            tx.changed("case", case.id)
            value = session_rows(tx, self._codes, [row])[0]
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[SessionRow, ...]:
        """The sessions of a case, latest first."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            visible_case(tx, case_id)
            return sessions_of_case(tx, self._codes, case_id)

    def _check(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> Code:
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        if not self._codes.of(tx.actor).knows("session_type", draft.type):
            raise InvalidError("errors.required", "type")
        kind = self._codes.get(tx.actor, "session_type", draft.type)
        who = str(kind.does("who"))
        errors = self._day_errors(tx, case, draft)
        errors += rules.hour_errors(draft)
        errors += rules.people_errors(draft, who=who)
        parties = [(party_of(tx, case, one.party_id), one) for one in draft.attendance]
        present = [party.side for party, one in parties if self._is_present(tx, one.mark.value)]
        errors += rules.side_errors(present, who=who, is_joint=bool(kind.does("is_joint")))
        if draft.next_on is not None and draft.next_on < draft.day:
            errors.append(InvalidError("sessions.next_before", "next_on"))
        if len(draft.case_record) > rules.RECORD_LIMIT:
            errors.append(InvalidError("errors.too_long", "case_record", limit=rules.RECORD_LIMIT))
        refuse(errors)
        if draft.room_id is not None:
            tx.get(Room, draft.room_id)
        return kind

    def _day_errors(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> list[InvalidError]:
        now = local(tx.now)
        if draft.day > tx.today:
            return [InvalidError("sessions.not_yet", "day")]
        if draft.day == tx.today and draft.start > now.hour * 60 + now.minute:
            return [InvalidError("sessions.not_yet", "start")]
        if draft.day < case.opened_on and not case.is_from_paper:
            return [InvalidError("sessions.before_case", "day", opened=format_date(case.opened_on))]
        return []

    def _put(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> Session:
        if draft.id is None:
            row = Session(case_id=case.id, recorded_at=tx.now, staff_id=tx.actor.staff_id)
            row.is_late_entry = case.status is CaseStatus.CLOSED
            row.appointment_id = self._appointment_of(tx, case, draft)
            tx.add(row)
        else:
            row = tx.get(Session, draft.id)
            if row.case_id != case.id:
                raise NotFoundError("errors.not_found")
            tx.expect(row, draft.version or 0)
        row.type = draft.type
        row.day = draft.day
        row.start = draft.start
        row.end = draft.end
        row.room_id = draft.room_id
        row.case_record = display_multiline(draft.case_record)
        row.next_on = draft.next_on
        tx.session.flush()
        self._set_attendance(tx, row, draft)
        return row

    def _set_attendance(self, tx: Tx, row: Session, draft: SessionDraft) -> None:
        known = {
            one.party_id: one for one in tx.session.scalars(select(Attendance).where(Attendance.session_id == row.id))
        }
        for given in draft.attendance:
            one = known.pop(given.party_id, None)
            if one is None:
                one = Attendance(session_id=row.id, party_id=given.party_id)
                tx.add(one)
            one.mark = given.mark
            one.arrived = given.arrived
            one.left = given.left
        for gone in known.values():
            tx.session.delete(gone)
        tx.session.flush()

    def _appointment_of(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> UUID | None:
        """The appointment that a new session was booked as; each is recorded once."""
        if draft.appointment_id is None:
            return None
        appointment = tx.get(Appointment, draft.appointment_id)
        if appointment.case_id != case.id:
            raise NotFoundError("errors.not_found")
        if appointment.status not in _BOOKED:
            raise InvalidError("sessions.cancelled", "appointment_id")
        taken = tx.session.scalars(select(Session.id).where(Session.appointment_id == appointment.id).limit(1))
        if taken.first() is not None:
            raise InvalidError("sessions.recorded_already", "appointment_id")
        return appointment.id

    def _settle_appointment(self, tx: Tx, row: Session, *, has_come: bool) -> None:
        if row.appointment_id is None:
            return
        appointment = tx.get(Appointment, row.appointment_id)
        appointment.status = AppointmentStatus.HELD if has_come else AppointmentStatus.NO_SHOW_ALL
        tx.changed("appointment", appointment.id)

    def _is_present(self, tx: Tx, mark: str) -> bool:
        return bool(self._codes.get(tx.actor, "attendance", mark).does("is_present"))

    def _has_come(self, tx: Tx, draft: SessionDraft) -> bool:
        """Whether anybody came; a meeting without named people (a workshop) was held."""
        return not draft.attendance or any(self._is_present(tx, one.mark.value) for one in draft.attendance)

    def _was_against_gate(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> bool:
        sides = set(
            tx.session.scalars(
                select(CaseParty.side).where(CaseParty.id.in_([one.party_id for one in draft.attendance]))
            )
        )
        if len(sides) < 2:
            return False
        if draft.appointment_id is not None:
            overridden = tx.session.scalars(
                select(GateOverride.id).where(GateOverride.appointment_id == draft.appointment_id).limit(1)
            ).first()
            if overridden is not None:
                return False
        return not gate(tx, self._codes, case).is_open
