"""The attendance certificate (D05) from a session's attendance: who, on which day, from which hour to which."""

from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.attendance_certificate import AttendanceCertificateContent
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, PaperRequest
from services.people.naming import screen_name
from services.persian.digits import to_persian_text
from services.scheduling.clock_words import hour_of
from services.unit_of_work import Tx

NEUTRAL, PLAIN = "neutral", "plain"


def gather_certificate(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The form is asked of the client (R-12); until it is chosen the paper is neutral, which hurts nobody."""
    person, session, attendance = subject.person, subject.session, subject.attendance
    assert person is not None and session is not None and attendance is not None  # noqa: PT018 - one subject
    signer, signer_fields = signing(tx, codes, request)
    start = session.start if attendance.arrived is None else attendance.arrived
    end = session.end if attendance.left is None else attendance.left
    forms = [(form, say(f"documents.form.{form}")) for form in (NEUTRAL, PLAIN)]
    missing = [
        asked("form", FieldKind.ANSWER, required=True, choices=forms),
        asked("addressee", required=True),
        *identity_fields(codes, person),
        *signer_fields,
    ]
    content = AttendanceCertificateContent(
        issue=issue,
        client=identity_of(person, request),
        day=session.day,
        from_hour=hour_of(start),
        to_hour=hour_of(end),
        addressee=dots(to_persian_text(request.value("addressee"))),
        signer=signer,
        is_neutral=request.value("form") != PLAIN,
    )
    return Gathered(content, tuple(missing), "D05", screen_name(person, tx.today))
