"""A longer time for an answer, as the authority granted it, inside an open transaction (R-6, P-33)."""

from models.case import CaseFile, ReferralIn
from services.errors import InvalidError
from services.letters.shapes import ExtendDraft
from services.unit_of_work import Tx


def extend_due(tx: Tx, case: CaseFile, referral: ReferralIn, draft: ExtendDraft) -> None:
    """The answer is due at another hour, later than the one that stood; how often is counted."""
    if not referral.is_reply_owed:
        raise InvalidError("letters.no_reply_owed")
    if referral.replied_at is not None:
        raise InvalidError("letters.replied_already")
    if draft.due_at <= tx.now:
        raise InvalidError("letters.extended_to_past", "due_at")
    if referral.due_at is not None and draft.due_at <= referral.due_at:
        raise InvalidError("letters.extended_to_earlier", "due_at")
    referral.due_at = draft.due_at
    referral.extension_count += 1
    tx.record("referral.extend", "referral", referral.id)
    tx.changed("referral", referral.id)
    tx.changed("case", case.id)
