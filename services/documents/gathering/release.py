"""The consent to give information (D03): an answer for each body, kept as consents when it is issued."""

from models.enums import ConsentDecision
from models.person import Person
from services.catalogue import say
from services.codes import Code, CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.guardians import guardian_fields, guardian_on, with_guardian
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Identity, Issue
from services.documents.papers.release_consent import ReleaseBody, ReleaseConsentContent
from services.documents.shapes import FieldChoice, FieldKind, MissingField, PaperRequest
from services.people.naming import is_minor
from services.safety.shapes import ConsentDraft
from services.unit_of_work import Tx

ORIGINALS = 2
"""One for the file, one for the client."""
_YES, _NO = "yes", "no"


def gather_release(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    person = subject.person
    assert person is not None
    bodies = release_bodies(codes)
    missing = [
        asked("was_read", FieldKind.YES, required=True),
        *(_question(body) for body in bodies),
        asked("information", FieldKind.LINES, required=True, proposal=say("documents.proposal.information")),
        asked("purpose", required=True, proposal=say("documents.proposal.purpose")),
        asked("validity", required=True, proposal=say("documents.proposal.validity")),
        *_helpers(tx, codes, person, request),
        *identity_fields(codes, person),
    ]
    content = ReleaseConsentContent(
        issue=issue,
        client=identity_of(person, request),
        bodies=tuple(ReleaseBody(body.label, _answer(body, request)) for body in bodies),
        information=dots(request.value("information")),
        purpose=dots(request.value("purpose")),
        validity=dots(request.value("validity")),
        counsellor=tx.actor.name,
        can_read=person.can_read is not False,
        guardian=guardian_on(codes, request) if is_minor(person, tx.today) else None,
        witnesses=tuple(Identity(name) for name in _witnesses(request)),
    )
    return Gathered(content, tuple(missing), originals=ORIGINALS)


def release_bodies(codes: CodeReader) -> list[Code]:
    """The bodies that the sheet asks about, in the unit's words."""
    return [body for body in codes.codes.all(codes.actor, "referral_target") if body.does("on_release")]


def decisions(codes: CodeReader, subject: Subject, request: PaperRequest) -> list[ConsentDraft]:
    """What the answers of the sheet mean for the person's consents, one for each body."""
    assert subject.person is not None
    kind = codes.first("consent_kind", "opens", "release")
    drafts = [
        ConsentDraft(
            subject.case.id,
            subject.person.id,
            kind,
            ConsentDecision.GIVEN if _answer(body, request) else ConsentDecision.REFUSED,
            was_read_aloud=bool(request.value("was_read")),
            witnesses=_witnesses(request),
            body=body.code,
        )
        for body in release_bodies(codes)
    ]
    return [with_guardian(one, request) for one in drafts]


def _question(body: Code) -> MissingField:
    choices = (FieldChoice(_YES, say("documents.yes")), FieldChoice(_NO, say("documents.no")))
    label = say("documents.release.ask", name=body.label)
    return MissingField(f"to_{body.code}", label, FieldKind.ANSWER, True, choices=choices)


def _answer(body: Code, request: PaperRequest) -> bool | None:
    return {_YES: True, _NO: False}.get(request.value(f"to_{body.code}"))


def _helpers(tx: Tx, codes: CodeReader, person: Person, request: PaperRequest) -> list[MissingField]:
    found: list[MissingField] = []
    if is_minor(person, tx.today):
        found += guardian_fields(codes, request, may_be_order=False)
    if person.can_read is False:
        found += [asked("witness_1", required=True), asked("witness_2", required=True)]
    return found


def _witnesses(request: PaperRequest) -> tuple[str, ...]:
    return tuple(name for name in (request.value("witness_1"), request.value("witness_2")) if name)
