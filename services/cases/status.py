"""Where a case may go from where it is (domain.md §2.8.1, R-9)."""

from sqlalchemy import select

from models.case import CaseFile, ReferralIn
from models.enums import CaseStatus
from services.errors import InvalidError
from services.unit_of_work import Tx

S = CaseStatus

_WAYS: dict[CaseStatus, frozenset[CaseStatus]] = {
    S.RECEIVED: frozenset({S.TRIAGE, S.INTAKE, S.ACTIVE, S.ON_HOLD, S.OUTCOME_RECORDED}),
    S.TRIAGE: frozenset({S.INTAKE, S.ACTIVE, S.ON_HOLD, S.OUTCOME_RECORDED}),
    S.INTAKE: frozenset({S.ACTIVE, S.ON_HOLD, S.OUTCOME_RECORDED}),
    S.ACTIVE: frozenset({S.ON_HOLD, S.OUTCOME_RECORDED}),
    S.ON_HOLD: frozenset({S.INTAKE, S.ACTIVE, S.OUTCOME_RECORDED}),
    S.OUTCOME_RECORDED: frozenset({S.FOLLOW_UP, S.CLOSED, S.ACTIVE}),
    S.FOLLOW_UP: frozenset({S.CLOSED, S.ACTIVE}),
    S.CLOSED: frozenset({S.ACTIVE}),
    S.VOIDED: frozenset(),
}
CONCLUDED = frozenset({S.OUTCOME_RECORDED, S.FOLLOW_UP, S.CLOSED})
OPEN = frozenset({S.RECEIVED, S.TRIAGE, S.INTAKE, S.ACTIVE, S.ON_HOLD})


def may_advance(status: CaseStatus, target: CaseStatus) -> bool:
    """Whether the machine knows the move; staying is no move. Voiding is the head's and stands apart."""
    return target in _WAYS[status]


def advance(tx: Tx, case: CaseFile, target: CaseStatus) -> None:
    """Move the case; to where it already is does nothing.

    `InvalidError` for a forbidden move, for a conclusion without disposition, and for closing while a reply is
    owed (R-6). From a conclusion back to work is a reopening: the disposition is taken off the case (its outcome
    row stays), and the caller begins a new cycle. Whatever a file waited for is over when it leaves its hold.
    """
    if case.status is target:
        return
    if not may_advance(case.status, target):
        raise InvalidError("cases.forbidden_move", "status")
    if target in CONCLUDED and not case.disposition:
        raise InvalidError("cases.disposition_needed", "disposition")
    if target is S.CLOSED:
        _expect_replies(tx, case)
        case.closed_on = tx.today
    elif case.status in CONCLUDED and target is S.ACTIVE:
        case.disposition, case.disposition_on, case.closed_on = "", None, None
    if case.status is S.ON_HOLD:
        case.hold_reason, case.hold_note, case.hold_until = "", "", None
    case.status = target
    tx.changed("case", case.id)


def _expect_replies(tx: Tx, case: CaseFile) -> None:
    owed = tx.session.scalars(
        select(ReferralIn.id)
        .where(ReferralIn.case_id == case.id, ReferralIn.is_reply_owed.is_(True), ReferralIn.replied_at.is_(None))
        .limit(1)
    ).first()
    if owed is not None:
        raise InvalidError("cases.reply_owed", "status")
