"""The pure rules of safety: how answers weigh, and what is still owed (domain.md §5.6, R-7, P-12, P-20)."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.enums import Answer, JointPolicy, ScreenResult
from services.cases.rules import stricter
from services.safety.shapes import AnswerDraft, Weighed

_RESULTS = (ScreenResult.NONE, ScreenResult.PRESENT_LOW, ScreenResult.HIGH, ScreenResult.IMMINENT)


def worse(one: ScreenResult, other: ScreenResult) -> ScreenResult:
    return max(one, other, key=_RESULTS.index)


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

    A refusal is no "no": wherever a yes would weigh, a refusal weighs at least a little, more where the question
    says so. Of two answers to one question each counts.
    """
    result, policy = ScreenResult.NONE, JointPolicy.ALLOWED
    raises: dict[str, None] = {}
    others: dict[str, None] = {}
    proposes: dict[str, None] = {}
    groups: dict[tuple[str, ...], None] = {}
    said_yes: set[str] = set()
    for answer in answers:
        question = questions[answer.question]
        if answer.answer is Answer.REFUSED:
            result = worse(result, refusal_weighs(question))
        if answer.answer is not Answer.YES:
            continue
        said_yes.add(answer.question)
        result = worse(result, ScreenResult(question.get("at_least", "none")))
        policy = stricter(policy, JointPolicy(question.get("policy", "allowed")))
        proposes.update(dict.fromkeys(question.get("proposes", ())))
        if question.get("must_choose"):
            groups[tuple(question["proposes"])] = None
        if question.get("raises_when") != "intimate" or is_intimate:
            raises.update(dict.fromkeys(question.get("raises", ())))
            others.update(dict.fromkeys(question.get("raises_other", ())))
    for rule in rules:
        if sum(questions[code]["section"] in rule["sections"] for code in said_yes) >= rule["yes_count"]:
            result = worse(result, ScreenResult(rule["at_least"]))
            policy = stricter(policy, JointPolicy(rule["policy"]))
    policy = stricter(policy, policy_of_result(result))
    return Weighed(result, policy, tuple(raises), tuple(others), tuple(proposes), tuple(groups))


def refusal_weighs(question: Mapping[str, Any]) -> ScreenResult:
    """The least result of a refusal: never less than low danger where a yes would be a danger."""
    yes = ScreenResult(question.get("at_least", "none"))
    floor = ScreenResult.NONE if yes is ScreenResult.NONE else ScreenResult.PRESENT_LOW
    return worse(floor, ScreenResult(question.get("refused_at_least", "none")))


def opens_full_form(answers: Iterable[AnswerDraft]) -> bool:
    """Whether the answers to a short form call for the full one (P-20: any yes; a refusal too)."""
    return any(answer.answer in (Answer.YES, Answer.REFUSED) for answer in answers)


def unanswered(asked: Iterable[tuple[str, str]], answers: Iterable[AnswerDraft]) -> tuple[str, ...]:
    """The asked questions (code, the question they follow) without an answer; what follows a "no" is not owed."""
    given: dict[str, set[Answer]] = {}
    for answer in answers:
        given.setdefault(answer.question, set()).add(answer.answer)
    return tuple(
        code
        for code, after in asked
        if code not in given and (not after or given.get(after, set()) & {Answer.YES, Answer.REFUSED})
    )


def missing_choices(weighed: Weighed, accepted: Iterable[str]) -> bool:
    """Whether a group of which one flag has to be accepted has none."""
    marked = {*accepted, *weighed.raises}
    return any(not marked.intersection(group) for group in weighed.must_choose)
