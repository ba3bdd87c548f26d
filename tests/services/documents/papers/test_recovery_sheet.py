"""The recovery sheet: the code readable and typable, in order, and what it is good for."""

from datetime import date

import pytest

from services.documents.papers.recovery_sheet import RecoverySheetContent, compose
from services.documents.render import render_paper

from ..readers import READERS, flat
from .samples import LETTERHEAD

GROUPS = ("7F3KA", "9Q2MB", "0HJKT", "WX4YZ", "PQRS1", "MN22C", "AB3DE")
CONTENT = RecoverySheetContent(GROUPS, "کلانتری ۱۲، دایره مشاوره", date(2026, 10, 26), "سرگرد ناصر نوری")


@pytest.mark.parametrize("reader", READERS)
def test_fields(reader, tmp_path):
    done = render_paper(compose(CONTENT, LETTERHEAD))
    assert done.pages == 1
    text = flat(reader(done.content, tmp_path))
    places = [text.index(group) for group in GROUPS]
    assert places == sorted(places)
    for words in (
        "برگ بازیابی",
        "کلانتری ۱۲، دایره مشاوره",
        "۱۴۰۵/۰۸/۰۴",
        "سرگرد ناصر نوری",
        "چه چیزی را باز می‌کند",
        "چه چیزی را باز نمی‌کند",
        "چگونه به کار می‌رود",
        "از چپ به راست",
        "گاوصندوق",
    ):
        assert words in text
    assert text.count("محرمانه") >= 2


def test_no_number_is_drawn_for_it():
    assert compose(CONTENT, LETTERHEAD).number_block is None
