"""Recording sessions (domain.md §2.6, P-27)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.person import Person
from models.unit import Room, Staff
from models.work import Appointment, Attendance, GateOverride, Session
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.cases.status import advance
from services.changes import Done
from services.clock import local
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.people.naming import full_name, person_initials
from services.persian.jalali import format_date
from services.persian.text import display_multiline
from services.safety.gate import gate
from services.sessions.shapes import AttendanceRow, SessionDraft, SessionRow
from services.unit_of_work import Tx, UnitOfWork

_BEFORE_WORK = (CaseStatus.RECEIVED, CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ON_HOLD)
RECORD_LIMIT = 100_000


class Sessions:
    """Sessions of one unit's cases."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def record(self, actor: Actor, draft: SessionDraft) -> Done[SessionRow]:
        """Store a session that was held, or correct the one that `draft.id` names.

        A session in a closed file is a late entry and does not reopen it (P-27). A joint session that was held
        although the gate was shut is stored as what happened, and its own audit entry says so (R-7).
        """
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            self._check(tx, case, draft)
            row = self._put(tx, case, draft)
            self._settle_appointment(tx, draft)
            if case.status in _BEFORE_WORK and not row.is_late_entry:
                advance(tx, case, CaseStatus.ACTIVE)
            tx.record("session.correct" if draft.id else "session.record", "session", row.id)
            if self._was_against_gate(tx, case, draft):
                tx.record("session.held_against_gate", "session", row.id)
            tx.changed("session", row.id)
            tx.changed("case", case.id)
            value = session_rows(tx, self._codes, [row])[0]
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[SessionRow, ...]:
        """The sessions of a case, latest first."""
        with self._uow.read(actor, Right.SESSION_READ) as tx:
            visible_case(tx, case_id)
            return rows_of_case(tx, self._codes, case_id)

    def _check(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> None:
        errors = []
        now = local(tx.now)
        if draft.day > tx.today or (draft.day == tx.today and draft.start > now.hour * 60 + now.minute):
            errors.append(InvalidError("sessions.not_yet", "day"))
        if draft.day < case.opened_on and not case.is_from_paper:
            errors.append(InvalidError("sessions.before_case", "day", opened=format_date(case.opened_on)))
        if not 0 <= draft.start < draft.end <= 24 * 60:
            errors.append(InvalidError("sessions.hours", "end"))
        if draft.next_on is not None and draft.next_on < draft.day:
            errors.append(InvalidError("errors.past_date", "next_on"))
        if len(draft.case_record) > RECORD_LIMIT:
            errors.append(InvalidError("errors.too_long", "case_record", limit=RECORD_LIMIT))
        if not draft.attendance and self._codes.get(tx.actor, "session_type", draft.type).does("who") in (
            "one_party",
            "both_sides",
        ):
            errors.append(InvalidError("sessions.who_came", "attendance"))
        refuse(errors)

    def _put(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> Session:
        if draft.id is None:
            row = Session(case_id=case.id, recorded_at=tx.now, staff_id=tx.actor.staff_id)
            row.is_late_entry = case.status is CaseStatus.CLOSED
            tx.add(row)
        else:
            row = tx.get(Session, draft.id)
            tx.expect(row, draft.version or 0)
        row.appointment_id = draft.appointment_id
        row.type = draft.type
        row.day = draft.day
        row.start = draft.start
        row.end = draft.end
        row.room_id = draft.room_id
        row.case_record = display_multiline(draft.case_record)
        row.next_on = draft.next_on
        tx.session.flush()
        self._set_attendance(tx, case, row, draft)
        return row

    def _set_attendance(self, tx: Tx, case: CaseFile, row: Session, draft: SessionDraft) -> None:
        known = {
            one.party_id: one for one in tx.session.scalars(select(Attendance).where(Attendance.session_id == row.id))
        }
        for given in draft.attendance:
            party = party_of(tx, case, given.party_id)
            one = known.pop(party.id, None)
            if one is None:
                one = Attendance(session_id=row.id, party_id=party.id)
                tx.add(one)
            one.mark = given.mark
            one.arrived = given.arrived
            one.left = given.left
        for gone in known.values():
            tx.session.delete(gone)
        tx.session.flush()

    def _settle_appointment(self, tx: Tx, draft: SessionDraft) -> None:
        if draft.appointment_id is None:
            return
        appointment = tx.get(Appointment, draft.appointment_id)
        if appointment.case_id != draft.case_id:
            raise InvalidError("sessions.other_case", "appointment_id")
        came = [
            self._codes.get(tx.actor, "attendance", one.mark.value).does("is_present") for one in draft.attendance
        ]
        none_came = bool(came) and not any(came)
        appointment.status = AppointmentStatus.NO_SHOW_ALL if none_came else AppointmentStatus.HELD
        tx.changed("appointment", appointment.id)

    def _was_against_gate(self, tx: Tx, case: CaseFile, draft: SessionDraft) -> bool:
        if not self._codes.get(tx.actor, "session_type", draft.type).does("is_joint"):
            return False
        if draft.appointment_id is not None:
            overridden = tx.session.scalars(
                select(GateOverride.id).where(GateOverride.appointment_id == draft.appointment_id).limit(1)
            ).first()
            if overridden is not None:
                return False
        return not gate(tx, self._codes, case).is_open


def rows_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[SessionRow, ...]:
    """The sessions of a case inside an open transaction, latest first."""
    found = tx.session.scalars(
        select(Session).where(Session.case_id == case_id).order_by(Session.day.desc(), Session.start.desc())
    ).all()
    return session_rows(tx, codes, found)


def session_rows(tx: Tx, codes: Codes, found: Sequence[Session]) -> tuple[SessionRow, ...]:
    """Rows for sessions with a fixed number of queries, however many there are."""
    attendance: dict[UUID, list[AttendanceRow]] = {}
    query = (
        select(Attendance, Person)
        .join(CaseParty, CaseParty.id == Attendance.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(Attendance.session_id.in_([row.id for row in found]))
        .order_by(CaseParty.position)
    )
    for one, person in tx.session.execute(query):
        code = codes.get(tx.actor, "attendance", one.mark.value)
        name = full_name(person) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
        attendance.setdefault(one.session_id, []).append(
            AttendanceRow(
                one.party_id,
                person.id,
                name,
                one.mark,
                code.label,
                bool(code.does("is_present")),
                one.arrived,
                one.left,
            )
        )
    rooms = {row.id: row.name for row in tx.session.scalars(select(Room).where(Room.unit_id == tx.actor.unit_id))}
    staff = {
        row.id: row.full_name for row in tx.session.scalars(select(Staff).where(Staff.unit_id == tx.actor.unit_id))
    }
    may_read = tx.actor.may(Right.SESSION_READ)
    return tuple(
        SessionRow(
            row.id,
            row.version,
            row.case_id,
            row.appointment_id,
            row.type,
            codes.label(tx.actor, "session_type", row.type),
            row.day,
            row.start,
            row.end,
            rooms.get(row.room_id, "") if row.room_id else "",
            staff.get(row.staff_id, ""),
            row.case_record if may_read else "",
            row.next_on,
            row.is_late_entry,
            row.recorded_at,
            tuple(attendance.get(row.id, ())),
        )
        for row in found
    )
