"""The settings through their real widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.actor import Actor
from tests.services.opened_unit import (
    COUNSELLOR,
    COUNSELLOR_WORD,
    HEAD,
    HEAD_WORD,
    OpenedUnit,
    opened_unit,
)
from ui.context import AppContext
from ui.play.keyboard import Keyboard
from ui.runtime.change_bus import ChangeBus
from ui.runtime.errors import ErrorPresenter
from ui.runtime.lanes import Lanes
from ui.settings.settings_page import SECTIONS, SettingsPage
from ui.widgets.sheet import open_sheet_of
from ui.widgets.toast import Toasts


@dataclass
class Desk:
    """A settings page of somebody, on a real folder."""

    qtbot: QtBot
    unit: OpenedUnit
    page: SettingsPage
    lanes: Lanes
    said: list[str]

    def section(self, key: str) -> Any:
        section = self.page.section(key)
        self.settle()
        return section

    def settle(self) -> None:
        Keyboard(self.lanes).settle()

    def sheet(self) -> Any:
        found = open_sheet_of(self.page)
        assert found is not None
        return found


class _Spoken(Toasts):
    def __init__(self, window: QWidget, said: list[str]) -> None:
        super().__init__(window)
        self._said = said
        self.undo: Any = None

    def show(self, text: str, undo: Any = None) -> None:
        self._said.append(text)
        self.undo = undo


def _desk(qtbot: QtBot, unit: OpenedUnit, actor: Actor, restored: list[Path] | None = None) -> Desk:
    bus = ChangeBus()
    said: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    toasts = _Spoken(window, said)
    errors = ErrorPresenter(said.append, lambda _path: said.append("bug"), unit.folder / "reports")
    lanes = Lanes(bus, errors.present)
    context = AppContext(
        services=unit.services,
        actor=actor,
        lanes=lanes,
        bus=bus,
        errors=errors,
        toasts=toasts,
        navigate=lambda _key, _argument=None: None,
        restore_over=(restored if restored is not None else []).append,
    )
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    page.activate()
    desk = Desk(qtbot, unit, page, lanes, said)
    desk.settle()
    return desk


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


@pytest.fixture
def desk(qtbot: QtBot, unit: OpenedUnit) -> Iterator[Desk]:
    made = _desk(qtbot, unit, unit.head)
    yield made
    made.lanes.close()


def test_the_head_sees_every_section(desk: Desk) -> None:
    assert [row.key for row in desk.page._list.rows()] == [key for key, _icon, _kind in SECTIONS]
    for key, _icon, _kind in SECTIONS:
        assert desk.section(key).isVisible()
    assert desk.said == []


def test_a_counsellor_has_the_own_account_the_blank_forms_and_looks_papers_up(qtbot: QtBot, unit: OpenedUnit) -> None:
    desk = _desk(qtbot, unit, unit.sign_in(COUNSELLOR, COUNSELLOR_WORD))
    assert [row.key for row in desk.page._list.rows()] == ["account", "downtime", "proof"]
    section = desk.section("account")
    assert section._name.text() == COUNSELLOR
    section.form.set_values({"password": "wrong", "new_password": "new word 99", "again": "new word 98"})
    section.change()
    assert section.form.field("again").error()
    section.form.set_values({"again": "new word 99"})
    section.change()
    desk.settle()
    assert section.form.field("password").error()
    section.form.set_values({"password": COUNSELLOR_WORD})
    section.change()
    desk.settle()
    assert desk.said[-1] == "گذرواژه عوض شد."
    assert unit.sign_in(COUNSELLOR, "new word 99").name == COUNSELLOR
    desk.lanes.close()


def test_control_enter_is_the_forms_own(desk: Desk) -> None:
    """P-39: the page answers to it nowhere here, or Qt would give it to neither."""
    account, keyboard = desk.section("account"), Keyboard(desk.lanes)
    keyboard.go_to(account.form.field("new_password").edit)
    keyboard.save()
    assert account.form.field("password").error()


def test_the_unit_is_stored_and_a_conflict_is_offered(desk: Desk) -> None:
    section = desk.section("unit")
    assert section.form.field("name").value() == "کلانتری ۱۲ آزمون"
    section.form.set_values({"county": ""})
    section.save()
    desk.settle()
    assert section.form.field("county").error() == "این خانه را پر کنید."
    section.form.set_values({"county": "جعفریه"})
    section.save()
    desk.settle()
    assert desk.said == ["مشخصات واحد ثبت شد."]
    service, head = desk.unit.services.unit, desk.unit.head
    row = service.get(head)
    service.edit(head, row.version, row.draft)  # a colleague was quicker
    with desk.unit.services.uow.write(head) as tx:
        from sqlalchemy import text

        tx.session.execute(text("UPDATE unit SET version = version + 1"))
        tx.record("unit.edit", "unit")
    section.form.set_values({"county": "سلفچگان"})
    section.save()
    desk.settle()
    assert section._conflict.isVisible()
    section._conflict.keep_wanted.emit()
    desk.settle()
    assert service.get(head).draft.county == "سلفچگان"
    assert not section._conflict.isVisible()


def test_a_colleague_is_added_changed_and_ended(desk: Desk) -> None:
    section = desk.section("staff")
    section.add.click()
    sheet = desk.sheet()
    sheet.submitted.emit()
    desk.settle()
    assert sheet.form.field("full_name").error()
    assert sheet.form.field("password").error()
    sheet.form.set_values({"full_name": "سارا بهرامی", "role": "clerk", "password": "third word 7"})
    sheet.submitted.emit()
    desk.settle()
    assert open_sheet_of(desk.page) is None
    assert "سارا بهرامی" in [row.title for row in section.list.rows()]
    assert desk.unit.sign_in("سارا بهرامی", "third word 7").role == "clerk"
    desk.settle()
    section.load()
    desk.settle()
    row = next(row for row in section._rows.values() if row.full_name == "سارا بهرامی")
    section._open(row)
    sheet = desk.sheet()
    sheet.form.set_values({"role": "social_worker"})
    sheet._signs.set_value(True)
    sheet.submitted.emit()
    desk.settle()
    assert "مددکار اجتماعی" in next(r.quiet for r in section.list.rows() if r.title == "سارا بهرامی")
    row = next(row for row in section._rows.values() if row.full_name == "سارا بهرامی")
    section._open(row)
    desk.sheet()._ask_password()
    desk.sheet().field().set_value("fourth word 7")
    desk.sheet().submitted.emit()
    desk.settle()
    assert desk.said[-1] == "گذرواژه تازه ثبت شد."
    assert desk.unit.sign_in("سارا بهرامی", "fourth word 7").role == "social_worker"
    desk.sheet()._ask_end()
    reason = desk.sheet()
    reason.submitted.emit()
    assert reason.field().error()
    reason.field().set_value("انتقال")
    reason.submitted.emit()
    desk.settle()
    assert open_sheet_of(desk.page) is None
    assert "سارا بهرامی" not in [row.title for row in section.list.rows()]
    section._with_ended.set_value(True)
    desk.settle()
    assert next(r.chip for r in section.list.rows() if r.title == "سارا بهرامی") == "پایان‌یافته"


def test_ones_own_account_has_no_end(desk: Desk) -> None:
    section = desk.section("staff")
    section._open(next(row for row in section._rows.values() if row.full_name == HEAD))
    words = [button.text() for button in desk.sheet().findChildren(type(desk.sheet().cancel))]
    assert "پایان حساب" not in words


def test_rooms(desk: Desk) -> None:
    section = desk.section("rooms")
    section.add.click()
    desk.sheet().field().set_value("اتاق ۱")
    desk.sheet().submitted.emit()
    desk.settle()
    assert "هست" in desk.sheet().field().error()
    desk.sheet().field().set_value("اتاق ۳")
    desk.sheet().submitted.emit()
    desk.settle()
    assert [row.title for row in section.list.rows()] == ["اتاق ۱", "اتاق ۲", "اتاق ۳"]
    section.open_row(next(iter(section._known.values())))
    sheet = desk.sheet()
    sheet.form.set_values({"name": "اتاق آرام", "door": "در حیاط"})
    sheet.submitted.emit()
    desk.settle()
    assert (section.list.rows()[0].title, section.list.rows()[0].quiet) == ("اتاق آرام", "در حیاط")


def test_code_lists(desk: Desk) -> None:
    section = desk.section("codes")
    desk.settle()
    assert section.which.value() == "case_category"
    section.which.set_value("province")
    desk.settle()
    section._on_open(section._rows["qom"])
    desk.sheet().field().set_value("قم و حومه")
    desk.sheet().submitted.emit()
    desk.settle()
    assert section._rows["qom"].label == "قم و حومه"
    section.which.set_value("staff_role")
    desk.settle()
    section._on_open(section._rows["clerk"])
    words = [button.text() for button in desk.sheet().findChildren(type(desk.sheet().cancel))]
    assert "دیگر به کار نرود" not in words  # the rows of a closed list belong to the program
    desk.sheet().close_sheet()


def test_days_off(desk: Desk) -> None:
    section = desk.section("holidays")
    assert len(section.list.rows()) == 25
    section.add.click()
    desk.sheet().submitted.emit()
    assert desk.sheet().form.field("day").error()
    from datetime import date

    desk.sheet().form.set_values({"day": date(2026, 11, 24), "title": "آلودگی هوا"})
    desk.sheet().submitted.emit()
    desk.settle()
    row = next(row for row in section.list.rows() if row.title == "آلودگی هوا")
    assert row.chip == "تعطیلی ادارات"
    section.open_row(section._known[row.key])
    desk.settle()
    assert next(r.chip for r in section.list.rows() if r.title == "آلودگی هوا") == "لغوشده"
    desk.page.context.toasts.undo()
    desk.settle()
    assert next(r.chip for r in section.list.rows() if r.title == "آلودگی هوا") == "تعطیلی ادارات"
    section._go(1)
    desk.settle()
    assert section._year_words.text() == "۱۴۰۶"
    assert section.list.rows()


def test_books(desk: Desk) -> None:
    section = desk.section("books")
    assert [row.chip for row in section.list.rows()] == ["۳۶", "۱۲۰", "هنوز هیچ"]
    section._on_open(section._rows["cases", 1405])
    sheet = desk.sheet()
    sheet.submitted.emit()
    assert sheet.form.field("last").error()
    sheet.form.set_values({"last": "10", "reason": "دفتر کاغذی"})
    sheet.submitted.emit()
    desk.settle()
    assert "۳۶" in sheet.form.field("last").error()
    sheet.form.set_values({"last": "40"})
    sheet.submitted.emit()
    desk.settle()
    assert section.list.rows()[0].chip == "۴۰"


def test_times(desk: Desk) -> None:
    section = desk.section("times")
    assert section._fields["day_starts"].value().hour == 7
    section._button.click()
    assert desk.said[-1] == "چیزی تغییر نکرده بود."
    section._fields["session_minutes"].set_value("50")
    section._fields["cover_seconds"].set_value("90")
    from datetime import time

    section._fields["day_ends"].set_value(time(15, 30))
    section.save()
    desk.settle()
    assert desk.said[-1] == "تنظیمات ثبت شد."
    stored = desk.unit.services.settings.all(desk.unit.head)
    assert (stored["session_minutes"], stored["cover_seconds"], stored["day_ends"]) == (50, 90, 930)
    section._fields["session_minutes"].set_value("9999")
    section.save()
    assert section._fields["session_minutes"].error()


def test_backup_check_and_restore(desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = desk.section("backup")
    assert section._last.text() == "هنوز پشتیبانی گرفته نشده است."
    file = tmp_path / "a.sazesh-backup"
    monkeypatch.setattr("ui.widgets.file_dialog.ask_where_to_save", lambda *_args: file)
    monkeypatch.setattr("ui.widgets.file_dialog.ask_for_existing_file", lambda *_args: file)
    section._on_write()
    desk.settle()
    assert "تا پایان بازخوانی شد" in section._result.sentence()
    desk.settle()
    assert "آخرین پشتیبان: شنبه ۳۰ آبان ۱۴۰۵" in section._last.text()
    section._on_check()
    desk.settle()
    assert "این پشتیبان سالم است" in section._result.sentence()
    restored: list[Path] = []
    section.context.restore_over = restored.append
    monkeypatch.setattr("ui.settings.backup_section.ask", lambda *_args: "no")
    section._on_restore()
    assert restored == []
    monkeypatch.setattr("ui.settings.backup_section.ask", lambda *_args: "yes")
    section._on_restore()
    assert restored == [file]
    file.write_bytes(b"no backup at all")
    section._on_check()
    desk.settle()
    assert "سالم نیست" in section._result.sentence()


def test_new_keys_are_made_with_a_reason(desk: Desk) -> None:
    section, renewed = desk.section("backup"), list[bool]()
    section.context.renew_keys = lambda: renewed.append(True)
    section._new_keys.click()
    sheet = desk.sheet()
    sheet.main.click()
    assert sheet.field().error()
    sheet.set_value("با سوءظن رفت")
    sheet.main.click()
    desk.settle()
    assert renewed == [True]
    assert open_sheet_of(desk.page) is None


def test_a_new_recovery_sheet(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = desk.section("backup")
    monkeypatch.setattr("ui.settings.backup_section.ask", lambda *_args: "yes")
    section._new_sheet.click()
    desk.qtbot.waitUntil(lambda: open_sheet_of(desk.page) is not None, timeout=20_000)
    panel = desk.sheet().recovery()
    desk.qtbot.waitUntil(lambda: bool(panel.pdf()), timeout=20_000)
    panel.save_to(tmp_path / "sheet.pdf")
    panel._edit.setText(panel._code.groups[panel.asked_group() - 1])
    desk.settle()
    assert open_sheet_of(desk.page) is None
    assert desk.unit.services.backup.is_sheet_confirmed(desk.unit.head)


def test_the_chain(desk: Desk) -> None:
    section = desk.section("chain")
    section.check()
    desk.settle()
    assert section.result.sentence().startswith("زنجیره درست است")
    with desk.unit.services.uow.write(desk.unit.head) as tx:
        from sqlalchemy import text

        tx.session.execute(text("UPDATE audit_event SET action = 'x' WHERE seq = 1"))
        tx.record("unit.test", "unit")
    section.check()
    desk.settle()
    assert section.result.sentence().startswith("زنجیره در رویداد ۱ گسسته است")


def test_the_head_signs_in_again_after_it_all(desk: Desk) -> None:
    assert desk.unit.sign_in(HEAD, HEAD_WORD).name == HEAD
