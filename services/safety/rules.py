"""The pure rules of safety: how answers weigh, and when the gate is open (domain.md §5.6, R-7, P-12, P-20)."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.enums import Answer, JointPolicy, ScreenResult
from services.safety.shapes import AnswerDraft, Weighed

_RESULTS = (ScreenResult.NONE, ScreenResult.PRESENT_LOW, ScreenResult.HIGH, ScreenResult.IMMINENT)
_POLICIES = (JointPolicy.ALLOWED, JointPolicy.NOT_SCREENED, JointPolicy.SEPARATE_ONLY, JointPolicy.FORBIDDEN)


def worse(one: ScreenResult, other: ScreenResult) -> ScreenResult:
    return max(one, other, key=_RESULTS.index)


def stricter(one: JointPolicy, other: JointPolicy) -> JointPolicy:
    return max(one, other, key=_POLICIES.index)


def policy_of_result(result: ScreenResult) -> JointPolicy:
    """The least that a result does to joint sessions."""
    if result in (ScreenResult.HIGH, ScreenResult.IMMINENT):
        return JointPolicy.FORBIDDEN
    return JointPolicy.SEPARATE_ONLY if result is ScreenResult.PRESENT_LOW else JointPolicy.ALLOWED


def weigh(
    questions: Mapping[str, Mapping[str, Any]],
    rules: Iterable[Mapping[str, Any]],
    answers: Iterable[AnswerDraft],
    *,
    is_intimate: bool,
) -> Weighed:
    """The least result of the answers: the highest that any of them, or any rule over them, demands.

    A refusal is no "no": where the question names a weight for it, it counts.
    """
    given = {answer.question: answer.answer for answer in answers}
    result, policy = ScreenResult.NONE, JointPolicy.ALLOWED
    raises: dict[str, None] = {}
    others: dict[str, None] = {}
    proposes: dict[str, None] = {}
    for code, answer in given.items():
        question = questions[code]
        if answer is Answer.REFUSED and "refused_at_least" in question:
            result = worse(result, ScreenResult(question["refused_at_least"]))
        if answer is not Answer.YES:
            continue
        result = worse(result, ScreenResult(question.get("at_least", "none")))
        policy = stricter(policy, JointPolicy(question.get("policy", "allowed")))
        proposes.update(dict.fromkeys(question.get("proposes", ())))
        if question.get("raises_when") != "intimate" or is_intimate:
            raises.update(dict.fromkeys(question.get("raises", ())))
            others.update(dict.fromkeys(question.get("raises_other", ())))
    for rule in rules:
        yes = sum(
            answer is Answer.YES and questions[code]["section"] in rule["sections"] for code, answer in given.items()
        )
        if yes >= rule["yes_count"]:
            result = worse(result, ScreenResult(rule["at_least"]))
            policy = stricter(policy, JointPolicy(rule["policy"]))
    return Weighed(result, stricter(policy, policy_of_result(result)), tuple(raises), tuple(others), tuple(proposes))


def opens_full_form(answers: Iterable[AnswerDraft]) -> bool:
    """Whether the answers to a short form call for the full one (P-20: any yes; a refusal too)."""
    return any(answer.answer in (Answer.YES, Answer.REFUSED) for answer in answers)


def unanswered(asked: Iterable[tuple[str, str]], answers: Iterable[AnswerDraft]) -> tuple[str, ...]:
    """The asked questions (code, the question they follow) without an answer; what follows a "no" is not owed."""
    given = {answer.question: answer.answer for answer in answers}
    return tuple(
        code
        for code, after in asked
        if code not in given and (not after or given.get(after) in (Answer.YES, Answer.REFUSED))
    )
