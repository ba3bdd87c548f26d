"""Issuing a paper inside an open transaction: number, snapshot, bytes and links, all or nothing (R-10)."""

import hashlib
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from models.base import new_id
from models.case import ReferralIn
from models.enums import ConsentDecision, DocumentState, LetterDirection
from models.letter import Document, Letter, RecipientCopy
from models.safety import Consent
from models.work import InvitationAttempt
from services.actor import Right
from services.codes import CodeReader, Codes
from services.documents.answers import REASON, Earlier, anew, earlier_answer, following_sentence, tell
from services.documents.blocks import Paper
from services.documents.composing import Composition, compose, letters_of, snapshot_of
from services.documents.confidential import Secrets, errors_in, protected_of, secrets_of
from services.documents.correcting import (
    paper_to_replace,
    remember_typed,
    replacing_sentence,
    void_before,
    with_earlier,
)
from services.documents.gathering import Gathered, Subject, gather, subject_of
from services.documents.gathering.consent import GIVEN, recorded_consent
from services.documents.gathering.gathered import ITEMS, read_day
from services.documents.gathering.guardians import with_guardian
from services.documents.gathering.identity import keep_typed
from services.documents.gathering.inquiry import link_inquiry
from services.documents.gathering.release import decisions
from services.documents.look import look_of
from services.documents.own_letters import texts_of
from services.documents.papers.issue import Issue
from services.documents.proving.making import make_proof
from services.documents.proving.signer import PaperSigner
from services.documents.registry import is_from_registry
from services.documents.render import Rendered, render_paper
from services.documents.shapes import PASSAGE, UNPROVEN, FieldKind, PaperKind, PaperRequest
from services.documents.unit_facts import letterhead_of
from services.documents.voiding import void_document
from services.errors import AppError, InvalidError, refuse
from services.letters.numbers import CONFIDENTIAL_BOOK
from services.letters.registering import CONFIDENTIAL, NORMAL, register_letter
from services.letters.replying import reply_to
from services.letters.shapes import LetterDraft, ReplyDraft
from services.persian.digits import to_ascii
from services.persian.text import display_form, display_multiline
from services.safety.adults import latest_consents
from services.safety.consents import save_consent
from services.safety.shapes import ConsentDraft
from services.unit_of_work import Tx

MOST_ORIGINALS = 9
_TYPED = (FieldKind.LINE, FieldKind.LINES, FieldKind.PASSAGE, FieldKind.NATIONAL_CODE)
_ONCE = (
    PaperKind.SETTLEMENT_RECORD,
    PaperKind.REFERRAL_REPLY,
    PaperKind.UNDERTAKING,
    PaperKind.COMPLAINT_WAIVER,
    PaperKind.WELFARE_REFERRAL,
    PaperKind.SERVICE_REFERRAL,
    PaperKind.FORENSIC_REFERRAL,
    PaperKind.LOCAL_INQUIRY_REPORT,
)
"""Papers of which there is one for each agreement or referral; a second one is a correction."""
_HIDES_OTHERS = (PaperKind.ATTENDANCE_CERTIFICATE, PaperKind.COMPLETION_CERTIFICATE)
"""Papers that name nobody but their own person (R-12)."""


@dataclass(slots=True)
class Prepared:
    """A paper that is gathered and composed, still without a number."""

    request: PaperRequest
    subject: Subject
    gathered: Gathered
    composition: Composition
    paper: Paper
    replaced: Document | None = None
    follows: Earlier | None = None


def prepare(tx: Tx, codes: CodeReader, request: PaperRequest, *, is_draft: bool = False) -> Prepared:
    """Gather and compose what is known; what was typed may still be wrong."""
    clean = cleaned(request)
    replaced = paper_to_replace(tx, clean)
    subject = subject_of(tx, codes, clean)
    follows = earlier_answer(tx, subject, clean.kind)
    replaced = replaced or (follows.document if follows is not None else None)
    earlier = replaced or void_before(tx, clean, subject.agreement)
    sentence = following_sentence(follows) if follows and not earlier else replacing_sentence(tx, earlier)
    gathered = gather(tx, codes, subject, clean, sentence)
    gathered = _with_earlier(gathered, replaced, follows)
    composition = Composition(
        gathered.content, letterhead_of(tx), texts_of(tx, letters_of(gathered.content)), look_of(tx)
    )
    if is_draft:
        composition = _issued(composition, is_draft=True)
    return Prepared(clean, subject, gathered, composition, compose(composition), replaced, follows)


def _with_earlier(gathered: Gathered, replaced: Document | None, follows: Earlier | None) -> Gathered:
    fields = with_earlier(gathered.missing, replaced)
    return replace(gathered, missing=anew(fields, gathered.missing) if follows else fields)


def errors_of(tx: Tx, prepared: Prepared) -> list[AppError]:
    """Everything that must be mended before a number is drawn: fields first, then what no paper may say (P-8)."""
    request = prepared.request
    found = prepared.gathered.errors(request)
    if not 0 <= request.originals <= MOST_ORIGINALS:
        found.append(InvalidError("errors.out_of_bounds", "originals", low=1, high=MOST_ORIGINALS))
    named = {error.field for error in found}
    return found + [error for error in told_by(tx, prepared) if error.field not in named]


def told_by(tx: Tx, prepared: Prepared) -> list[AppError]:
    """What the paper, numbered or a draft, may not say; by the field that says it."""
    request = prepared.request
    secrets = _secrets(tx, prepared)
    lines = (field.name for field in prepared.gathered.missing if field.kind in _TYPED)
    typed = {name: request.value(name) for name in lines}
    return errors_in(secrets, typed, prepared.gathered.free, prepared.paper)


def _secrets(tx: Tx, prepared: Prepared) -> Secrets:
    request, subject = prepared.request, prepared.subject
    if subject.inquiry is not None:
        held = (str(one.get("national_code", "")) for one in subject.inquiry.people)
        return protected_of(tx, subject.filed.id if subject.filed is not None else None, held)
    if subject.filed is None:
        return Secrets()
    return secrets_of(
        tx,
        subject.filed.id,
        request.person_id,
        hides_others=request.kind in _HIDES_OTHERS,
        tells_own=request.kind is PaperKind.ADDRESS_SHEET,
    )


def issue(tx: Tx, codes: Codes, request: PaperRequest, signer: PaperSigner | None = None) -> Document:
    """Draw the number, sign and set the paper, store bytes and snapshot, and link it to what it is about.

    The errors of all fields come together, before a number is drawn; a transaction that fails gives it back. A
    correction makes the earlier paper void; an answer to a referral pays the debt (R-6).
    """
    reader = codes.of(tx.actor)
    prepared = prepare(tx, reader, request)
    _expect_first(tx, prepared)
    refuse(errors_of(tx, prepared))
    clean, gathered = prepared.request, prepared.gathered
    _keep_facts(tx, codes, prepared)
    if prepared.replaced is not None:
        void_document(tx, prepared.replaced, clean.value(REASON), is_replaced=True)
    letter = _register(tx, codes, prepared) if gathered.document else None
    from_registry = is_from_registry(tx, clean.kind)
    number = letter.number if letter and not from_registry else ""
    document_id = new_id()
    composition, paper = _proven(_issued(prepared.composition, number=number), clean.kind, document_id, signer)
    rendered = render_paper(paper)
    document = _document(tx, prepared, composition, paper, rendered)
    document.id = document_id
    document.letter_id = letter.id if letter else None
    document.awaits_registry = from_registry
    tx.add(document)
    tx.session.flush()
    _store_copies(tx, prepared, composition, document, signer)
    _link(tx, codes, prepared, document)
    tell(tx, prepared.subject, clean)
    tx.record("document.issue", "document", document.id)
    tx.changed("document", document.id)
    if prepared.subject.filed is not None:
        tx.changed("case", prepared.subject.filed.id)
    return document


def _document(tx: Tx, prepared: Prepared, composition: Composition, paper: Paper, rendered: Rendered) -> Document:
    clean, subject = prepared.request, prepared.subject
    snapshot = snapshot_of(clean.kind, composition)
    remember_typed(snapshot, clean)
    return Document(
        kind=clean.kind.value,
        check_code=composition.proof.code if composition.proof else "",
        title=paper.title,
        state=DocumentState.ISSUED,
        case_id=subject.filed.id if subject.filed is not None else None,
        person_id=clean.person_id,
        appointment_id=subject.appointment.id if subject.appointment else None,
        session_id=subject.session.id if subject.session else None,
        agreement_id=subject.agreement.id if subject.agreement else None,
        replaces_id=prepared.replaced.id if prepared.replaced else None,
        template_version=composition.template_version,
        issued_at=tx.now,
        issued_by_id=tx.actor.staff_id,
        originals=clean.originals or prepared.gathered.originals,
        pages=rendered.pages,
        snapshot=snapshot,
        content=rendered.content,
        sha256=hashlib.sha256(rendered.content).digest(),
    )


def _expect_first(tx: Tx, prepared: Prepared) -> None:
    """Two users may have begun the same paper: the second one is told, and corrects the first or prints it."""
    clean, subject = prepared.request, prepared.subject
    if clean.kind not in _ONCE or prepared.replaced is not None or prepared.follows is not None:
        return
    if subject.inquiry is not None and subject.inquiry.document_id is not None:
        raise InvalidError("documents.issued_already")
    if subject.referral is not None and subject.referral.is_reply_owed and subject.referral.replied_at is not None:
        raise InvalidError("documents.answered_already")
    if subject.sent_on is not None and subject.sent_on.document_id is not None:
        raise InvalidError("documents.issued_already")
    if subject.agreement is None:
        return
    found = tx.session.scalars(
        select(Document.id)
        .where(
            Document.agreement_id == subject.agreement.id,
            Document.kind == clean.kind.value,
            Document.person_id == clean.person_id,
            Document.state == DocumentState.ISSUED,
        )
        .limit(1)
    )
    if found.first() is not None:
        raise InvalidError("documents.issued_already")


def _keep_facts(tx: Tx, codes: Codes, prepared: Prepared) -> None:
    """What was typed because the file did not hold it, kept so that nobody types it twice."""
    clean, subject = prepared.request, prepared.subject
    if subject.person is not None:
        keep_typed(tx, codes, subject.person, clean)
    for one in prepared.gathered.people:
        keep_typed(tx, codes, one.person, clean, one.place)
    if subject.referral is not None and tx.actor.may(Right.CASE_EDIT):
        _keep_referral(tx, subject.referral, clean)


def _keep_referral(tx: Tx, referral: ReferralIn, request: PaperRequest) -> None:
    typed = {
        "letter_no": to_ascii(request.value("their_number")),
        "letter_on": read_day(request.value("their_date")),
        "judicial_case_no": to_ascii(request.value("judicial_no")),
        "officer": request.value("officer"),
        "complaint_no": to_ascii(request.value("complaint_no")),
    }
    new = {name: value for name, value in typed.items() if value and not getattr(referral, name)}
    for name, value in new.items():
        setattr(referral, name, value)
    if new:
        tx.record("referral.complete", "referral", referral.id)
        tx.changed("referral", referral.id)


def _proven(
    composition: Composition, kind: PaperKind, document_id: UUID, signer: PaperSigner | None
) -> tuple[Composition, Paper]:
    """Composed, with its signed code; papers of P-2 have none, nor have those of who holds no signing key."""
    bare = replace(composition, proof=None)
    paper = compose(bare)
    if signer is None or kind.value in UNPROVEN:
        return bare, paper
    proof = make_proof(paper, bare.content, document_id, signer)
    return replace(bare, proof=proof), replace(paper, proof=proof)


def _store_copies(
    tx: Tx, prepared: Prepared, composition: Composition, document: Document, signer: PaperSigner | None
) -> None:
    """A row for each original where not all recipients read the same (P-17)."""
    issue_ = getattr(composition.content, "issue", None)
    for position, copy in enumerate(prepared.gathered.copies, start=1):
        row = RecipientCopy(
            document_id=document.id,
            position=position,
            recipient=copy.label,
            person_id=copy.person_id,
            pages=document.pages,
            sha256=document.sha256,
        )
        if copy.content is not None and isinstance(issue_, Issue):
            own = replace(composition, content=copy.content).with_issue(issue_)
            rendered = render_paper(_proven(own, prepared.request.kind, document.id, signer)[1])
            row.content, row.pages = rendered.content, rendered.pages
            row.sha256 = hashlib.sha256(rendered.content).digest()
        tx.add(row)


def cleaned(request: PaperRequest) -> PaperRequest:
    """The typed values in the form that is printed; lists and passages keep their lines."""
    return replace(request, values=tuple((name, _clean(name, text)) for name, text in request.values))


def _clean(name: str, text: str) -> str:
    keeps_lines = name in ITEMS or name.startswith(PASSAGE)
    return display_multiline(text) if keeps_lines else display_form(text)


def _issued(composition: Composition, *, number: str = "", is_draft: bool = False) -> Composition:
    held = getattr(composition.content, "issue", None)
    if not isinstance(held, Issue):
        return composition
    return composition.with_issue(replace(held, number=number, is_draft=is_draft))


def _register(tx: Tx, codes: Codes, prepared: Prepared) -> Letter:
    gathered, subject, reader = prepared.gathered, prepared.subject, codes.of(tx.actor)
    referral = subject.referral
    held = getattr(gathered.content, "issue", None)  # the page's mark may be its urgency alone
    classification = CONFIDENTIAL if isinstance(held, Issue) and held.is_confidential else NORMAL
    kind = reader.first("letter_kind", "document", gathered.document)
    answers = bool(reader.does("letter_kind", kind, "answers_referral"))
    if answers and referral is not None and referral.is_reply_owed and referral.replied_at is None:
        words = ReplyDraft(
            referral.id, referral.version, gathered.correspondent, prepared.paper.subject, gathered.enclosures
        )
        return reply_to(tx, codes, subject.case, referral, words, kind, classification)
    draft = LetterDraft(
        LetterDirection(reader.does("letter_kind", kind, "direction") or LetterDirection.OUTGOING),
        kind,
        case_id=subject.filed.id if subject.filed is not None else None,
        correspondent=gathered.correspondent,
        subject=prepared.paper.subject,
        enclosures=gathered.enclosures,
        urgency=gathered.urgency,
        classification=classification,
        book=CONFIDENTIAL_BOOK if classification == CONFIDENTIAL else "",
    )
    return register_letter(tx, reader, draft)


def _link(tx: Tx, codes: Codes, prepared: Prepared, document: Document) -> None:
    if prepared.request.kind is PaperKind.INFORMED_CONSENT:
        _link_consent(tx, codes, prepared, document)
    elif prepared.request.kind is PaperKind.INVITATION_LETTER:
        _link_invitation(tx, prepared, document)
    elif prepared.subject.sent_on is not None:
        prepared.subject.sent_on.document_id = document.id
        tx.changed("referral_out", prepared.subject.sent_on.id)
    elif prepared.request.kind is PaperKind.INFORMATION_RELEASE_CONSENT:
        _link_release(tx, codes, prepared, document)
    elif prepared.subject.inquiry is not None:
        link_inquiry(tx, codes.of(tx.actor), prepared.subject.inquiry, document)


def _link_consent(tx: Tx, codes: Codes, prepared: Prepared, document: Document) -> None:
    """The decisions of the sheet that was read to the person; one that is taken with the paper is stored first."""
    subject, request = prepared.subject, prepared.request
    person = subject.person
    assert person is not None
    held = recorded_consent(tx, codes.of(tx.actor), subject.case.id, person)
    if held is None and request.value("decision") == GIVEN:
        held = save_consent(tx, codes, subject.case, _consent_draft(codes.of(tx.actor), prepared))
        tx.record("consent.record", "consent", held.id)
        tx.changed("consent", subject.case.id)
    if held is None:
        return
    for row in (held, *_of_same_sheet(tx, held)):
        if row.document_id is None:
            row.document_id = document.id


def _of_same_sheet(tx: Tx, held: Consent) -> list[Consent]:
    rows = latest_consents(tx, held.case_id).values()
    return [
        row
        for row in rows
        if row.person_id == held.person_id and row.recorded_at == held.recorded_at and row.id != held.id
    ]


def _consent_draft(codes: CodeReader, prepared: Prepared) -> ConsentDraft:
    request, subject = prepared.request, prepared.subject
    assert subject.person is not None
    witnesses = tuple(name for name in (request.value("witness_1"), request.value("witness_2")) if name)
    draft = ConsentDraft(
        subject.case.id,
        subject.person.id,
        codes.first("consent_kind", "opens", "clinical"),
        ConsentDecision.GIVEN,
        was_read_aloud=bool(request.value("was_read")),
        witnesses=witnesses,
        interpreter_name=request.value("interpreter_name"),
        interpreter_language=request.value("interpreter_language"),
        interpreter_pledged=bool(request.value("interpreter_pledged")),
    )
    return with_guardian(draft, request)


def _link_release(tx: Tx, codes: Codes, prepared: Prepared, document: Document) -> None:
    """The answers of the sheet are the person's decisions, one for each body."""
    for draft in decisions(codes.of(tx.actor), prepared.subject, prepared.request):
        held = save_consent(tx, codes, prepared.subject.case, draft)
        held.document_id = document.id
        tx.record("consent.record", "consent", held.id)
    tx.changed("consent", prepared.subject.case.id)


def _link_invitation(tx: Tx, prepared: Prepared, document: Document) -> None:
    """The paper is the try to reach the party; its result is recorded when it is known."""
    subject, request = prepared.subject, prepared.request
    assert subject.party is not None
    attempt = InvitationAttempt(
        case_id=subject.case.id,
        party_id=subject.party.id,
        appointment_id=document.appointment_id,
        at=tx.now,
        channel=request.value("channel"),
        delivered_by=request.value("delivered_by"),
        document_id=document.id,
        staff_id=tx.actor.staff_id,
    )
    tx.add(attempt)
    tx.session.flush()
    tx.record("invitation.record", "invitation", attempt.id)
    tx.changed("invitation", attempt.id)
