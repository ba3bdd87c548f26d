"""The page of imminent danger and the safety plan (P-11, P-2)."""

from datetime import timedelta

import pytest

from models.enums import JointPolicy
from services.errors import InvalidError, NotFoundError, StaleError
from services.safety import DangerDetail, DangerDraft, FlagLevel, PlanDraft, StepDraft
from tests.factories import Precinct
from tests.services.safety.dangers import open_dangers_of
from tests.services.safety.matter import Matter, couple_matter, family_matter


def page(matter: Matter, who: int = 0) -> DangerDetail:
    return matter.safety.danger(matter.worker, matter.case_id, matter.persons[who])


def draft(matter: Matter, *steps: StepDraft, who: int = 0, **values: object) -> DangerDraft:
    given = {"known_at": matter.unit.clock.now(), "no_consent_reason": "خطر جان"} | values
    return DangerDraft(matter.case_id, matter.persons[who], steps=steps, **given)  # type: ignore[arg-type]


def all_done(detail: DangerDetail) -> tuple[StepDraft, ...]:
    return tuple(StepDraft(step.code, True, "مینا راد", "۹:۳۰") for step in detail.steps if step.is_required)


def record(matter: Matter, made: DangerDraft) -> None:
    matter.safety.record_danger(matter.worker, made)


def test_it_needs_no_consent_and_forbids_a_joint_session(couple: Matter) -> None:
    record(couple, draft(couple, StepDraft("stay", True, "مینا راد", "۹")))
    assert couple.policy() is JointPolicy.FORBIDDEN
    state = couple.gate()
    assert not state.is_open
    assert not state.is_overridable
    detail = page(couple)
    assert detail.done == (StepDraft("stay", True, "مینا راد", "09:00"),)
    assert not detail.is_complete


def test_it_cannot_be_completed_with_a_required_step_open(couple: Matter) -> None:
    steps = all_done(page(couple))
    for left_out in range(len(steps)):
        rest = steps[:left_out] + steps[left_out + 1 :]
        with pytest.raises(InvalidError, match=r"safety\.step_open"):
            record(couple, draft(couple, *rest, is_complete=True))
    reason = StepDraft(steps[0].code, False, reason="پیش از آن رفت")
    record(couple, draft(couple, reason, *steps[1:], is_complete=True))
    assert open_dangers_of(couple.unit.uow, couple.worker) == ()


@pytest.mark.parametrize(
    ("step", "key"),
    [
        (StepDraft("stay", True, "", "۹:۳۰"), "safety.step_name"),
        (StepDraft("stay", True, "مینا راد", ""), "safety.step_hour"),
        (StepDraft("stay", True, "مینا راد", "۹۹"), "safety.step_hour"),
        (StepDraft("call_110", True, "", "۹:۳۰"), "safety.step_name"),
    ],
)
def test_what_was_done_has_a_name_and_an_hour(couple: Matter, step: StepDraft, key: str) -> None:
    steps = tuple(one for one in all_done(page(couple)) if one.code != step.code)
    with pytest.raises(InvalidError, match=key):
        record(couple, draft(couple, *steps, step, is_complete=True))


def test_flags_add_their_steps(couple: Matter) -> None:
    def required() -> set[str]:
        return {step.code for step in page(couple).steps if step.is_required}

    calm = required()
    couple.flag(0, "child_at_risk")
    assert required() - calm == {"call_123", "child_report", "tell_prosecutor"}
    couple.flag(0, "suicide")
    assert "call_115" in required()


def test_the_childs_clock_runs_on_it(couple: Matter) -> None:
    known = couple.unit.clock.now() - timedelta(hours=5)
    couple.flag(0, "child_at_risk", known_at=known)
    assert page(couple).clock_ends_at == known + timedelta(hours=12)


def test_without_consent_a_reason_is_written(couple: Matter) -> None:
    steps = all_done(page(couple))
    with pytest.raises(InvalidError, match=r"safety\.reason_needed"):
        record(couple, draft(couple, *steps, no_consent_reason=" ", is_complete=True))
    couple.consent(0)
    record(couple, draft(couple, *steps, no_consent_reason=" ", is_complete=True))


def test_it_stays_on_top_until_it_is_completed(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("danger_now",))
    (waiting,) = open_dangers_of(couple.unit.uow, couple.unit.head)
    assert (waiting.case_id, waiting.person_id) == (couple.case_id, couple.persons[0])
    record(couple, draft(couple, StepDraft("stay", True, "مینا راد", "۹")))
    assert len(open_dangers_of(couple.unit.uow, couple.unit.head)) == 1, "the same page, not a second one"
    record(couple, draft(couple, *all_done(page(couple)), is_complete=True))
    assert open_dangers_of(couple.unit.uow, couple.unit.head) == ()


def test_a_second_danger_is_a_second_page(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("danger_now",))
    record(couple, draft(couple, *all_done(page(couple)), is_complete=True))
    first = couple.dangers()[0].id
    couple.later(days=1)
    couple.screen(0, ("danger_now",))
    detail = page(couple)
    assert detail.id != first
    assert detail.done == ()
    assert detail.earlier == (first,)
    earlier = couple.safety.danger(couple.worker, couple.case_id, couple.persons[0], first)
    assert earlier.is_complete
    assert earlier.done


def test_a_completed_page_takes_later_words_and_stays_completed(couple: Matter) -> None:
    record(couple, draft(couple, *all_done(page(couple)), is_complete=True))
    done = couple.dangers()[0]
    couple.later(hours=1)
    record(couple, draft(couple, StepDraft("separate", True, "مینا راد", "۱۰"), id=done.id, known_at=done.known_at))
    (row,) = couple.dangers()
    assert row.completed_at == done.completed_at
    assert set(done.steps) < set(row.steps)


def test_one_colleague_does_not_wipe_the_others_steps(couple: Matter) -> None:
    record(couple, draft(couple, StepDraft("stay", True, "مینا راد", "۹")))
    record(couple, draft(couple, StepDraft("call_123", True, "مینا راد", "۹:۱۰")))
    assert {step.code for step in page(couple).done} == {"stay", "call_123"}


def test_a_childs_page_opens_too(unit: Precinct) -> None:
    family = family_matter(unit)
    family.flag(2, "child_at_risk", FlagLevel.IMMINENT)
    detail = page(family, 2)
    assert detail.id is not None
    assert detail.clock_ends_at is not None


def test_hours_of_knowledge_are_not_in_the_future(couple: Matter) -> None:
    with pytest.raises(InvalidError, match=r"safety\.known_in_future"):
        record(couple, draft(couple, known_at=couple.unit.clock.now() + timedelta(minutes=1)))


def test_it_is_about_somebody_of_the_case(unit: Precinct, couple: Matter) -> None:
    elsewhere = couple_matter(unit)
    with pytest.raises(NotFoundError):
        couple.safety.danger(couple.worker, couple.case_id, elsewhere.persons[0])


def test_the_plan_is_kept_in_the_clients_words(couple: Matter) -> None:
    wife = couple.persons[0]
    content = (("main_concern", "شب‌ها"), ("code_word", "نان تازه"), ("money", "  "))
    couple.safety.save_plan(couple.worker, PlanDraft(couple.case_id, wife, True, content))
    plan = couple.safety.plan(couple.worker, couple.case_id, wife)
    assert dict(plan.content) == {"main_concern": "شب‌ها", "code_word": "نان تازه"}
    secret = [prompt.code for phase in plan.phases for prompt in phase.prompts if prompt.is_secret]
    assert secret == ["code_word"]
    couple.safety.save_plan(couple.worker, PlanDraft(couple.case_id, wife, True, content[:1], plan.version))
    with pytest.raises(StaleError):
        couple.safety.save_plan(couple.worker, PlanDraft(couple.case_id, wife, True, content, plan.version))
