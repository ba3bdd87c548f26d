"""The invitation (D04) to an appointment; its subject is neutral and nobody else of the file is named (P-1, R-11)."""

from datetime import time

from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.identity import identity_of
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.invitation_letter import InvitationLetterContent, Salutation
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import place_of
from services.people.naming import full_name
from services.safety.adults import open_flags
from services.unit_of_work import Tx, unit_row

_SALUTATIONS = {"male": Salutation.MR, "female": Salutation.MRS}
DOCUMENT = "D04"


def gather_invitation(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    person, appointment = subject.person, subject.appointment
    assert person is not None and appointment is not None  # noqa: PT018 - one subject
    signer, signer_fields = signing(tx, codes, request)
    missing = [] if person.given_name or person.family_name else [asked("name", required=True)]
    is_flagged = bool(open_flags(tx, [subject.case.id]))
    missing += [channel_field(codes, is_flagged=is_flagged), asked("delivered_by"), *signer_fields]
    content = InvitationLetterContent(
        issue=issue,
        invitee=identity_of(person, request).full_name,
        day=appointment.day,
        hour=time(*divmod(appointment.start, 60)),
        place=place_of(tx, appointment.room_id),
        signer=signer,
        salutation=_SALUTATIONS.get(person.sex, Salutation.NONE),
        phone=unit_row(tx).phone,
    )
    return Gathered(content, tuple(missing), DOCUMENT, request.value("name") or full_name(person))


def channel_field(codes: CodeReader, *, is_flagged: bool) -> MissingField:
    """How the letter goes. Where a flag stands, a way that leaves a trace is not proposed: somebody decides."""
    ways = [way for way in codes.codes.all(codes.actor, "invitation_channel") if way.does("document") == DOCUMENT]
    proposed = next((way.code for way in ways if not (is_flagged and way.does("leaves_trace"))), "")
    choices = [(way.code, way.label) for way in ways]
    return asked("channel", FieldKind.ANSWER, required=True, choices=choices, proposal=proposed)
