"""The seeds of the calendar (domain.md §7.1–§7.4)."""

from collections import Counter
from datetime import date
from typing import Any

import jdatetime
import pytest

from resources import shelf
from services.persian.text import display_form

DAYS: list[dict[str, Any]] = shelf.read_toml("holidays", "holidays.toml")["day"]

OFFICIAL_1404 = {
    1: (1, 2, 3, 4, 11, 12, 13),
    2: (4,),
    3: (14, 15, 16, 24),
    4: (14, 15),
    5: (23, 31),
    6: (2, 10, 19),
    9: (3,),
    10: (13, 27),
    11: (15, 22),
    12: (20, 29),
}


def _jalali(day: date) -> str:
    return str(jdatetime.date.fromgregorian(date=day).strftime("%Y-%m-%d", locale="en_US"))


def _of(year: int, kind: str = "") -> set[str]:
    return {row["jalali"] for row in DAYS if row["jalali"].startswith(f"{year}-") and kind in {"", row["kind"]}}


def test_both_dates_of_a_row_are_the_same_day() -> None:
    for row in DAYS:
        year, month, day = map(int, row["jalali"].split("-"))
        assert jdatetime.date(year, month, day).togregorian() == row["on"]


def test_rows_are_in_order_and_unique() -> None:
    assert [row["on"] for row in DAYS] == sorted(row["on"] for row in DAYS)
    assert max(Counter((row["on"], row["title"]) for row in DAYS).values()) == 1


def test_words_are_persian() -> None:
    for row in DAYS:
        assert display_form(row["title"]) == row["title"]
        assert row["kind"] in {"official", "estimated"}
        assert row["source"]


def test_official_days_of_1404() -> None:
    expected = {f"1404-{month:02}-{day:02}" for month, days in OFFICIAL_1404.items() for day in days}
    assert len(expected) == 26
    assert _of(1404) == _of(1404, "official") == expected


def test_days_of_1405() -> None:
    assert len(_of(1405)) == 25
    assert "1405-01-25" not in _of(1405)
    by_month = Counter(day[5:7] for day in _of(1405))
    assert (by_month["01"], by_month["02"], by_month["05"], by_month["07"], by_month["12"]) == (6, 0, 4, 0, 4)


@pytest.mark.parametrize("year", range(1403, 1408))
def test_fixed_solar_days_of_every_year(year: int) -> None:
    fixed = ("01-01", "01-02", "01-03", "01-04", "01-12", "01-13", "03-14", "03-15", "11-22", "12-29")
    assert {f"{year}-{day}" for day in fixed} <= _of(year, "official")
    assert (f"{year}-12-30" in _of(year)) == (year == 1403)


@pytest.mark.parametrize("year", [1406, 1407])
def test_lunar_days_far_ahead_are_estimates(year: int) -> None:
    assert len(_of(year, "official")) == 10
    assert len([row for row in DAYS if row["jalali"].startswith(str(year)) and row["kind"] == "estimated"]) >= 17
