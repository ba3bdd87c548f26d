"""The note of absence (D28): every invitation that counted and every hour missed, in neutral words (P-5, P-18)."""

from sqlalchemy import bindparam, select

from models.case import CaseParty
from models.enums import AttendanceMark
from models.unit import Staff
from models.work import Attendance, Session
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.done import told_attempts, was_prevented
from services.documents.gathering.gathered import Gathered
from services.documents.gathering.identity import identity_fields
from services.documents.gathering.parties import side_of
from services.documents.gathering.subject import Subject
from services.documents.papers.absence_note import AbsenceNoteContent, Attempt
from services.documents.papers.issue import Issue
from services.documents.shapes import PaperRequest
from services.errors import InvalidError
from services.people.naming import screen_name
from services.scheduling.tried import missed_at_the_door
from services.unit_of_work import Tx

DOCUMENT = "D28"
ORIGINALS = 2
"""One for the file, one for the referrer."""
_MISSED = (
    select(Attendance.mark, Session.day)
    .join(Session, Session.id == Attendance.session_id)
    .where(Attendance.party_id == bindparam("of_party"))
    .order_by(Session.day, Session.start)
)


def gather_absence(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """`InvalidError` "documents.no_attempt_yet" for somebody of whom no invitation and no missed hour is recorded."""
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    attempts = attempts_of(tx, codes, party)
    if not attempts:
        raise InvalidError("documents.no_attempt_yet")
    side = side_of(codes, party, person, request)
    counsellor = tx.session.get(Staff, case.responsible_id)
    content = AbsenceNoteContent(
        issue=issue,
        party=side.party,
        attempts=attempts,
        counsellor=counsellor.full_name if counsellor else tx.actor.name,
        post=(counsellor.title or codes.label("staff_role", counsellor.role)) if counsellor else "",
        no_joint=was_prevented(tx, codes, case),
    )
    name = screen_name(person, tx.today)
    return Gathered(content, tuple(identity_fields(codes, person)), DOCUMENT, name, originals=ORIGINALS)


def attempts_of(tx: Tx, codes: CodeReader, party: CaseParty) -> tuple[Attempt, ...]:
    """How the party was invited and what came of it, by day. Whether it was reached is all that is said."""
    found = [
        Attempt(
            local(one.at).date(),
            codes.label("invitation_channel", one.channel),
            _result(codes, one.result),
        )
        for one in told_attempts(tx, codes, party.case_id)
        if one.party_id == party.id
    ]
    way, missed = say("documents.absence.appointment"), say("documents.absence.did_not_come")
    for mark, day in (*tx.rows(_MISSED, {"of_party": party.id}), *missed_at_the_door(tx, party.id)):
        if _counts(codes, mark):
            found.append(Attempt(day, way, missed))
    return tuple(sorted(found, key=lambda one: one.day))


def _counts(codes: CodeReader, mark: AttendanceMark) -> bool:
    return bool(codes.does("attendance", mark.value, "counts_as_failed_attempt"))


def _result(codes: CodeReader, result: str) -> str:
    if not result:
        return ""
    is_reached = codes.does("invitation_result", result, "reached")
    return say("documents.absence.reached" if is_reached else "documents.absence.not_reached")
