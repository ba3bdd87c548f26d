"""The month: whole weeks from Saturday, walked by the arrows; the views and their keys; heaps of a crowded week."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.persian.jalali import from_jalali, month_range, to_jalali, weekday_index
from tests.ui.scheduling.office import NINE, SUNDAY, Office, window_around
from ui.play.keyboard import Keyboard
from ui.scheduling import shown
from ui.scheduling.appointments_page import AppointmentsPage
from ui.scheduling.argument import AppointmentsArgument
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.month_paint import row_lines
from ui.scheduling.week_layout import Stop
from ui.widgets.sheet import open_sheet_of

OpenPage = Callable[..., AppointmentsPage]
SATURDAY = SUNDAY - timedelta(days=1)
LAST_LEAP_DAY = from_jalali(1403, 12, 30)


@pytest.fixture
def open_page(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows = []

    def opened(argument: Any = None, role: str = "counsellor") -> AppointmentsPage:
        page = AppointmentsPage(office.context(role))
        window = window_around(page)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument or AppointmentsArgument(SUNDAY, view=shown.MONTH))
        keyboard.settle(lambda: page._shown is not None)
        keyboard.settle()
        page.card.take_keyboard()
        return page

    yield opened
    for window in windows:
        window.close()


@given(st.dates(date(1900, 1, 1), date(2080, 1, 1)))
def test_a_month_is_whole_weeks_that_hold_it(day: date) -> None:
    first, last = shown.range_of(shown.MONTH, day)
    inside = month_range(*to_jalali(day)[:2])
    assert weekday_index(first) == 0
    assert weekday_index(last) == 6
    assert first <= inside[0] <= day <= inside[1] <= last
    assert (last - first).days + 1 in (28, 35, 42)


@given(st.dates(date(1822, 4, 1), date(2120, 1, 1)), st.sampled_from([shown.DAY, shown.WEEK, shown.MONTH]))
def test_a_step_and_back_is_in_the_same_view(day: date, view: str) -> None:
    there = shown.step_of(view, day, 1)
    back = shown.step_of(view, there, -1)
    assert shown.range_of(view, back) == shown.range_of(view, day)
    assert shown.title_of(view, there)


def test_beyond_the_calendar_nothing_turns() -> None:
    assert shown.step_of(shown.WEEK, date.max, 1) == date.max
    assert shown.step_of(shown.MONTH, date.min, -1) == date.min
    assert shown.title_of(shown.MONTH, LAST_LEAP_DAY) == "اسفند ۱۴۰۳"
    assert shown.step_of(shown.MONTH, LAST_LEAP_DAY, 12) == from_jalali(1404, 12, 29)


def test_days_say_how_many_come_and_what_is_celebrated(office: Office, open_page: OpenPage) -> None:
    office.desk.services.unit.add_closure(office.actor("unit_head"), SUNDAY, "آلودگی هوا", "local")
    first = office.book(office.file(1).id)
    office.book(office.file(2).id, start=11 * 60)
    page = open_page()
    assert page.title() == "آذر ۱۴۰۵"
    board = page.card.month.board()
    assert board is not None
    number = board.place_of(SUNDAY)
    assert number is not None
    day = board.days[number]
    assert (day.holiday, day.is_inside, day.rows[0].id, len(day.rows)) == ("آلودگی هوا", True, first.id, 2)
    assert not board.days[0].is_inside
    said = page.card.month.accessibleDescription()
    assert said == "یکشنبه ۱ آذر ۱۴۰۵، آلودگی هوا، ۲ نوبت"
    assert "۰۰۰۱" not in said
    page.card.month.grab()


def test_arrows_walk_the_days_and_over_the_edge_of_the_month(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = open_page()
    month = page.card.month
    assert keyboard.focused is month
    keyboard.key(Qt.Key.Key_Left)
    keyboard.key(Qt.Key.Key_Down)
    assert page.day() == month.day() == SUNDAY + timedelta(days=8)
    keyboard.key(Qt.Key.Key_PageDown)
    keyboard.settle(lambda: page.title() == "دی ۱۴۰۵")
    keyboard.settle()
    keyboard.key(Qt.Key.Key_Home)
    keyboard.settle(lambda: page.day() == SATURDAY)
    keyboard.settle()
    assert page.title() == "آبان ۱۴۰۵"
    keyboard.key(Qt.Key.Key_Left)
    keyboard.settle(lambda: page.title() == "آذر ۱۴۰۵")
    keyboard.settle()
    assert month.day() == SUNDAY
    assert keyboard.focused is month


def test_an_appointment_is_drawn_to_another_day_of_the_month_and_back(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    page = open_page()
    month = page.card.month

    def day() -> date:
        return office.desk.services.scheduling.row(office.actor("unit_head"), row.id).day

    board = month.board()
    assert board is not None
    home, there = (board.place_of(SUNDAY + timedelta(days=days)) for days in (0, 9))
    assert home is not None
    assert there is not None
    [(_, line)] = row_lines(board.days[home], month.cell_box(home))
    QTest.mousePress(month, Qt.MouseButton.LeftButton, pos=line.center().toPoint())
    QTest.mouseMove(month, month.cell_box(there).center().toPoint())
    assert month.hand.held is not None
    month.grab()
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, pos=month.cell_box(there).center().toPoint())
    keyboard.settle(lambda: day() == SUNDAY + timedelta(days=9))
    keyboard.settle()
    assert page.bar.view() == shown.MONTH, "drawing is no click"
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: day() == SUNDAY)
    keyboard.settle()
    QTest.keyClick(month, Qt.Key.Key_M)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(month, key)
    assert month.hand.held is None
    QTest.keyClick(month, Qt.Key.Key_M)
    QTest.keyClick(month, Qt.Key.Key_Left)
    assert "دوشنبه ۲ آذر" in month.accessibleDescription()
    QTest.keyClick(month, Qt.Key.Key_Return)
    keyboard.settle(lambda: day() == SUNDAY + timedelta(days=1))
    keyboard.settle()


def test_where_it_can_not_go_the_sheet_says_why_and_what_is_free(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    other = office.book(office.file(2).id, day=SUNDAY + timedelta(days=1))
    assert (other.start, other.room_id) == (row.start, row.room_id)
    page = open_page()
    month = page.card.month
    QTest.keyClick(month, Qt.Key.Key_M)
    QTest.keyClick(month, Qt.Key.Key_Left)
    QTest.keyClick(month, Qt.Key.Key_Return)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), BookingSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, BookingSheet)
    keyboard.settle(lambda: bool(sheet.form.field("room_id").error()))
    assert sheet.form.field("day").value() == other.day
    assert sheet.slots.slots()
    assert office.desk.services.scheduling.row(office.actor(), row.id).day == SUNDAY
    sheet.close_sheet()


def test_enter_and_a_click_open_the_day(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    keyboard.enter()
    keyboard.settle(lambda: page.bar.view() == shown.DAY and page.card.grid.board() is not None)
    keyboard.settle()
    assert page.day() == SUNDAY
    assert keyboard.focused is page.card.grid
    assert page.card.grid.board().block_of(row.id) is not None  # type: ignore[union-attr]
    QTest.keyClick(page.card.grid, Qt.Key.Key_3)
    keyboard.settle()
    month = page.card.month
    board = month.board()
    assert board is not None
    number = board.place_of(SUNDAY + timedelta(days=9))
    assert number is not None
    QTest.mouseClick(month, Qt.MouseButton.LeftButton, pos=month.cell_box(number).center().toPoint())
    keyboard.settle(lambda: page.bar.view() == shown.DAY)
    assert page.day() == SUNDAY + timedelta(days=9)


def test_n_makes_one_on_the_day(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = office.file()
    page = open_page(AppointmentsArgument(SUNDAY, case.id, shown.MONTH))
    QTest.keyClick(page.card.month, Qt.Key.Key_N)
    sheet = open_sheet_of(page)
    assert isinstance(sheet, BookingSheet)
    keyboard.settle(lambda: sheet.form.field("day").value() == SUNDAY)


def test_digits_are_the_views_and_the_keyboard_goes_along(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    page = open_page()
    for key, view, part in (
        (Qt.Key.Key_2, shown.WEEK, page.card.grid),
        (Qt.Key.Key_4, shown.LIST, page.card.list),
        (Qt.Key.Key_1, shown.DAY, page.card.grid),
        (Qt.Key.Key_3, shown.MONTH, page.card.month),
    ):
        QTest.keyClick(keyboard.focused, key)
        keyboard.settle()
        assert page.bar.view() == view
        assert part is keyboard.focused or part.isAncestorOf(keyboard.focused)
    assert page.print.text() == "برنامه هفته"


def test_the_night_is_one_key_away(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page(AppointmentsArgument(SUNDAY, view=shown.WEEK))
    grid = page.card.grid
    board = grid.board()
    assert board is not None
    assert (board.opens, board.closes) == (7 * 60, 14 * 60)
    QTest.keyClick(grid, Qt.Key.Key_0)
    keyboard.settle()
    board = grid.board()
    assert board is not None
    assert (board.opens, board.closes) == (0, 24 * 60)
    grid.put_cursor(Stop(1, 23 * 60))
    assert grid.visibleRegion().contains(grid.places().box_of(Stop(1, 23 * 60)).center().toPoint())
    QTest.keyClick(grid, Qt.Key.Key_0)
    keyboard.settle()
    assert grid.board().opens == 7 * 60  # type: ignore[union-attr]


def test_home_is_today_and_pages_are_weeks(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page(AppointmentsArgument(SUNDAY, view=shown.WEEK))
    for _ in range(3):
        keyboard.key(Qt.Key.Key_PageDown)
        keyboard.settle()
    assert page.day() == SUNDAY + timedelta(days=21)
    keyboard.key(Qt.Key.Key_Home)
    keyboard.settle(lambda: page.day() == SATURDAY)


def test_a_crowded_day_is_heaped_and_the_heap_opens_the_day_by_colleagues(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    page = open_page(AppointmentsArgument(SUNDAY, view=shown.WEEK))
    found = page._shown
    assert found is not None
    crowd = tuple(replace(row, id=uuid4(), start=NINE + 5 * number) for number in range(8))
    page._take(replace(found, rows=crowd))
    board = page.card.grid.board()
    assert board is not None
    heaps = [block for block in board.blocks if block.is_heap]
    assert heaps
    assert {one.id for block in board.blocks for one in block.rows()} == {one.id for one in crowd}
    page.card.grid.put_cursor(Stop(heaps[0].column, heaps[0].start, heaps[0]))
    assert "نوبت دیگر" in page.card.grid.accessibleDescription()
    page.card.grid.grab()
    keyboard.enter()
    keyboard.settle(lambda: page.bar.view() == shown.DAY)
    assert page.day() == SUNDAY
    assert page.bar.by() == shown.BY_COLLEAGUE
