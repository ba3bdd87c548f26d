"""A second answer to a referral, where the one that lies with the authority says another result (R-6, P-30)."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, select

from models.case import ReferralIn
from models.enums import DocumentState, LetterDirection, LetterState
from models.letter import Document, Letter
from services.cases.answers import forget_told, keep_told
from services.catalogue import say
from services.clock import local
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import code
from services.documents.reading import answered_by, may_void, number_of
from services.documents.shapes import MissingField, PaperKind, PaperRequest
from services.outcomes.reading import current_outcome
from services.persian.jalali import format_date
from services.unit_of_work import Tx

ANSWERS = (PaperKind.REFERRAL_REPLY, PaperKind.SOCIAL_WORK_REPORT)
"""Papers that may have paid the debt of an answer."""
RESULT, REASON = "result", "void_reason"
_STANDING = (
    select(Document)
    .where(
        Document.case_id == bindparam("of_case"),
        Document.kind.in_([kind.value for kind in ANSWERS]),
        Document.state == DocumentState.ISSUED,
    )
    .order_by(Document.issued_at.desc(), Document.id.desc())
)
_ENTERED = select(Letter).where(
    Letter.case_id == bindparam("of_case"),
    Letter.direction == LetterDirection.OUTGOING,
    Letter.state == LetterState.REGISTERED,
    Letter.registered_at == bindparam("at"),
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answer that a second one is about. `document` is the paper that it makes void: one of the same round that
    the actor may make void; of every other answer the new one says only that it follows it."""

    number: str
    at: datetime | None
    document: Document | None = None


def standing_answers(tx: Tx, referral: ReferralIn) -> list[Document]:
    """The papers that answer a referral and are not void, the latest first."""
    rows = tx.session.scalars(_STANDING, {"of_case": referral.case_id})
    return [row for row in rows if answered_by(row) == referral.id]


def earlier_answer(tx: Tx, subject: Subject, kind: PaperKind) -> Earlier | None:
    """What an answer that is made now corrects; None for a first one, and while the earlier one is right."""
    referral = subject.referral
    if referral is None or kind is not PaperKind.REFERRAL_REPLY or referral.outdated_since is None:
        return None
    found = next(iter(standing_answers(tx, referral)), None)
    if found is None:
        letter = tx.session.scalars(_ENTERED, {"of_case": referral.case_id, "at": referral.replied_at}).first()
        return Earlier(letter.number if letter else "", letter.registered_at if letter else referral.replied_at)
    is_voided = found.kind == kind and _is_of_this_round(tx, subject, referral) and may_void(tx, found)
    return Earlier(number_of(tx, found), found.issued_at, found if is_voided else None)


def following_sentence(earlier: Earlier) -> str:
    """What the new answer says of the one that it does not make void."""
    if earlier.at is None:
        return ""
    day = format_date(local(earlier.at).date())
    key = "letter" if earlier.number else "sheet"
    return say(f"documents.follows_{key}", number=code(earlier.number), day=day)


def anew(fields: tuple[MissingField, ...], proposed: tuple[MissingField, ...]) -> tuple[MissingField, ...]:
    """Of today, whatever was typed for the earlier answer: its result, and why that one holds no longer."""
    today = {field.name: field.proposal for field in proposed if field.name == RESULT}
    today[REASON] = say("documents.proposal.result_changed")
    return tuple(replace(one, proposal=today.get(one.name, one.proposal)) for one in fields)


def tell(tx: Tx, subject: Subject, request: PaperRequest) -> None:
    """An answer was issued: what it tells of the end is what the authority now knows."""
    if subject.referral is not None and request.kind in ANSWERS:
        keep_told(tx, subject.case, subject.referral)
        tx.changed("referral", subject.referral.id)


def untell(tx: Tx, document: Document, referral: ReferralIn) -> None:
    """An answer is void and none takes its place. A later one still tells the result; behind it an earlier one does,
    of which nobody knows any more that it is right."""
    standing = standing_answers(tx, referral)
    if not standing:
        forget_told(referral)
    elif standing[0].issued_at < document.issued_at:
        referral.told_disposition, referral.outdated_since = "", tx.now


def _is_of_this_round(tx: Tx, subject: Subject, referral: ReferralIn) -> bool:
    outcome = current_outcome(tx, subject.case)
    return outcome is not None and outcome.cycle == referral.told_cycle
