import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from services.persian.digits import only_digits
from services.persian.errors import PersianValueError
from services.persian.phones import format_phone, normalise_phone
from tests.services.persian.texts import any_text, digit_texts, refusal


@pytest.mark.parametrize(
    "typed",
    ["09603456789", "9603456789", "+989603456789", "00989603456789", "989603456789", "۰۹۶۰-۳۴۵-۶۷۸۹", "0960 345 6789",
     "+98 (0)960 345 6789", "٠٩٦٠٣٤٥٦٧٨٩", "\u2066+98 960 345 6789\u2069", "\u200e+989603456789"],
)  # fmt: skip
def test_mobiles(typed: str) -> None:
    assert normalise_phone(typed) == "09603456789"


@pytest.mark.parametrize(
    "typed", ["02112345678", "2112345678", "+98 21 1234 5678", "(021) 12345678", "۰۲۱۱۲۳۴۵۶۷۸", "0098-21-12345678"]
)
def test_landlines(typed: str) -> None:
    assert normalise_phone(typed) == "02112345678"


@pytest.mark.parametrize("typed", ["+93 70 1234567", "0093701234567", "\u2066+٩٣٧٠١٢٣٤٥٦٧\u2069", "(+93) 70-1234567"])
def test_a_number_abroad_keeps_its_country(typed: str) -> None:
    assert normalise_phone(typed) == "+93701234567"
    shown: str = get_display(f"تلفن {format_phone('+93701234567')} است", base_dir="R")
    assert "+۹۳۷۰۱۲۳۴۵۶۷" in shown


def test_virtual_operators_are_not_judged() -> None:
    assert normalise_phone("09981234567") == "09981234567"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "unreadable"),
        ("0912x3456789", "unreadable"),
        ("تلفن", "unreadable"),
        ("0912345678", "length"),
        ("091234567890", "length"),
        ("12345678", "length"),
        ("+49 30", "length"),
        ("00000000000", "not_phone"),
    ],
)
def test_refused_phones(typed: str, reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        normalise_phone(typed)
    assert caught.value.reason == reason


def test_format_phone() -> None:
    assert format_phone("09603456789") == "۰۹۶۰\u00a0۳۴۵\u00a0۶۷۸۹"
    assert format_phone("02112345678") == "۰۲۱\u00a0۱۲۳۴\u00a0۵۶۷۸"
    assert format_phone("110") == "۱۱۰"


def test_the_groups_keep_their_order_between_persian_words() -> None:
    shown: str = get_display(f"تلفن {format_phone('09603456789')} است", base_dir="R")
    assert "۰۹۶۰\u00a0۳۴۵\u00a0۶۷۸۹" in shown


@given(st.from_regex(r"0[1-9][0-9]{9}", fullmatch=True))
def test_a_formatted_phone_comes_back(number: str) -> None:
    assert normalise_phone(format_phone(number)) == number
    assert normalise_phone("+98" + number[1:]) == number


@given(st.one_of(any_text, digit_texts))
def test_any_text_is_a_phone_or_has_a_reason(text: str) -> None:
    refused = refusal(normalise_phone, text)
    assert refused in {None, "unreadable", "length", "not_phone"}
    if refused is None:
        number = normalise_phone(text)
        assert normalise_phone(number) == number
        assert only_digits(number) == number.removeprefix("+")
        assert normalise_phone(format_phone(number)) == number
    assert isinstance(format_phone(text), str)
