import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from services.persian.digits import (
    LARGEST,
    format_number,
    only_digits,
    parse_int,
    to_ascii,
    to_persian,
    to_persian_text,
)
from services.persian.errors import PersianValueError
from tests.services.persian.texts import any_text, digit_texts, refusal

numbers = st.integers(-LARGEST, LARGEST)


def test_digit_sets() -> None:
    assert to_ascii("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ الف") == "0123456789 0123456789 الف"
    assert to_persian("0123456789 ٤٥٦ a") == "۰۱۲۳۴۵۶۷۸۹ ۴۵۶ a"
    assert to_persian(-1405) == "-۱۴۰۵"
    assert only_digits("تلفن: ۰۲۱-١٢ 3") == "021123"


def test_format_number() -> None:
    assert format_number(150_000_000) == "۱۵۰٬۰۰۰٬۰۰۰"
    assert format_number(0) == "۰"
    assert format_number(-1234) == "\u200e−۱٬۲۳۴"


def test_a_minus_stays_left_of_its_number_between_persian_words() -> None:
    shown: str = get_display(f"مانده {format_number(-1234)} ریال", base_dir="R")
    assert "−۱٬۲۳۴" in shown


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("۱۲٬۳۴۵", 12345),
        ("12,345", 12345),
        ("۱۲،۳۴۵", 12345),
        ("12 345\u00a0678", 12345678),
        (" ٠٠٧ ", 7),
        ("-5", -5),
        ("−۵", -5),
        ("+۵", 5),
        ("\u2066۱۲۳\u2069", 123),
        ("0" * 5000 + "1", 1),
    ],
)
def test_parse_int(typed: str, number: int) -> None:
    assert parse_int(typed) == number


@pytest.mark.parametrize("typed", ["", "-", "۱,۵", "1,2,3", "12,34", "1.5", "۱۲ه", "1,000,", "--1", "1 2", "²"])
def test_unreadable_numbers(typed: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        parse_int(typed)
    assert caught.value.reason == "unreadable"


@pytest.mark.parametrize("typed", [str(LARGEST + 1), "-" + str(LARGEST + 1), "9" * 6000])
def test_too_large_numbers(typed: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        parse_int(typed)
    assert caught.value.reason == "out_of_range"


@given(numbers)
def test_a_number_comes_back(number: int) -> None:
    assert parse_int(format_number(number)) == number
    assert parse_int(to_persian(number)) == number


@given(st.one_of(any_text, digit_texts))
def test_any_text_gives_a_number_or_a_reason(text: str) -> None:
    assert to_ascii(to_persian(text)) == to_ascii(text)
    assert only_digits(text).isascii()
    assert refusal(parse_int, text) in {None, "unreadable", "out_of_range"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("نمره 12 در GHQ-28", "نمره ۱۲ در GHQ-28"),
        ("info12@unit.example (12)", "info12@unit.example (۱۲)"),
        ("گذرنامه A1234567، 3 برگ", "گذرنامه A1234567، ۳ برگ"),
        ("https://x.example/a?b=1، ٣", "https://x.example/a?b=1، ۳"),
        ("1405/8/217", "۱۴۰۵/۸/۲۱۷"),
        ("", ""),
    ],
)
def test_digits_of_latin_words_stay_theirs(typed: str, shown: str) -> None:
    assert to_persian_text(typed) == shown
