"""What the answers that went out said of the end of a case, held against how it ended (R-6, P-30)."""

from sqlalchemy import bindparam, select

from models.case import CaseFile, ReferralIn
from models.work import Outcome
from services.unit_of_work import Tx

_CURRENT = select(Outcome).where(Outcome.case_id == bindparam("of_case")).order_by(Outcome.cycle.desc()).limit(1)
_TOLD = select(ReferralIn).where(ReferralIn.case_id == bindparam("of_case"), ReferralIn.told_cycle > 0)


def keep_told(tx: Tx, case: CaseFile, referral: ReferralIn) -> None:
    """An answer goes out now: it tells the result that the case has, and is right."""
    forget_told(referral)
    outcome = _current(tx, case)
    if outcome is not None:
        referral.told_disposition, referral.told_cycle = outcome.disposition, outcome.cycle
        referral.told_signed = outcome.signatures_seen_on is not None


def forget_told(referral: ReferralIn) -> None:
    """No answer with a result is out: nothing that was told can be wrong."""
    referral.told_disposition, referral.told_cycle, referral.told_signed = "", 0, False
    referral.outdated_since = None


def weigh_answers(tx: Tx, case: CaseFile) -> None:
    """After how the case ended was changed, signatures among it: mark each answer that says another result, or tells
    of a settlement that still waited for signatures. A file that was taken up again says nothing until it has ended
    once more. The changed outcome must be flushed."""
    outcome = _current(tx, case)
    if outcome is None:
        return
    told = (outcome.disposition, outcome.signatures_seen_on is not None)
    for referral in tx.session.scalars(_TOLD, {"of_case": case.id}):
        is_wrong = told != (referral.told_disposition, referral.told_signed)
        if is_wrong is not (referral.outdated_since is not None):
            referral.outdated_since = tx.now if is_wrong else None
            tx.changed("referral", referral.id)


def _current(tx: Tx, case: CaseFile) -> Outcome | None:
    return tx.session.scalars(_CURRENT, {"of_case": case.id}).first() if case.disposition else None
