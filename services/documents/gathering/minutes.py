"""The minutes of a session (D07): attendance and tasks from the file, topics as typed; never a note (R-14)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.work import Attendance, Session
from services.cases.access import people_of
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.deeds import lines_of
from services.documents.gathering.gathered import Asked, Gathered, asked
from services.documents.gathering.parties import Side, fields_of, side_of
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.session_minutes import Participant, SessionMinutesContent
from services.documents.shapes import FieldKind, PaperRequest
from services.persian.jalali import format_date
from services.scheduling.clock_words import hour_of
from services.sessions.reading import session_rows
from services.sessions.shapes import TaskRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_MARKS = select(Attendance.party_id, Attendance.mark).where(Attendance.session_id == bindparam("of_session"))


def gather_minutes(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    session = subject.session
    assert session is not None
    marks = {party_id: mark.value for party_id, mark in tx.rows(_MARKS, {"of_session": session.id})}
    sides = [
        side_of(codes, row, person, request, f"_{place}")
        for place, (row, person) in enumerate(people_of(tx, subject.case.id), start=1)
        if row.id in marks and (subject.party is None or row.id == subject.party.id)
    ]
    proposed = "\n".join(_tasks(tx, codes, session, {side.row.id for side in sides}))
    missing = [
        asked("topics", FieldKind.LINES, required=True),
        asked("tasks", FieldKind.LINES, proposal=proposed),
        *fields_of(codes, sides),
    ]
    content = SessionMinutesContent(
        issue=issue,
        kind=codes.label("session_type", session.type),
        day=session.day,
        from_hour=hour_of(session.start),
        to_hour=hour_of(session.end),
        participants=tuple(_participant(codes, side, marks[side.row.id]) for side in sides),
        topics=lines_of(request.value("topics")),
        tasks=lines_of(request.value("tasks")),
        next_on=session.next_on,
        counsellor=staff_names(tx).get(session.staff_id, "") or tx.actor.name,
        interpreter=session.interpreter_name,
    )
    return Gathered(content, tuple(missing), people=tuple(Asked(side.person, side.place) for side in sides))


def _participant(codes: CodeReader, side: Side, mark: str) -> Participant:
    """Whether the party was there is all that is said: why it was not is nobody's business on a paper (P-5)."""
    is_present = bool(codes.does("attendance", mark, "is_present"))
    words = say("documents.minutes.present" if is_present else "documents.minutes.absent")
    return Participant(side.party, words, is_present)


def _tasks(tx: Tx, codes: CodeReader, session: Session, shown: set[UUID]) -> list[str]:
    """The session's tasks of those who stand on the sheet, and the unit's own."""
    [row] = session_rows(tx, codes.codes, [session])
    return [_task(one) for one in row.tasks if one.party_id is None or one.party_id in shown]


def _task(one: TaskRow) -> str:
    who = one.name or say("documents.minutes.unit")
    words = say("documents.minutes.task", name=who, words=one.text.rstrip(". "))
    return say("documents.minutes.until", words=words, day=format_date(one.due_on)) if one.due_on else words
