"""What a case is found by: its numbers, with or without slashes, in any digits (domain.md §4.2)."""

from sqlalchemy import select

from models.case import CaseFile, ReferralIn
from models.letter import Letter
from services.unit_of_work import Tx


def index_case(tx: Tx, case: CaseFile) -> None:
    """Make the case findable by its own number, the paper one, and every number of its referrals."""
    tx.session.flush()
    numbers = [case.case_no, case.paper_case_no]
    rows = tx.session.execute(
        select(ReferralIn, Letter.number)
        .outerjoin(Letter, Letter.id == ReferralIn.letter_id)
        .where(ReferralIn.case_id == case.id)
    )
    for referral, incoming_no in rows:
        numbers += (
            referral.letter_no,
            referral.judicial_case_no,
            referral.judicial_archive_no,
            referral.notice_no,
            referral.complaint_no,
            referral.incident_no,
            referral.agency_no,
            incoming_no or "",
        )
    tx.index("case", case.id, numbers=numbers)
