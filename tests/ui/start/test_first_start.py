"""From an empty folder to a signed-in window, by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.start.scene import Scene, start
from ui.setup.guide import Guide

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    made = start(qtbot, tmp_path / "data")
    yield made
    made.end()


def _guide(scene: Scene) -> Guide:
    page = scene.shown()
    assert isinstance(page, Guide)
    return page


def test_the_guide_by_the_keyboard(scene: Scene, tmp_path: Path) -> None:
    guide = _guide(scene)
    scene.enter()  # the kind is a precinct already
    scene.type("کلانتری ۱۲ آزمون")
    scene.enter()
    scene.type("1112")
    scene.enter()
    scene.type("قم")
    scene.enter()
    scene.type("قم")
    scene.enter(2)
    scene.type("4")
    scene.enter(3)
    assert guide.unit.form.field("letterhead_lines").value() == "فرماندهی انتظامی استان قم\nکلانتری ۱۲ آزمون"
    scene.press(Qt.Key.Key_Return, CTRL)
    assert guide.place() == 1
    scene.type("مریم رضایی")
    scene.enter()
    scene.type("سروان")
    scene.enter()
    scene.type("بهار آمد ۱۴۰۵")
    scene.enter()
    scene.type("بهار آمد ۱۴۰۵")
    scene.enter(2)
    assert guide.place() == 2
    scene.press(Qt.Key.Key_Tab)
    scene.type("علی کریمی")
    scene.enter()
    scene.type("مشاور")
    scene.enter()
    scene.type("first word 7")
    scene.press(Qt.Key.Key_Return, CTRL)
    assert guide.place() == 3
    scene.type("36")
    scene.enter(4)
    scene.until(lambda: guide.place() == 4)
    scene.until(lambda: bool(guide.recovery.pdf()))
    guide.recovery.save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert not guide.next.isEnabled()
    asked = guide.recovery.asked_group()
    assert guide._made is not None
    group = guide._made.recovery.groups[asked - 1]
    scene.type(group.lower())
    scene.until(guide.next.isEnabled)
    scene.enter()
    scene.until(scene.is_in)
    services, actor = scene.program.desk.services, scene.program.desk.actor
    assert services is not None
    assert actor is not None
    assert services.unit.get(actor).letter_no_example == "1112/4/37"
    assert services.backup.is_sheet_confirmed(actor)
    assert {row.full_name for row in services.staff.list(actor)} == {"مریم رضایی", "علی کریمی"}
    assert {book.book: book.last for book in services.unit.books(actor)}["cases"] == 36


def test_a_step_with_faults_stays_and_says_them(scene: Scene) -> None:
    guide = _guide(scene)
    scene.press(Qt.Key.Key_Return, CTRL)
    assert guide.place() == 0
    assert guide.unit.form.field("name").error() == "این خانه را پر کنید."
    assert guide.unit.form.field("code").error() == "این خانه را پر کنید."
    guide.unit.form.set_values({"name": "کلانتری ۱۲", "code": "1112", "province": "qom", "county": "قم"})
    guide.go_on()
    guide.head.form.set_values({"full_name": "مریم", "password": "کوتاه", "again": "دیگر"})
    guide.go_on()
    assert guide.place() == 1
    assert "۸" in guide.head.form.field("password").error()
    assert guide.head.form.field("again").error() == "این دو یکی نیست؛ دوباره بنویسید."


def test_going_back_keeps_what_was_typed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = _guide(scene)
    assert guide.may_close()  # nothing was written yet
    monkeypatch.setattr("ui.widgets.ask.ask", lambda *_words: "stay")
    guide.unit.form.set_values({"name": "کلانتری ۱۲", "code": "1112", "province": "qom", "county": "قم"})
    guide.go_on()
    guide.head.form.set_values({"full_name": "مریم رضایی"})
    assert not scene.window.close()
    guide.go_back()
    assert guide.place() == 0
    assert guide.unit.form.field("county").value() == "قم"
    guide.go_on()
    assert guide.head.form.field("full_name").value() == "مریم رضایی"


def test_a_conscript_needs_a_last_day(scene: Scene) -> None:
    guide = _guide(scene)
    guide.unit.form.set_values({"name": "کلانتری ۱۲", "code": "1112", "province": "qom", "county": "قم"})
    guide.go_on()
    guide.head.form.set_values({"full_name": "مریم", "password": "بهار آمد ۱۴۰۵", "again": "بهار آمد ۱۴۰۵"})
    guide.go_on()
    values = {"2.full_name": "رضا نوری", "2.role": "conscript", "2.password": "first word 7"}
    guide.colleagues.people.set_values(values)
    guide.go_on()
    assert guide.place() == 2
    assert guide.colleagues.people.field("2.service_end_on").error()


def test_a_wrong_group_of_the_sheet_is_told(scene: Scene, tmp_path: Path) -> None:
    guide = _guide(scene)
    from services.backup import SheetCode
    from services.vault.recovery_code import RecoveryCode
    from tests.services.opened_unit import MORNING, UNIT

    code = RecoveryCode.generate()
    guide.recovery.show_code(SheetCode(code.groups, "AB12CD"), UNIT, "مریم", MORNING.date(), is_practice=False)
    scene.until(lambda: bool(guide.recovery.pdf()))
    guide.recovery.save_to(tmp_path / "sheet.pdf")
    guide.recovery._edit.setText("ABCDE")
    assert guide.recovery._group.error()
    guide.recovery._edit.setText(RecoveryCode.generate().groups[guide.recovery.asked_group() - 1])
    assert guide.recovery._group.error() == "این گروه از برگه دیگری است."
    guide.recovery.save_to(tmp_path / "none" / "sheet.pdf")
    assert guide.recovery._done.sentence() == "آنجا ذخیره نشد؛ جای دیگری برگزینید."
