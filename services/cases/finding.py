"""What a case is found by: its numbers, with or without slashes, in any digits (domain.md §4.2)."""

from models.case import CaseFile, ReferralIn
from services.unit_of_work import Tx


def index_new_case(tx: Tx, case: CaseFile, referral: ReferralIn | None) -> None:
    """Make a new case findable by its own number, the paper one, and every number of its referral.

    It was made in this transaction. The number of an incoming letter is found as a letter's.
    """
    numbers = _numbers(case, referral) if referral is not None else _numbers(case)
    tx.index("case", case.id, numbers=numbers, is_new=True)


def _numbers(case: CaseFile, *referrals: ReferralIn) -> list[str]:
    numbers = [case.case_no, case.paper_case_no]
    for referral in referrals:
        numbers += (
            referral.letter_no,
            referral.judicial_case_no,
            referral.judicial_archive_no,
            referral.notice_no,
            referral.complaint_no,
            referral.incident_no,
            referral.agency_no,
        )
    return numbers
