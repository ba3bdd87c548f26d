"""Writing a screen inside an open transaction, and what it sets in motion (domain.md §5.6, P-11, P-12, P-20)."""

from datetime import datetime

from models.case import CaseFile
from models.enums import FlagLevel, JointPolicy, ScreenResult, ScreenState
from models.safety import Consent, SafetyScreen
from services.cases.rules import stricter
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.persian.text import display_form, display_multiline
from services.safety import form, rules
from services.safety.adults import Adult, adults_of, children_of, clinical_consent, latest_screens, spoken_of
from services.safety.consents import interpreter_errors, require_consent
from services.safety.danger import open_page
from services.safety.flags import raise_flag
from services.safety.shapes import FlagDraft, ScreenDraft, Weighed
from services.typed import PARAGRAPH, REASON, too_long
from services.unit_of_work import Tx

_LEVELS = {
    ScreenResult.PRESENT_LOW: FlagLevel.LOW,
    ScreenResult.HIGH: FlagLevel.HIGH,
    ScreenResult.IMMINENT: FlagLevel.IMMINENT,
}


def record(tx: Tx, codes: Codes, case: CaseFile, adult: Adult, draft: ScreenDraft) -> tuple[SafetyScreen, Weighed]:
    """Store a screen with everything its answers demand: flags, joint policy, and the danger page.

    A screen that could not be finished is «not done», never a row of "no"; but a danger that somebody spoke of before
    it broke off counts all the same.
    """
    refuse(_length_errors(draft))
    is_done = not display_form(draft.not_done_reason)
    consent = _consent(tx, codes, case, draft, is_done=is_done)
    screened_at = draft.screened_at or tx.now
    if screened_at > tx.now:
        raise InvalidError("errors.future_date", "screened_at")
    if draft.known_at is not None and draft.known_at > tx.now:
        raise InvalidError("safety.known_in_future", "known_at")
    weighed = weigh(tx, codes, case, adult, draft)
    if is_done:
        _check_room(tx, codes, case, adult, draft)
        _check_answers(tx, codes, case, adult, draft, weighed)
    _check_flags(draft, weighed)
    result = rules.worse(weighed.result, draft.raised_result or ScreenResult.NONE)
    screen = _save(tx, draft, adult, consent, screened_at, result if is_done else None)
    known_at = min(draft.known_at or screened_at, screened_at)
    _raise_flags(tx, codes, case, draft, weighed, screen, result, known_at)
    if is_done or result in (ScreenResult.HIGH, ScreenResult.IMMINENT):
        _settle_policy(tx, codes, case, stricter(weighed.policy, rules.policy_of_result(result)))
    if result is ScreenResult.IMMINENT:
        open_page(tx, case, adult.person.id, known_at, draft.emergency_reason or form.no_consent_reason())
    return screen, weighed


def _length_errors(draft: ScreenDraft) -> list[InvalidError]:
    """A note stands beside its question: `answers.<question>`."""
    notes = [(f"answers.{answer.question}", answer.note) for answer in draft.answers]
    reasons = ("emergency_reason", "result_reason", "not_done_reason")
    return [
        *too_long(notes, PARAGRAPH),
        *too_long([(name, getattr(draft, name)) for name in reasons], REASON),
        *too_long([(name, getattr(draft, name)) for name in ("others_present", "interpreter_name")]),
    ]


def weigh(tx: Tx, codes: Codes, case: CaseFile, adult: Adult, draft: ScreenDraft) -> Weighed:
    """What the answers given so far mean for this adult; unknown questions are refused."""
    known = form.questions()
    if any(answer.question not in known for answer in draft.answers):
        raise InvalidError("safety.unknown_question", "answers")
    return rules.weigh(known, form.screen_file()["rule"], draft.answers, is_intimate=adult.is_intimate)


def audiences(tx: Tx, codes: Codes, case: CaseFile, adult: Adult, *, has_children: bool) -> frozenset[str]:
    """Which questions fit the adult; children who stand in the file are asked about whatever was ticked."""
    fit = {"all"}
    if adult.is_partner:
        fit.add("partner")
        if adult.person.sex != "male":
            fit.add("female_partner")
    if has_children or children_of(tx, codes, case):
        fit.add("has_children")
    return frozenset(fit)


def _consent(tx: Tx, codes: Codes, case: CaseFile, draft: ScreenDraft, *, is_done: bool) -> Consent | None:
    if not is_done and not draft.answers:
        return clinical_consent(tx, codes, case.id, draft.person_id)  # "not done" holds nothing clinical
    return require_consent(tx, codes, case.id, draft.person_id, draft.emergency_reason)


def _check_room(tx: Tx, codes: Codes, case: CaseFile, adult: Adult, draft: ScreenDraft) -> None:
    if not draft.was_alone or display_form(draft.others_present):
        raise InvalidError("safety.not_alone", "others_present")
    refuse(interpreter_errors(tx, codes, case, adult.person, draft.interpreter_name))


def _check_answers(tx: Tx, codes: Codes, case: CaseFile, adult: Adult, draft: ScreenDraft, weighed: Weighed) -> None:
    if weighed.result is ScreenResult.IMMINENT:
        return  # nothing can be worse: help comes before the other questions
    if not draft.is_full and (adult.is_intimate or rules.opens_full_form(draft.answers)):
        raise InvalidError("safety.full_form_needed", "answers")
    fit = audiences(tx, codes, case, adult, has_children=draft.has_children)
    asked = [(q.code, q.after) for s in form.sections(is_full=draft.is_full, audiences=fit) for q in s.questions]
    if rules.unanswered(asked, draft.answers):
        raise InvalidError("safety.unanswered", "answers")


def _check_flags(draft: ScreenDraft, weighed: Weighed) -> None:
    if not set(draft.accepted_flags) <= {*weighed.proposes, *weighed.raises}:
        raise InvalidError("safety.unknown_question", "accepted_flags")
    if rules.missing_choices(weighed, draft.accepted_flags):
        raise InvalidError("safety.who_is_at_risk", "accepted_flags")


def _save(
    tx: Tx,
    draft: ScreenDraft,
    adult: Adult,
    consent: Consent | None,
    screened_at: datetime,
    result: ScreenResult | None,
) -> SafetyScreen:
    row = SafetyScreen(
        case_id=draft.case_id,
        person_id=adult.person.id,
        consent_id=consent.id if consent else None,
        emergency_reason="" if consent else display_form(draft.emergency_reason),
        form_version=form.screen_file()["version"],
        is_full_form=draft.is_full,
        state=ScreenState.NOT_DONE if result is None else ScreenState.COMPLETE,
        was_alone=draft.was_alone,
        others_present=display_form(draft.others_present),
        interpreter_name=display_form(draft.interpreter_name),
        screened_at=screened_at,
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


def _raise_flags(
    tx: Tx,
    codes: Codes,
    case: CaseFile,
    draft: ScreenDraft,
    weighed: Weighed,
    screen: SafetyScreen,
    result: ScreenResult,
    known_at: datetime,
) -> None:
    """Open the flags that a screen demands, on the person and, as that person's statement, on whom it is about."""
    level = _LEVELS.get(result, FlagLevel.LOW)
    wanted = [(draft.person_id, kind) for kind in (*weighed.raises, *draft.accepted_flags)]
    other = spoken_of(tx, codes, case, draft.person_id) if weighed.raises_other else None
    if other is not None:
        wanted.extend((other, kind) for kind in weighed.raises_other)
    for person_id, kind in dict.fromkeys(wanted):
        raise_flag(tx, codes, case, FlagDraft(case.id, person_id, kind, level, known_at), screen_id=screen.id)


def _settle_policy(tx: Tx, codes: Codes, case: CaseFile, demanded: JointPolicy) -> None:
    """Raise the joint policy to what this screen demands; open it when all are clear, never loosen a stricter one."""
    policy = stricter(case.joint_policy, demanded)
    if policy is JointPolicy.NOT_SCREENED:
        screens = latest_screens(tx, case.id)
        if all(adult.person.id in screens for adult in adults_of(tx, codes, case)):
            policy = JointPolicy.ALLOWED
    if policy is not case.joint_policy:
        case.joint_policy = policy
        case.joint_policy_reason = say("safety.policy_by_screen")
