from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from services.persian.jalali import ParsedDate, from_jalali
from tests.ui.keys import press, type_text
from tests.ui.widgets.conftest import HOLIDAY, TODAY, Show
from ui.widgets.date_edit import BirthDateEdit, JalaliDateEdit
from ui.widgets.line_edit import TextEdit1
from ui.widgets.month_panel import MonthPanel
from ui.widgets.time_edit import TimeEdit

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("71/2/14", "۱۳۷۱/۰۲/۱۴"),
        ("7/5", "۱۴۰۵/۰۷/۰۵"),
        ("1405.7.5", "۱۴۰۵/۰۷/۰۵"),
        ("14050705", "۱۴۰۵/۰۷/۰۵"),
        ("+3", "۱۴۰۵/۰۹/۰۳"),
        ("فردا", "۱۴۰۵/۰۹/۰۱"),
    ],
)
def test_typed_dates_are_written_out_on_leaving(show: Show, typed: str, shown: str) -> None:
    edit, other = JalaliDateEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, typed)
    other.setFocus()
    assert edit.text() == shown
    assert edit.value() is not None
    assert not edit.problem()


def test_the_meaning_is_in_sight_before_the_field_is_left(show: Show) -> None:
    edit = JalaliDateEdit()
    hints: list[str] = []
    edit.hint_changed.connect(hints.append)
    show(edit)
    type_text(edit, "71/2/14")
    assert hints[-1].startswith("۱۳۷۱/۰۲/۱۴")
    assert "دوشنبه" in hints[-1]


def test_a_day_that_does_not_exist_is_told(show: Show) -> None:
    edit, other = JalaliDateEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "1405/7/31")
    other.setFocus()
    assert edit.problem() == "این ماه چنین روزی ندارد."
    assert edit.text() == "۱۴۰۵/۷/۳۱"
    assert edit.value() is None


def test_control_semicolon_is_today_on_both_layouts(show: Show) -> None:
    edit = JalaliDateEdit()
    show(edit)
    QTest.keyClick(edit, Qt.Key.Key_Semicolon, CTRL)
    assert edit.value() == TODAY
    edit.set_value(None)
    press(edit, 0x06A9, CTRL)
    assert edit.value() == TODAY


def test_arrows_step_by_days_and_pages_by_months(show: Show) -> None:
    edit = JalaliDateEdit()
    show(edit)
    edit.set_value(TODAY)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value() == TODAY + timedelta(days=1)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.value() == TODAY - timedelta(days=1)
    edit.set_value(from_jalali(1405, 6, 31))
    QTest.keyClick(edit, Qt.Key.Key_PageUp)
    assert edit.value() == from_jalali(1405, 7, 30)


def test_the_month_is_walked_from_right_to_left(show: Show) -> None:
    edit, other = JalaliDateEdit(), TextEdit1()
    window = show(edit, other)
    edit.set_value(TODAY)
    QTest.keyClick(edit, Qt.Key.Key_F4)
    panel = window.findChild(MonthPanel)
    assert panel is not None
    assert panel.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Left)
    assert panel.day() == TODAY + timedelta(days=1)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert panel.day() == TODAY + timedelta(days=8)
    QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert panel.day() == TODAY
    QTest.keyClick(edit, Qt.Key.Key_PageDown)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert edit.value() == from_jalali(1405, 9, 30)
    assert other.hasFocus()


def test_escape_closes_the_month_and_keeps_the_date(show: Show) -> None:
    edit = JalaliDateEdit()
    window = show(edit)
    edit.set_value(TODAY)
    QTest.keyClick(edit, Qt.Key.Key_F4)
    QTest.keyClick(edit, Qt.Key.Key_Left)
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.value() == TODAY
    panel = window.findChild(MonthPanel)
    assert panel is not None
    assert not panel.isVisible()


def test_holidays_are_named(show: Show) -> None:
    edit = JalaliDateEdit()
    hints: list[str] = []
    edit.hint_changed.connect(hints.append)
    show(edit)
    edit.set_value(HOLIDAY)
    assert "تعطیل رسمی" in hints[-1]


def test_a_click_on_a_day_picks_it(show: Show) -> None:
    from ui.widgets.month_panel import MonthGrid

    edit = JalaliDateEdit()
    window = show(edit)
    edit.set_value(TODAY)
    edit.open_panel()
    grid = window.findChild(MonthGrid)
    assert grid is not None
    # 1 Aban 1405 is a Friday: first row, last column, which is the leftmost
    first = grid.rect().topLeft()
    first.setX(first.x() + grid.width() // 14)
    first.setY(first.y() + grid.height() // 6)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, NONE, first)
    assert edit.value() == from_jalali(1405, 8, 1)


def test_two_centuries_are_asked_about(show: Show) -> None:
    edit, other = BirthDateEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "03/1/1")
    other.setFocus()
    assert "۱۳۰۳ یا ۱۴۰۳؟" in edit.problem()
    assert edit.value() is None
    edit.set_value(None)
    edit.setFocus()
    type_text(edit, "1303/1/1")
    other.setFocus()
    assert edit.value() == ParsedDate(from_jalali(1303, 1, 1), "day")


@pytest.mark.parametrize(("typed", "precision"), [("1340", "year"), ("حدود 1340", "estimated")])
def test_a_birth_year_is_enough(show: Show, typed: str, precision: str) -> None:
    edit, other = BirthDateEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, typed)
    other.setFocus()
    value = edit.value()
    assert value.precision == precision
    shown = edit.text()
    edit.set_value(value)
    assert edit.text() == shown
    assert edit.value() == value


def test_a_year_alone_is_no_appointment(show: Show) -> None:
    edit, other = JalaliDateEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "حدود 1340")
    other.setFocus()
    assert edit.problem()
    assert edit.value() is None


def test_hours_are_read_and_stepped(show: Show) -> None:
    edit, other = TimeEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "930")
    other.setFocus()
    assert edit.text() == "۰۹:۳۰"
    assert edit.value() == time(9, 30)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value() == time(9, 45)
    edit.set_value(time(9, 50))
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.value() == time(9, 45)
    edit.set_value(time(23, 50))
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value() == time(0, 0)


def test_an_hour_that_does_not_exist_is_told(show: Show) -> None:
    edit, other = TimeEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "25:00")
    other.setFocus()
    assert edit.problem()
    assert edit.value() is None


def test_dates_at_the_edge_of_the_calendar_stay(show: Show) -> None:
    edit = JalaliDateEdit()
    show(edit)
    last = from_jalali(1500, 12, 29)
    edit.set_value(last)
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Up)
    assert date(2120, 1, 1) < edit.value() <= date(2122, 3, 21)
