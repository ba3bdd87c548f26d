"""The talk alone from the keyboard (P-3, P-11, P-12, P-20)."""

import pytest
from PySide6.QtCore import Qt

from services.safety import FlagLevel, ScreenResult, ScreenState
from tests.services.safety.dangers import open_dangers_of
from tests.ui.safety.hands import focused, hold_f8, in_sight, keys, opened, settle, submit
from tests.ui.safety.scenes import Scene
from ui.safety.not_done_sheet import NotDoneSheet
from ui.safety.screen_page import ScreenPage

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Right
WORDS_THAT_TELL = ("خطر کم", "خطر زیاد", "خطر فوری", "در معرض", "نشان‌هایی", "سلاح در دسترس")


def page_of(scene: Scene) -> ScreenPage:
    return opened(scene, ScreenPage(scene.context, scene.about()))


def begun(scene: Scene) -> ScreenPage:
    """A page at its first question: every check of the room ticked with the keyboard."""
    page = page_of(scene)
    for _ in page.room.ticks:
        keys(page, "1", ENTER)
    submit(scene, page)
    return page


def code(page: ScreenPage) -> str:
    return str(page._asked()[page.answers.at][1].code)


def answer_all(scene: Scene, page: ScreenPage, *, yes: tuple[str, ...] = (), refused: tuple[str, ...] = ()) -> None:
    for _ in range(60):
        if page._is_answered():
            break
        at = code(page)
        keys(page, "ب" if at in yes else "۳" if at in refused else "2")
        settle(scene)
    settle(scene)


def latest(scene: Scene) -> object:
    return scene.safety.state(scene.actor, scene.case_id).parties[0].screen


def test_from_the_room_to_the_last_questions_without_a_mouse(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    answer_all(scene, page)
    submit(scene, page)
    screen = latest(scene)
    assert screen is not None
    assert screen.result is ScreenResult.NONE  # type: ignore[attr-defined]
    assert scene.desk.said.went == [("last_questions", scene.about())]
    assert scene.desk.said.errors == []


def test_it_begins_only_when_everything_in_the_room_is_true(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = page_of(scene)
    ticks = list(page.room.ticks.values())
    assert focused(page) is ticks[0]
    for tick in ticks[:-1]:
        tick.setChecked(True)
    submit(scene, page)
    assert page.room.isVisible()
    ticks[-1].setChecked(True)
    submit(scene, page)
    assert page.question.isVisible()


def test_without_consent_it_begins_only_with_a_reason(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    for tick in page.room.ticks.values():
        tick.setChecked(True)
    submit(scene, page)
    assert page.room.isVisible()
    page.room._open_emergency()
    page.room.fields.field("emergency_reason").set_value("نفسش بالا نمی‌آمد")
    submit(scene, page)
    assert page.question.isVisible()
    answer_all(scene, page)
    submit(scene, page)
    assert latest(scene) is not None


@pytest.mark.parametrize(
    ("key", "answer"), [("۱", "yes"), ("2", "no"), ("٣", "refused"), ("ب", "yes"), ("خ", "no"), ("پ", "refused")]
)
def test_one_key_answers_and_goes_on(scene: Scene, qtbot: object, key: str, answer: str) -> None:
    scene.consent()
    page = begun(scene)
    first = code(page)
    keys(page, key)
    settle(scene)
    assert page.answers.given == {first: answer}
    assert code(page) != first
    keys(page, BACK)
    assert code(page) == first
    assert page.question.button(answer).isChecked()


def test_there_is_no_button_that_answers_everything(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    assert "همه" not in in_sight(page)


def test_a_following_question_appears_and_goes(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    count = len(page._asked())
    while code(page) != "thoughts_of_death":
        keys(page, "2")
        settle(scene)
    keys(page, "3")
    settle(scene)
    assert code(page) == "suicide_plan"
    assert len(page._asked()) == count + 1
    keys(page, BACK, "2")
    settle(scene)
    assert len(page._asked()) == count


def test_a_short_form_opens_the_full_one_and_keeps_its_answers(desk_scene: Scene, qtbot: object) -> None:
    scene = desk_scene
    page = begun(scene)
    assert len(page._asked()) == 6
    keys(page, "2", "2")
    settle(scene)
    keys(page, "3")
    settle(scene)
    assert len(page._asked()) > 20
    assert len(page.answers.given) == 3
    answer_all(scene, page)
    submit(scene, page)
    screen = scene.safety.state(scene.actor, scene.case_id).parties[0].screen
    assert screen is not None
    assert screen.result is ScreenResult.PRESENT_LOW


@pytest.fixture
def desk_scene(desk: object) -> Scene:
    """Two neighbours: six questions."""
    from tests.ui.safety.scenes import neighbours

    scene = neighbours(desk)  # type: ignore[arg-type]
    scene.consent()
    return scene


def test_imminent_danger_stops_the_questions_and_opens_the_steps(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    assert code(page) == "danger_now"
    keys(page, "1")
    settle(scene)
    assert page.soon.isVisible()
    for word in WORDS_THAT_TELL:
        assert word not in in_sight(page)
    submit(scene, page)
    assert scene.desk.said.went == [("danger", scene.about())]
    assert len(open_dangers_of(scene.desk.services.uow, scene.actor)) == 1


def test_who_is_in_danger_has_to_be_chosen_in_words_that_tell_nothing(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    while code(page) != "dependent_at_risk":
        keys(page, "2")
        settle(scene)
    keys(page, "1")
    settle(scene)
    submit(scene, page)
    assert latest(scene) is None
    assert page.closing.said()
    assert "کودک" not in in_sight(page)
    page.result.reveal.button().click()
    page.result.ticks["child_at_risk"].setChecked(True)
    submit(scene, page)
    flags = scene.safety.state(scene.actor, scene.case_id).flags
    assert {(flag.kind, flag.level) for flag in flags} == {("child_at_risk", FlagLevel.IMMINENT)}


def test_the_result_is_for_the_worker_alone(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    answer_all(scene, page, yes=("weapon_used", "child_saw"))
    assert page.closing.isVisible()
    for word in WORDS_THAT_TELL:
        assert word not in in_sight(page)
    hold_f8(True)
    assert "خطر زیاد" in in_sight(page)
    hold_f8(False)
    assert "خطر زیاد" not in in_sight(page)
    page.result.reveal.button().click()
    assert "خطر زیاد" in in_sight(page)
    page.closing.back_wanted.emit()
    submit(scene, page)
    assert not page.result.reveal.is_shown(), "covered again once the questions were in sight"


def test_the_worker_raises_the_result(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    answer_all(scene, page)
    page.result.reveal.button().click()
    page.result.form.set_values({"raised_result": "high", "result_reason": "ترسیده بود"})
    submit(scene, page)
    screen = latest(scene)
    assert screen is not None
    assert screen.result is ScreenResult.HIGH  # type: ignore[attr-defined]


def test_it_could_not_be_held(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    keys(page, "2", "2")
    settle(scene)
    page._not_done.click()
    sheet = page.findChild(NotDoneSheet) or page.window().findChild(NotDoneSheet)
    assert isinstance(sheet, NotDoneSheet)
    sheet.submitted.emit()
    assert sheet.field("reason").error()
    sheet.field("reason").set_value("همراه بیرون نرفت")
    sheet.submitted.emit()
    settle(scene)
    assert latest(scene) is None
    with scene.desk.services.uow.read(scene.actor) as tx:
        from sqlalchemy import select

        from models.safety import SafetyScreen

        rows = list(tx.session.scalars(select(SafetyScreen)))
    assert [row.state for row in rows] == [ScreenState.NOT_DONE]


def test_a_power_cut_loses_no_answer(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    keys(page, "2", "1")
    page.question.note.setText("دست راست")
    settle(scene)
    page.leave()
    settle(scene)
    given = dict(page.answers.given)
    again = page_of(scene)
    settle(scene)
    assert again.answers.given == given
    assert "دست راست" in again.answers.notes.values()
    assert again.question.isVisible()


def test_nothing_is_stored_by_looking(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = page_of(scene)
    page.leave()
    settle(scene)
    assert latest(scene) is None
    assert scene.context.services.drafts.of(scene.actor) == ()


def test_tab_order_never_reaches_what_is_hidden(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = begun(scene)
    answer_all(scene, page)
    assert not page.result.form.isVisible()
    assert all(not tick.isVisible() for tick in page.result.ticks.values())
