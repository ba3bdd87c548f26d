"""The gate before joint sessions (R-7), and the rule of the other side's invitation (P-1)."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import (
    ConsentDecision,
    FlagLevel,
    InviteAnswer,
    JointPolicy,
    ScreenResult,
    Side,
)
from models.safety import Consent, SafetyScreen
from services.cases.access import parties_of
from services.codes import Codes
from services.safety.adults import (
    Adult,
    adults_of,
    consent_to,
    latest_consents,
    latest_screens,
    open_danger_of,
    open_flags,
)
from services.safety.shapes import Condition, GateState
from services.settings.service import number_in
from services.unit_of_work import Tx

_DANGEROUS = (ScreenResult.HIGH, ScreenResult.IMMINENT)
_HELD_BACK = (InviteAnswer.NOT_YET, InviteAnswer.NEVER)


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
        consent = consent_to(tx, codes, "joint", adult.person.id, consents)
        conditions.extend(_screen_conditions(tx, adult, screen))
        conditions.extend(_consent_conditions(adult, screen, consent))
    if not adults:
        conditions.append(Condition(None, "no_party"))
    if case.joint_policy is not JointPolicy.ALLOWED:
        conditions.append(Condition(None, f"policy_{case.joint_policy.value}"))
    conditions.extend(
        Condition(flag.person_id, "flag")
        for flag in open_flags(tx, [case.id]).get(case.id, [])
        if codes.get(tx.actor, "risk_flag_kind", flag.kind).does("policy") not in (False, "none")
    )
    imminent = is_danger_open(tx, case.id)
    if imminent:
        conditions.append(Condition(None, "imminent"))
    return GateState(not conditions, not imminent, tuple(conditions))


def is_danger_open(tx: Tx, case_id: UUID) -> bool:
    """Whether imminent danger stands in a case: a result, a flag, or a danger page that is not completed (P-11)."""
    flags = open_flags(tx, [case_id]).get(case_id, [])
    screens = latest_screens(tx, case_id).values()
    return (
        any(screen.result is ScreenResult.IMMINENT for screen in screens)
        or any(flag.level is FlagLevel.IMMINENT for flag in flags)
        or bool(open_danger_of(tx, case_id))
    )


def is_screen_current(tx: Tx, screen: SafetyScreen | None) -> bool:
    """Whether a complete screen is recent enough to decide by."""
    if screen is None:
        return False
    return screen.screened_at > tx.now - timedelta(days=number_in(tx, "screen_valid_days"))


def may_ask_joint(tx: Tx, case: CaseFile, screen: SafetyScreen | None) -> bool:
    """Whether a person may be asked for consent to a joint session: the own screen is there and clear (R-7)."""
    if screen is None or screen.result is not ScreenResult.NONE or not is_screen_current(tx, screen):
        return False
    is_closed = case.joint_policy in (JointPolicy.SEPARATE_ONLY, JointPolicy.FORBIDDEN)
    return not is_closed and not is_danger_open(tx, case.id)


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

    Who asked for help, and that side, may always be invited. The other side only after each inviting person's own
    complete screen and answer "no objection"; or where an authority ordered both, nobody said "not yet" or
    "never", and neither a flag nor a dangerous screen stands. Where both sides came by themselves, each waits for
    the other's answer. "Not yet" and "never" hold the other side's invitation back whoever is inviting now, and so
    does an imminent danger.
    """
    parties = parties_of(tx, case.id)
    facing = [one for one in parties if _faces(one, party)]
    inviting = [one for one in facing if one.is_inviting]
    own_side = party.is_inviting or any(
        one.is_inviting and one.side is party.side and party.side is not Side.NONE for one in parties
    )
    if own_side and not inviting:
        return not any(one.invite_answer in _HELD_BACK for one in facing)
    if any(one.invite_answer in _HELD_BACK for one in facing) or is_danger_open(tx, case.id):
        return False
    screens = latest_screens(tx, case.id)
    if inviting and all(_agrees(one, screens.get(one.person_id)) for one in inviting):
        return True
    flags = open_flags(tx, [case.id]).get(case.id, [])
    is_calm = not flags and not _is_dangerous(screens.values())
    return is_calm and _ordered_both(tx, case)


def _faces(one: CaseParty, party: CaseParty) -> bool:
    """Whether `one` speaks for the other side; towards somebody without a side everyone else does."""
    if one.id == party.id or one.person_id == party.person_id:
        return False
    return one.side is not party.side or Side.NONE in (one.side, party.side)


def _agrees(inviting: CaseParty, screen: SafetyScreen | None) -> bool:
    if screen is None or inviting.invite_answer is not InviteAnswer.NO_OBJECTION:
        return False
    # after a dangerous result the question is put again
    answered = inviting.invite_answered_at
    return screen.result not in _DANGEROUS or (answered is not None and answered >= screen.screened_at)


def _is_dangerous(screens: Iterable[SafetyScreen]) -> bool:
    return any(screen.result in _DANGEROUS for screen in screens)


def _ordered_both(tx: Tx, case: CaseFile) -> bool:
    found = tx.session.scalars(
        select(ReferralIn.id).where(ReferralIn.case_id == case.id, ReferralIn.ordered_both.is_(True)).limit(1)
    ).first()
    return found is not None
