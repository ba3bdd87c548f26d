"""A letter with words of its own; everything is typed, and all of it is searched before it gets a number (P-8)."""

from dataclasses import replace

from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.signing import signing_any
from services.documents.gathering.subject import Subject
from services.documents.papers.free_letter import FreeLetterContent
from services.documents.papers.issue import Issue
from services.documents.shapes import FieldKind, PaperRequest
from services.documents.unit_facts import sender_of
from services.unit_of_work import Tx

DOCUMENT = "free"
_NORMAL, _CONFIDENTIAL = "normal", "confidential"


def gather_free_letter(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """A confidential one is marked on every page and stands in the confidential book (P-16)."""
    signer, signer_fields = signing_any(tx, codes, request)
    copies = tuple(line.strip() for line in request.value("text_copies").splitlines() if line.strip())
    enclosures, addressee = request.value("enclosures"), dots(request.value("to_whom"))
    is_confidential = request.value("book") == _CONFIDENTIAL
    content = FreeLetterContent(
        issue=replace(issue, is_confidential=is_confidential, attachment=enclosures),
        addressee=addressee,
        sender=sender_of(tx),
        subject=dots(request.value("letter_subject")),
        body=request.value("text_body"),
        signer=signer,
        copies=copies,
    )
    books = [(name, codes.label("classification", name)) for name in (_NORMAL, _CONFIDENTIAL)]
    missing = (
        asked("to_whom", required=True),
        asked("letter_subject", required=True),
        asked("text_body", FieldKind.PASSAGE, required=True),
        asked("text_copies", FieldKind.PASSAGE, proposal=say("documents.proposal.copies")),
        asked("enclosures"),
        asked("book", FieldKind.ANSWER, required=True, choices=books, proposal=_NORMAL),
        *signer_fields,
    )
    return Gathered(content, missing, DOCUMENT, addressee, originals=1 + len(copies), enclosures=enclosures)
