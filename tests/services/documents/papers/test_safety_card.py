"""The safety card looks like any card of useful numbers (P-2)."""

import pytest

from services.documents.papers.safety_card import SafetyCardContent
from services.documents.render import render_paper

from ..readers import READERS, flat
from .samples import composed

NUMBERS = ("۱۱۰", "۱۱۵", "۱۲۱", "۱۲۲", "۱۲۳", "۱۲۵", "۱۴۸۰")


@pytest.mark.parametrize("reader", READERS)
def test_numbers_and_nothing_else(reader, tmp_path):
    done = render_paper(composed(SafetyCardContent(count=10)))
    assert done.pages == 1
    text = flat(reader(done.content, tmp_path))
    for number in NUMBERS:
        assert text.split().count(number) == 10
    for word in ("کلانتری", "انتظامی", "دایره", "مددکار", "شماره:", "تاریخ", "صفحه", "کد", "رمز", "خشونت", "ایمنی"):
        assert word not in text


def test_metadata_is_as_neutral():
    paper = composed(SafetyCardContent())
    assert paper.title == "شماره‌های ضروری"
    assert paper.letterhead is None
    assert paper.number_block is None
    assert not paper.subject


def test_practice_mode_is_marked():
    assert composed(SafetyCardContent(is_practice=True)).marks == ("تمرینی",)
