"""How often a party was tried in vain before a case may end as "did not come" (domain.md §2.3 step 3, P-18)."""

from uuid import UUID

from sqlalchemy import func, select

from models.work import Attendance, InvitationAttempt, Session
from services.codes import Codes
from services.settings.service import number_in
from services.unit_of_work import Tx


def attempts_missing(tx: Tx, codes: Codes, case_id: UUID) -> int:
    """The recorded tries that the set number still lacks, for the party with the most of them.

    A missed hour counts like a try; a call that was not safe does not.
    """
    counted: dict[UUID, int] = {}
    tries = tx.session.execute(
        select(InvitationAttempt.party_id, func.count())
        .where(
            InvitationAttempt.case_id == case_id,
            InvitationAttempt.result.in_(_codes(tx, codes, "invitation_result", "counts_as_attempt")),
        )
        .group_by(InvitationAttempt.party_id)
    )
    missed = tx.session.execute(
        select(Attendance.party_id, func.count())
        .join(Session, Session.id == Attendance.session_id)
        .where(
            Session.case_id == case_id,
            Attendance.mark.in_(_codes(tx, codes, "attendance", "counts_as_failed_attempt")),
        )
        .group_by(Attendance.party_id)
    )
    for party_id, count in (*tries, *missed):
        counted[party_id] = counted.get(party_id, 0) + count
    return max(0, number_in(tx, "invitation_attempts") - max(counted.values(), default=0))


def _codes(tx: Tx, codes: Codes, name: str, behaviour: str) -> list[str]:
    return [code.code for code in codes.all(tx.actor, name, with_inactive=True) if code.does(behaviour)]
