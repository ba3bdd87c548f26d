"""Advice, the night form and paper files through their real sheets and pages."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from services.clock import local
from services.intake import IntakeDraft
from services.persian.jalali import from_jalali
from services.quick_entries import AdviceDraft, NightDraft
from services.working_time import NightDraft as NightOnCall
from tests.services.drafts_of import couple
from tests.ui.desk import Desk, lay_desk
from tests.ui.keys import type_text
from ui.case.argument import CaseArgument
from ui.intake.start import IntakeStart, Origin
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.play.keyboard import Keyboard
from ui.quick_entries import advice_sheet
from ui.quick_entries.advice_sheet import AdviceSheet
from ui.quick_entries.find_case_sheet import FindCaseSheet
from ui.quick_entries.night_page import NightPage
from ui.quick_entries.night_sheet import NightSheet
from ui.quick_entries.paper_sheet import PaperSheet
from ui.quick_entries.quick_page import QuickEntriesPage
from ui.settings.keys_sheet import KeysSheet
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.sheet import open_sheet_of

S = TypeVar("S")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OWN = tuple(spec for spec in PAGES if spec.key in ("quick_entries", "night", "intake"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.lanes)


def open_window(desk: Desk, keyboard: Keyboard, qtbot: QtBot, role: str, page: str) -> MainWindow:
    window = MainWindow(OWN)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start(desk.context_of(role), "", "", page)
    keyboard.settle()
    return window


def open_page(desk: Desk, keyboard: Keyboard, qtbot: QtBot, role: str = "counsellor") -> QuickEntriesPage:
    page = open_window(desk, keyboard, qtbot, role, "quick_entries").page()
    assert isinstance(page, QuickEntriesPage)
    return page


def the_sheet(window: QWidget, kind: type[S]) -> S:
    sheet = open_sheet_of(window)
    assert isinstance(sheet, kind)
    return sheet


def days_advice(desk: Desk) -> int:
    today = desk.context_of("counsellor").today()
    return len(desk.services.quick_entries.advice_between(desk.actors["counsellor"], today, today))


# --- advice ---


def test_one_key_opens_advice_from_anywhere(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    window = open_window(desk, keyboard, qtbot, "counsellor", "intake")
    keyboard.key(Qt.Key.Key_M, CTRL | SHIFT)
    sheet = the_sheet(window, AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    keyboard.choose("همسایه")
    keyboard.value("20")
    keyboard.choose("راهنمایی شد")
    keyboard.write("2")  # nobody in danger
    assert sheet.form.field("is_danger").value() == "no"
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(window) is None)
    assert desk.said.toasts == ["مشاوره ثبت شد"]
    assert days_advice(desk) == 1


def test_the_keys_are_shown_anywhere_to_everybody(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    told = {}
    for role, page in (("counsellor", "intake"), ("duty_officer", "night")):
        window = open_window(desk, keyboard, qtbot, role, page)
        keyboard.key(Qt.Key.Key_F1)
        sheet = the_sheet(window, KeysSheet)
        told[role] = {words: keys for group in sheet.groups for words, keys in group.lines}
        sheet.close_sheet()
    assert told["counsellor"]["افزودن طرف"] == "کنترل+ت"
    assert "افزودن طرف" not in told["duty_officer"]
    assert told["duty_officer"]["قفل"] == "کنترل+م"


def test_nobody_without_the_right_opens_advice(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    window = open_window(desk, keyboard, qtbot, "clerk", "quick_entries")
    window.setFocus()
    keyboard.key(Qt.Key.Key_M, CTRL | SHIFT)
    assert open_sheet_of(window) is None


def test_advice_becomes_a_file_by_one_key(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot)
    page.give_advice()
    sheet = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    sheet.form.set_values({"topic": "couple", "is_danger": "no", "name": "مریم محمدی", "phone": "09600000000"})
    keyboard.key(Qt.Key.Key_F10)
    keyboard.settle(lambda: bool(desk.said.went))
    key, start = desk.said.went[0]
    assert key == "intake"
    assert isinstance(start, IntakeStart)
    assert (start.origin, start.name, start.phone, start.group) == (
        Origin.ADVICE,
        "مریم محمدی",
        "09600000000",
        "family",
    )


def test_what_is_missing_stands_beside_its_field(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot)
    page.give_advice()
    sheet = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.form.field("is_danger").error()))
    assert sheet.form.field("topic").error()
    assert sheet.form.field("result").error()
    assert keyboard.focused is sheet.form.field("topic").edit


def test_half_an_advice_waits_as_a_draft(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advice_sheet, "ask", lambda *_words: "keep")
    page = open_page(desk, keyboard, qtbot)
    page.give_advice()
    sheet = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    sheet.form.field("note").set_value("پرسید از کجا شروع کند.")
    sheet.ask_to_close()
    keyboard.settle(lambda: len(desk.services.drafts.of(desk.actors["counsellor"])) == 1)
    page.give_advice()
    again = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: bool(again.form.field("note").value()))
    assert again.form.field("note").value() == "پرسید از کجا شروع کند."


def test_escape_closes_an_untouched_sheet_without_a_question(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot)
    page.give_advice()
    keyboard.settle()
    keyboard.key(Qt.Key.Key_Escape)
    assert open_sheet_of(page) is None


# --- the night ---


def test_the_duty_officer_sees_one_page_and_writes(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    head = desk.actors["unit_head"]
    night = NightOnCall(desk.actors["counsellor"].staff_id, local(desk.clock.now()).date(), 1200, 420, "09600000001")
    desk.services.working_time.add_night(head, night)
    window = open_window(desk, keyboard, qtbot, "duty_officer", "")
    page = window.page()
    assert isinstance(page, NightPage)
    keyboard.settle(lambda: not page._answering.isHidden())
    said = page._answering.sentence()
    assert desk.actors["counsellor"].name in said
    assert "۰۹۶۰" in said
    assert [spec.key for spec in OWN if spec.is_open_to(desk.actors["duty_officer"])] == ["night"]
    keyboard.value("سارا نوری")
    keyboard.value("09600000003")
    keyboard.value("نمی‌خواست به خانه برگردد")
    keyboard.write("1")  # danger
    assert not page._numbers.isHidden()
    keyboard.value("8:30")
    keyboard.enter()
    deeds = page.form.field("actions").edit
    assert isinstance(deeds, MultiChoice)
    assert max(button.geometry().bottom() for button in deeds._buttons.values()) < deeds.height(), "all in sight"
    page.form.field("actions").set_value(("called_123",))
    assert page.form.field("done_at").value() is not None
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.toasts))
    assert desk.said.errors == []
    assert page.form.field("names").value() == ""
    assert page.form.field("line").value() == ""
    (night,) = desk.services.quick_entries.nights_to_complete(desk.actors["unit_head"])
    assert (night.names, night.is_danger_now) == ("سارا نوری", True)
    assert night.happened_at == desk.clock.now() - timedelta(minutes=30)
    keyboard.settle(lambda: desk.services.drafts.of(desk.actors["duty_officer"]) == ())


def test_an_hour_still_to_come_was_yesterdays(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    window = open_window(desk, keyboard, qtbot, "duty_officer", "")
    page = window.page()
    assert isinstance(page, NightPage)
    page.form.set_values({"names": "نامشخص", "line": "درگیری", "is_danger_now": "no"})
    page.form.field("happened_at").edit.setText("23:10")  # type: ignore[attr-defined]
    page.main_action()
    keyboard.settle(lambda: bool(desk.said.toasts))
    (night,) = desk.services.quick_entries.nights_to_complete(desk.actors["unit_head"])
    assert desk.clock.now() - night.happened_at == timedelta(hours=9, minutes=50)
    yesterday = local(desk.clock.now()).date() - timedelta(days=1)
    hour, day = page.form.field("happened_at"), page.form.field("day")
    hour.edit.setText("23:10")  # type: ignore[attr-defined]
    assert day.value() == yesterday
    hour.edit.setText("8:10")  # type: ignore[attr-defined]
    assert day.value() == yesterday + timedelta(days=1)
    day.set_value(yesterday - timedelta(days=3))
    hour.edit.setText("23:10")  # type: ignore[attr-defined]
    assert day.value() == yesterday - timedelta(days=3), "a day that was typed stays"


def test_a_deed_is_done_after_what_happened(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    """Past midnight it is the next day's; an hour that has not come yet is refused, never a day too early."""
    window = open_window(desk, keyboard, qtbot, "duty_officer", "")
    page = window.page()
    assert isinstance(page, NightPage)
    values = {"names": "نامشخص", "line": "درگیری", "is_danger_now": "yes", "done_what": "ماندم"}
    page.form.set_values(values)
    for name, hour in (("happened_at", "8:40"), ("done_at", "9:20")):  # now it is nine
        page.form.field(name).edit.setText(hour)  # type: ignore[attr-defined]
    page.main_action()
    keyboard.settle(lambda: bool(page.form.field("done_at").error()))
    for name, hour in (("happened_at", "23:50"), ("done_at", "0:20")):
        page.form.field(name).edit.setText(hour)  # type: ignore[attr-defined]
    page.main_action()
    keyboard.settle(lambda: bool(desk.said.toasts))
    (night,) = desk.services.quick_entries.nights_to_complete(desk.actors["unit_head"])
    assert night.done_at is not None
    assert night.done_at - night.happened_at == timedelta(minutes=30)


def test_the_morning_list_names_nobody_and_its_sheet_everything(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    officer = desk.actors["duty_officer"]
    desk.services.quick_entries.write_night(officer, NightDraft("سارا نوری", "صبح می‌آید.", False))
    page = open_page(desk, keyboard, qtbot)
    (row,) = page.nights.rows()
    assert row.title == "س.ن"
    page.nights.opened.emit(row.key)
    sheet = the_sheet(page, NightSheet)
    sheet.submitted.emit()
    assert desk.said.went[0][0] == "intake"
    assert desk.said.went[0][1].told == "سارا نوری — صبح می‌آید."


def test_a_night_is_closed_with_words_only(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    officer = desk.actors["duty_officer"]
    desk.services.quick_entries.write_night(officer, NightDraft("سارا نوری", "صبح می‌آید.", False))
    page = open_page(desk, keyboard, qtbot)
    page.nights.opened.emit(page.nights.rows()[0].key)
    sheet = the_sheet(page, NightSheet)
    keyboard.key(Qt.Key.Key_F9)
    keyboard.settle(lambda: bool(sheet.form.field("words").error()))
    type_text(keyboard.focused, "تلفنی گفت نمی‌آید")
    keyboard.key(Qt.Key.Key_F9)
    keyboard.settle(lambda: page.nights.rows() == ())
    assert not page._no_night.isHidden()


def test_the_clerk_sees_whom_to_call_and_nothing_of_the_night(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    officer, at = desk.actors["duty_officer"], desk.clock.now()
    calm = NightDraft("سارا نوری", "کتک خورده بود.", False, safe_phone="09600000003")
    danger = NightDraft("رضا نوری", "چاقو داشت.", True, actions=("called_110",), done_at=at)
    for draft in (calm, danger):
        desk.services.quick_entries.write_night(officer, draft)
    page = open_page(desk, keyboard, qtbot, "clerk")
    for_worker, row = page.nights.rows()
    assert (for_worker.chip, row.chip) == ("برای مشاور", "")
    for key, wanted in ((row.key, "سارا نوری"), (for_worker.key, "همکاران مشاور")):
        page.nights.opened.emit(key)
        sheet = open_sheet_of(page)
        assert isinstance(sheet, NightSheet)
        words = " ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())
        assert wanted in words
        assert not [secret for secret in ("کتک", "چاقو", "رضا", "۱۱۰") if secret in words]
        assert "خطر" not in words.split()
        assert sheet.form.isVisible() is False
        sheet.close_sheet()


def test_a_night_was_advice(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    officer = desk.actors["duty_officer"]
    night = NightDraft("سارا نوری", "صبح می‌آید.", False, safe_phone="09600000003")
    desk.services.quick_entries.write_night(officer, night)
    page = open_page(desk, keyboard, qtbot)
    page.nights.opened.emit(page.nights.rows()[0].key)
    keyboard.key(Qt.Key.Key_F6)
    sheet = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    assert sheet.form.field("phone").value() == "09600000003"
    sheet.form.set_values({"topic": "couple", "result": "advised", "is_danger": "no"})
    keyboard.save()
    keyboard.settle(lambda: page.nights.rows() == ())
    assert days_advice(desk) == 1


# --- paper files ---


def test_paper_files_are_entered_one_after_the_other(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot, "clerk")
    page.enter_paper()
    sheet = the_sheet(page, PaperSheet)
    keyboard.settle(lambda: bool(sheet.form.field("status").value()))
    keyboard.value("الف-۱۲۳")
    keyboard.value("3/2")
    keyboard.value("مریم محمدی")
    keyboard.value("علی، کریمی تبریزی")
    keyboard.choose("زنا")
    keyboard.save()
    keyboard.settle(lambda: sheet.form.field("paper_case_no").value() == "")
    assert "الف-۱۲۳" in sheet._done.text()
    assert sheet.form.field("category").value() == "marital_conflict"
    assert keyboard.focused is sheet.form.field("paper_case_no").edit
    keyboard.value("۱۲۴")
    keyboard.value("3/3")
    keyboard.value("زهرا نوری")
    keyboard.save()
    keyboard.settle(lambda: "۲" in sheet._done.text())
    head = desk.actors["unit_head"]
    (person,) = desk.services.people.suggest(head, "کریمی تبریزی")
    assert person.name == "علی کریمی تبریزی"
    (case,) = desk.services.cases.earlier_files(head, person.id)
    assert (case.case_no, case.opened_on) == ("الف-123", from_jalali(1405, 3, 2))


def test_a_wrong_paper_field_is_named(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot, "clerk")
    page.enter_paper()
    sheet = the_sheet(page, PaperSheet)
    keyboard.settle(lambda: bool(sheet.form.field("status").value()))
    sheet.form.set_values({"paper_case_no": "۹", "side_a": "مریم ۱۲", "category": "tenancy"})
    sheet.form.field("opened_on").edit.setText("1405/2/3")  # type: ignore[attr-defined]
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.form.field("side_a").error()))


# --- this week's advice ---


def test_advice_is_corrected_and_says_whom_to_call(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.quick_entries import quick_page

    actor = desk.actors["counsellor"]
    desk.services.quick_entries.add_advice(actor, AdviceDraft("couple", 250, "advised", is_danger=False, name="مریم"))
    page = open_page(desk, keyboard, qtbot)
    monkeypatch.setattr(quick_page, "ask", lambda *_words: "correct")
    page.advice.opened.emit(page.advice.rows()[0].key)
    sheet = the_sheet(page, AdviceSheet)
    keyboard.settle(lambda: sheet.form.field("minutes").value() == "250")
    assert sheet._numbers.isHidden()
    yesterday = local(desk.clock.now()).date() - timedelta(days=1)
    sheet.form.set_values({"minutes": "25", "is_danger": "yes", "day": yesterday})
    assert not sheet._numbers.isHidden()
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    (row,) = desk.services.quick_entries.advice_between(actor, yesterday, yesterday)
    assert (row.minutes, row.is_danger, row.name) == (25, True, "مریم")


def test_advice_of_the_week_becomes_a_file_later(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.quick_entries import quick_page

    actor = desk.actors["counsellor"]
    desk.services.quick_entries.add_advice(actor, AdviceDraft("couple", 25, "appointment_given", is_danger=False))
    page = open_page(desk, keyboard, qtbot)
    (row,) = page.advice.rows()
    assert row.chip == "در انتظار پرونده"
    monkeypatch.setattr(quick_page, "ask", lambda *_words: "file")
    page.advice.opened.emit(row.key)
    assert desk.said.went[0][0] == "intake"


# --- a session that was held ---


@pytest.mark.parametrize("text", ["0001", "۱۱۱۲۱۴۰۵۰۰۰۱", "زهرا کريمي"])
def test_a_held_session_finds_its_file(desk: Desk, keyboard: Keyboard, qtbot: QtBot, text: str) -> None:
    case = desk.services.intake.register(desk.actors["counsellor"], IntakeDraft(couple())).value
    page = open_page(desk, keyboard, qtbot)
    page.record_held()
    sheet = the_sheet(page, FindCaseSheet)
    keyboard.write(text)
    keyboard.settle(lambda: bool(sheet._edit._rows))
    keyboard.enter()
    assert open_sheet_of(page) is None
    assert desk.said.went == [("case", CaseArgument(case.id, open="session"))]


def test_a_night_joins_a_file_that_exists(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    desk.services.intake.register(desk.actors["counsellor"], IntakeDraft(couple()))
    officer = desk.actors["duty_officer"]
    desk.services.quick_entries.write_night(officer, NightDraft("زهرا کریمی", "دوباره آمد.", False))
    page = open_page(desk, keyboard, qtbot)
    page.nights.opened.emit(page.nights.rows()[0].key)
    keyboard.key(Qt.Key.Key_F7)
    sheet = the_sheet(page, FindCaseSheet)
    keyboard.write("کریمی")
    keyboard.settle(lambda: bool(sheet._edit._rows))
    keyboard.enter()
    keyboard.settle(lambda: page.nights.rows() == ())
