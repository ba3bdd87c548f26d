"""The confidential-address sheet (P-8): the protected ways to one person; nothing of it is stored."""

from services.actor import Right
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.intake import Items, own_contacts, protected_items
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.address_sheet import AddressSheetContent
from services.documents.papers.issue import Issue
from services.documents.shapes import PaperRequest
from services.errors import InvalidError, NotAllowedError
from services.unit_of_work import Tx


def gather_address(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    person = subject.person
    assert person is not None
    if not tx.actor.may(Right.CONFIDENTIAL_CONTACT):
        raise NotAllowedError("errors.not_allowed")
    contacts: Items = protected_items(own_contacts(tx, person.id, subject.case.id))
    if not contacts:
        raise InvalidError("documents.nothing_protected")
    signer, signer_fields = signing(tx, codes, request)
    content = AddressSheetContent(
        issue=issue,
        addressee=dots(request.value("to_whom")),
        client=identity_of(person, request),
        contacts=contacts,
        signer=signer,
        letter_no=request.value("letter_no"),
    )
    fields = identity_fields(codes, person)
    return Gathered(content, (asked("to_whom", required=True), asked("letter_no"), *fields, *signer_fields))
