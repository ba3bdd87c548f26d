"""Password, PIN, lock, switch: four people at one PC (P-28, P-41)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.unit import AuditEvent
from services.intake import IntakeDraft
from services.persian.digits import to_persian
from tests.services.drafts_of import couple
from tests.services.opened_unit import (
    COUNSELLOR,
    COUNSELLOR_WORD,
    HEAD,
    HEAD_WORD,
    opened_unit,
)
from tests.ui.start.scene import Scene, start
from ui.case.argument import CaseArgument
from ui.settings.settings_page import SettingsPage
from ui.sign_in.forgotten_sheet import ForgottenSheet
from ui.start.left_drafts import LeftDrafts
from ui.start.missing_sheet import MissingSheet
from ui.widgets.sheet import open_sheet_of


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    unit = opened_unit(tmp_path / "data")
    unit.services.backup.confirm_sheet(unit.head)
    unit.services.close()
    made = start(qtbot, unit.folder, unit.clock)
    yield made
    made.end()


def _by_password(scene: Scene, word: str, pin: str = "135246") -> None:
    page = scene.sign_in_page()
    scene.type(word)
    scene.enter()
    scene.until(lambda: page.panel._stack.currentWidget() is page.panel._new_pin)
    scene.type(pin)
    scene.type(pin)
    scene.until(scene.is_in)


def _lock(scene: Scene) -> None:
    scene.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    scene.until(lambda: not scene.is_in())


def test_the_tiles_stand_at_once_and_name_everybody(scene: Scene) -> None:
    page = scene.sign_in_page()
    assert [row.name for row in page.tiles.people()] == [HEAD, COUNSELLOR, "رضا نوری"]
    assert page.tiles.people()[1].role == "مشاور"
    scene.idle()
    assert page._unit.text() == "کلانتری ۱۲ آزمون · دایره مشاوره و مددکاری اجتماعی"


def test_password_then_pin_then_lock_and_back(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    actor = scene.program.desk.actor
    page = scene.program._frame.main.page()
    _lock(scene)
    gate = scene.sign_in_page()
    assert gate._locked.text() == f"صفحه {HEAD} همان‌گونه که بود پشت قفل مانده است."
    assert page is not None
    assert not page.isVisible()
    scene.type("135246")
    scene.until(scene.is_in)
    assert scene.program.desk.actor == actor
    assert scene.program._frame.main.page() is page


def test_persian_digits_open_the_pin(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD, "۱۳۵۲۴۶")
    _lock(scene)
    scene.type("135246")
    scene.until(scene.is_in)


def test_a_wrong_password_is_told_and_then_slow(scene: Scene) -> None:
    panel = scene.sign_in_page().panel
    field = panel._by_password._field
    for _ in range(3):
        scene.type("not this one")
        scene.enter()
        scene.until(lambda: not panel.is_busy())
        assert "درست نیست" in field.error()
        assert panel._by_password.first.text() == ""
    scene.type("not this one")
    scene.enter()
    scene.until(lambda: not panel.is_busy())
    assert field.error() == "گذرواژه درست نیست؛ ۵ ثانیه دیگر دوباره بنویسید."
    assert not panel._by_password.isEnabled()
    panel._tick()
    assert "۴ ثانیه" in field.error()
    for _ in range(4):
        panel._tick()
    assert panel._by_password.isEnabled()
    scene.clock.advance(timedelta(seconds=6))
    panel.take_keyboard()
    _by_password(scene, HEAD_WORD)


def test_an_empty_password_asks_for_one(scene: Scene) -> None:
    panel = scene.sign_in_page().panel
    scene.enter()
    assert panel._by_password._field.error() == "گذرواژه خود را بنویسید."
    assert not panel.is_busy()


def test_arrows_choose_another_person(scene: Scene) -> None:
    page = scene.sign_in_page()
    scene.idle()
    scene.press(Qt.Key.Key_Down)
    account = page.account()
    assert account is not None
    assert account.full_name == COUNSELLOR
    _by_password(scene, COUNSELLOR_WORD)
    assert scene.program.desk.actor.name == COUNSELLOR


def test_five_wrong_pins_ask_for_the_password(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    _lock(scene)
    panel = scene.sign_in_page().panel
    for left in ("۴", "۳", "۲", "۱"):
        scene.type("999999")
        scene.until(lambda left=left: left in panel._by_pin._field.error())
    scene.type("999999")
    scene.until(lambda: panel._stack.currentWidget() is panel._by_password)
    assert "گذرواژه" in panel._by_password._field.error()
    _by_password(scene, HEAD_WORD)


def test_a_pin_ends_with_the_shift(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    scene.clock.advance(timedelta(hours=8, minutes=1))
    _lock(scene)
    panel = scene.sign_in_page().panel
    assert panel._stack.currentWidget() is panel._by_password


def test_the_pin_can_wait(scene: Scene) -> None:
    page = scene.sign_in_page()
    scene.type(HEAD_WORD)
    scene.enter()
    scene.until(lambda: page.panel._stack.currentWidget() is page.panel._new_pin)
    page.panel.pin_declined.emit()
    scene.until(scene.is_in)
    _lock(scene)
    assert page.panel._stack.currentWidget() is page.panel._by_password


def test_two_pins_that_differ(scene: Scene) -> None:
    page = scene.sign_in_page()
    scene.type(HEAD_WORD)
    scene.enter()
    scene.until(lambda: page.panel._stack.currentWidget() is page.panel._new_pin)
    form = page.panel._new_pin
    scene.type("123456")
    scene.enter()  # by habit: the sixth digit went on already
    assert (scene.focused(), form._two.error()) == (form._second, "")
    scene.type("123457")
    assert form._one.error() == "این دو یکی نیست؛ دوباره بنویسید."
    assert (form.first.text(), form._second.text()) == ("", "")
    assert scene.focused() is form.first


def test_a_head_without_a_proved_sheet_is_told_until_there_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    unit = opened_unit(tmp_path / "data")
    unit.services.drafts.save(unit.head, "intake", "", {})
    unit.services.close()
    scene = start(qtbot, unit.folder, unit.clock)
    _by_password(scene, HEAD_WORD)
    main = scene.program._frame.main
    told = open_sheet_of(main)
    assert isinstance(told, MissingSheet)
    assert scene.focused() is told.main
    told.ask_to_close()
    scene.until(lambda: isinstance(open_sheet_of(main), LeftDrafts))  # one after the other
    open_sheet_of(main).ask_to_close()
    MissingSheet(main, scene.program._frame.context).open_sheet()
    scene.enter()
    scene.until(lambda: isinstance(main.page(), SettingsPage))
    assert main.page()._list.current_key() == "backup"
    scene.end()


def test_another_user_in_under_three_seconds(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    head = scene.program.desk.actor
    _lock(scene)
    page = scene.sign_in_page()
    page.choose(next(a.staff_id for a in page._front.accounts if a.full_name == COUNSELLOR))
    _by_password(scene, COUNSELLOR_WORD, "246135")
    assert scene.program.desk.actor.name == COUNSELLOR
    _lock(scene)
    begun = monotonic()
    page.choose(head.staff_id)
    scene.type("135246")
    scene.until(scene.is_in)
    assert monotonic() - begun < 3
    assert scene.program.desk.actor.name == HEAD
    assert scene.program.desk.actor.session_id != head.session_id
    verdict = scene.program.desk.services.audit_trail.verify(scene.program.desk.actor)
    assert verdict.broken_at is None


def test_a_sheet_is_hidden_by_the_lock_and_comes_back(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    main = scene.program._frame.main
    main.navigate("settings", "rooms")
    scene.idle()
    main.page().section("rooms")._on_add()
    sheet = open_sheet_of(scene.window)
    assert sheet is not None
    sheet.field().set_value("اتاق ۹")
    scene.program.lock()
    assert open_sheet_of(scene.window) is None
    assert scene.sign_in_page().panel._stack.currentWidget() is scene.sign_in_page().panel._by_pin
    scene.type("135246")
    scene.until(scene.is_in)
    assert open_sheet_of(scene.window) is sheet
    assert sheet.field().value() == "اتاق ۹"


def test_the_idle_seat_locks_by_role(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    scene.program.seat.advance(3 * 60)
    assert scene.is_in()
    scene.program.seat.advance(60)
    assert not scene.is_in()


def test_drafts_left_over_are_offered(scene: Scene) -> None:
    _by_password(scene, HEAD_WORD)
    desk = scene.program.desk
    desk.services.drafts.save(desk.actor, "settings", "", {"a": "b"})
    desk.services.drafts.save(desk.actor, "gone", "", {"a": "b"})
    case = desk.services.intake.register(desk.actor, IntakeDraft(couple())).value
    desk.services.drafts.save(desk.actor, "case:session", CaseArgument(case.id, "session").subject(), {"a": "b"})
    scene.program.lock()
    page = scene.sign_in_page()
    page.choose(next(a.staff_id for a in page._front.accounts if a.full_name == COUNSELLOR))
    _by_password(scene, COUNSELLOR_WORD, "246135")
    assert open_sheet_of(scene.window) is None  # another's draft is nobody's business
    scene.program.lock()
    page.choose(next(a.staff_id for a in page._front.accounts if a.full_name == HEAD))
    scene.type("135246")
    scene.until(scene.is_in)
    sheet = open_sheet_of(scene.window)
    assert sheet is not None
    buttons = [b for b in sheet.findChildren(type(sheet.cancel)) if b.accessibleName()]
    names = " ".join(button.accessibleName() for button in buttons)
    assert "پیش‌نویس تنظیمات" in names
    assert f"پیش‌نویس پرونده {to_persian(case.case_no)}" in names


def test_an_ended_account_has_no_tile(scene: Scene) -> None:
    scene.idle()
    scene.clock.advance(timedelta(days=30))
    scene.program.show_sign_in()
    scene.idle()
    assert "رضا نوری" not in [row.name for row in scene.sign_in_page().tiles.people()]


def test_a_clock_set_back_is_told(scene: Scene) -> None:
    scene.idle()
    scene.clock.advance(timedelta(days=-2))
    panel = scene.sign_in_page().panel
    scene.type(HEAD_WORD)
    scene.enter()
    scene.until(lambda: not panel.is_busy())
    assert "ساعت رایانه عقب است" in panel._by_password._field.error()


def test_the_recovery_sheet_gives_a_new_password(scene: Scene, tmp_path: Path) -> None:
    scene.idle()
    page = scene.sign_in_page()
    page.panel.forgotten.emit()
    sheet = open_sheet_of(scene.window)
    assert isinstance(sheet, ForgottenSheet)
    sheet._form.set_values({"code": "ABC", "password": "another 12", "again": "another 13"})
    sheet.submitted.emit()
    assert sheet._form.field("again").error()
    sheet._form.set_values({"again": "another 12"})
    sheet.submitted.emit()
    scene.until(lambda: bool(sheet._form.field("code").error()))
    sheet.close_sheet()
    page.choose(next(a.staff_id for a in page._front.accounts if a.full_name == COUNSELLOR))
    page.panel.forgotten.emit()
    sheet = open_sheet_of(scene.window)
    assert isinstance(sheet, ForgottenSheet)
    assert not sheet.main.isVisible()  # a colleague asks the head
    sheet.close_sheet()


def test_who_came_in_by_the_sheet_is_told_what_is_left_to_do(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in the log, and a new sheet is asked for."""
    unit = opened_unit(tmp_path / "data")
    unit.services.backup.confirm_sheet(unit.head)
    unit.services.close()
    told: list[str] = []
    monkeypatch.setattr("ui.widgets.ask.ask", lambda _window, _title, words, _actions: told.append(words))
    scene = start(qtbot, unit.folder, unit.clock)
    scene.idle()
    panel = scene.sign_in_page().panel
    panel.forgotten.emit()
    sheet = open_sheet_of(scene.window)
    assert isinstance(sheet, ForgottenSheet)
    values = {"code": unit.made.recovery.text.lower(), "password": "another 12", "again": "another 12"}
    sheet._form.set_values(values)
    sheet.submitted.emit()
    scene.until(lambda: panel._stack.currentWidget() is panel._new_pin)
    scene.type("135246")
    scene.type("135246")
    scene.until(scene.is_in)
    scene.until(lambda: isinstance(open_sheet_of(scene.window), MissingSheet))
    desk = scene.program.desk
    assert any("با برگه بازیابی وارد شدید" in words for words in told)
    assert not desk.services.backup.is_sheet_confirmed(desk.actor)
    with desk.services.uow.read(desk.actor) as tx:
        assert (
            tx.session.scalar(select(AuditEvent.staff_id).where(AuditEvent.action == "sheet.open"))
            == desk.actor.staff_id
        )
    scene.end()
