"""Recording a screen, and what it sets in motion (§5.6, P-11, P-12, P-20)."""

from dataclasses import replace

import pytest

from models.enums import JointPolicy, ScreenState
from models.safety import RiskFlag
from services.cases import PartyDraft, Side
from services.errors import InvalidError, NotFoundError
from services.safety import Answer, AnswerDraft, FlagLevel, ScreenResult
from tests.factories import Precinct
from tests.services.safety.matter import Matter, family_matter, make, neighbours, person


def only_noes(matter: Matter, who: int, **values: object) -> tuple[AnswerDraft, ...]:
    return tuple(AnswerDraft(code, Answer.NO) for code in matter.asked(who, **values))


def test_nothing_is_stored_before_consent(couple: Matter) -> None:
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        couple.screen(0)
    assert couple.screens() == []


def test_an_emergency_with_its_reason_waits_for_nothing(couple: Matter) -> None:
    outcome = couple.screen(0, emergency_reason="نفسش بالا نمی‌آمد")
    assert outcome.screen.result is ScreenResult.NONE
    assert couple.screens()[0].emergency_reason == "نفسش بالا نمی‌آمد"


@pytest.mark.parametrize("room", [{"was_alone": False}, {"others_present": "مادر همسر"}])
def test_while_somebody_else_is_there_it_is_not_complete(couple: Matter, room: dict[str, object]) -> None:
    couple.consent(0)
    with pytest.raises(InvalidError, match=r"safety\.not_alone"):
        couple.screen(0, **room)
    assert couple.screens() == []


def test_the_other_side_does_not_interpret(couple: Matter) -> None:
    couple.consent(0)
    with pytest.raises(InvalidError, match=r"safety\.interpreter_is_party"):
        couple.screen(0, interpreter_name="سام آزمونی")


def test_an_unfinished_one_is_not_done_and_no_row_of_noes(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, answers=(), was_alone=False, not_done_reason="کودک آرام نشد")
    screen = couple.screens()[0]
    assert (screen.state, screen.result, screen.answers) == (ScreenState.NOT_DONE, None, {})
    assert couple.policy() is JointPolicy.NOT_SCREENED
    assert "no_screen" in couple.conditions()


def test_not_done_may_be_written_down_before_consent(couple: Matter) -> None:
    couple.screen(0, answers=(), was_alone=False, not_done_reason="نخواست بنشیند")
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        couple.screen(0, not_done_reason="همسرش آمد")


def test_a_danger_told_before_it_broke_off_counts(couple: Matter) -> None:
    couple.consent(0)
    told = (AnswerDraft("danger_now", Answer.YES), AnswerDraft("strangled", Answer.YES))
    outcome = couple.screen(0, answers=told, was_alone=False, not_done_reason="همسرش آمد")
    assert outcome.is_imminent
    assert outcome.screen.result is None
    assert couple.policy() is JointPolicy.FORBIDDEN
    assert (couple.persons[0], "ipv_victim") in couple.flags()
    assert len(couple.dangers()) == 1


def test_an_answer_is_owed_to_each_question(couple: Matter) -> None:
    couple.consent(0)
    answers = couple.draft(0).answers
    with pytest.raises(InvalidError, match=r"safety\.unanswered"):
        couple.screen(0, answers=answers[:-1])
    with pytest.raises(InvalidError, match=r"safety\.unknown_question"):
        couple.screen(0, answers=(*answers, AnswerDraft("no_such", Answer.NO)))


def test_an_imminent_danger_does_not_wait_for_the_other_questions(couple: Matter) -> None:
    couple.consent(0)
    outcome = couple.screen(0, answers=(AnswerDraft("danger_now", Answer.YES),))
    assert outcome.is_imminent
    assert outcome.screen.result is ScreenResult.IMMINENT
    danger = couple.dangers()[0]
    assert danger.completed_at is None
    assert danger.person_id == couple.persons[0]


def test_who_is_close_gets_the_full_form(couple: Matter) -> None:
    couple.consent(0)
    six = tuple(answer for answer in couple.draft(0).answers if answer.question in SHORT)
    with pytest.raises(InvalidError, match=r"safety\.full_form_needed"):
        couple.screen(0, answers=six, is_full=False)


SHORT = (
    "injured_now",
    "dependent_at_risk",
    "weapon_used",
    "threatened_harm",
    "fear_same_room",
    "thoughts_of_death",
)


def test_neighbours_get_six_questions_and_the_rest_after_a_yes(unit: Precinct) -> None:
    matter = neighbours(unit)
    matter.consent(0)
    matter.consent(1)
    assert matter.asked(0) == SHORT
    noes = only_noes(matter, 0)
    assert matter.screen(0, answers=noes, is_full=False).screen.result is ScreenResult.NONE
    for answer in (Answer.YES, Answer.REFUSED):
        answers = (*noes[:-1], AnswerDraft(SHORT[-1], answer))
        with pytest.raises(InvalidError, match=r"safety\.full_form_needed"):
            matter.screen(1, answers=answers, is_full=False)
    full = matter.draft(1, refused=("thoughts_of_death",))
    owed = (AnswerDraft("suicide_plan", Answer.NO), AnswerDraft("suicide_intent_now", Answer.NO))
    answers = tuple({one.question: one for one in (*full.answers, *owed)}.values())
    assert matter.screen(1, answers=answers).screen.result is ScreenResult.PRESENT_LOW


def test_a_neighbour_is_not_asked_like_a_wife(unit: Precinct, couple: Matter) -> None:
    asked = set(neighbours(unit).asked(0, is_full=True))
    assert not asked & {"forced_relations", "hurt_in_pregnancy", "recent_separation"}
    assert set(couple.asked(0)) >= {"forced_relations", "hurt_in_pregnancy", "recent_separation"}
    assert "hurt_in_pregnancy" not in couple.asked(1)


def test_an_unnamed_relation_gets_the_full_form(unit: Precinct) -> None:
    matter = make(
        unit,
        "other",
        PartyDraft(person("رها"), "applicant", Side.A),
        PartyDraft(person("سام"), "respondent", Side.B),
    )
    assert len(matter.asked(0)) > len(SHORT)


def test_children_of_the_file_are_always_asked_about(unit: Precinct, couple: Matter) -> None:
    assert "child_hurt" not in couple.asked(0, has_children=False)
    family = family_matter(unit)
    assert "child_hurt" in family.asked(0, has_children=False)
    family.consent(0)
    answers = tuple(one for one in family.draft(0).answers if one.question != "child_hurt")
    with pytest.raises(InvalidError, match=r"safety\.unanswered"):
        family.screen(0, answers=answers, has_children=False)


def test_a_child_is_not_screened(unit: Precinct) -> None:
    family = family_matter(unit)
    with pytest.raises(NotFoundError):
        family.asked(2)


def test_who_is_at_risk_is_said_and_nothing_else_accepted(couple: Matter) -> None:
    couple.consent(0)
    with pytest.raises(InvalidError, match=r"safety\.who_is_at_risk"):
        couple.screen(0, ("dependent_at_risk",))
    with pytest.raises(InvalidError):
        couple.screen(0, accepted_flags=("weapon",))
    outcome = couple.screen(0, ("dependent_at_risk",), accepted_flags=("child_at_risk",))
    assert "child_at_risk" in outcome.flags
    assert outcome.is_imminent


def test_what_she_says_is_put_on_him_as_her_statement(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("hit_or_pushed", "weapon_used"))
    wife, husband = couple.persons
    assert set(couple.flags()) == {(wife, "ipv_victim"), (wife, "weapon"), (husband, "ipv_suspected_aggressor")}
    assert {flag.level for flag in couple.rows(RiskFlag)} == {FlagLevel.HIGH}


def test_a_statement_is_put_on_nobody_by_chance(unit: Precinct) -> None:
    """Her husband and his mother stand on the other side: what she says of him is not put on the mother."""
    matter = make(
        unit,
        "in_laws",
        PartyDraft(person("رها", "female"), "wife", Side.A, "spouse", is_inviting=True),
        PartyDraft(person("سام", "male"), "husband", Side.B, "spouse"),
        PartyDraft(person("ماه", "female"), "relative", Side.B, "parent_in_law"),
    )
    matter.consent(0)
    matter.screen(0, ("hit_or_pushed",))
    assert set(matter.flags()) == {
        (matter.persons[0], "ipv_victim"),
        (matter.persons[1], "ipv_suspected_aggressor"),
    }
    kin = make(
        unit,
        "sibling_inheritance",
        PartyDraft(person("رها", "female"), "relative", Side.A, "sibling", is_inviting=True),
        PartyDraft(person("سام", "male"), "relative", Side.B, "sibling"),
        PartyDraft(person("رام", "male"), "relative", Side.B, "sibling"),
    )
    kin.consent(0)
    kin.screen(0, ("hit_or_pushed",))
    assert kin.flags() == [(kin.persons[0], "ipv_victim")]


def test_the_worker_may_raise_and_never_lower(couple: Matter) -> None:
    couple.consent(0)
    assert couple.screen(0, raised_result=ScreenResult.HIGH).screen.result is ScreenResult.HIGH
    assert couple.policy() is JointPolicy.FORBIDDEN
    lowered = couple.screen(0, ("locked_in",), raised_result=ScreenResult.NONE)
    assert lowered.screen.result is ScreenResult.HIGH


def test_a_raise_to_imminent_opens_the_danger_page(couple: Matter) -> None:
    couple.consent(0)
    assert couple.screen(0, raised_result=ScreenResult.IMMINENT).is_imminent
    assert [danger.person_id for danger in couple.dangers()] == [couple.persons[0]]


def test_what_is_asked_next(couple: Matter) -> None:
    couple.consent(0)
    clear = couple.screen(0)
    assert (clear.asks_joint, clear.asks_invitation) == (True, True)
    afraid = couple.screen(0, ("afraid_of_other",))
    assert (afraid.asks_joint, afraid.asks_invitation) == (False, True)
    couple.consent(1)
    assert couple.screen(1).asks_invitation is False


def test_weighing_stores_nothing(couple: Matter) -> None:
    draft = replace(couple.draft(0), answers=(AnswerDraft("child_saw", Answer.YES),))
    weighed = couple.safety.weigh(couple.worker, draft)
    assert (weighed.result, weighed.proposes) == (ScreenResult.PRESENT_LOW, ("child_at_risk",))
    assert couple.screens() == []
