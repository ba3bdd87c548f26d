"""When somebody is asked, and whose word counts: pure functions (P-18, P-37, domain.md §4.8)."""

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from models.enums import ClauseState, Side
from services.persian.jalali import add_months

LATE_DAYS = 31
"""Of an outcome that is recorded late, what was due longer ago than this is not asked any more."""


def days_of(decided_on: date, months: Iterable[int], today: date) -> dict[int, date]:
    """The day of each round: the same day number so many Jalali months later, clipped to the month's last day.

    0 among the months stands for none.
    """
    days = {count: add_months(decided_on, count) for count in months if count > 0}
    return {count: day for count, day in sorted(days.items()) if day >= today - timedelta(days=LATE_DAYS)}


def is_drawn(case_id: UUID, cycle: int, percent: int) -> bool:
    """Whether a file is in the sample: the same answer always and everywhere, for so many of a hundred (P-37)."""
    digest = sha256(case_id.bytes + cycle.to_bytes(4, "big")).digest()
    return int.from_bytes(digest[:4], "big") % 100 < percent


def is_beneficiary(
    person: UUID, side: Side, *, debtor: UUID, debtor_side: Side, creditor: UUID | None, creditor_side: Side
) -> bool:
    """Whether a party's word makes a clause kept: who is to have it, or somebody of that side.

    A clause that names nobody is for the side that does not owe it.
    """
    if person == debtor:
        return False
    if creditor is None:
        return side is not Side.NONE and side is not debtor_side
    return person == creditor or (side is creditor_side and side is not Side.NONE and side is not debtor_side)


def word_key(
    state: ClauseState, *, by_receipt: bool, has_evidence: bool, may_confirm: bool, may_own_up: bool, binds: bool
) -> str:
    """Why a word on a clause can't be taken, "" when it can."""
    if state is ClauseState.OPEN:
        return ""
    if by_receipt and not has_evidence:
        return "follow_up.receipt_needed"
    if state is ClauseState.BREACHED:
        if not binds:
            return "follow_up.binds_later"
        return "" if may_confirm or may_own_up or by_receipt else "follow_up.not_theirs"
    return "" if may_confirm or by_receipt else "follow_up.debtors_word"
