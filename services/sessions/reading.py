"""Sessions as rows, inside an open transaction."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseParty
from models.person import Person
from models.work import Attendance, Session
from services.actor import Right
from services.codes import Codes
from services.people.naming import person_initials, screen_name
from services.scheduling.rows import room_names
from services.sessions.shapes import AttendanceRow, SessionRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_IDS: Any = bindparam("ids", expanding=True)
_OF_CASE = (
    select(Session)
    .where(Session.case_id == bindparam("of_case"))
    .order_by(Session.day.desc(), Session.start.desc(), Session.id.desc())
)
_ATTENDANCE = (
    select(Attendance, Person)
    .join(CaseParty, CaseParty.id == Attendance.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(Attendance.session_id.in_(_IDS))
    .order_by(CaseParty.position, CaseParty.id)
)


def sessions_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[SessionRow, ...]:
    """The sessions of a case, latest first."""
    return session_rows(tx, codes, tx.session.scalars(_OF_CASE, {"of_case": case_id}).all())


def session_rows(tx: Tx, codes: Codes, found: Sequence[Session]) -> tuple[SessionRow, ...]:
    """Rows for sessions with a fixed number of queries, however many there are."""
    if not found:
        return ()
    attendance = _attendance(tx, codes, [row.id for row in found])
    rooms = room_names(tx)
    staff = staff_names(tx)
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
            row.room_id,
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


def _attendance(tx: Tx, codes: Codes, ids: Sequence[UUID]) -> dict[UUID, list[AttendanceRow]]:
    found: dict[UUID, list[AttendanceRow]] = {}
    rows = tx.session.execute(_ATTENDANCE, {"ids": ids})
    for one, person in rows:
        code = codes.get(tx.actor, "attendance", one.mark.value)
        name = screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
        found.setdefault(one.session_id, []).append(
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
    return found
