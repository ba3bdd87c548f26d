"""Answering a referral inside an open transaction: the letter in the book, and the debt paid (R-6)."""

from models.case import CaseFile, ReferralIn
from models.enums import LetterDirection
from models.letter import Letter
from services.cases.answers import keep_told
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError
from services.letters.registering import NORMAL, register_letter
from services.letters.shapes import LetterDraft, ReplyDraft
from services.unit_of_work import Tx


def reply_to(
    tx: Tx,
    codes: Codes,
    case: CaseFile,
    referral: ReferralIn,
    draft: ReplyDraft,
    kind: str = "",
    classification: str = NORMAL,
) -> Letter:
    """Enter the answer as an outgoing letter and let the authority wait no longer.

    A second one is entered only where the first says another result than the file. `kind` is a code of `letter_kind`
    that answers a referral, "" for the first of them.
    """
    is_second = referral.outdated_since is not None
    if not (referral.is_reply_owed or is_second):
        raise InvalidError("letters.no_reply_owed")
    if referral.replied_at is not None and not is_second:
        raise InvalidError("letters.replied_already")
    lists = codes.of(tx.actor)
    body = f"{referral.body or lists.label('referral_source', referral.source)} {referral.branch}".strip()
    letter = register_letter(
        tx,
        lists,
        LetterDraft(
            LetterDirection.OUTGOING,
            kind or lists.first("letter_kind", "answers_referral"),
            case_id=case.id,
            correspondent=draft.correspondent or body,
            subject=draft.subject or say("letters.reply_subject", case_no=case.case_no),
            enclosures=draft.enclosures,
            classification=classification,
        ),
    )
    referral.replied_at = referral.replied_at or tx.now
    keep_told(tx, case, referral)
    tx.record("referral.reply", "referral", referral.id)
    tx.changed("referral", referral.id)
    tx.changed("case", case.id)
    return letter
