"""The strip of the case page and the panel of marks (P-3, P-4, R-8)."""

import pytest
from PySide6.QtCore import QCoreApplication

from services.changes import Change
from services.safety import ConsentDecision, FlagLevel, InviteAnswer, JointPolicy
from tests.ui.desk import show
from tests.ui.safety.hands import hold_f8, in_sight, keys, opened, settle, submit
from tests.ui.safety.scenes import Scene
from ui.safety.argument import SafetyArgument, read_argument
from ui.safety.flag_sheets import CloseSheet, PolicySheet, RaiseSheet, ReportSheet
from ui.safety.last_questions_page import LastQuestionsPage
from ui.safety.safety_page import SafetyPage
from ui.safety.strip import SafetyStrip

TELLING = ("خشونت", "خطر", "سلاح", "کودک در", "نداد", "رضایت نداد", "ترس")


def strip_of(scene: Scene) -> SafetyStrip:
    strip = SafetyStrip(scene.context, scene.case_id)
    show(strip)
    settle(scene)
    return strip


def safety_page(scene: Scene) -> SafetyPage:
    return opened(scene, SafetyPage(scene.context, scene.case_id))


def steps(strip: SafetyStrip) -> list[str]:
    return [line.party.next_step for line in strip.lines()]


def test_it_says_the_same_of_who_agreed_and_who_did_not(scene: Scene, qtbot: object) -> None:
    scene.consent(0)
    scene.consent(1, decision=ConsentDecision.REFUSED)
    strip = strip_of(scene)
    one, other, _ = strip.lines()
    first, second = ([chip.text() for chip in line._chips()] for line in (one, other))
    assert first[0] == second[0]
    for word in TELLING:
        assert word not in in_sight(strip)


def test_it_follows_every_change(scene: Scene, qtbot: object) -> None:
    strip = strip_of(scene)
    assert steps(strip) == ["consent", "consent", "consent"]
    scene.consent()
    scene.desk.bus.publish(frozenset({Change("case", scene.case_id)}))
    settle(scene)
    assert steps(strip)[0] == "screen"


def test_a_talk_of_long_ago_was_held_all_the_same(scene: Scene, qtbot: object) -> None:
    scene.consent()
    scene.screen()
    words = [strip_of(scene).lines()[0]._chips()[1].text()]
    scene.later(days=40)
    words.append(strip_of(scene).lines()[0]._chips()[1].text())
    assert words == ["گفت‌وگوی فردی: انجام شد", "گفت‌وگوی فردی: تازه نیست"]


def test_its_button_opens_the_next_step_of_the_person(scene: Scene, qtbot: object) -> None:
    scene.consent()
    strip = strip_of(scene)
    for line in strip.lines():
        line.buttons()[0].click()
    assert scene.desk.said.went == [
        ("screen", scene.about(0)),
        ("consent", scene.about(1)),
        ("consent", scene.about(2)),
    ]


def test_marks_are_letters_until_the_key_is_held(scene: Scene, qtbot: object) -> None:
    scene.flag(0, "weapon")
    strip = strip_of(scene)
    assert "سلاح" not in in_sight(strip)
    hold_f8(True)
    assert "سلاح" in in_sight(strip)
    hold_f8(False)
    assert "سلاح" not in in_sight(strip)


def test_clerks_do_not_see_it(scene: Scene, qtbot: object) -> None:
    strip = SafetyStrip(scene.desk.context_of("clerk"), scene.case_id)
    assert strip.isHidden()


def test_the_last_questions_open_the_gate_and_the_invitation(scene: Scene, qtbot: object) -> None:
    scene.consent()
    scene.screen()
    page = opened(scene, LastQuestionsPage(scene.context, scene.about()))
    keys(page, "ب")
    page.invitation.setFocus()
    keys(page, "1")
    submit(scene, page)
    party = scene.safety.state(scene.actor, scene.case_id).parties[0]
    assert party.invite_answer == InviteAnswer.NO_OBJECTION.value
    assert scene.safety.may_invite(scene.actor, scene.case_id, scene.parties[1])
    assert party.next_step == ""
    assert scene.desk.said.went == [("case", scene.case_id)]


def test_who_is_afraid_is_not_asked_about_sitting_together(scene: Scene, qtbot: object) -> None:
    scene.consent()
    scene.screen(yes=("afraid_of_other",))
    page = opened(scene, LastQuestionsPage(scene.context, scene.about()))
    assert not page.joint.isVisible()
    assert page.invitation.isVisible()


def test_open_questions_stay_open(scene: Scene, qtbot: object) -> None:
    scene.consent()
    scene.screen()
    page = opened(scene, LastQuestionsPage(scene.context, scene.about()))
    submit(scene, page)
    assert scene.safety.state(scene.actor, scene.case_id).parties[0].next_step == "joint_consent"


def sheet_of(page: SafetyPage, kind: type) -> object:
    QCoreApplication.processEvents()
    found = page.window().findChildren(kind)
    return found[-1]


def test_a_mark_is_raised_reported_and_closed(scene: Scene, qtbot: object) -> None:
    page = safety_page(scene)
    page.flags.open_raise()
    sheet = sheet_of(page, RaiseSheet)
    assert isinstance(sheet, RaiseSheet)
    sheet.submitted.emit()
    assert sheet.form.field("kind").error()
    sheet.form.set_values({"person_id": scene.persons[2].hex, "kind": "child_at_risk", "note": "کبودی دیده شد"})
    sheet.submitted.emit()
    settle(scene)
    (line,) = page.flags.lines()
    assert set(line.buttons) == {"report", "review", "close"}
    line.buttons["report"].click()
    report = sheet_of(page, ReportSheet)
    assert isinstance(report, ReportSheet)
    report.submitted.emit()
    settle(scene)
    assert report.form.field("number").error()
    report.form.set_values({"number": "۱۲۳۴"})
    report.submitted.emit()
    settle(scene)
    (line,) = page.flags.lines()
    assert set(line.buttons) == {"review", "close"}
    line.buttons["close"].click()
    close = sheet_of(page, CloseSheet)
    assert isinstance(close, CloseSheet)
    close.submitted.emit()
    settle(scene)
    assert close.form.field("reason").error()
    close.form.set_values({"reason": "تحویل اورژانس اجتماعی شد"})
    close.submitted.emit()
    settle(scene)
    assert page.flags.lines() == ()


def test_a_child_mark_is_not_closed_before_its_report(scene: Scene, qtbot: object) -> None:
    scene.flag(2, "child_at_risk")
    page = safety_page(scene)
    page.flags.lines()[0].buttons["close"].click()
    close = sheet_of(page, CloseSheet)
    assert isinstance(close, CloseSheet)
    close.form.set_values({"reason": "حل شد"})
    close.submitted.emit()
    settle(scene)
    assert close.notice.text()
    assert len(page.flags.lines()) == 1


def test_an_imminent_mark_leads_to_its_steps_at_once(scene: Scene, qtbot: object) -> None:
    page = safety_page(scene)
    page.flags.open_raise()
    sheet = sheet_of(page, RaiseSheet)
    assert isinstance(sheet, RaiseSheet)
    values = {"person_id": scene.persons[0].hex, "kind": "suicide", "level": FlagLevel.IMMINENT.value}
    sheet.form.set_values(values)
    sheet.submitted.emit()
    settle(scene)
    assert scene.desk.said.went == [("danger", SafetyArgument(scene.case_id, scene.persons[0]))]


def test_the_page_tells_nothing_until_the_key_is_held(scene: Scene, qtbot: object) -> None:
    scene.consent()
    scene.screen(yes=("weapon_used",), result_reason="ترسیده بود")
    page = safety_page(scene)
    for word in TELLING:
        assert word not in in_sight(page), word
    hold_f8(True)
    assert "سلاح" in in_sight(page)
    hold_f8(False)


@pytest.mark.parametrize("role", ["counsellor", "unit_head"])
def test_only_the_head_lifts_forbidden(scene: Scene, qtbot: object, role: str) -> None:
    scene.safety.set_policy(scene.actor, scene.case_id, JointPolicy.FORBIDDEN, "تهدید تازه")
    scene.context = scene.desk.context_of(role)
    page = safety_page(scene)
    page.open_policy()
    sheet = sheet_of(page, PolicySheet)
    assert isinstance(sheet, PolicySheet)
    sheet.form.set_values({"policy": JointPolicy.ALLOWED.value, "reason": "بازبینی شد"})
    sheet.submitted.emit()
    settle(scene)
    is_head = role == "unit_head"
    policy = scene.safety.state(scene.desk.actors["unit_head"], scene.case_id).policy
    assert (policy is JointPolicy.ALLOWED) is is_head
    if not is_head:
        assert sheet.form.field("policy").error()


def test_a_draft_leads_back_to_its_page(scene: Scene) -> None:
    assert read_argument(scene.about().subject()) == scene.about()
