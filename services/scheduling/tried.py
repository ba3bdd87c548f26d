"""How often a party was tried in vain: invitations that count, and hours that were missed (domain.md §2.3 step 3)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from models.enums import AttendanceMark
from models.handover import DoorMark
from models.work import Appointment, Attendance, InvitationAttempt, Session
from services.codes import Codes
from services.unit_of_work import Tx

_CODES: Any = bindparam("codes", expanding=True)
_UNRECORDED = ~exists().where(Session.appointment_id == DoorMark.appointment_id)
_TRIES = (
    select(InvitationAttempt.party_id, func.count())
    .where(InvitationAttempt.case_id == bindparam("of_case"), InvitationAttempt.result.in_(_CODES))
    .group_by(InvitationAttempt.party_id)
)
_MISSED = (
    select(Attendance.party_id, func.count())
    .join(Session, Session.id == Attendance.session_id)
    .where(Session.case_id == bindparam("of_case"), Attendance.mark.in_(_CODES))
    .group_by(Attendance.party_id)
)
_AT_THE_DOOR = (
    select(DoorMark.party_id, func.count())
    .join(Appointment, Appointment.id == DoorMark.appointment_id)
    .where(Appointment.case_id == bindparam("of_case"), DoorMark.mark.in_(_CODES), _UNRECORDED)
    .group_by(DoorMark.party_id)
)
_DAYS = (
    select(DoorMark.mark, Appointment.day)
    .join(Appointment, Appointment.id == DoorMark.appointment_id)
    .where(DoorMark.party_id == bindparam("of_party"), _UNRECORDED)
    .order_by(Appointment.day, Appointment.start)
)


def tries_of(tx: Tx, codes: Codes, case_id: UUID) -> dict[UUID, int]:
    """The tries of each party of a case that count towards the set number (the setting `invitation_attempts`).

    A missed hour counts like a try, whether it was recorded as a session or only seen at the door; a call that was
    not safe does not (P-18).
    """
    results = _codes(tx, codes, "invitation_result", "counts_as_attempt")
    marks = [AttendanceMark(code) for code in _codes(tx, codes, "attendance", "counts_as_failed_attempt")]
    counted: dict[UUID, int] = {}
    for query, wanted in ((_TRIES, results), (_MISSED, marks), (_AT_THE_DOOR, marks)):
        for party_id, count in tx.session.execute(query, {"of_case": case_id, "codes": wanted}):
            counted[party_id] = counted.get(party_id, 0) + count
    return counted


def missed_at_the_door(tx: Tx, party_id: UUID) -> list[tuple[AttendanceMark, date]]:
    """The marks of a party for hours of which no session was recorded, by day."""
    return [(mark, day) for mark, day in tx.rows(_DAYS, {"of_party": party_id})]


def _codes(tx: Tx, codes: Codes, name: str, behaviour: str) -> list[str]:
    return [code.code for code in codes.all(tx.actor, name, with_inactive=True) if code.does(behaviour)]
