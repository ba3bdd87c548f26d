"""The gate before joint sessions (R-7), and the rule of the other side's invitation (P-1)."""

from datetime import timedelta

from sqlalchemy import select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import (
    ConsentDecision,
    FlagLevel,
    InviteAnswer,
    JointPolicy,
    ScreenResult,
)
from models.safety import Consent, SafetyScreen
from services.codes import Codes
from services.safety.adults import Adult, adults_of, latest_consents, latest_screens, open_flags
from services.safety.shapes import Condition, GateState
from services.settings.service import number_in
from services.unit_of_work import Tx

JOINT = "joint_session"


def gate(tx: Tx, codes: Codes, case: CaseFile) -> GateState:
    """Whether a joint session of the case may be booked, and every condition that is not met.

    For each adult party: (1) an own screen of the last days (setting), (2) without present danger, (3) an own
    consent to a joint session recorded after it; and (4) no policy or flag against it.
    """
    adults = adults_of(tx, codes, case)
    screens = latest_screens(tx, case.id)
    consents = latest_consents(tx, case.id)
    conditions: list[Condition] = []
    for adult in adults:
        screen = screens.get(adult.person.id)
        conditions.extend(_screen_conditions(tx, adult, screen))
        conditions.extend(_consent_conditions(adult, screen, consents.get((adult.person.id, JOINT))))
    if not adults:
        conditions.append(Condition(None, "no_party"))
    if case.joint_policy in (JointPolicy.SEPARATE_ONLY, JointPolicy.FORBIDDEN):
        conditions.append(Condition(None, f"policy_{case.joint_policy.value}"))
    imminent = any(screen.result is ScreenResult.IMMINENT for screen in screens.values())
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        imminent = imminent or flag.level is FlagLevel.IMMINENT
        if codes.get(tx.actor, "risk_flag_kind", flag.kind).does("policy") not in (False, "none"):
            conditions.append(Condition(flag.person_id, "flag"))
    if imminent:
        conditions.append(Condition(None, "imminent"))
    return GateState(not conditions, not imminent, tuple(conditions))


def is_screen_current(tx: Tx, screen: SafetyScreen | None) -> bool:
    """Whether a complete screen is recent enough to decide by."""
    if screen is None:
        return False
    return screen.screened_at > tx.now - timedelta(days=number_in(tx, "screen_valid_days"))


def _screen_conditions(tx: Tx, adult: Adult, screen: SafetyScreen | None) -> list[Condition]:
    if screen is None:
        return [Condition(adult.person.id, "no_screen")]
    if not is_screen_current(tx, screen):
        return [Condition(adult.person.id, "screen_old")]
    if screen.result is not ScreenResult.NONE:
        return [Condition(adult.person.id, "danger")]
    return []


def _consent_conditions(adult: Adult, screen: SafetyScreen | None, consent: Consent | None) -> list[Condition]:
    if consent is None:
        return [Condition(adult.person.id, "no_joint_consent")]
    if consent.decision is not ConsentDecision.GIVEN:
        return [Condition(adult.person.id, "joint_refused")]
    if screen is not None and consent.decided_at < screen.screened_at:
        return [Condition(adult.person.id, "joint_consent_before_screen")]
    return []


def may_invite(tx: Tx, case: CaseFile, party: CaseParty) -> bool:
    """Whether an invitation for `party` may exist (P-1).

    The inviting side itself may always be invited. The other side only after the inviting side's own complete
    screen and the answer "no objection"; or where an authority ordered both and no flag stands.
    """
    flags = open_flags(tx, [case.id]).get(case.id, [])
    if any(flag.level is FlagLevel.IMMINENT for flag in flags) and not party.is_inviting:
        return False
    inviting = list(
        tx.session.scalars(
            select(CaseParty).where(
                CaseParty.case_id == case.id,
                CaseParty.is_inviting.is_(True),
                CaseParty.is_removed.is_(False),
            )
        )
    )
    if party.is_inviting or any(one.side == party.side for one in inviting):
        return True
    if any(one.invite_answer is InviteAnswer.NEVER for one in inviting):
        return False
    screens = latest_screens(tx, case.id)
    answered = bool(inviting) and all(
        one.invite_answer is InviteAnswer.NO_OBJECTION and one.person_id in screens for one in inviting
    )
    return answered or (_ordered_both(tx, case) and not flags)


def _ordered_both(tx: Tx, case: CaseFile) -> bool:
    found = tx.session.scalars(
        select(ReferralIn.id).where(ReferralIn.case_id == case.id, ReferralIn.ordered_both.is_(True)).limit(1)
    ).first()
    return found is not None
