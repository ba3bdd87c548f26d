"""Sessions as rows, inside an open transaction."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from models.case import CaseParty
from models.enums import AttendanceMark
from models.note import SessionTask
from models.person import Person
from models.work import Attendance, Session
from services.actor import Right
from services.cases.holdings import holds
from services.catalogue import say
from services.codes import Codes
from services.people.naming import Named, person_initials, screen_name
from services.scheduling.rows import room_names
from services.sessions.shapes import AttendanceRow, HeldDays, SessionRow, TaskRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_IDS: Any = bindparam("ids", expanding=True)
_OF_CASE = (
    select(Session)
    .where(Session.case_id == bindparam("of_case"))
    .order_by(Session.day.desc(), Session.start.desc(), Session.id.desc())
)
_NAMED = (Person.given_name, Person.family_name, Person.birth_on)
_ATTENDANCE = (
    select(
        Attendance.session_id,
        Attendance.party_id,
        Attendance.mark,
        Attendance.arrived,
        Attendance.left,
        CaseParty.person_id,
        *_NAMED,
    )
    .join(CaseParty, CaseParty.id == Attendance.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(Attendance.session_id.in_(_IDS))
    .order_by(CaseParty.position, CaseParty.id)
)


_WITH_NAMES = (
    select(
        SessionTask.id,
        SessionTask.version,
        SessionTask.session_id,
        SessionTask.case_id,
        SessionTask.party_id,
        SessionTask.text,
        SessionTask.due_on,
        SessionTask.done_on,
        *_NAMED,
    )
    .outerjoin(CaseParty, CaseParty.id == SessionTask.party_id)
    .outerjoin(Person, Person.id == CaseParty.person_id)
)
_TASKS = _WITH_NAMES.where(SessionTask.session_id.in_(_IDS)).order_by(SessionTask.position, SessionTask.id)
_OPEN_TASKS = (
    _WITH_NAMES.where(SessionTask.case_id == bindparam("of_case"), SessionTask.done_on.is_(None))
    .order_by(SessionTask.due_on.is_(None), SessionTask.due_on, SessionTask.id)
    .limit(bindparam("many"))
)
_TASK = _WITH_NAMES.where(SessionTask.id == bindparam("of_task"))


_LATEST = _OF_CASE.limit(bindparam("many"))
_SOMEBODY_CAME = exists().where(
    Attendance.session_id == Session.id, Attendance.mark.in_(bindparam("present", expanding=True))
)
_HELD = (
    select(Session.day, func.count().over(), func.min(Session.day).over())
    .where(Session.case_id == bindparam("of_case"), _SOMEBODY_CAME)
    .order_by(Session.day.desc(), Session.start.desc(), Session.id.desc())
    .limit(bindparam("many"))
)


def sessions_of_case(tx: Tx, codes: Codes, case_id: UUID, many: int | None = None) -> tuple[SessionRow, ...]:
    """The sessions of a case, latest first; the latest `many` of them alone where that is given."""
    if not holds(tx, case_id, Session):
        return ()
    if many is None:
        return session_rows(tx, codes, tx.session.scalars(_OF_CASE, {"of_case": case_id}).all())
    return session_rows(tx, codes, tx.session.scalars(_LATEST, {"of_case": case_id, "many": many}).all())


def held_days(tx: Tx, codes: Codes, case_id: UUID, many: int) -> HeldDays:
    """The sessions to which somebody came, the latest `many` of them by day."""
    if not holds(tx, case_id, Session):
        return HeldDays()
    marks = codes.all(tx.actor, "attendance", with_inactive=True)
    present = [AttendanceMark(mark.code) for mark in marks if mark.does("is_present")]
    rows = tx.rows(_HELD, {"of_case": case_id, "present": present, "many": many})
    if not rows:
        return HeldDays()
    _, count, first = rows[0]
    return HeldDays(count, first, tuple(day for day, _, _ in reversed(rows)))


def session_rows(tx: Tx, codes: Codes, found: Sequence[Session]) -> tuple[SessionRow, ...]:
    """Rows for sessions with a fixed number of queries, however many there are."""
    if not found:
        return ()
    ids = [row.id for row in found]
    attendance = _attendance(tx, codes, ids)
    tasks: dict[UUID, list[TaskRow]] = {}
    if any(holds(tx, case_id, SessionTask) for case_id in {row.case_id for row in found}):
        for task in _task_rows(tx, _TASKS, {"ids": ids}):
            tasks.setdefault(task.session_id, []).append(task)
    rooms = room_names(tx)
    staff = staff_names(tx)
    may_read = tx.actor.may(Right.SESSION_READ)
    knows_why = tx.actor.may(Right.SAFETY_READ)
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
            _rooms_of(row, rooms),
            staff.get(row.staff_id, ""),
            row.case_record if may_read else "",
            row.next_on,
            row.is_late_entry,
            row.recorded_at,
            tuple(attendance.get(row.id, ())),
            tuple(tasks.get(row.id, ())) if may_read else (),
            row.second_room_id,
            row.interpreter_name,
            row.others_present if may_read else "",
            bool(row.stop_reason) and knows_why,
            row.stop_reason if knows_why else "",
        )
        for row in found
    )


def open_tasks(tx: Tx, case_id: UUID, many: int = 200) -> tuple[TaskRow, ...]:
    """What somebody still has to do in a case, the earliest day first, at most `many`."""
    if not holds(tx, case_id, SessionTask):
        return ()
    return _task_rows(tx, _OPEN_TASKS, {"of_case": case_id, "many": many})


def task_row(tx: Tx, task_id: UUID) -> TaskRow:
    return _task_rows(tx, _TASK, {"of_task": task_id})[0]


def _task_rows(tx: Tx, query: Any, values: dict[str, Any]) -> tuple[TaskRow, ...]:
    today = tx.today
    return tuple(
        TaskRow(
            one.id,
            one.version,
            one.session_id,
            one.case_id,
            one.party_id,
            _name(tx, one) if one.party_id is not None else "",
            one.text,
            one.due_on,
            one.done_on,
            one.done_on is None and one.due_on is not None and one.due_on < today,
        )
        for one in tx.rows(query, values)
    )


def _rooms_of(row: Session, rooms: Mapping[UUID, str]) -> str:
    """Both rooms where each side had one of its own."""
    names = [rooms.get(room_id, "") for room_id in (row.room_id, row.second_room_id) if room_id]
    return say("scheduling.both_rooms", first=names[0], second=names[1]) if len(names) > 1 else "".join(names)


def _name(tx: Tx, person: Named) -> str:
    return screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)


def _attendance(tx: Tx, codes: Codes, ids: Sequence[UUID]) -> dict[UUID, list[AttendanceRow]]:
    found: dict[UUID, list[AttendanceRow]] = {}
    for one in tx.rows(_ATTENDANCE, {"ids": ids}):
        code = codes.get(tx.actor, "attendance", one.mark.value)
        found.setdefault(one.session_id, []).append(
            AttendanceRow(
                one.party_id,
                one.person_id,
                _name(tx, one),
                one.mark,
                code.label,
                bool(code.does("is_present")),
                one.arrived,
                one.left,
            )
        )
    return found
