"""The certificate of a finished course (D06): the client's own meetings, counted; nothing of what was said there."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from models.case import CaseParty
from models.enums import AppointmentStatus
from models.work import Appointment, AppointmentParty, Attendance, Session
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.certificate import NEUTRAL, PLAIN
from services.documents.gathering.done import WITH_PARTIES
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.completion_certificate import CompletionCertificateContent
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, PaperRequest
from services.errors import InvalidError
from services.people.naming import screen_name
from services.persian.digits import to_persian_text
from services.staff.naming import staff_names
from services.unit_of_work import Tx

DOCUMENT = "D06"
_MARKS = (
    select(Session.type, Session.day, Attendance.mark)
    .join(Attendance, Attendance.session_id == Session.id)
    .where(Attendance.party_id == bindparam("of_party"))
    .order_by(Session.day, Session.start)
)
_MISSED = (
    select(Appointment.type)
    .join(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
    .where(
        AppointmentParty.party_id == bindparam("of_party"),
        Appointment.status == AppointmentStatus.NO_SHOW_ALL,
        ~select(Session.id).where(Session.appointment_id == Appointment.id).exists(),
    )
)


@dataclass(frozen=True, slots=True)
class Course:
    """The meetings of one party: how many were set, and the days on which it was there."""

    planned: int
    days: tuple[date, ...]


def gather_completion(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The form is asked of the client (R-12); until it is chosen the paper is neutral, which hurts nobody."""
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    course = course_of(tx, codes, party)
    if not course.days:
        raise InvalidError("documents.attendance_first")
    signer, signer_fields = signing(tx, codes, request)
    forms = [(form, say(f"documents.form.{form}")) for form in (NEUTRAL, PLAIN)]
    proposal = say("documents.proposal.service")
    missing = [
        asked("form", FieldKind.ANSWER, required=True, choices=forms),
        asked("addressee", required=True),
        asked("service", required=True, proposal=proposal),
        *identity_fields(codes, person),
        *signer_fields,
    ]
    content = CompletionCertificateContent(
        issue=issue,
        client=identity_of(person, request),
        planned=course.planned,
        attended=len(course.days),
        first_day=course.days[0],
        last_day=course.days[-1],
        service=request.value("service") or proposal,
        addressee=dots(to_persian_text(request.value("addressee"))),
        counsellor=staff_names(tx).get(case.responsible_id, "") or tx.actor.name,
        signer=signer,
        is_neutral=request.value("form") != PLAIN,
    )
    return Gathered(content, tuple(missing), DOCUMENT, screen_name(person, tx.today))


def course_of(tx: Tx, codes: CodeReader, party: CaseParty) -> Course:
    """Meetings with the party that were held, and appointments to which nobody came."""
    planned, days = 0, []
    for kind, day, mark in tx.rows(_MARKS, {"of_party": party.id}):
        if codes.does("session_type", kind, "who") in WITH_PARTIES:
            planned += 1
            if codes.does("attendance", mark.value, "is_present"):
                days.append(day)
    for kind in tx.session.scalars(_MISSED, {"of_party": party.id}):
        planned += codes.does("session_type", kind, "who") in WITH_PARTIES
    return Course(planned, tuple(days))
