"""The papers that say what an agreement said, inside an open transaction: they do not outlive it (R-10, P-30)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from models.agreement import Agreement, AgreementClause, AgreementSigner
from models.enums import DocumentState, LetterState, SignerRole
from models.letter import Document, Letter
from services.agreements.shapes import AgreementDraft
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr
from services.unit_of_work import Tx

_ISSUED = (
    select(Document)
    .where(Document.agreement_id == bindparam("of_agreement"), Document.state == DocumentState.ISSUED)
    .order_by(Document.issued_at, Document.id)
)


def issued_papers(tx: Tx, agreement_id: UUID) -> list[Document]:
    """The papers of an agreement that are not void."""
    return list(tx.session.scalars(_ISSUED, {"of_agreement": agreement_id}))


def titles_of_papers(tx: Tx, agreement_id: UUID) -> tuple[str, ...]:
    """Title and number of each, first to last."""
    found = []
    for paper in issued_papers(tx, agreement_id):
        letter = tx.session.get(Letter, paper.letter_id) if paper.letter_id is not None else None
        number = paper.registry_no or ("" if letter is None or paper.awaits_registry else letter.number)
        found.append(f"{paper.title} {isolate_ltr(to_persian(number))}" if number else paper.title)
    return tuple(found)


def void_papers(tx: Tx, agreement_id: UUID, reason: str) -> None:
    """What was printed holds no longer: paper and letter are kept as void, their number stays used."""
    for paper in issued_papers(tx, agreement_id):
        paper.state, paper.void_reason, paper.voided_at = DocumentState.VOIDED, reason, tx.now
        letter = tx.session.get(Letter, paper.letter_id) if paper.letter_id is not None else None
        if letter is not None and letter.state is LetterState.REGISTERED:
            letter.state, letter.void_reason = LetterState.VOIDED, reason
            tx.record("letter.void", "letter", letter.id, reason=reason)
            tx.changed("letter", letter.id)
        tx.record("document.void", "document", paper.id, reason=reason)
        tx.changed("document", paper.id)


def said_in(draft: AgreementDraft) -> tuple[object, ...]:
    """All that a paper prints of a checked draft, to be compared with `said_by`."""
    clauses = tuple(
        (
            one.debtor_id, one.creditor_id, one.text, one.amount, one.instalments, one.due_on, one.place,
            one.depends_on,
        )
        for one in draft.clauses
    )  # fmt: skip
    witnesses = [(one.name, one.father_name, one.national_code) for one in draft.witnesses]
    return (*_head(draft), clauses, *draft.signer_ids, *witnesses)


def said_by(
    row: Agreement, clauses: Sequence[AgreementClause], signers: Iterable[AgreementSigner]
) -> tuple[object, ...]:
    """All that a paper prints of a stored agreement."""
    places = {one.id: one.position for one in clauses}
    lines = tuple(
        (
            one.debtor_id, one.creditor_id, one.text, one.amount, one.instalments, one.due_on, one.place,
            places.get(one.depends_on_id) if one.depends_on_id is not None else None,
        )
        for one in clauses
    )  # fmt: skip
    signing = [
        one.party_id if one.role is SignerRole.PARTY else (one.name, one.father_name, one.national_code)
        for one in signers
    ]
    return (*_head(row), lines, *signing)


def _head(held: Agreement | AgreementDraft) -> tuple[object, ...]:
    return (
        held.kind, held.made_on, held.place, held.sat_together, held.subject, held.open_points, held.is_conditional,
        held.has_mutual_waiver, held.breach_words, held.children_words, held.copies,
    )  # fmt: skip
