"""The informed consent (D02): what the consent page recorded, and what is asked where it recorded nothing yet."""

from uuid import UUID

from models.enums import ConsentDecision
from models.person import Person
from models.safety import Consent
from models.unit import Staff
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.guardians import guardian_fields, guardian_on
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.subject import Subject
from services.documents.papers.informed_consent import InformedConsentContent, Interpreter
from services.documents.papers.issue import Identity, Issue
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.people.naming import is_minor
from services.safety.adults import consent_to, latest_consents
from services.unit_of_work import Tx

GIVEN, LATER = "given", "later"
ORIGINALS = 2
"""One for the file, one for the client (domain.md §3.3)."""


def gather_consent(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """Recorded guardian, witnesses, interpreter and answers stand on the paper; who took the consent signs it."""
    person = subject.person
    assert person is not None
    held = recorded_consent(tx, codes, subject.case.id, person)
    consents = latest_consents(tx, subject.case.id)
    phone = consent_to(tx, codes.codes, "phone", person.id, consents)
    taker = tx.session.get(Staff, held.staff_id) if held else None
    content = InformedConsentContent(
        issue=issue,
        client=identity_of(person, request),
        counsellor=taker.full_name if taker else tx.actor.name,
        can_read=person.can_read is not False,
        guardian=guardian_on(codes, request, held) if is_minor(person, tx.today) else None,
        interpreter=_interpreter(codes, person, held, request),
        witnesses=_witnesses(held, request),
        phone_contact=None if phone is None else phone.decision is ConsentDecision.GIVEN,
    )
    missing = [] if held else _decision_fields(person)
    missing += [*_helper_fields(tx, codes, person, held, request), *identity_fields(codes, person)]
    return Gathered(content, tuple(missing), originals=ORIGINALS)


def recorded_consent(tx: Tx, codes: CodeReader, case_id: UUID, person: Person) -> Consent | None:
    """The person's consent to counselling in the case, if it holds."""
    consent = consent_to(tx, codes.codes, "clinical", person.id, latest_consents(tx, case_id))
    return consent if consent is not None and consent.decision is ConsentDecision.GIVEN else None


def _helper_fields(
    tx: Tx, codes: CodeReader, person: Person, held: Consent | None, request: PaperRequest
) -> list[MissingField]:
    found: list[MissingField] = []
    if is_minor(person, tx.today):
        found += guardian_fields(codes, request, held, may_be_order=True)
        found += [asked("guardian_father"), asked("guardian_code", FieldKind.NATIONAL_CODE)]
    if person.needs_interpreter and (held is None or not held.interpreter_name):
        languages = [(code.code, code.label) for code in codes.codes.all(codes.actor, "language")]
        found.append(asked("interpreter_name", required=True))
        proposal = person.language if person.language in dict(languages) else ""
        found.append(
            asked("interpreter_language", FieldKind.CHOICE, required=True, choices=languages, proposal=proposal)
        )
    if person.can_read is False and (held is None or not held.witnesses):
        # blank lines are signed by hand; a decision that is stored with the paper needs the names (P-32)
        needed = request.value("decision") == GIVEN
        found += [asked("witness_1", required=needed), asked("witness_2", required=needed)]
    return found


def _decision_fields(person: Person) -> list[MissingField]:
    """The paper says that it was read; so nothing is issued before it was (P-32)."""
    decisions = [(decision, say(f"documents.decision.{decision}")) for decision in (GIVEN, LATER)]
    found = [asked("was_read", FieldKind.YES, required=True)]
    if person.needs_interpreter:
        found.append(asked("interpreter_pledged", FieldKind.YES, required=True))
    return [*found, asked("decision", FieldKind.ANSWER, required=True, choices=decisions)]


def _interpreter(
    codes: CodeReader, person: Person, held: Consent | None, request: PaperRequest
) -> Interpreter | None:
    if held and held.interpreter_name:
        return Interpreter(held.interpreter_name, codes.label("language", held.interpreter_language))
    if not person.needs_interpreter:
        return None
    language = codes.label("language", request.value("interpreter_language"))
    return Interpreter(dots(request.value("interpreter_name")), dots(language))


def _witnesses(held: Consent | None, request: PaperRequest) -> tuple[Identity, ...]:
    names = tuple(str(name) for name in held.witnesses) if held else ()
    if not names:
        names = tuple(name for name in (request.value("witness_1"), request.value("witness_2")) if name)
    return tuple(Identity(name) for name in names)
