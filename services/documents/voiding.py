"""A spoiled paper is kept as void, its number used (R-10); what hung on it alone is taken back."""

from sqlalchemy import select

from models.case import ReferralIn
from models.enums import DocumentState
from models.inquiry import Inquiry
from models.letter import Document, Letter
from models.referral_out import ReferralOut
from models.safety import Consent
from models.work import InvitationAttempt
from services.documents.answers import ANSWERS, untell
from services.documents.reading import answered_by
from services.documents.shapes import PaperKind
from services.letters.registering import void_letter
from services.unit_of_work import Tx


def void_document(tx: Tx, document: Document, why: str, *, is_replaced: bool = False) -> None:
    """Void the paper and its letter. A consent's decision stays without the sheet; an invitation whose result is not
    known was none; an answer that is void was not given, unless another takes its place (`is_replaced`)."""
    document.state, document.void_reason, document.voided_at = DocumentState.VOIDED, why, tx.now
    letter = tx.session.get(Letter, document.letter_id) if document.letter_id else None
    if letter is not None:
        void_letter(tx, letter, why)
    _unlink(tx, document)
    if PaperKind(document.kind) in ANSWERS and not is_replaced:
        _owe_again(tx, document)
    tx.record("document.void", "document", document.id, reason=why)
    tx.changed("document", document.id)
    if document.case_id is not None:
        tx.changed("case", document.case_id)
    tx.session.flush()


def _unlink(tx: Tx, document: Document) -> None:
    for consent in tx.session.scalars(select(Consent).where(Consent.document_id == document.id)):
        consent.document_id = None
        tx.changed("consent", consent.case_id)
    _unlink_referral(tx, document)
    for inquiry in tx.session.scalars(select(Inquiry).where(Inquiry.document_id == document.id)):
        inquiry.document_id = inquiry.answered_at = None
        tx.changed("inquiry", inquiry.id)
    query = select(InvitationAttempt).where(
        InvitationAttempt.document_id == document.id, InvitationAttempt.result == ""
    )
    for attempt in tx.session.scalars(query):
        tx.session.delete(attempt)
        tx.changed("invitation", attempt.id)


def _unlink_referral(tx: Tx, document: Document) -> None:
    for sent_on in tx.session.scalars(select(ReferralOut).where(ReferralOut.document_id == document.id)):
        sent_on.document_id = None
        tx.changed("referral_out", sent_on.id)


def _paid(tx: Tx, document: Document, referral: ReferralIn) -> bool:
    """Whether it was this paper, or one that it corrects, that answered: a report may follow an earlier answer."""
    held: Document | None = document
    while held is not None:
        if held.issued_at == referral.replied_at:
            return True
        held = tx.session.get(Document, held.replaces_id) if held.replaces_id else None
    return False


def _owe_again(tx: Tx, document: Document) -> None:
    referral_id = answered_by(document)
    referral = tx.session.get(ReferralIn, referral_id) if referral_id else None
    if referral is None:
        return
    untell(tx, document, referral)
    if not referral.is_reply_owed or not _paid(tx, document, referral):
        return
    referral.replied_at = None
    tx.record("referral.owe_again", "referral", referral.id)
    tx.changed("referral", referral.id)
