"""A correction after issue: a new paper that names the old one, which becomes void in the same transaction."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import DocumentState
from models.letter import Document
from services.agreements.shapes import AgreementDetail
from services.catalogue import say
from services.clock import local
from services.documents.answers import REASON
from services.documents.gathering.gathered import asked
from services.documents.gathering.subject import OF_REFERRAL
from services.documents.papers.issue import code
from services.documents.reading import answered_by, may_void, number_of, visible_document
from services.documents.shapes import SENT_ON, MissingField, PaperKind, PaperRequest
from services.errors import InvalidError, NotAllowedError
from services.persian.jalali import format_date
from services.unit_of_work import Tx

_VOID_OF_AGREEMENT = (
    select(Document)
    .where(
        Document.agreement_id == bindparam("of_agreement"),
        Document.kind == bindparam("of_kind"),
        Document.person_id.is_not_distinct_from(bindparam("of_person")),
        Document.state == DocumentState.VOIDED,
    )
    .order_by(Document.voided_at.desc(), Document.id.desc())
    .limit(1)
)
_TYPED = "typed"
_OF_REFERRAL = (*OF_REFERRAL, *SENT_ON.values())
"""Papers about a referral, which their snapshots name."""


def paper_to_replace(tx: Tx, request: PaperRequest) -> Document | None:
    """The paper that a request corrects: the same kind, of the same case and person, and not void yet."""
    if request.replaces_id is None:
        return None
    document = visible_document(tx, request.replaces_id)
    about = (document.kind, document.case_id, document.person_id)
    if about != (request.kind.value, request.case_id, request.person_id):
        raise InvalidError("documents.wrong_paper")
    if document.state is DocumentState.VOIDED:
        raise InvalidError("documents.is_void")
    if not may_void(tx, document):
        raise NotAllowedError("errors.not_allowed")
    return document


def void_before(tx: Tx, request: PaperRequest, agreement: AgreementDetail | None) -> Document | None:
    """The paper of the same agreement that became void last: whoever holds it reads on the new one that it is."""
    if agreement is None:
        return None
    values = {"of_agreement": agreement.id, "of_kind": request.kind.value, "of_person": request.person_id}
    return tx.session.scalars(_VOID_OF_AGREEMENT, values).first()


def replacing_sentence(tx: Tx, document: Document | None) -> str:
    """What the new paper says of the old one; "" where it corrects none."""
    if document is None:
        return ""
    day = format_date(local(document.issued_at).date())
    number = number_of(tx, document)
    if not number:
        return say("documents.replaces_sheet", day=day)
    return say("documents.replaces_letter", number=code(number), day=day)


def with_earlier(fields: tuple[MissingField, ...], document: Document | None) -> tuple[MissingField, ...]:
    """The reason first; then the fields, with what was typed for the earlier paper."""
    if document is None:
        return fields
    typed = dict(document.snapshot.get(_TYPED, ()))
    kept = (replace(field, proposal=typed.get(field.name) or field.proposal) for field in fields)
    return (asked(REASON, required=True), *kept)


def remember_typed(snapshot: dict[str, object], request: PaperRequest) -> None:
    """Store what was typed beside the content, for a later correction."""
    snapshot[_TYPED] = [[name, text] for name, text in request.values if text and name != REASON]


def request_to_correct(document: Document) -> PaperRequest:
    """The request of a paper that corrects `document`."""
    content = document.snapshot["content"]
    inquiry_id = content.get("inquiry_id", "")
    return PaperRequest(
        document.case_id,
        PaperKind(document.kind),
        document.person_id,
        document.appointment_id,
        document.session_id,
        originals=document.originals,
        agreement_id=document.agreement_id,
        referral_id=answered_by(document) if PaperKind(document.kind) in _OF_REFERRAL else None,
        replaces_id=document.id,
        inquiry_id=UUID(hex=inquiry_id) if inquiry_id else None,
        period=content.get("period", "") if document.kind == PaperKind.MONTHLY_STATISTICS else "",
    )
