"""A letter text in Persian words and as it is kept say the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import shelf
from services.documents.letter_editing import places_of
from services.documents.letter_shapes import LetterPlace
from services.documents.letter_words import closing, opening, shown, stored
from services.documents.samples import samples
from services.documents.templates import TemplateError, letter_text

PLACES = (
    LetterPlace("name", "نام"),
    LetterPlace("breach", "اگر انجام نشود"),
    LetterPlace("waiver", "گذشت شده", True),
)


@pytest.mark.parametrize("letter", sorted(samples()))
def test_every_text_of_the_program_is_shown_without_latin_letters_and_comes_back(letter: str) -> None:
    body, places = letter_text(letter).body, places_of(letter)
    text = shown(body, places)
    assert re.findall("[A-Za-z]+", text) == re.findall("[A-Za-z]+", re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", body))
    assert stored(text, places) == body


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("{{ name }}", "{نام}"),
        ("{% if waiver and not breach %}", "{اگر گذشت شده؛ نه اگر انجام نشود}"),
        ("{% if breach %}الف{% else %}ب{% endif %}", "{اگر اگر انجام نشود}الف{وگرنه}ب{پایان اگر}"),
        ("{% if waiver %}الف{% elif not name %}ب{% endif %}", "{اگر گذشت شده}الف{وگرنه اگر نه نام}ب{پایان اگر}"),
        ("{% if waiver or name %}", "{% if waiver or name %}"),
        ("{{ unknown }}", "{{ unknown }}"),
    ],
)
def test_forms(kept: str, said: str) -> None:
    assert shown(kept, PLACES) == said
    assert stored(said, PLACES) == kept


def test_any_spelling_of_a_name_is_known() -> None:
    assert stored("{ نام }{اگر  گذشت\u200cشده}{پايان اگر}", PLACES) == "{{ name }}{% if waiver %}{% endif %}"


@pytest.mark.parametrize("text", ["{نام", "نام}", "{نام}}", "{{نام}", "{ناما}", "{}", "{اگر}", "{اگر نام؛}"])
def test_a_lone_brace_and_an_unknown_name_are_told_by_their_line(text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        stored(f"یک\n{text}", PLACES)
    assert caught.value.line == 2


@given(st.lists(st.sampled_from(["نام ", "سلام", "\n", "{نام}", "{اگر گذشت شده؛ نه نام}", "{وگرنه}", "{پایان اگر}"])))
def test_lines_stay_lines(parts: list[str]) -> None:
    text = "".join(parts)
    kept = stored(text, PLACES)
    assert kept.count("\n") == text.count("\n")
    assert shown(kept, PLACES) == text


def test_labels_of_a_letter_are_told_apart() -> None:
    for letter in shelf.read_toml("letters", "fields.toml")["fields"]:
        places = places_of(letter)
        assert len({stored(opening(place), places) for place in places}) == len(places)
        assert all(bool(closing(place)) == place.is_choice for place in places)
