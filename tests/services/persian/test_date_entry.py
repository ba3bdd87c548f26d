from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.jalali import (
    ParsedDate,
    format_date,
    format_day_month,
    format_long,
    format_time,
    from_jalali,
    parse_date,
    parse_time,
    to_jalali,
)
from tests.services.persian.test_solar_calendar import FIRST_DAY, LAST_DAY, days
from tests.services.persian.texts import any_text, digit_texts, refusal

TODAY = from_jalali(1405, 2, 14)  # a Monday

Jalali = tuple[int, int, int]


@pytest.mark.parametrize(
    ("typed", "jalali"),
    [
        ("1404/7/5", (1404, 7, 5)),
        ("۱۴۰۴/۰۷/۰۵", (1404, 7, 5)),
        ("١٤٠٤/٧/٥", (1404, 7, 5)),
        ("1404-07-05", (1404, 7, 5)),
        ("1404.7.5", (1404, 7, 5)),
        ("1404 7 5", (1404, 7, 5)),
        ("  1404 / 7 / 5 ", (1404, 7, 5)),
        ("14040705", (1404, 7, 5)),
        ("5/7/1404", (1404, 7, 5)),
        ("71/2/14", (1371, 2, 14)),
        ("710214", (1371, 2, 14)),
        ("05/3/1", (1405, 3, 1)),
        ("06/1/1", (1406, 1, 1)),
        ("15/1/1", (1415, 1, 1)),
        ("16/1/1", (1316, 1, 1)),
        ("99/12/30", (1399, 12, 30)),
        ("7/5", (1405, 7, 5)),
        ("0705", (1405, 7, 5)),
        ("+3", (1405, 2, 17)),
        ("+۳", (1405, 2, 17)),
        ("-2", (1405, 2, 12)),
        ("−14", (1405, 1, 31)),
        ("امروز", (1405, 2, 14)),
        ("فردا", (1405, 2, 15)),
        ("پس\u200cفردا", (1405, 2, 16)),
        ("پس فردا", (1405, 2, 16)),
        ("ديروز", (1405, 2, 13)),
        ("شنبه", (1405, 2, 19)),
        ("یکشنبه", (1405, 2, 20)),
        ("یک\u200cشنبه", (1405, 2, 20)),
        ("دوشنبه", (1405, 2, 21)),
        ("سه شنبه", (1405, 2, 15)),
        ("۳شنبه", (1405, 2, 15)),
        ("پنج\u200cشنبه", (1405, 2, 17)),
        ("جمعه", (1405, 2, 18)),
        ("۳ آذر ۱۴۰۵", (1405, 9, 3)),
        ("3آذر", (1405, 9, 3)),
        ("۳ آذر ماه سال ۱۴۰۵", (1405, 9, 3)),
        ("۳ آذرماه ۰۵", (1405, 9, 3)),
        ("سوم آذر ۱۴۰۵", (1405, 9, 3)),
        ("سه‌شنبه سوم آذر", (1405, 9, 3)),
        ("اول مهر ۱۴۰۵", (1405, 7, 1)),
        ("بیست‌ و یکم آبان ماه", (1405, 8, 21)),
        ("سی‌ام آبان", (1405, 8, 30)),
        ("سی و یکم مرداد ۱۴۰۵", (1405, 5, 31)),
        ("۲ اردی بهشت ۱۴۰۵", (1405, 2, 2)),
        ("سه شنبه، ۳ آذر ۱۴۰۵", (1405, 9, 3)),
        ("\u2066۱۴۰۵/۰۹/۰۳\u2069", (1405, 9, 3)),
    ],
)
def test_typed_days(typed: str, jalali: Jalali) -> None:
    assert parse_date(typed, TODAY) == ParsedDate(from_jalali(*jalali), "day")


@pytest.mark.parametrize(
    ("typed", "jalali", "precision"),
    [
        ("1371", (1371, 1, 1), "year"),
        ("71", (1371, 1, 1), "year"),
        ("۹۹", (1399, 1, 1), "year"),
        ("سال ۷۱", (1371, 1, 1), "year"),
        ("1371/7", (1371, 7, 1), "month"),
        ("71/7", (1371, 7, 1), "month"),
        ("مهر ۱۳۷۱", (1371, 7, 1), "month"),
        ("حدود ۱۳۴۰", (1340, 1, 1), "estimated"),
        ("حدوداً ۴۰", (1340, 1, 1), "estimated"),
        ("حدود سال ۱۳۴۰", (1340, 1, 1), "estimated"),
        ("~1340", (1340, 1, 1), "estimated"),
        ("71/2/14", (1371, 2, 14), "day"),
        ("06/2/14", (1306, 2, 14), "day"),
        ("05/2/15", (1305, 2, 15), "day"),
        ("1405/2/14", (1405, 2, 14), "day"),
        ("دیروز", (1405, 2, 13), "day"),
    ],
)
def test_typed_births(typed: str, jalali: Jalali, precision: str) -> None:
    parsed = parse_date(typed, TODAY, birth=True)
    assert (to_jalali(parsed.date), parsed.precision, parsed.alternatives) == (jalali, precision, ())


@pytest.mark.parametrize(
    ("typed", "latest", "earlier"),
    [
        ("00/7/5", (1400, 7, 5), (1300, 7, 5)),
        ("03/7/5", (1403, 7, 5), (1303, 7, 5)),
        ("05/2/14", (1405, 2, 14), (1305, 2, 14)),
        ("050101", (1405, 1, 1), (1305, 1, 1)),
        ("۰۴", (1404, 1, 1), (1304, 1, 1)),
        ("حدود ۰۲", (1402, 1, 1), (1302, 1, 1)),
    ],
)
def test_two_centuries_fit_a_birth(typed: str, latest: Jalali, earlier: Jalali) -> None:
    parsed = parse_date(typed, TODAY, birth=True)
    assert parsed.date == from_jalali(*latest)
    assert parsed.alternatives == (from_jalali(*earlier),)


@given(st.integers(0, 99))
def test_only_years_00_to_05_are_asked(two_figures: int) -> None:
    asked = parse_date(f"{two_figures:02}/1/1", TODAY, birth=True).alternatives
    assert bool(asked) == (two_figures <= 5)
    assert not parse_date(f"{two_figures:02}/1/1", TODAY).alternatives


def test_a_day_that_only_one_century_has_is_not_asked() -> None:
    parsed = parse_date("03/12/30", TODAY, birth=True)
    assert parsed == ParsedDate(from_jalali(1403, 12, 30), "day")


def test_years_typed_alone_in_ordinary_dates() -> None:
    assert parse_date("1404", TODAY) == ParsedDate(from_jalali(1404, 1, 1), "year")
    assert parse_date("1404/7", TODAY) == ParsedDate(from_jalali(1404, 7, 1), "month")
    assert parse_date("حدود ۹۸", TODAY) == ParsedDate(from_jalali(1398, 1, 1), "estimated")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "unreadable"),
        ("فلان", "unreadable"),
        ("حدود", "unreadable"),
        ("71", "unreadable"),
        ("5", "unreadable"),
        ("705", "unreadable"),
        ("1404705", "unreadable"),
        ("140407", "unreadable"),
        ("1404/7/", "unreadable"),
        ("/7/5", "unreadable"),
        ("1404//7/5", "unreadable"),
        ("404/7/5", "unreadable"),
        ("4/7/5", "unreadable"),
        ("1404/7/5/1", "unreadable"),
        ("1404/007/5", "unreadable"),
        ("1404,7,5", "unreadable"),
        ("آذر", "unreadable"),
        ("شنبه آذر ۱۴۰۵", "unreadable"),
        ("۳ آذر دیگر", "unreadable"),
        ("شصتم آذر", "unreadable"),
        ("سی و یکم مهر", "no_such_day"),
        ("1" * 10_000, "unreadable"),
        ("1404/7/31", "no_such_day"),
        ("1404/12/30", "no_such_day"),
        ("7/31", "no_such_day"),
        ("1404/1/0", "no_such_day"),
        ("شنبه ۳ آذر ۱۴۰۵", "no_such_day"),
        ("1404/13/1", "no_such_month"),
        ("1404/0", "no_such_month"),
        ("14/5", "no_such_month"),
        ("1992/5/6", "out_of_range"),
        ("1199/1/1", "out_of_range"),
        ("+99999", "out_of_range"),
        ("0000/1/1", "out_of_range"),
    ],
)
def test_refused_dates(typed: str, reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        parse_date(typed, TODAY)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1405/2/15", "out_of_range"),
        ("فردا", "out_of_range"),
        ("+1", "out_of_range"),
        ("7/5", "out_of_range"),
        ("1420", "out_of_range"),
        ("1284/1/1", "out_of_range"),
        ("71/13/1", "no_such_month"),
        ("71/7/31", "no_such_day"),
        ("72/12/30", "no_such_day"),
    ],
)
def test_refused_births(typed: str, reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        parse_date(typed, TODAY, birth=True)
    assert caught.value.reason == reason


@pytest.mark.parametrize("typed", ["1992/5/6", "06.05.1992", "۱۹۹۲۰۵۰۶", "١٩٩٢-٥-٦"])
def test_a_birth_date_may_be_as_on_a_passport(typed: str) -> None:
    assert parse_date(typed, TODAY, birth=True) == ParsedDate(date(1992, 5, 6), "day")
    for wrong, reason in (("1992/13/6", "no_such_day"), ("2099/1/1", "out_of_range"), ("1850/1/1", "out_of_range")):
        assert refusal(parse_date, wrong, TODAY, birth=True) == reason
    assert refusal(parse_date, "6 خرداد 1992", TODAY, birth=True) == "out_of_range"


@given(days)
def test_a_printed_date_comes_back(day: date) -> None:
    jy, jm, jd = to_jalali(day)
    for text in (format_date(day), format_long(day), f"{jy}{jm:02}{jd:02}", f"{jy}-{jm}-{jd}"):
        assert parse_date(text, TODAY) == ParsedDate(day, "day")
    assert parse_date(format_day_month(day), day) == ParsedDate(day, "day")
    assert parse_date(f"{jm}/{jd}", day) == ParsedDate(day, "day")
    assert parse_date(format_date(day), day, birth=True) == ParsedDate(day, "day")


@given(days, st.integers(-99_999, 99_999))
def test_signed_days(today: date, count: int) -> None:
    typed = to_persian(f"{count:+}")
    refused = refusal(parse_date, typed, today)
    if refused is None:
        assert (parse_date(typed, today).date - today).days == count
    else:
        assert refused == "out_of_range"
        assert not FIRST_DAY.toordinal() <= today.toordinal() + count <= LAST_DAY.toordinal()


@given(days)
def test_a_weekday_is_one_of_the_next_seven_days(today: date) -> None:
    names = ["شنبه", "یکشنبه", "دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه"]
    if today < LAST_DAY.replace(day=10):
        ahead = [(parse_date(name, today).date - today).days for name in names]
        assert sorted(ahead) == [1, 2, 3, 4, 5, 6, 7]


@given(
    st.one_of(any_text, digit_texts, st.text(alphabet="0123459۰۱۲۳۴/ -+~حدودسالمهرشنبهآذ", max_size=20)),
    days,
    st.booleans(),
)
def test_any_text_is_a_date_or_has_a_reason(text: str, today: date, birth: bool) -> None:
    refused = refusal(parse_date, text, today, birth=birth)
    assert refused in {None, "unreadable", "no_such_day", "no_such_month", "out_of_range"}
    if refused is None:
        parsed = parse_date(text, today, birth=birth)
        for day in (parsed.date, *parsed.alternatives):
            assert FIRST_DAY <= day <= LAST_DAY
            assert not birth or day <= today
        assert parsed.precision in {"day", "month", "year", "estimated"}


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)),
        ("۱۴", time(14)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("1430", time(14, 30)),
        ("۹:۳۰", time(9, 30)),
        ("9 : 05", time(9, 5)),
        ("9.30", time(9, 30)),
        ("۹٫۳۰", time(9, 30)),
        ("9/05", time(9, 5)),
        ("٩ ٣٠", time(9, 30)),
        ("0", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_typed_hours(typed: str, hour: time) -> None:
    assert parse_time(typed) == hour


@pytest.mark.parametrize("typed", ["", "14.5", "9:5", "9:", ":30", "عصر", "9:30:15", "09300", "-9", "²", "9" * 9000])
def test_unreadable_hours(typed: str) -> None:
    with pytest.raises(PersianValueError, match="unreadable"):
        parse_time(typed)


@pytest.mark.parametrize("typed", ["24", "2400", "9:60", "99"])
def test_hours_out_of_range(typed: str) -> None:
    with pytest.raises(PersianValueError, match="out_of_range"):
        parse_time(typed)


@given(st.times())
def test_a_printed_hour_comes_back(hour: time) -> None:
    assert parse_time(format_time(hour)) == hour.replace(second=0, microsecond=0)


@given(st.one_of(any_text, digit_texts))
def test_any_text_is_an_hour_or_has_a_reason(text: str) -> None:
    assert refusal(parse_time, text) in {None, "unreadable", "out_of_range"}
