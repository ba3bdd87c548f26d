"""Names in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.text import display_form
from services.quick_entries import split_name
from services.quick_entries.rules import person_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("مریم محمدی", ("مریم", "محمدی")),
        ("محمد رضا کریمی", ("محمد رضا", "کریمی")),
        ("علی، احمدی تبریزی", ("علی", "احمدی تبریزی")),
        ("علی / احمدی تبریزی", ("علی", "احمدی تبریزی")),
        ("محمدی", ("", "محمدی")),
        ("  علي   كريمي ", ("علی", "کریمی")),
        ("", ("", "")),
    ],
)
def test_a_line_is_parted(line: str, name: tuple[str, str]) -> None:
    assert split_name(line) == name


def test_the_word_for_an_unknown_person() -> None:
    assert person_of(" نامشخص ").is_name_unknown
    assert not person_of("نامدار").is_name_unknown


@given(st.text(max_size=60))
def test_no_letter_is_lost(line: str) -> None:
    letters = sum(map(str.isalpha, display_form(line)))
    assert sum(map(str.isalpha, "".join(split_name(line)))) == letters
