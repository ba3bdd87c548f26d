"""Letter texts: places, choices, markup, and everything that they may not do."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from resources import shelf
from services.catalogue import say
from services.documents.blocks import Clauses, Notice, Paragraph, Title
from services.documents.templates import (
    TemplateError,
    fill,
    letter_text,
    parse_letter,
)


def _places_of(text):
    return {name.name for name in Environment().parse(text).find_all(nodes.Name)}


ALL_LETTERS = sorted(file.stem for file in shelf.path("letters").glob("*.txt"))


def test_markup():
    text = "# سر\nخط یک\nخط دو\n\nبند تازه\n- الف\n  ادامه\n- ب\n3. سه\n۴. چهار\n! نکته\n"
    assert fill(text, {}) == (
        Title("سر", level=2),
        Paragraph("خط یک خط دو"),
        Paragraph("بند تازه"),
        Clauses(("الف ادامه", "ب"), numbered=False),
        Clauses(("سه", "چهار"), first=3),
        Notice("نکته"),
    )


def test_places_and_choices():
    text = "آقای {{ name }}{% if code %}، کد {{ code }}{% endif %}."
    assert fill(text, {"name": "علی", "code": ""}) == (Paragraph("آقای علی."),)
    assert fill(text, {"name": "علی", "code": "۱۲"}) == (Paragraph("آقای علی، کد ۱۲."),)


def test_choice_lines_leave_no_empty_line():
    text = "- الف\n{% if more %}\n- ب\n{% endif %}\n- پ"
    assert fill(text, {"more": False}) == (Clauses(("الف", "پ"), numbered=False),)
    assert fill(text, {"more": True}) == (Clauses(("الف", "ب", "پ"), numbered=False),)


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("سلام {{ nam }}", 1, "nam"),
        ("یک\nدو\n\n{{ name }} {{ adress }}", 4, "adress"),
        ("{% if name %}\n{% if never %}\n{{ name }}\n{% endif %}\n{% endif %}", 2, "never"),
        ("{% if not name %}\n\n{{ hidden }}{% endif %}", 3, "hidden"),
    ],
)
def test_unknown_field_is_refused_with_its_line(text, line, name):
    with pytest.raises(TemplateError) as caught:
        fill(text, {"name": "علی"})
    assert (caught.value.line, caught.value.name) == (line, name)
    sentence = say(caught.value.key, **caught.value.values)
    assert name in sentence
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.line, again.name, again.key) == (line, name, caught.value.key)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in name %}{{ a }}{% endfor %}",
        "{% for a in range(1000000000) %}x{% endfor %}",
        "{{ name.__class__ }}",
        "{{ name.upper() }}",
        "{{ name['x'] }}",
        "{{ name|length }}",
        "{{ name * 1000000000 }}",
        "{{ name ~ name }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro m() %}{% endmacro %}",
        "{{ cycler }}",
        "{{ self }}",
    ],
)
def test_anything_more_is_refused(text):
    with pytest.raises(TemplateError) as caught:
        fill(text, {"name": "علی"})
    assert caught.value.line == 1


@pytest.mark.parametrize(("text", "line"), [("{{ name", 1), ("یک\n{% if name %}", 2), ("{% endif %}", 1)])
def test_unfinished_text_is_refused(text, line):
    with pytest.raises(TemplateError) as caught:
        fill(text, {"name": "علی"})
    assert caught.value.key == "documents.template_syntax"
    assert caught.value.line == line


@given(st.text(max_size=60))
def test_a_value_never_makes_markup(value):
    blocks = fill("{{ value }}", {"value": value})
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert len(blocks) <= 1


@given(st.text(max_size=60))
def test_a_value_never_leaves_its_clause(value):
    (clauses,) = fill("- {{ value }}\n- پایان", {"value": value})
    assert isinstance(clauses, Clauses)
    assert len(clauses.items) == 2


def test_value_with_template_signs_is_text():
    assert fill("{{ value }}", {"value": "{{ 1 }} {% x %}"}) == (Paragraph("{{ 1 }} {% x %}"),)


def test_head():
    letter = parse_letter("x", "version: ۲\ntitle: نامه\nsubject: س\n---\nمتن {{ a }}")
    assert (letter.version, letter.title, letter.subject, letter.body) == (2, "نامه", "س", "متن {{ a }}")


@pytest.mark.parametrize("text", ["متن", "version: 1\n---\nمتن", "title: x\n---\nمتن", "version: 1\nx\n---\n"])
def test_damaged_head_is_refused(text):
    with pytest.raises(TemplateError):
        parse_letter("x", text)


@pytest.mark.parametrize("letter", ALL_LETTERS)
def test_shipped_letters_can_be_read(letter):
    text = letter_text(letter)
    assert text.version >= 1
    assert fill(text.body, dict.fromkeys(_places_of(text.body), "نمونه"))


@pytest.mark.parametrize("letter", ALL_LETTERS)
def test_shipped_letters_keep_the_rules(letter):
    """R-11: no threat; P-46: no internal code; P-5: nobody refused or was afraid."""
    text = letter_text(letter)
    whole = text.title + text.subject + text.body
    for word in ("اخطار", "احضار", "جلب", "بازداشت", "امتناع", "ترس", "D0", "D1", "D2"):
        assert word not in whole
