import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.national_code import is_valid, mask, normalise, synthetic
from tests.services.persian.texts import any_text, digit_texts, refusal


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0123456789", "0123456789"),
        ("1234567891", "1234567891"),
        ("12345679", "0012345679"),
        ("۰۰۱۲۳۴۵۶۷۹", "0012345679"),
        ("٠٠١٢٣٤٥٦٧٩", "0012345679"),
        (" 001-234567-9 ", "0012345679"),
        ("\u2066001 234 5679\u2069", "0012345679"),
    ],
)
def test_valid_codes(typed: str, code: str) -> None:
    assert normalise(typed) == code
    assert is_valid(typed)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1234567890", "check_digit"),
        ("012345678", "check_digit"),
        *((str(digit) * 10, "equal_digits") for digit in range(10)),
        ("۱۱۱۱۱۱۱۱۱۱", "equal_digits"),
        ("00000000", "equal_digits"),
        ("", "length"),
        ("1234567", "length"),
        ("12345678910", "length"),
        ("012345678a9", "length"),
        ("کد", "length"),
    ],
)
def test_refused_codes(typed: str, reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        normalise(typed)
    assert caught.value.reason == reason
    assert not is_valid(typed)


@given(st.integers(0, 10**9 - 1))
def test_one_check_digit_fits(head: int) -> None:
    valid = [last for last in range(10) if is_valid(f"{head:09}{last}")]
    assert len(valid) == (0 if len(set(f"{head:09}")) == 1 else 1)


def test_synthetic_codes_differ() -> None:
    codes = {synthetic(seed) for seed in range(5000)}
    assert len(codes) == 5000
    assert all(is_valid(code) for code in codes)


@given(st.integers(0, 10**12))
def test_synthetic_codes_are_valid_and_nobodys(seed: int) -> None:
    code = synthetic(seed)
    assert normalise(to_persian(code)) == code
    assert code.startswith("000")


def test_mask_hides_all_but_three_digits() -> None:
    assert mask("0012345679") == "*******۶۷۹"


@given(st.one_of(any_text, digit_texts))
def test_any_text_is_a_code_or_has_a_reason(text: str) -> None:
    refused = refusal(normalise, text)
    assert refused in {None, "length", "equal_digits", "check_digit"}
    assert is_valid(text) == (refused is None)
    if refused is None:
        assert normalise(normalise(text)) == normalise(text)
        assert len(normalise(text)) == 10
