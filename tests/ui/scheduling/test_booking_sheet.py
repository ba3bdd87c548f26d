"""The sheet of an appointment, through the keyboard, on a real encrypted file."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from services.scheduling.shapes import AppointmentRow
from tests.ui.scheduling.office import NINE, SUNDAY, Office, window_around
from ui.case.argument import CaseArgument
from ui.play.keyboard import CONTROL, Keyboard
from ui.scheduling import booking_sheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.widgets.multi_choice import MultiChoice

OpenSheet = Callable[..., BookingSheet]
TUESDAY = SUNDAY + timedelta(days=2)


@pytest.fixture
def open_sheet(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenSheet]:
    page = QWidget()
    window = window_around(page)
    qtbot.addWidget(window)

    def opened(case_id: UUID | None, role: str = "counsellor", **given: Any) -> BookingSheet:
        sheet = BookingSheet(page, office.context(role), case_id, **given)
        sheet.open_sheet()
        keyboard.settle(lambda: sheet.form.isAncestorOf(QApplication.focusWidget() or page))
        return sheet

    yield opened
    window.close()


def rest(keyboard: Keyboard, sheet: BookingSheet) -> None:
    """Until what was typed has been looked at."""
    keyboard.settle(lambda: not sheet._pause.isActive())
    keyboard.settle()


def go_to(keyboard: Keyboard, sheet: BookingSheet, key: str) -> None:
    keyboard.go_to(sheet.form.field(key).edit)


def texts(widget: QWidget) -> str:
    """Everything that can be read on it, tooltips too."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() + label.toolTip() for label in labels) + widget.windowTitle()


def rows(office: Office, day: date = SUNDAY) -> list[AppointmentRow]:
    found = office.desk.services.scheduling.between(office.actor("unit_head"), day, day)
    return [row for row in found if row.is_scheduled]


def test_an_appointment_is_made_from_the_keyboard_and_undone(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    case = office.file()
    open_sheet(case.id)
    keyboard.choose("مصاح")
    keyboard.enter()  # the usual length
    keyboard.value("+1")
    keyboard.value("930")
    keyboard.choose("اتاق ۲")
    keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.save()
    keyboard.settle(lambda: bool(office.heard.toasts))
    [row] = rows(office)
    assert (row.start, row.minutes, row.room_name, row.type_label) == (NINE + 30, 45, "اتاق ۲", "مصاحبه اولیه")
    assert row.party_ids == office.parties(case.id)[:1]
    assert row.staff_ids == (office.actor().staff_id,)
    assert office.heard.toasts == ["نوبت: یکشنبه ۱ آذر، ساعت ۰۹:۳۰"]
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle()
    assert rows(office) == []


def test_a_clash_is_named_beside_its_field_and_a_key_takes_a_free_time(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    taken, case = office.file(1), office.file(2)
    office.book(taken.id)
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE + 15, room_id=office.rooms()[0], kind="intake")
    rest(keyboard, sheet)
    assert sheet.form.field("room_id").error() == "اتاق ۱ از ۰۹:۰۰ تا ۰۹:۴۵ پر است."
    assert sheet.form.field("staff_ids").error() == "مینا پارسی‌نیا از ۰۹:۰۰ تا ۰۹:۴۵ نوبت دیگری دارد."
    assert len(sheet.slots.slots()) == 3
    second = sheet.slots.slots()[1]
    keyboard.key(Qt.Key.Key_2, CONTROL, "2")
    rest(keyboard, sheet)
    assert sheet.form.field("start").value() == time(second.start // 60, second.start % 60)
    assert sheet.form.field("room_id").error() == ""
    go_to(keyboard, sheet, "party_ids")
    keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.save()
    keyboard.settle(lambda: len(rows(office)) == 2)


def test_slots_answer_to_persian_digits_too(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, kind="intake")
    rest(keyboard, sheet)
    first = sheet.slots.slots()[0]
    keyboard.key(0x06F1, CONTROL, "۱")
    assert sheet.form.field("day").value() == first.day


def test_while_the_sheet_is_open_its_keys_are_not_the_windows(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    case = office.file()
    sheet = open_sheet(case.id, kind="intake")
    went: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+2"), sheet.window())
    shortcut.activated.connect(lambda: went.append("page"))
    rest(keyboard, sheet)
    second = sheet.slots.slots()[1]
    QTest.keyClick(keyboard.focused, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert went == []
    assert sheet.form.field("start").value() == time(second.start // 60, second.start % 60)


def test_tab_goes_as_the_eye_does(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, "unit_head", day=SUNDAY, start=NINE, kind="joint_mediation")
    rest(keyboard, sheet)
    seen: list[tuple[int, int]] = []
    first = keyboard.focused
    for _ in range(40):
        widget = keyboard.focused
        if sheet.form.isAncestorOf(widget):
            corner = widget.mapTo(sheet.form, widget.rect().topRight())  # the sheet itself may have scrolled
            seen.append((corner.y() // 20, -corner.x()))
        keyboard.key(Qt.Key.Key_Tab)
        if keyboard.focused is first:
            break
    assert len(seen) >= 8
    assert seen == sorted(seen)


def test_a_day_off_warns_and_books_all_the_same(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    office.desk.services.unit.add_closure(office.actor("unit_head"), TUESDAY, "سرمای شدید", "local")
    parties = office.parties(case.id)[:1]
    sheet = open_sheet(case.id, day=TUESDAY, start=NINE, kind="intake", party_ids=parties)
    rest(keyboard, sheet)
    assert "سرمای شدید تعطیل است؛ نوبت گذاشته می‌شود." in texts(sheet)
    keyboard.save()
    keyboard.settle(lambda: len(rows(office, TUESDAY)) == 1)


def test_a_shut_gate_says_one_sentence_and_why_is_told_while_held(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    case = office.file()
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE, kind="joint_mediation")
    rest(keyboard, sheet)
    said = texts(sheet)
    assert "برای این پرونده فعلاً جلسه جداگانه تعیین می‌شود." in said
    assert "رها" not in said
    assert "ایمنی" not in said
    assert not sheet.main.isEnabled()
    assert sheet.slots.slots() == ()
    keyboard.save()
    keyboard.settle()
    assert rows(office) == []
    sheet.gate.why.pressed.emit()
    keyboard.settle(lambda: "گفت‌وگوی ایمنی انجام نشده است" in texts(sheet))
    assert "رها" in texts(sheet)
    sheet.gate.why.released.emit()
    assert "گفت‌وگوی ایمنی انجام نشده است" not in texts(sheet)


def test_a_clerk_sees_the_sentence_alone(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, "clerk", day=SUNDAY, start=NINE, kind="joint_mediation")
    rest(keyboard, sheet)
    assert sheet.gate.is_open()
    assert not sheet.gate.why.isVisible()
    assert not sheet.gate.decide.isVisible()


def test_the_gate_that_opens_meanwhile_opens_the_sheet_too(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    case = office.file()
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE, kind="joint_mediation")
    rest(keyboard, sheet)
    assert sheet.gate.is_open()
    office.open_gate(case.id)
    sheet._check()
    rest(keyboard, sheet)
    assert not sheet.gate.is_open()
    keyboard.save()
    keyboard.settle(lambda: len(rows(office)) == 1)
    assert rows(office)[0].party_ids == office.parties(case.id)


def test_the_head_decides_otherwise_with_reason_and_measures(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet
) -> None:
    case = office.file()
    sheet = open_sheet(case.id, "unit_head", day=SUNDAY, start=NINE, kind="joint_mediation")
    rest(keyboard, sheet)
    keyboard.push(sheet.gate.decide)
    keyboard.save()
    keyboard.settle()
    assert rows(office) == []
    assert sheet.gate._decision.field("reason").error()
    keyboard.value("دستور قاضی با حضور مأمور")
    keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.save()
    keyboard.settle(lambda: len(rows(office)) == 1)
    assert rows(office)[0].is_joint


def test_a_past_hour_leads_to_the_session(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, day=SUNDAY - timedelta(days=1), start=7 * 60, kind="intake")
    rest(keyboard, sheet)
    assert sheet._past.isVisible()
    keyboard.push(sheet._hold)
    assert office.heard.went == [("case", CaseArgument(case.id, open="session"))]
    assert office.heard.toasts == []


@pytest.mark.parametrize("answer", ["stay", "discard"])
def test_escape_asks_only_when_something_was_typed(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, title: str, *_rest: object) -> str:
        asked.append(title)
        return answer

    monkeypatch.setattr(booking_sheet, "ask", ask)
    case = office.file()
    untouched = open_sheet(case.id, day=SUNDAY, start=NINE)
    untouched.ask_to_close()
    assert asked == []
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE)
    keyboard.choose("مصاح")
    sheet.ask_to_close()
    assert len(asked) == 1
    assert sheet.isVisible() == (answer == "stay")


def test_moving_keeps_the_rest_and_is_undone(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    row = office.book(case.id)
    sheet = open_sheet(case.id, appointment=row)
    go_to(keyboard, sheet, "start")
    sheet.form.field("start").edit.selectAll()  # type: ignore[attr-defined]
    keyboard.value("1130")
    keyboard.save()
    keyboard.settle(lambda: rows(office)[0].start == 11 * 60 + 30)
    assert (rows(office)[0].id, rows(office)[0].party_ids) == (row.id, row.party_ids)
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: rows(office)[0].start == NINE)


@pytest.mark.parametrize("keeps_mine", [True, False])
def test_somebody_changed_it_meanwhile(
    office: Office, keyboard: Keyboard, open_sheet: OpenSheet, keeps_mine: bool
) -> None:
    case = office.file()
    row = office.book(case.id)
    sheet = open_sheet(case.id, appointment=row)
    sheet.form.field("start").set_value(time(11))
    office.book(case.id, id=row.id, version=row.version, start=12 * 60)
    keyboard.save()
    keyboard.settle(sheet._conflict.isVisible)
    assert rows(office)[0].start == 12 * 60
    (sheet._conflict.keep_wanted if keeps_mine else sheet._conflict.reload_wanted).emit()
    keyboard.settle()
    if keeps_mine:
        keyboard.settle(lambda: rows(office)[0].start == 11 * 60)
    else:
        assert sheet.form.field("start").value() == time(12)


def test_what_was_typed_stands_there_again(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id)
    keyboard.choose("فردی")
    go_to(keyboard, sheet, "note")
    keyboard.write("پرونده کاغذی")
    assert sheet.kept is not None
    sheet.kept.flush()
    keyboard.settle()
    sheet.close_sheet()  # the session locked, or the power went
    again = open_sheet(case.id)
    keyboard.settle(lambda: again.form.field("note").value() == "پرونده کاغذی")
    assert again.form.field("type").value() == "individual"


def test_two_sides_do_not_fit_into_a_talk_with_one(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE, kind="individual", party_ids=office.parties(case.id))
    rest(keyboard, sheet)
    assert "برای هر طرف ساعت جدا بگذارید" in sheet.form.field("party_ids").error()


def test_talks_apart_ask_for_a_second_room(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id, day=SUNDAY, start=NINE)
    assert not sheet.form.field("second_room_id").isVisible()
    keyboard.choose("جداگانه")
    assert sheet.form.field("second_room_id").isVisible()
    people = sheet.form.field("party_ids").edit
    assert isinstance(people, MultiChoice)
    assert len(people.value()) == 2
    rest(keyboard, sheet)
    assert sheet.slots.slots()[0].second_room_id is not None


def test_without_a_file_only_meetings_of_the_unit(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    sheet = open_sheet(None, "unit_head", day=SUNDAY, start=NINE)
    labels = [choice.label for choice in sheet.form.field("type").edit.choices()]  # type: ignore[attr-defined]
    assert labels == ["جلسه گروهی", "هماهنگی بین‌دستگاهی", "مشاوره فعال"]
    assert not sheet.form.field("party_ids").isVisible()
    keyboard.choose("هماه")
    rest(keyboard, sheet)
    keyboard.save()
    keyboard.settle(lambda: len(rows(office)) == 1)


def test_what_is_missing_is_said_beside_it(office: Office, keyboard: Keyboard, open_sheet: OpenSheet) -> None:
    case = office.file()
    sheet = open_sheet(case.id)
    keyboard.save()
    keyboard.settle()
    assert all(sheet.form.field(key).error() for key in ("type", "day", "start"))
    assert keyboard.focused is sheet.form.field("type").edit
    assert rows(office) == []
