"""A word about a password, never a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.setup.strength import Strength, strength


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("", Strength.NONE),
        ("abc", Strength.WEAK),
        ("12345678901234", Strength.WEAK),
        ("aaaaaaaaaaaaaa", Strength.WEAK),
        ("password2026", Strength.WEAK),
        ("kxq7mzw", Strength.WEAK),
        ("kxq7mzwd", Strength.FAIR),
        ("بهار آمد ۱۴۰۵", Strength.GOOD),
        ("گربه زیر پل خوابید", Strength.GOOD),
    ],
)
def test_examples(password: str, expected: Strength) -> None:
    assert strength(password) is expected


@given(st.text(max_size=200))
def test_any_text_has_a_strength(password: str) -> None:
    assert strength(password) in Strength
