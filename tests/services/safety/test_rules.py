"""What answers weigh, whatever they are (domain.md §5.6, P-12, P-20)."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.enums import Answer, JointPolicy, ScreenResult
from services.cases.rules import stricter
from services.safety import form, rules
from services.safety.shapes import AnswerDraft, Weighed

QUESTIONS = form.questions()
RULES = form.screen_file()["rule"]
ORDER = list(ScreenResult)
POLICIES = (JointPolicy.ALLOWED, JointPolicy.NOT_SCREENED, JointPolicy.SEPARATE_ONLY, JointPolicy.FORBIDDEN)
GRAVE = (
    "strangled",
    "weapon_used",
    "weapon_at_hand",
    "threatened_to_kill",
    "suicide_plan",
    "suicide_attempt",
    "suicide_intent_now",
    "child_danger_now",
    "dependent_at_risk",
)
WEIGHTY = tuple(code for code, row in QUESTIONS.items() if row.get("at_least", "none") != "none")

answer_sets = st.lists(st.builds(AnswerDraft, st.sampled_from(list(QUESTIONS)), st.sampled_from(list(Answer))))


def weigh(*answers: AnswerDraft, is_intimate: bool = True) -> Weighed:
    return rules.weigh(QUESTIONS, RULES, answers, is_intimate=is_intimate)


def yes(*codes: str) -> tuple[AnswerDraft, ...]:
    return tuple(AnswerDraft(code, Answer.YES) for code in codes)


@settings(max_examples=200)
@given(answer_sets, st.sampled_from(GRAVE), st.booleans(), st.data())
def test_a_grave_answer_is_never_under_high(
    others: list[AnswerDraft], grave: str, is_intimate: bool, data: st.DataObject
) -> None:
    """Wherever the yes stands, whatever else was answered, also a second answer to the same question."""
    place = data.draw(st.integers(0, len(others)))
    answers = [*others[:place], *yes(grave), *others[place:]]
    weighed = weigh(*answers, is_intimate=is_intimate)
    assert ORDER.index(weighed.result) >= ORDER.index(ScreenResult.HIGH)
    assert weighed.policy is JointPolicy.FORBIDDEN


@settings(max_examples=200)
@given(answer_sets, st.sampled_from(WEIGHTY))
def test_a_refusal_is_never_a_no(others: list[AnswerDraft], code: str) -> None:
    weighed = weigh(*others, AnswerDraft(code, Answer.REFUSED))
    assert weighed.result is not ScreenResult.NONE
    assert POLICIES.index(weighed.policy) >= POLICIES.index(JointPolicy.SEPARATE_ONLY)


@settings(max_examples=200)
@given(answer_sets, answer_sets, st.booleans())
def test_more_answers_never_weigh_less(one: list[AnswerDraft], more: list[AnswerDraft], is_intimate: bool) -> None:
    less, all_ = weigh(*one, is_intimate=is_intimate), weigh(*one, *more, is_intimate=is_intimate)
    assert ORDER.index(less.result) <= ORDER.index(all_.result)
    assert POLICIES.index(less.policy) <= POLICIES.index(all_.policy)
    assert set(less.raises) <= set(all_.raises)


@settings(max_examples=100)
@given(answer_sets)
def test_the_policy_never_lags_behind_the_result(answers: list[AnswerDraft]) -> None:
    weighed = weigh(*answers)
    least = rules.policy_of_result(weighed.result)
    assert stricter(weighed.policy, least) is weighed.policy


def test_only_noes_are_clear() -> None:
    weighed = weigh(*(AnswerDraft(code, Answer.NO) for code in QUESTIONS))
    assert weighed == Weighed(ScreenResult.NONE, JointPolicy.ALLOWED)


def test_three_of_what_makes_it_harder_are_high() -> None:
    assert weigh(*yes("extreme_jealousy", "broke_earlier_promise")).result is ScreenResult.PRESENT_LOW
    three = weigh(*yes("extreme_jealousy", "broke_earlier_promise", "getting_worse"))
    assert (three.result, three.policy) == (ScreenResult.HIGH, JointPolicy.FORBIDDEN)
    assert weigh(*yes("kept_from_family", "afraid_of_other", "fear_same_room")).result is ScreenResult.HIGH


def test_fear_of_one_room_keeps_them_apart() -> None:
    assert weigh(*yes("fear_same_room")).policy is JointPolicy.SEPARATE_ONLY


def test_a_statement_about_the_other_is_raised_only_between_people_who_are_close() -> None:
    assert weigh(*yes("hit_or_pushed")).raises_other == ("ipv_suspected_aggressor",)
    assert weigh(*yes("hit_or_pushed"), is_intimate=False).raises_other == ()


def test_who_is_in_danger_now_has_to_be_said() -> None:
    weighed = weigh(*yes("dependent_at_risk"))
    assert weighed.result is ScreenResult.IMMINENT
    assert rules.missing_choices(weighed, ())
    assert not rules.missing_choices(weighed, ("child_at_risk",))
    assert not rules.missing_choices(weigh(*yes("dependent_at_risk", "child_hurt")), ())


@settings(max_examples=100)
@given(answer_sets)
def test_a_short_form_is_enough_only_after_noes(answers: list[AnswerDraft]) -> None:
    assert rules.opens_full_form(answers) == any(one.answer is not Answer.NO for one in answers)


def test_what_follows_a_no_is_not_owed() -> None:
    asked = [("thoughts_of_death", ""), ("suicide_plan", "thoughts_of_death")]
    assert rules.unanswered(asked, ()) == ("thoughts_of_death",)
    assert rules.unanswered(asked, [AnswerDraft("thoughts_of_death", Answer.NO)]) == ()
    for answer in (Answer.YES, Answer.REFUSED):
        assert rules.unanswered(asked, [AnswerDraft("thoughts_of_death", answer)]) == ("suicide_plan",)


def test_every_short_question_stands_in_the_full_form() -> None:
    everybody = frozenset({"all", "partner", "female_partner", "has_children"})
    full = {q.code for s in form.sections(is_full=True, audiences=everybody) for q in s.questions}
    short = {q.code for s in form.sections(is_full=False, audiences=frozenset({"all"})) for q in s.questions}
    assert len(short) == 6
    assert short < full == set(QUESTIONS)


def test_weights_and_policies_agree_in_the_file() -> None:
    """A yes that is high by itself forbids; a yes never weighs less than its refusal."""
    rows: dict[str, dict[str, Any]] = QUESTIONS
    for code, row in rows.items():
        result = weigh(AnswerDraft(code, Answer.YES)).result
        assert ORDER.index(result) >= ORDER.index(rules.refusal_weighs(row)), code
