"""The form of letter numbers: typed in Persian, stored in tokens, and the gap-free serial once in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import AppError, InvalidError
from services.numbering import LETTER_BOOKS, letter_number
from services.unit_profile.letter_pattern import read_pattern, shown_pattern


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("{یگان}/۴/{شماره}", "{unit}/4/{serial}"),
        ("{یگان}/{سال}/{شماره:۴}/{طبقه}", "{unit}/{year}/{serial:04}/{class}"),
        (" {unit}-{ serial } ", "{unit}-{serial}"),
        ("ق.م/{شماره}", "ق.م/{serial}"),
        ("{دایره}/{شماره}", "{section}/{serial}"),
    ],
)
def test_typed_and_stored(typed: str, stored: str) -> None:
    assert read_pattern(typed) == stored
    assert read_pattern(shown_pattern(stored)) == stored


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("{یگان}/۴", "unit.number_serial"),
        ("", "unit.number_serial"),
        ("{شماره}/{شماره}", "unit.number_serial"),
        ("{یگان}/{یگان}/{شماره}", "unit.number_serial"),
        ("{نام}/{شماره}", "unit.number_token"),
        ("{شماره.__class__}", "unit.number_token"),
        ("{0}{شماره}", "unit.number_token"),
        ("{سال:۴}/{شماره}", "unit.number_digits"),
        ("{شماره:۹}", "unit.number_digits"),
        ("{یگان/{شماره}", "unit.number_signs"),
        ("{شماره}}", "unit.number_signs"),
        ("<{شماره}>", "unit.number_signs"),
        ("آ" * 80 + "{شماره}", "errors.too_long"),
    ],
)
def test_what_is_no_form(typed: str, key: str) -> None:
    with pytest.raises(InvalidError) as caught:
        read_pattern(typed)
    assert (caught.value.key, caught.value.field) == (key, "number_format")


@given(st.one_of(st.text(max_size=40), st.from_regex(r"(\{(unit|year|serial|class)(:\d)?\}|[/\-.a-z]){1,6}")))
def test_what_is_taken_gives_a_number_that_tells_the_serial(typed: str) -> None:
    try:
        pattern = read_pattern(typed)
    except AppError:
        return
    numbers = {
        letter_number(pattern, unit_code="1112", section="4", year=1405, serial=serial, book=book)
        for serial in (7, 8, 70)
        for book in LETTER_BOOKS
    }
    assert len(numbers) == 6
    assert read_pattern(shown_pattern(pattern)) == pattern
