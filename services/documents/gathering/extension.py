"""The request for more time (D29, P-33): about one referral that still waits for its answer."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import DocumentState
from models.letter import Document
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots, read_day
from services.documents.gathering.parties import sides_of
from services.documents.gathering.reply import addressee_of, letter_fields
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.deadline_extension import DeadlineExtensionContent
from services.documents.papers.issue import Issue, day_words, hour
from services.documents.reading import answered_by, number_of
from services.documents.shapes import FieldKind, PaperKind, PaperRequest
from services.documents.unit_facts import sender_of
from services.errors import InvalidError
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.unit_of_work import Tx

DOCUMENT = "D29"
ORIGINALS = 2
"""One for the authority, one for the file."""
_DAYS = (2, 3, 5, 7, 10, 15, 20, 30)
_EARLIER = (
    select(Document)
    .where(
        Document.case_id == bindparam("of_case"),
        Document.kind == PaperKind.DEADLINE_EXTENSION.value,
        Document.state == DocumentState.ISSUED,
    )
    .order_by(Document.issued_at.desc(), Document.id.desc())
)


def gather_extension(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The reason proposed says nothing of anybody (P-5). A second request names the first."""
    referral, case = subject.referral, subject.case
    assert referral is not None
    if referral.replied_at is not None and request.replaces_id is None:
        raise InvalidError("documents.answered_already")
    signer, signer_fields = commanding(tx, codes, request)
    addressee = request.value("to_whom") or addressee_of(codes, referral)
    choices = [(str(days), say("documents.extension_days", days=to_persian(str(days)))) for days in _DAYS]
    proposed = say("documents.proposal.extension_reason")
    missing = (
        asked("to_whom", required=True, proposal=addressee_of(codes, referral)),
        asked("days", FieldKind.CHOICE, required=True, choices=choices),
        asked("extension_reason", FieldKind.LINES, required=True, proposal=proposed),
        *letter_fields(codes, referral),
        *signer_fields,
    )
    day = referral.letter_on or read_day(request.value("their_date"))
    due = local(referral.due_at) if referral.due_at else None
    number = referral.letter_no or request.value("their_number")
    earlier_number, earlier_date = _earlier(tx, case.id, referral.id, request.replaces_id)
    content = DeadlineExtensionContent(
        issue=issue,
        addressee=dots(addressee),
        sender=sender_of(tx),
        parties=tuple(side.party for side in sides_of(tx, codes, case, request)),
        days=_days(request.value("days")),
        reason=(request.value("extension_reason") or proposed).rstrip(". "),
        signer=signer,
        their_number=number,
        their_date=format_date(day) if number and day else "",
        referred_on=format_date(local(referral.received_at).date()),
        judicial_no=referral.judicial_case_no or request.value("judicial_no"),
        due=say("documents.due_words", day=day_words(due.date()), hour=hour(due.time())) if due else "",
        earlier_number=earlier_number,
        earlier_date=earlier_date,
        referral_id=referral.id.hex,
    )
    return Gathered(content, missing, DOCUMENT, dots(addressee), originals=ORIGINALS)


def _days(typed: str) -> int:
    return int(typed) if typed in {str(days) for days in _DAYS} else 0


def _earlier(tx: Tx, case_id: UUID, referral_id: UUID, replaces_id: UUID | None) -> tuple[str, str]:
    """Number and day of the latest request about the same referral, if it has its number."""
    for document in tx.session.scalars(_EARLIER, {"of_case": case_id}):
        if document.id != replaces_id and answered_by(document) == referral_id:
            return number_of(tx, document), format_date(local(document.issued_at).date())
    return "", ""
