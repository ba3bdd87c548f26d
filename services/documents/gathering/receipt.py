"""The receipt for documents (D23): what was handed in, a line each; who is signed in received it."""

from services.codes import CodeReader
from services.documents.gathering.deeds import lines_of
from services.documents.gathering.gathered import Gathered, asked
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.gathering.subject import Subject
from services.documents.papers.document_receipt import DocumentReceiptContent
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, PaperRequest
from services.unit_of_work import Tx

ORIGINALS = 2
"""One for the client, one for the file."""


def gather_receipt(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    person = subject.person
    assert person is not None
    originals, copies = lines_of(request.value("original_papers")), lines_of(request.value("copied_papers"))
    missing = [
        asked("original_papers", FieldKind.LINES, required=not copies),
        asked("copied_papers", FieldKind.LINES),
        *identity_fields(codes, person),
    ]
    content = DocumentReceiptContent(issue, identity_of(person, request), originals, copies, tx.actor.name)
    return Gathered(content, tuple(missing), originals=ORIGINALS)
