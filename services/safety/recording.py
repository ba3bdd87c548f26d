"""Writing consents, screens and flags inside an open transaction."""

from datetime import date, timedelta
from uuid import UUID

from models.case import CaseFile
from models.enums import ConsentDecision, FlagLevel, JointPolicy, ScreenResult, ScreenState
from models.safety import Consent, RiskFlag, SafetyScreen
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.persian.text import display_form, display_multiline
from services.safety import form, rules
from services.safety.adults import Adult, adults_of, latest_consents, latest_screens, open_flags, other_side
from services.safety.shapes import ConsentDraft, FlagDraft, ScreenDraft, Weighed
from services.settings.service import number_in
from services.unit_of_work import Tx

COUNSELLING = "counselling"
_LEVELS = {
    ScreenResult.PRESENT_LOW: FlagLevel.LOW,
    ScreenResult.HIGH: FlagLevel.HIGH,
    ScreenResult.IMMINENT: FlagLevel.IMMINENT,
}


def save_consent(tx: Tx, codes: Codes, draft: ConsentDraft) -> Consent:
    """Add one decision. Literacy "no" needs the reading aloud and two witnesses (P-32)."""
    decided = draft.decided_at or tx.now
    errors = []
    if decided > tx.now:
        errors.append(InvalidError("safety.consent_in_future", "decided_at"))
    if draft.interpreter_name and not draft.interpreter_pledged:
        errors.append(InvalidError("safety.interpreter_pledge", "interpreter_pledged"))
    if draft.kind not in {code.code for code in codes.all(tx.actor, "consent_kind", with_inactive=True)}:
        errors.append(InvalidError("errors.required", "kind"))
    refuse(errors)
    row = Consent(
        case_id=draft.case_id,
        person_id=draft.person_id,
        kind=draft.kind,
        decision=draft.decision,
        decided_at=decided,
        recorded_at=tx.now,
        staff_id=tx.actor.staff_id,
        guardian_name=display_form(draft.guardian_name),
        was_read_aloud=draft.was_read_aloud,
        witnesses=[name for name in map(display_form, draft.witnesses) if name],
        interpreter_name=display_form(draft.interpreter_name),
        interpreter_language=draft.interpreter_language,
        interpreter_pledged=draft.interpreter_pledged,
    )
    tx.add(row)
    tx.session.flush()
    return row


def consent_for_clinical(tx: Tx, case_id: UUID, person_id: UUID) -> Consent | None:
    """The person's consent to counselling, if it holds now."""
    consent = latest_consents(tx, case_id).get((person_id, COUNSELLING))
    return consent if consent is not None and consent.decision is ConsentDecision.GIVEN else None


def require_consent(tx: Tx, case_id: UUID, person_id: UUID, emergency_reason: str) -> Consent | None:
    """R-22: the consent under which clinical data may be stored, or None in an emergency with its reason."""
    consent = consent_for_clinical(tx, case_id, person_id)
    if consent is None and not display_form(emergency_reason):
        raise InvalidError("safety.consent_first", "emergency_reason")
    return consent


def weigh_screen(draft: ScreenDraft, adult: Adult) -> Weighed:
    """What the answers of a draft mean for this adult; unknown questions and gaps are refused."""
    known = form.questions()
    if any(answer.question not in known for answer in draft.answers):
        raise InvalidError("safety.unknown_question", "answers")
    shown = form.screen_form(
        draft.case_id, draft.person_id, is_full=draft.is_full, audiences=audiences(adult, with_children=False)
    )
    asked = [(q.code, q.after) for section in shown.sections for q in section.questions]
    if rules.unanswered(asked, draft.answers):
        raise InvalidError("safety.unanswered", "answers")
    if not draft.is_full and rules.opens_full_form(draft.answers):
        raise InvalidError("safety.full_form_needed", "answers")
    return rules.weigh(known, form.screen_file()["rule"], draft.answers, is_intimate=adult.is_intimate)


def audiences(adult: Adult, *, with_children: bool) -> frozenset[str]:
    """Which questions fit the adult."""
    fit = {"all"}
    if adult.is_partner:
        fit.add("partner")
        if adult.person.sex != "male":
            fit.add("female_partner")
    if with_children:
        fit.add("has_children")
    return frozenset(fit)


def save_screen(
    tx: Tx, draft: ScreenDraft, adult: Adult, weighed: Weighed | None, consent: Consent | None
) -> SafetyScreen:
    """Add the screen; without `weighed` it is stored as not done, with its reason (P-12)."""
    result = weighed.result if weighed else None
    if weighed and draft.raised_result:
        result = rules.worse(weighed.result, draft.raised_result)
    row = SafetyScreen(
        case_id=draft.case_id,
        person_id=adult.person.id,
        consent_id=consent.id if consent else None,
        emergency_reason=display_form(draft.emergency_reason),
        form_version=form.screen_file()["version"],
        is_full_form=draft.is_full,
        state=ScreenState.COMPLETE if weighed else ScreenState.NOT_DONE,
        was_alone=draft.was_alone,
        others_present=display_form(draft.others_present),
        interpreter_name=display_form(draft.interpreter_name),
        screened_at=draft.screened_at or tx.now,
        staff_id=tx.actor.staff_id,
        answers={
            answer.question: {"answer": answer.answer.value, "note": display_multiline(answer.note)}
            for answer in draft.answers
        },
        result=result,
        result_reason=display_form(draft.result_reason),
        not_done_reason=display_form(draft.not_done_reason),
    )
    tx.add(row)
    tx.session.flush()
    return row


def raise_flags(tx: Tx, draft: ScreenDraft, weighed: Weighed, screen: SafetyScreen) -> tuple[str, ...]:
    """Open the flags that a screen demands, on the person and, as that person's statement, on the other side."""
    assert screen.result is not None
    level = _LEVELS.get(screen.result, FlagLevel.LOW)
    known_at = draft.known_at or screen.screened_at
    wanted = [(draft.person_id, kind) for kind in (*weighed.raises, *draft.accepted_flags)]
    for person_id in other_side(tx, draft.case_id, draft.person_id):
        wanted.extend((person_id, kind) for kind in weighed.raises_other)
    raised = []
    for person_id, kind in dict.fromkeys(wanted):
        flag = FlagDraft(draft.case_id, person_id, kind, level, known_at)
        raise_flag(tx, flag, screen_id=screen.id)
        raised.append(kind)
    return tuple(raised)


def raise_flag(tx: Tx, draft: FlagDraft, *, screen_id: UUID | None = None) -> RiskFlag:
    """Open a flag, or raise the level of the one that stands already; its review is at most 7 days off when high."""
    known_at = draft.known_at or tx.now
    if known_at > tx.now:
        raise InvalidError("safety.known_in_future", "known_at")
    for flag in open_flags(tx, [draft.case_id]).get(draft.case_id, []):
        if flag.person_id == draft.person_id and flag.kind == draft.kind:
            flag.level = max(flag.level, draft.level, key=list(FlagLevel).index)
            flag.known_at = min(flag.known_at, known_at)
            flag.review_on = review_day(tx, flag.level)
            return flag
    flag = RiskFlag(
        case_id=draft.case_id,
        person_id=draft.person_id,
        kind=draft.kind,
        level=draft.level,
        known_at=known_at,
        raised_at=tx.now,
        raised_by_id=tx.actor.staff_id,
        screen_id=screen_id,
        note=display_multiline(draft.note),
        review_on=review_day(tx, draft.level),
    )
    tx.add(flag)
    tx.session.flush()
    tx.changed("flag", flag.id)
    return flag


def review_day(tx: Tx, level: FlagLevel) -> date:
    """When the flag is to be looked at again."""
    key = "review_days_low" if level is FlagLevel.LOW else "review_days_high"
    return tx.today + timedelta(days=number_in(tx, key))


def settle_policy(tx: Tx, codes: Codes, case: CaseFile) -> None:
    """Raise the joint policy to what the screens demand; open it when all are clear, never loosen a stricter one."""
    screens = latest_screens(tx, case.id)
    policy = case.joint_policy
    for screen in screens.values():
        if screen.result is not None:
            policy = rules.stricter(policy, _demanded(screen))
    if policy is JointPolicy.NOT_SCREENED and all(adult.person.id in screens for adult in adults_of(tx, codes, case)):
        policy = JointPolicy.ALLOWED
    case.joint_policy = policy


def _demanded(screen: SafetyScreen) -> JointPolicy:
    assert screen.result is not None
    policy = rules.policy_of_result(screen.result)
    known = form.questions()
    for code, given in screen.answers.items():
        if given["answer"] == "yes" and code in known:
            policy = rules.stricter(policy, JointPolicy(known[code].get("policy", "allowed")))
    return policy
