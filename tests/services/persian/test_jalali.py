import subprocess
import sys
from datetime import date, time

import pytest
from hypothesis import given

from services.persian.errors import PersianValueError
from services.persian.jalali import (
    format_date,
    format_day_month,
    format_long,
    format_time,
    from_jalali,
    month_name,
    to_jalali,
    weekday_index,
    weekday_name,
)
from tests.services.persian.test_solar_calendar import days


def test_formats() -> None:
    assert format_date(from_jalali(1405, 2, 14)) == "۱۴۰۵/۰۲/۱۴"
    assert format_long(from_jalali(1405, 9, 3)) == "سه\u200cشنبه ۳ آذر ۱۴۰۵"
    assert format_day_month(from_jalali(1405, 9, 3)) == "۳ آذر"
    assert format_time(time(9, 30)) == "۰۹:۳۰"
    assert format_time(time(14, 5, 59)) == "۱۴:۰۵"


def test_names() -> None:
    assert weekday_name(date(2026, 3, 21)) == "شنبه"
    assert weekday_name(date(2026, 3, 27)) == "جمعه"
    assert month_name(1) == "فروردین"
    assert month_name(12) == "اسفند"
    for jm in (0, 13, -1):
        with pytest.raises(PersianValueError, match="no_such_month"):
            month_name(jm)


@given(days)
def test_every_format_names_its_day(day: date) -> None:
    jy, jm, jd = to_jalali(day)
    assert tuple(map(int, format_date(day).split("/"))) == (jy, jm, jd)
    assert weekday_index(day) == (day.isoweekday() + 1) % 7
    assert format_long(day).startswith(weekday_name(day))
    assert format_day_month(day) in format_long(day)


def test_dates_outside_the_calendar_are_refused() -> None:
    with pytest.raises(PersianValueError, match="out_of_range"):
        format_date(date.max)


def test_the_program_does_not_load_a_calendar_library() -> None:
    script = "import sys, services.persian.jalali; sys.exit('jdatetime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
