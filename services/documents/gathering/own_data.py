"""What the unit holds of a person who asks: own facts, contacts, files, given consents and papers (domain.md §5.1).

Nothing that somebody else told, nothing about anybody else; consents that were refused are on no paper (P-5).
"""

from services.closing.own_data import own_data
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


def gather_own_data(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """Of the files only those that the actor may know of (P-6), and the person too (P-1)."""
    person = subject.person
    assert person is not None
    own = own_data(tx, codes.codes, person)
    contacts = own_contacts(tx, person.id, subject.case.id)
    signer, signer_fields = signing(tx, codes, request)
    content = OwnDataContent(
        issue=issue,
        client=identity_of(person, request),
        identity=identity_items(codes, person, request, hides_work=any(one.is_confidential for one in contacts)),
        contacts=contact_items(contacts),
        files=tuple(
            (
                code(one.case_no),
                format_date(one.opened_on),
                one.role_label,
                one.status_label,
                format_date(one.closed_on) if one.closed_on else "",
            )
            for one in own.files
        ),
        consents=tuple((one.label, format_date(one.given_on)) for one in own.consents),
        papers=tuple((one.title, code(one.number), format_date(one.issued_on)) for one in own.papers),
        signer=signer,
    )
    safe = asked("carries_safely", FieldKind.YES, required=True)
    return Gathered(content, (safe, *identity_fields(codes, person), *signer_fields))
