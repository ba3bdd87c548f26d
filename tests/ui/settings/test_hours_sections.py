"""Working hours, other hours between two days, leave, shifts and nights, in the settings of a real file."""

from datetime import date, time
from typing import Any

from services.persian.jalali import from_jalali
from services.working_time import Band
from tests.ui.settings.test_settings_page import Desk, desk, unit

__all__ = ["desk", "unit"]

SUNDAY = date(2026, 11, 22)


def test_the_week_is_typed_and_stored(desk: Desk) -> None:
    section = desk.section("hours")
    assert section.week.values()["day_0"] == ((450, 840),)
    section.week.field("day_0").edit.setText("۷ تا ۱۲ و ۱۳ تا ۱۶")
    section.week.field("day_5").edit.setText("")
    section.store.click()
    desk.settle()
    week = section.services.working_time.week(section.actor)
    assert [band for band in week.bands if band.weekday in (0, 5)] == [Band(0, 420, 720), Band(0, 780, 960)]
    assert section.week.field("day_0").edit.text() == "۰۷:۰۰ تا ۱۲:۰۰ و ۱۳:۰۰ تا ۱۶:۰۰"


def test_what_can_not_be_read_or_meets_is_said_beside_its_day(desk: Desk) -> None:
    section = desk.section("hours")
    section.week.field("day_1").edit.setText("صبح")
    section.store.click()
    assert "خوانده نشد" in section.week.field("day_1").error()
    section.week.field("day_1").edit.setText("۸ تا ۱۲ و ۱۱ تا ۱۴")
    section.store.click()
    desk.settle()
    assert "هم‌پوشانی" in section.week.field("day_1").error()


def test_other_hours_are_added_changed_and_removed(desk: Desk) -> None:
    section = desk.section("hours")
    section.add.click()
    sheet = desk.sheet()
    sheet.submitted.emit()
    assert sheet.form.field("title").error()
    days = {"first_on": from_jalali(1405, 11, 19), "last_on": from_jalali(1405, 12, 18)}
    sheet.form.set_values({"title": "ماه رمضان"} | days)
    sheet.submitted.emit()
    desk.settle()
    [row] = section.list.rows()
    assert (row.title, row.quiet) == ("ماه رمضان", "دوشنبه ۱۹ بهمن ۱۴۰۵ تا سه‌شنبه ۱۸ اسفند ۱۴۰۵")
    section.open_row(section._known[row.key])
    desk.sheet().remove.click()
    desk.settle()
    assert section.list.rows() == ()


def test_the_thirtieth_of_esfand_of_a_common_year_is_no_day(desk: Desk) -> None:
    section = desk.section("hours")
    section.add.click()
    sheet = desk.sheet()
    edit: Any = sheet.form.field("first_on").edit
    edit.setText("۱۴۰۵/۱۲/۳۰")
    sheet.submitted.emit()
    assert sheet.form.field("first_on").error() == "این ماه چنین روزی ندارد."


def test_leave_shifts_and_nights(desk: Desk) -> None:
    section = desk.section("presence")
    desk.settle()
    who = section._colleagues[0].code
    section.add_absence.click()
    sheet = desk.sheet()
    sheet.form.set_values({"staff_id": who, "first_on": SUNDAY, "start": time(9), "end": time(8)})
    sheet.submitted.emit()
    desk.settle()
    assert sheet.form.field("end").error()
    sheet.form.set_values({"end": time(11), "reason": "مرخصی ساعتی"})
    sheet.submitted.emit()
    desk.settle()
    [row] = section.absences.rows()
    assert row.quiet == "یکشنبه ۱ آذر ۱۴۰۵ · ۰۹:۰۰ تا ۱۱:۰۰ · مرخصی ساعتی"
    section._remove_absence(row.key)
    desk.settle()
    assert section.absences.rows() == ()
    desk.page.context.toasts.undo()
    desk.settle()
    assert len(section.absences.rows()) == 1
    section.add_night.click()
    night = desk.sheet()
    night.form.set_values({"staff_id": who, "day": SUNDAY, "start": time(20), "end": time(7), "phone": "09600000001"})
    night.submitted.emit()
    desk.settle()
    assert "۲۰:۰۰ تا ۰۷:۰۰" in section.nights.rows()[0].quiet
    section._remove_night(section.nights.rows()[0].key)
    desk.settle()
    assert section.nights.rows() == ()
    section._open_shifts(who)
    desk.settle()
    shifts = desk.sheet()
    shifts.week.field("day_0").edit.setText("۱۶ تا ۲۰")
    shifts.submitted.emit()
    desk.settle()
    section._open_shifts(who)
    desk.settle()
    assert desk.sheet().week.bands() == (Band(0, 960, 1200),)


def test_a_closure_of_a_part_of_the_day(desk: Desk) -> None:
    section = desk.section("holidays")
    section.add.click()
    sheet = desk.sheet()
    sheet.form.set_values({"day": SUNDAY, "title": "بازدید", "start": time(12), "end": time(10)})
    sheet.submitted.emit()
    desk.settle()
    assert sheet.form.field("end").error()
    sheet.form.set_values({"end": time(14)})
    sheet.submitted.emit()
    desk.settle()
    row = next(row for row in section.list.rows() if row.title == "بازدید")
    assert row.quiet == "یکشنبه ۱ آذر ۱۴۰۵ · ۱۲:۰۰ تا ۱۴:۰۰"
