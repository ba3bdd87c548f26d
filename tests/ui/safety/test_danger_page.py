"""The steps of an imminent danger (P-11, P-10, R-8, P-2)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from services.safety import DangerDetail
from tests.services.safety.dangers import open_dangers_of
from tests.ui.safety.hands import focused, in_sight, keys, opened, settle, submit
from tests.ui.safety.scenes import Scene
from ui.safety import danger_page
from ui.safety.danger_page import DangerPage
from ui.safety.plan_page import PlanPage

ENTER = Qt.Key.Key_Return


def page_of(scene: Scene) -> DangerPage:
    return opened(scene, DangerPage(scene.context, scene.about()))


def stored(scene: Scene) -> DangerDetail:
    return scene.safety.danger(scene.actor, scene.case_id, scene.persons[0])


@pytest.fixture
def imminent(scene: Scene) -> Scene:
    scene.consent()
    scene.screen(yes=("danger_now",))
    return scene


def fill(page: DangerPage) -> None:
    for card in page.steps.values():
        if card.step.is_required:
            card.answer.set_value("done")
            card.set_values({**card.values(), "name": "مریم آزمونی"})


def test_every_step_is_done_from_the_keyboard(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    assert focused(page) is page.steps["stay"].answer
    keys(page, "1", ENTER, "مریم آزمونی")
    card = page.steps["stay"]
    assert card.form.field("hour").edit.text() == "۰۹:۰۰", "the present hour, to be corrected"
    fill(page)
    submit(imminent, page)
    assert open_dangers_of(imminent.desk.services.uow, imminent.actor) == ()
    assert imminent.desk.said.went == [("case", imminent.case_id)]


def test_it_cannot_be_completed_while_a_step_is_open(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    fill(page)
    page.steps["tell_head"].answer.set_value("")
    submit(imminent, page)
    assert len(open_dangers_of(imminent.desk.services.uow, imminent.actor)) == 1
    assert focused(page) is page.steps["tell_head"].answer
    page.steps["tell_head"].answer.set_value("not")
    submit(imminent, page)
    assert page.steps["tell_head"].form.field("reason").error()
    page.steps["tell_head"].form.field("reason").set_value("در مرخصی است؛ به جانشین گفته شد")
    submit(imminent, page)
    assert open_dangers_of(imminent.desk.services.uow, imminent.actor) == ()


def test_it_is_not_left_by_the_way(imminent: Scene, qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(imminent)
    answers = iter(["stay", "", "later"])
    monkeypatch.setattr(danger_page, "ask", lambda *_args: next(answers))
    page.steps["stay"].answer.set_value("done")
    assert not page.can_leave()
    assert not page.can_leave()
    assert page.can_leave()
    settle(imminent)
    assert [step.code for step in stored(imminent).done] == ["stay"]
    assert len(open_dangers_of(imminent.desk.services.uow, imminent.actor)) == 1, "it stays at the top"


def test_complete_it_later_keeps_what_was_done(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    page.steps["call_123"].answer.set_value("done")
    page._later.click()
    settle(imminent)
    assert [step.code for step in stored(imminent).done] == ["call_123"]
    assert imminent.desk.said.went == [("case", imminent.case_id)]
    again = page_of(imminent)
    assert again.steps["call_123"].answer.value() == "done"
    assert again.steps["call_123"].form.field("hour").edit.text() == "۰۹:۰۰"


def test_what_was_typed_waits_after_a_crash(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    page.steps["stay"].answer.set_value("done")
    page.steps["stay"].form.field("name").set_value("مریم آزمونی")
    page.leave()
    settle(imminent)
    again = page_of(imminent)
    settle(imminent)
    assert again.steps["stay"].form.field("name").value() == "مریم آزمونی"
    assert stored(imminent).done == ()


def test_the_clock_runs_from_knowledge_in_neutral_words(scene: Scene, qtbot: object) -> None:
    scene.flag(0, "child_at_risk", hours_ago=3)
    page = page_of(scene)
    assert page.clock.isVisible()
    assert "۹ ساعت" in page.clock.text()
    assert "کودک" not in page.clock.text()
    scene.desk.clock.advance(timedelta(hours=10))
    page.clock._show()
    assert "گذشته" in page.clock.text()


def test_the_hour_of_knowledge_is_apart_from_the_hour_of_typing(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    page.known.hour.set_value(None)
    page.known.hour.setText("730")
    page.known.check()
    page._later.click()
    settle(imminent)
    detail = stored(imminent)
    assert detail.known_at is not None
    assert detail.recorded_at is not None
    assert detail.recorded_at - detail.known_at >= timedelta(hours=1)


def test_an_empty_page_may_be_left(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    assert page.can_leave()


def test_what_a_step_is_for_is_told_beside_the_current_one_alone(imminent: Scene, qtbot: object) -> None:
    page = page_of(imminent)
    words = in_sight(page)
    assert page.steps["stay"].step.text in words
    assert page.steps["call_115"].step.text not in words


def test_the_card_is_asked_about_first(imminent: Scene, qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(danger_page, "ask_for_card", lambda _window: asked.append(1))
    monkeypatch.setattr(danger_page, "print_card", lambda *_args: pytest.fail("not before she said that it is safe"))
    page_of(imminent)._give_card()
    assert asked == [1]


@pytest.mark.parametrize(
    ("step", "kind"), [("forensic", "forensic_referral"), ("welfare", "welfare_referral"), ("child_report", "")]
)
def test_a_step_leads_to_its_own_letter(imminent: Scene, qtbot: object, step: str, kind: str) -> None:
    """What was done so far is kept; a report of a child leaves open whom it names."""
    page = page_of(imminent)
    card = page.steps[step]
    card.opened.emit(card.step.document)
    settle(imminent)
    key, argument = imminent.desk.said.went[-1]
    assert (key, argument.kind) == ("issue_paper", kind or "child_at_risk_report")
    assert argument.person_id == (imminent.persons[0] if kind else None)


def test_the_plan_is_kept_and_leads_back(imminent: Scene, qtbot: object) -> None:
    steps = page_of(imminent)
    steps.steps["plan"].opened.emit("plan")
    settle(imminent)
    key, argument = imminent.desk.said.went[-1]
    assert key == "safety_plan"
    page = opened(imminent, PlanPage(imminent.context, argument))
    keys(page, "شب‌ها", Qt.Key.Key_Tab)
    page.field("papers_ready").set_value(("دارو",))
    page.field("card_safe").set_value("no")
    submit(imminent, page)
    content = dict(imminent.safety.plan(imminent.actor, imminent.case_id, imminent.persons[0]).content)
    assert content["main_concern"] == "شب‌ها"
    assert content["papers_ready"] == "دارو"
    assert content["card_safe"] == "no"
    assert imminent.desk.said.went[-1][0] == "danger"


def test_the_plan_of_a_colleague_is_not_overwritten_silently(scene: Scene, qtbot: object) -> None:
    first = opened(scene, PlanPage(scene.context, scene.about()))
    first.field("main_concern").set_value("یک")
    submit(scene, first)
    second = opened(scene, PlanPage(scene.context, scene.about()))
    first.field("main_concern").set_value("دو")
    submit(scene, first)
    second.field("main_concern").set_value("سه")
    submit(scene, second)
    assert second.conflict.isVisible()
    assert second.field("main_concern").value() == "سه"
    second.conflict.keep_wanted.emit()
    settle(scene)
    settle(scene)
    content = dict(scene.safety.plan(scene.actor, scene.case_id, scene.persons[0]).content)
    assert content["main_concern"] == "سه"


def test_a_half_typed_day_of_the_plan_is_in_the_draft(scene: Scene, qtbot: object) -> None:
    page = opened(scene, PlanPage(scene.context, scene.about()))
    page.field("next_meeting").edit.setText("۱۴۰۵/۹")
    page._draft.touch()
    page.leave()
    settle(scene)
    again = opened(scene, PlanPage(scene.context, scene.about()))
    settle(scene)
    assert again.field("next_meeting").edit.text() == "۱۴۰۵/۹"
