"""The consent sheet from the keyboard (R-22, P-12, P-14, P-32)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from services.safety import ConsentDecision
from tests.ui.desk import Desk
from tests.ui.safety.hands import focused, hold_f8, in_sight, keys, opened, settle, submit
from tests.ui.safety.scenes import Scene
from ui.safety.consent_page import ConsentPage
from ui.safety.reveal import DOTS

ENTER = Qt.Key.Key_Return


def decisions(scene: Scene, who: int = 0) -> dict[str, ConsentDecision]:
    sheet = scene.safety.consent_sheet(scene.actor, scene.case_id, scene.persons[who])
    return {row.kind: row.decision for row in sheet.rows}


def page_of(scene: Scene, who: int = 0) -> ConsentPage:
    return opened(scene, ConsentPage(scene.context, scene.about(who)))


def test_a_sheet_is_read_decided_and_stored_without_a_mouse(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    assert focused(page) is page.reading.tick
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "۱", "خ")
    submit(scene, page)
    assert decisions(scene) == {"counselling": ConsentDecision.GIVEN, "phone_contact": ConsentDecision.REFUSED}
    assert scene.desk.said.toasts
    submit(scene, page)
    assert scene.desk.said.went == [("screen", scene.about())], "the next Ctrl+Enter leads to the talk"


def test_nothing_is_decided_beforehand(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    assert set(page.decisions.values().values()) == {""}
    submit(scene, page)
    assert decisions(scene) == {}
    assert page.decisions.field("counselling").error()


def test_a_joint_session_is_not_asked_here_before_the_talk(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    assert "joint_session" not in page.decisions.values()


def test_what_was_not_read_aloud_is_not_stored(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    page.decisions.focus_first()
    keys(page, "1")
    submit(scene, page)
    assert decisions(scene) == {}
    assert focused(page) is page.reading.tick
    assert scene.desk.said.errors


def test_health_opens_with_consent_and_says_why_before(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    assert not page.health.is_open()
    assert "رضایت" in in_sight(page.health)
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    submit(scene, page)
    settle(scene)
    page.health.open()
    settle(scene)
    assert page.health.is_open()
    page.health.form.field("medication").set_value("قرص فشار")
    page.health.save()
    settle(scene)
    stored = scene.safety.health(scene.actor, scene.case_id, scene.persons[0])
    assert stored is not None
    assert stored.medication == "قرص فشار"


def test_a_withdrawal_closes_health(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = page_of(scene)
    page.health.open()
    settle(scene)
    assert page.health.is_open()
    page.decisions.focus_first()
    keys(page, "2")
    submit(scene, page)
    settle(scene)
    assert decisions(scene)["counselling"] is ConsentDecision.WITHDRAWN
    assert not page.health.is_open()


def test_an_interpreter_without_pledge_is_told_beside_the_name(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    page.helpers.form.field("interpreter").set_value("مینا آزمونی")
    assert page.helpers.form.field("language").isVisible()
    submit(scene, page)
    assert page.helpers.form.field("interpreter").error()
    assert page.helpers.form.field("language").error()
    page.helpers.form.field("language").set_value("kurdish")
    page.helpers.pledge.setChecked(True)
    submit(scene, page)
    assert "counselling" in decisions(scene)


def test_who_cannot_read_is_asked_for_two_witnesses(desk: Desk, qtbot: object) -> None:
    scene = Scene(desk, can_read=False)
    page = page_of(scene)
    assert page.helpers.form.field("witness_1").isVisible()
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    submit(scene, page)
    assert page.helpers.form.field("witness_1").error()
    page.helpers.form.set_values({"witness_1": "مینا آزمونی", "witness_2": "پری آزمونی"})
    submit(scene, page)
    assert "counselling" in decisions(scene)


def test_a_child_has_a_guardian_and_is_called_by_initials(scene: Scene, qtbot: object) -> None:
    page = page_of(scene, 2)
    assert "باران" not in in_sight(page)
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    submit(scene, page)
    assert page.helpers.form.field("guardian").error()


def _plain(words: QLabel) -> list[str]:
    return words.text().replace("\u2066", "").replace("\u2069", "").splitlines()


def test_what_the_guardians_answered_is_dots_until_wanted(scene: Scene, qtbot: object) -> None:
    """P-14, and P-4: one of them may be in the room. Nobody's answer is written under another's name by chance."""
    scene.consent(2, guardian_name="نرگس آزمونی", guardian_kind="mother", has_custody=True)
    page = page_of(scene, 2)
    form = page.helpers.form
    assert form.field("guardian").value() == ""
    assert not form.field("head_reason").isVisible()
    note = page.helpers.guardians
    assert note.words.text() == DOTS
    hold_f8(True)
    assert _plain(note.words) == [
        "نرگس آزمونی، مادر، حضانت دارد: رضایت داد، ۱۴۰۵/۰۸/۳۰",
        "فرهاد نمونه‌پور: هنوز پرسیده نشده",
        (
            "هنوز گفته سرپرستان برای جلسه با این کودک کافی نیست: هر دو رضایت بدهند، یا دستور قضایی را بنویسید، "
            "یا از مسئول واحد نظر کتبی بخواهید. کار فوری هرگز نمی‌ماند."
        ),
    ]
    hold_f8(False)
    keys(page, "1")
    form.set_values({"guardian": "فرهاد نمونه‌پور", "guardian_kind": "father", "custody": "no"})
    page.decisions.focus_first()
    keys(page, "خ")
    submit(scene, page)
    hold_f8(True)
    lines = _plain(note.words)
    hold_f8(False)
    assert "فرهاد نمونه‌پور، ولی قهری (پدر)، حضانت ندارد: رضایت نداد، ۱۴۰۵/۰۸/۳۰" in lines
    assert "دستور قضایی را بنویسید" in lines[-1]


def test_what_was_typed_waits_after_a_crash(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    page.helpers.form.field("interpreter").set_value("مینا آزمونی")
    page.leave()
    settle(scene)
    again = page_of(scene)
    settle(scene)
    assert again.reading.tick.isChecked()
    assert again.decisions.values()["counselling"] == "given"
    assert again.helpers.form.field("interpreter").value() == "مینا آزمونی"
    assert decisions(scene) == {}


def test_the_draft_goes_with_the_saving(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    keys(page, "1")
    page.decisions.focus_first()
    keys(page, "1")
    page.leave()
    submit(scene, page)
    settle(scene)
    assert scene.context.services.drafts.of(scene.actor) == ()


def test_the_page_names_nobody_else(scene: Scene, qtbot: object) -> None:
    page = page_of(scene)
    hold_f8(True)
    words = in_sight(page)
    hold_f8(False)
    assert "فرهاد" not in words
    assert page.is_interview


def test_the_sheet_is_printed_for_this_person(scene: Scene, qtbot: object) -> None:
    scene.consent()
    page = page_of(scene)
    page._print.click()
    key, argument = scene.desk.said.went[-1]
    assert key == "issue_paper"
    assert (argument.case_id, argument.kind, argument.person_id) == (
        scene.case_id,
        "informed_consent",
        scene.persons[0],
    )
