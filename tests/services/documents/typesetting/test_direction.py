"""The order of right-to-left lines: numbers, brackets, Latin, isolates."""

import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from services.documents.typesetting.direction import embedding_levels, is_silent, mirrored, visual_order
from services.persian.text import isolate_ltr

PLAIN = st.text(st.sampled_from("ابپسلاه ۱۲۳۴abcABC .،:/-٪+%«»"), max_size=30)
ANYTHING = st.text(max_size=40)


def shown(text: str) -> str:
    """The line from left to right as the eye sees it."""
    levels = embedding_levels(text)
    order = visual_order(levels)
    return "".join(
        mirrored(text[place]) if levels[place] % 2 else text[place] for place in order if not is_silent(text[place])
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("در (۷۴٪) از", "زا (٪۷۴) رد"),
        ("تاریخ ۱۴۰۵/۰۲/۱۴ بود", "دوب ۱۴۰۵/۰۲/۱۴ خیرات"),
        ("ساعت ۱۰:۳۰", "۱۰:۳۰ تعاس"),
        ("«نقل [قول]»", "«[لوق] لقن»"),
        ("پلیس (Police) است", "تسا (Police) سیلپ"),
        ("(Police) پلیس", "سیلپ (Police)"),
        ("info@police.example را", "ار info@police.example"),
        ("شماره \u2066۱۱۱۲-۱۴۰۵-۰۰۳۷\u2069 است", "تسا ۱۱۱۲-۱۴۰۵-۰۰۳۷ هرامش"),
        ("شماره \u2066۱۱۱۲/۴/م\u2069 است", "تسا ۱۱۱۲/۴/م هرامش"),
        (f"شماره {isolate_ltr('۱۱۱۲/م/۳۷-۱۴۰۵')} است", "تسا ۱۱۱۲/\u200eم\u200e/۳۷-۱۴۰۵ هرامش"),
        ("از \u2066چپ abc دو\u2069 به", "هب ود abc پچ زا"),
        ("مبلغ ۱۵۰٬۰۰۰ ریال", "لایر ۱۵۰٬۰۰۰ غلبم"),
        ("می\u200cشود (می\u200cآید)", "(دیآیم) دوشیم"),
        ("\u202eabc\u202c الف", "فلا abc"),
    ],
)
def test_order(text, seen):
    assert shown(text) == seen


@given(PLAIN)
def test_same_as_python_bidi_where_it_knows_the_rules(text):
    clean = text.strip()
    assert shown(clean) == get_display(clean, base_dir="R")


@given(ANYTHING)
def test_any_text_has_a_level_for_every_character_and_an_order(text):
    levels = embedding_levels(text)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


@given(st.text(st.sampled_from("اب۱a()[] -"), max_size=25), st.sampled_from("\u2066\u2067\u2068"))
def test_an_isolate_never_changes_what_is_around(inside, opener):
    around = embedding_levels("الف (\ufffc) ب ۱۲-۱۳")
    levels = embedding_levels(f"الف ({opener}{inside}\u2069) ب ۱۲-۱۳")
    assert levels[:5] == around[:5]
    assert levels[-9:] == around[-9:]
    assert all(level >= 2 for level in levels[6 : 6 + len(inside)])


def test_deep_nesting_ends():
    assert embedding_levels("\u2066" * 3000 + "الف")
