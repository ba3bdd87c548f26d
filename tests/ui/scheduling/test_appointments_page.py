"""The page of appointments through the keyboard: walking, opening, making, cancelling, and what it may not show."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.cases.shapes import CaseRow
from tests.ui.scheduling.office import NINE, SUNDAY, Office, window_around
from ui.case.argument import CaseArgument
from ui.play.keyboard import Keyboard
from ui.scheduling import shown
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.appointments_page import AppointmentsPage
from ui.scheduling.argument import AppointmentsArgument
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.cancel_sheet import CancelSheet
from ui.scheduling.event_sheet import EventSheet
from ui.scheduling.week_layout import Stop
from ui.widgets.sheet import Sheet, open_sheet_of

OpenPage = Callable[..., AppointmentsPage]
SATURDAY = SUNDAY - timedelta(days=1)


@pytest.fixture
def open_page(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows = []

    def opened(role: str = "counsellor", argument: Any = None, width: int = 1170) -> AppointmentsPage:
        page = AppointmentsPage(office.context(role), argument)
        window = window_around(page, width)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle(lambda: page._shown is not None)
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()


def sheet_over(page: AppointmentsPage, kind: type[Sheet]) -> Any:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, kind), sheet
    return sheet


def titles(page: AppointmentsPage) -> list[str]:
    board = page.card.grid.board()
    assert board is not None
    return [column.title for column in board.columns]


def test_the_week_begins_on_saturday_and_names_its_days_off(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    office.desk.services.unit.add_closure(office.actor("unit_head"), SUNDAY, "آلودگی هوا", "local")
    page = open_page()
    assert titles(page)[0] == "شنبه"
    assert titles(page)[-1] == "جمعه"
    assert page.title() == "هفته ۳۰ آبان تا ۶ آذر ۱۴۰۵"
    board = page.card.grid.board()
    assert board is not None
    assert board.columns[1].holiday == "آلودگی هوا"
    assert board.columns[0].is_today
    assert board.columns[6].is_friday
    assert page.card.grid.column_box(0).left() > page.card.grid.column_box(6).left()


def test_arrows_walk_and_enter_opens_the_file(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = office.file()
    row = office.book(case.id)
    page = open_page()
    grid = page.card.grid
    assert keyboard.focused is grid
    keyboard.key(Qt.Key.Key_Left)
    for _ in range(30):
        stop = grid.stop()
        if stop is not None and stop.block is not None:
            break
        keyboard.key(Qt.Key.Key_Up)
    assert "۰۰۰۱" in grid.accessibleDescription()
    assert "یکشنبه" in grid.accessibleDescription()
    keyboard.enter()
    sheet = sheet_over(page, AppointmentSheet)
    assert keyboard.focused is sheet.buttons["open"]
    keyboard.enter()
    assert office.heard.went == [("case", row.case_id)]


def test_walking_over_the_edge_turns_the_week(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    keyboard.key(Qt.Key.Key_Right)
    keyboard.settle(lambda: page.title() == "هفته ۲۳ آبان تا ۲۹ آبان ۱۴۰۵")
    keyboard.settle()
    stop = page.card.grid.stop()
    assert stop is not None
    assert stop.column == 6
    keyboard.key(Qt.Key.Key_PageDown)
    keyboard.settle(lambda: page.title() == "هفته ۳۰ آبان تا ۶ آذر ۱۴۰۵")


def test_n_makes_one_in_the_cell_for_the_file_at_hand(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    case = office.file()
    page = open_page(argument=AppointmentsArgument(SUNDAY, case.id))
    page.card.grid.put_cursor(Stop(2, 10 * 60))
    QTest.keyClick(page.card.grid, Qt.Key.Key_N)
    sheet = sheet_over(page, BookingSheet)
    keyboard.settle(lambda: sheet.form.field("day").value() == SUNDAY + timedelta(days=1))
    assert sheet.form.field("start").value().hour == 10


def test_a_click_on_an_empty_hour_asks_for_the_file(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = office.file(3)
    page = open_page()
    grid = page.card.grid
    box = grid.column_box(1)
    at = QPoint(round(box.center().x()), round(grid.y_of(11 * 60 + 20)))
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
    assert open_sheet_of(page) is not None
    keyboard.write("1405-0001")
    keyboard.settle()
    QTest.qWait(60)
    keyboard.settle()
    keyboard.enter()
    keyboard.settle(lambda: isinstance(open_sheet_of(page), BookingSheet))
    sheet = sheet_over(page, BookingSheet)
    keyboard.settle(lambda: sheet.form.field("day").value() == SUNDAY)
    assert sheet._case_id == case.id
    assert (sheet.form.field("start").value().hour, sheet.form.field("start").value().minute) == (11, 15)


def test_a_talk_at_a_school_took_place_before_so_many(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    """T10: an hour without a file is held by a word, and with how many came."""
    row = office.book(None, type="outreach", room_id=None, party_ids=(), place="مدرسه نمونه")
    page = open_page()
    office.desk.clock.advance(timedelta(days=2))
    sheet = AppointmentSheet(page, page.context, row)
    assert set(sheet.buttons) == {"held", "move", "cancel"}
    sheet.open_sheet()
    sheet.buttons["held"].click()
    event = sheet_over(page, EventSheet)
    keyboard.save()
    keyboard.settle(lambda: bool(event.form.field("audience").error()))
    event.form.field("audience").set_value("۴۵")
    keyboard.save()
    keyboard.settle(lambda: bool(office.heard.toasts))
    held = office.desk.services.scheduling.row(office.actor(), row.id)
    assert (held.is_held, held.audience) == (True, 45)


def test_delete_cancels_with_a_reason_and_undo_brings_it_back(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    case = office.file()
    row = office.book(case.id)
    page = open_page()
    page.card.grid.put_cursor_on(row.id)
    keyboard.key(Qt.Key.Key_Delete)
    sheet = sheet_over(page, CancelSheet)
    keyboard.save()
    assert sheet.form.field("by").error()
    keyboard.key(Qt.Key.Key_1, text="1")
    keyboard.enter()
    keyboard.write("سفر")
    keyboard.save()
    keyboard.settle(lambda: bool(office.heard.toasts))
    scheduling, actor = office.desk.services.scheduling, office.actor()
    assert scheduling.row(actor, row.id).is_cancelled
    board = page.card.grid.board()
    assert board is not None
    keyboard.settle(lambda: not _blocks(page))
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: len(_blocks(page)) == 1)
    assert scheduling.row(actor, row.id).is_scheduled


def _blocks(page: AppointmentsPage) -> tuple[Any, ...]:
    board = page.card.grid.board()
    return board.blocks if board is not None else ()


def test_a_past_appointment_leads_to_its_session(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = office.file()
    row = office.book(case.id, day=SATURDAY, start=9 * 60 + 15)
    office.desk.clock.advance(timedelta(hours=2))
    page = open_page()
    page.card.grid.opened.emit(office.desk.services.scheduling.row(office.actor(), row.id))
    sheet = sheet_over(page, AppointmentSheet)
    keyboard.push(sheet.buttons["record"])
    assert office.heard.went == [("case", CaseArgument(case.id, open="session"))]


def test_hidden_files_say_that_the_hour_is_taken_and_no_more(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    from services.cases import Confidentiality

    case = office.file()
    row = office.book(case.id, note="یادداشت پنهان")
    detail = office.desk.services.cases.get(office.actor("unit_head"), case.id)
    office.desk.services.cases.set_confidentiality(
        office.actor("unit_head"), case.id, detail.version, Confidentiality.RESTRICTED
    )
    page = open_page("clerk")
    grid = page.card.grid
    grid.put_cursor_on(row.id)
    said = grid.accessibleDescription()
    assert "پر است" in said
    assert "۰۰۰۱" not in said
    assert "ر.آ" not in said
    assert "مصاحبه" not in said
    keyboard.enter()
    sheet = sheet_over(page, AppointmentSheet)
    assert sheet.buttons == {}
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "یادداشت" not in words
    assert "مصاحبه" not in words


def test_marks_are_letters_and_speak_only_while_the_key_is_held(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    from services.safety import FlagDraft, FlagLevel

    case = office.file()
    row = office.book(case.id)
    person = office.desk.services.cases.get(office.actor(), case.id).parties[0].person_id
    flag = FlagDraft(case.id, person, "weapon", FlagLevel.HIGH)
    office.desk.services.safety.raise_flag(office.actor(), flag)
    page = open_page()
    grid = page.card.grid
    grid.put_cursor_on(row.id)
    words = _blocks(page)[0].row.marks[0].words
    assert words
    assert words not in grid.words_of(grid.stop())
    QTest.keyPress(grid.window().windowHandle(), Qt.Key.Key_F8)
    assert words in grid.words_of(grid.stop())
    QTest.keyRelease(grid.window().windowHandle(), Qt.Key.Key_F8)
    assert words not in grid.words_of(grid.stop())


def test_only_one_colleague_or_one_room(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    first, second = office.file(1), office.file(2)
    office.book(first.id)
    head = office.actor("unit_head").staff_id
    office.book(second.id, room_id=office.rooms()[1], staff_ids=(head,))
    page = open_page()
    assert len(_blocks(page)) == 2
    page.bar.whose.set_value(shown.MINE)
    assert [block.row.case_no for block in _blocks(page)] == [first.case_no]
    page.bar.whose.set_value(f"{shown.BY_ROOM}:{office.rooms()[1]}")
    assert [block.row.case_no for block in _blocks(page)] == [second.case_no]


def test_the_day_by_rooms_and_by_colleagues(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case: CaseRow = office.file()
    office.book(case.id, side=None, type="shuttle", second_room_id=office.rooms()[1], day=SATURDAY, start=10 * 60)
    page = open_page()
    page.bar.set_view(shown.DAY)
    keyboard.settle(lambda: titles(page) == ["اتاق ۱", "اتاق ۲"])
    keyboard.settle(lambda: len(_blocks(page)) == 2)
    page.bar.columns.set_value(shown.BY_COLLEAGUE)
    assert titles(page) == ["مینا پارسی‌نیا", "زهرا فرهمند"]
    page.card.grid.put_cursor(Stop(1, 12 * 60))
    page._case_id = case.id
    page.card.grid.new_at_cursor()
    sheet = sheet_over(page, BookingSheet)
    head = str(office.actor("unit_head").staff_id)
    keyboard.settle(lambda: sheet.form.field("staff_ids").value() == (head,))


def test_a_narrow_window_lists_the_day_and_turns_by_days(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    case = office.file()
    office.book(case.id)
    page = open_page(width=800)
    assert page.bar.view() == shown.LIST
    assert page.day() == SATURDAY
    keyboard.key(Qt.Key.Key_PageDown)
    keyboard.settle(lambda: page.day() == SUNDAY)
    keyboard.settle(lambda: len(page.card.list._rows) == 1)
    page.card.take_keyboard()
    keyboard.enter()
    sheet_over(page, AppointmentSheet)


def test_who_may_not_write_makes_nothing(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    actor = office.actor()
    from dataclasses import replace

    from services.actor import Right

    office.desk.actors["counsellor"] = replace(actor, rights=actor.rights - {Right.APPOINTMENT_WRITE})
    page = open_page()
    assert not page.new.isVisible()
    page.make(date(2026, 11, 22), NINE)
    assert open_sheet_of(page) is None


def test_every_button_has_a_name(office: Office, open_page: OpenPage) -> None:
    page = open_page()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()


def test_three_hundred_appointments_paint_within_a_frame(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    from dataclasses import replace
    from uuid import uuid4

    case = office.file()
    row = office.book(case.id)
    page = open_page()
    found = page._shown
    assert found is not None
    rows = tuple(
        replace(row, id=uuid4(), day=SATURDAY + timedelta(days=n % 7), start=450 + 15 * (n // 7 % 24))
        for n in range(300)
    )
    page._take(replace(found, rows=rows))
    grid = page.card.grid
    picture = grid.grab()
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        grid.render(picture)
        times.append(time.perf_counter() - begin)
    assert sorted(times)[10] < 0.016
