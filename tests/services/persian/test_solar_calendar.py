from datetime import date, timedelta

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.errors import PersianValueError
from services.persian.jalali import (
    FIRST_YEAR,
    LAST_YEAR,
    add_months,
    age_on,
    days_in_month,
    from_jalali,
    is_leap,
    month_range,
    to_jalali,
    weekday_index,
)
from tests.services.persian.texts import refusal

FIRST_DAY, LAST_DAY = date(1821, 3, 21), date(2122, 3, 20)
days = st.dates(FIRST_DAY, LAST_DAY)


def test_every_day_of_three_centuries() -> None:
    day = FIRST_DAY
    for jy in range(FIRST_YEAR, LAST_YEAR + 1):
        for jm in range(1, 13):
            for jd in range(1, days_in_month(jy, jm) + 1):
                assert from_jalali(jy, jm, jd) == day
                assert to_jalali(day) == (jy, jm, jd)
                other = jdatetime.date.fromgregorian(date=day)
                assert (other.year, other.month, other.day) == (jy, jm, jd)
                day += timedelta(days=1)
    assert day == LAST_DAY + timedelta(days=1)


def test_leap_years_follow_the_33_year_cycle() -> None:
    for jy in range(1343, 1473):
        assert is_leap(jy) == (jy % 33 in {1, 5, 9, 13, 17, 22, 26, 30}) == jdatetime.date(jy, 1, 1).isleap()
    assert [jy for jy in range(1396, 1413) if is_leap(jy)] == [1399, 1403, 1408, 1412]
    assert not is_leap(1404)


@pytest.mark.parametrize(
    ("jalali", "gregorian", "weekday"),
    [
        ((1404, 1, 1), date(2025, 3, 21), 6),
        ((1405, 1, 1), date(2026, 3, 21), 0),
        ((1406, 1, 1), date(2027, 3, 21), 1),
        ((1407, 1, 1), date(2028, 3, 20), 2),
        ((1408, 1, 1), date(2029, 3, 20), 3),
        ((1403, 12, 30), date(2025, 3, 20), 5),
        ((1403, 6, 7), date(2024, 8, 28), 4),
        ((1399, 11, 28), date(2021, 2, 16), 3),
    ],
)
def test_checked_days(jalali: tuple[int, int, int], gregorian: date, weekday: int) -> None:
    assert to_jalali(gregorian) == jalali
    assert from_jalali(*jalali) == gregorian
    assert weekday_index(gregorian) == weekday


@pytest.mark.parametrize(
    ("jalali", "reason"),
    [
        ((1404, 7, 31), "no_such_day"),
        ((1404, 12, 30), "no_such_day"),
        ((1404, 1, 32), "no_such_day"),
        ((1404, 1, 0), "no_such_day"),
        ((1404, 13, 1), "no_such_month"),
        ((1404, 0, 1), "no_such_month"),
        ((1199, 1, 1), "out_of_range"),
        ((1501, 1, 1), "out_of_range"),
    ],
)
def test_days_that_do_not_exist(jalali: tuple[int, int, int], reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        from_jalali(*jalali)
    assert caught.value.reason == reason


@pytest.mark.parametrize("day", [date.min, date.max, FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)])
def test_dates_outside_the_proven_years_are_refused(day: date) -> None:
    with pytest.raises(PersianValueError, match="out_of_range"):
        to_jalali(day)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((1405, 2, 14), 1, (1405, 3, 14)),
        ((1405, 6, 31), 1, (1405, 7, 30)),
        ((1404, 11, 30), 1, (1404, 12, 29)),
        ((1403, 11, 30), 1, (1403, 12, 30)),
        ((1405, 12, 5), 1, (1406, 1, 5)),
        ((1405, 1, 31), -1, (1404, 12, 29)),
        ((1403, 12, 30), 12, (1404, 12, 29)),
        ((1405, 2, 14), -26, (1402, 12, 14)),
        ((1405, 2, 14), 0, (1405, 2, 14)),
    ],
)
def test_add_months(start: tuple[int, int, int], months: int, end: tuple[int, int, int]) -> None:
    assert to_jalali(add_months(from_jalali(*start), months)) == end


@given(days, st.integers(-5000, 5000))
def test_added_months_land_in_the_right_month(day: date, months: int) -> None:
    jy, jm, jd = to_jalali(day)
    refused = refusal(add_months, day, months)
    if refused is not None:
        assert refused == "out_of_range"
        assert not FIRST_YEAR <= (jy * 12 + jm - 1 + months) // 12 <= LAST_YEAR
    else:
        year, month, number = to_jalali(add_months(day, months))
        assert year * 12 + month == jy * 12 + jm + months
        assert number == min(jd, days_in_month(year, month))


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ((1387, 7, 5), (1405, 7, 4), 17),
        ((1387, 7, 5), (1405, 7, 5), 18),
        ((1403, 12, 30), (1404, 12, 29), 0),
        ((1403, 12, 30), (1405, 1, 1), 1),
        ((1405, 1, 2), (1405, 1, 1), -1),
    ],
)
def test_age_on(birth: tuple[int, int, int], day: tuple[int, int, int], age: int) -> None:
    assert age_on(from_jalali(*birth), from_jalali(*day)) == age


def test_month_range() -> None:
    assert month_range(1403, 12) == (date(2025, 2, 19), date(2025, 3, 20))
    with pytest.raises(PersianValueError, match="no_such_month"):
        month_range(1403, 13)
    with pytest.raises(PersianValueError, match="no_such_month"):
        days_in_month(1403, 0)
