"""What the unit holds of a person who asks: own facts, contacts, files, given consents and papers (domain.md §5.1).

Nothing that somebody else told, nothing about anybody else; consents that were refused are on no paper (P-5).
"""

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, DocumentState
from models.letter import Document, Letter
from models.person import Person
from models.safety import Consent
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.intake import contact_items, identity_items, own_contacts
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue, code
from services.documents.papers.own_data import OwnDataContent
from services.documents.shapes import FieldKind, PaperRequest
from services.persian.jalali import format_date
from services.unit_of_work import Tx
from services.visibility import visible_to

Rows = tuple[tuple[str, ...], ...]


def gather_own_data(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """Of the files only those that the actor may know of (P-6)."""
    person = subject.person
    assert person is not None
    contacts = own_contacts(tx, person.id, subject.case.id)
    signer, signer_fields = signing(tx, codes, request)
    content = OwnDataContent(
        issue=issue,
        client=identity_of(person, request),
        identity=identity_items(codes, person, request, hides_work=any(one.is_confidential for one in contacts)),
        contacts=contact_items(contacts),
        files=_files(tx, codes, person),
        consents=_consents(tx, codes, person),
        papers=_papers(tx, person),
        signer=signer,
    )
    safe = asked("carries_safely", FieldKind.YES, required=True)
    return Gathered(content, (safe, *identity_fields(codes, person), *signer_fields))


def _files(tx: Tx, codes: CodeReader, person: Person) -> Rows:
    rows = tx.session.execute(
        select(CaseFile, CaseParty.role)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(CaseParty.person_id == person.id, CaseParty.is_removed.is_(False), visible_to(tx.actor))
        .order_by(CaseFile.opened_on, CaseFile.id)
    )
    return tuple(
        (
            code(case.case_no),
            format_date(case.opened_on),
            codes.label("party_role", role),
            codes.label("case_status", case.status.value),
            format_date(case.closed_on) if case.closed_on else "",
        )
        for case, role in rows
    )


def _consents(tx: Tx, codes: CodeReader, person: Person) -> Rows:
    """The latest word of each kind and file, where it was yes."""
    rows = tx.session.scalars(
        select(Consent)
        .join(CaseFile, CaseFile.id == Consent.case_id)
        .where(Consent.person_id == person.id, visible_to(tx.actor))
        .order_by(Consent.decided_at, Consent.recorded_at, Consent.id)
    )
    latest = {(row.case_id, row.kind, row.body): row for row in rows}
    return tuple(
        (codes.label("consent_kind", row.kind), format_date(local(row.decided_at).date()))
        for row in latest.values()
        if row.decision is ConsentDecision.GIVEN
    )


_PAPERS = (
    select(Document.title, Document.issued_at, Letter.number)
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .join(CaseFile, CaseFile.id == Document.case_id)
    .where(Document.person_id == bindparam("of_person"), Document.state == DocumentState.ISSUED)
    .order_by(Document.issued_at)
)


def _papers(tx: Tx, person: Person) -> Rows:
    rows = tx.session.execute(_PAPERS.where(visible_to(tx.actor)), {"of_person": person.id})
    return tuple((row.title, code(row.number or ""), format_date(local(row.issued_at).date())) for row in rows)
