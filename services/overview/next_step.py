"""The one thing to do next in a case, for whoever looks at it (P-1, P-19, P-27, P-30, R-22)."""

from collections.abc import Sequence

from models.case import CaseFile
from models.enums import AppointmentStatus, CaseStatus
from services.actor import Right
from services.cases.access import party_of
from services.cases.shapes import CaseDetail
from services.clock import local
from services.codes import Codes
from services.outcomes.shapes import OutcomeRow
from services.overview.shapes import NextStep
from services.safety.gate import may_invite
from services.safety.reading import state_of
from services.safety.shapes import PartySafety
from services.scheduling.shapes import AppointmentRow
from services.unit_of_work import Tx

_NOTHING = NextStep("")
_OVER = (CaseStatus.VOIDED, CaseStatus.CLOSED)


def next_step(
    tx: Tx,
    codes: Codes,
    case: CaseFile,
    detail: CaseDetail,
    appointments: Sequence[AppointmentRow],
    outcome: OutcomeRow | None,
    *,
    has_met: bool,
) -> NextStep:
    """An outcome ends the questions; before it each person alone comes first, then the hours, then the result."""
    if case.status in _OVER:
        return _NOTHING
    if outcome is not None:
        return _after_outcome(tx, detail, outcome)
    if tx.actor.may(Right.CONSENT_WRITE):
        talk = _talk(tx, codes, case)
        if talk.key:
            return talk
    return _meeting(tx, appointments, has_met=has_met)


def _after_outcome(tx: Tx, detail: CaseDetail, outcome: OutcomeRow) -> NextStep:
    if outcome.is_awaiting_signatures and tx.actor.may(Right.OUTCOME_WRITE):
        return NextStep("signatures")
    is_due = detail.row.is_reply_owed or any(one.is_answer_outdated for one in detail.referrals)
    return NextStep("reply") if is_due and tx.actor.may(Right.LETTER_REGISTER) else _NOTHING


def _talk(tx: Tx, codes: Codes, case: CaseFile) -> NextStep:
    may_screen = tx.actor.may(Right.SAFETY_WRITE)
    parties = [party for party in state_of(tx, codes, case).parties if party.next_step]
    if may_screen:
        for party in parties:
            if party.has_open_danger:
                return NextStep("danger", party.person_id)
    for party in parties:
        if (may_screen or party.next_step == "consent") and _may_come(tx, case, party):
            return NextStep(party.next_step, party.person_id)
    return _NOTHING


def _may_come(tx: Tx, case: CaseFile, party: PartySafety) -> bool:
    """Nobody is the next one to be talked to whom the unit may not even invite (P-1)."""
    return may_invite(tx, case, party_of(tx, case, party.party_id))


def _meeting(tx: Tx, appointments: Sequence[AppointmentRow], *, has_met: bool) -> NextStep:
    scheduled = [row for row in appointments if row.status is AppointmentStatus.SCHEDULED]
    if tx.actor.may(Right.SESSION_WRITE):
        now = local(tx.now)
        for row in scheduled:
            if (row.day, row.start) <= (now.date(), now.hour * 60 + now.minute):
                return NextStep("session", appointment_id=row.id)
    if scheduled:
        return NextStep("session") if tx.actor.may(Right.SESSION_WRITE) else _NOTHING
    if has_met and tx.actor.may(Right.OUTCOME_WRITE):
        return NextStep("outcome")
    return NextStep("appointment") if tx.actor.may(Right.APPOINTMENT_WRITE) else _NOTHING
