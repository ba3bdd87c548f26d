"""The invitation, field by field (domain.md §3.3; R-11, P-5, P-8, P-15)."""

from dataclasses import replace
from datetime import date, time

import pytest

from services.documents.blocks import PageSize
from services.documents.papers.invitation_letter import InvitationLetterContent, Salutation
from services.documents.render import render_paper

from ..readers import READERS, flat
from .samples import ISSUE, SIGNER, composed

CONTENT = InvitationLetterContent(
    ISSUE,
    "علی کریمی",
    date(2026, 11, 2),
    time(9, 30),
    "کلانتری ۱۲، خیابان آزادی، اتاق ۳",
    SIGNER,
    Salutation.MR,
    "021-88887777",
)


def read(content, reader, folder):
    done = render_paper(composed(content))
    assert not done.warnings
    assert done.pages == 1
    return flat(reader(done.content, folder))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("size", PageSize)
def test_fields(reader, size, tmp_path):
    text = read(replace(CONTENT, issue=replace(ISSUE, size=size)), reader, tmp_path)
    for words in (
        "دعوت‌نامه",
        "جناب آقای علی کریمی",
        "موضوع: گفت‌وگو درباره موضوع ارجاعی",
        "دعوت می‌شود",
        "دوشنبه ۱۱ آبان ۱۴۰۵ (۱۴۰۵/۰۸/۱۱)",
        "۰۹:۳۰",
        "اتاق ۳",
        "۰۲۱-۸۸۸۸۷۷۷۷",
        "داوطلبانه",
        "کارت ملی",
        "سرگرد ناصر نوری",
        "(امضا و مهر)",
        "رسید ابلاغ",
        "گیرنده",
        "نسبت",
        "تحویل‌دهنده",
        "امضای گیرنده",
        "۱۱۱۲/۴/۱۹",
    ):
        assert words in text


@pytest.mark.parametrize("reader", READERS)
def test_it_never_threatens(reader, tmp_path):
    text = read(CONTENT, reader, tmp_path)
    for word in ("اخطار", "احضار", "جلب", "بازداشت", "شاکی", "متهم", "خشونت"):
        assert word not in text


def test_without_phone_or_salutation(tmp_path):
    text = read(replace(CONTENT, phone="", salutation=Salutation.NONE), READERS[0], tmp_path)
    assert "تلفن" not in text
    assert "به ما خبر دهید" in text
    assert "جناب" not in text


def test_draft_without_number(tmp_path):
    content = replace(CONTENT, issue=replace(ISSUE, number="", is_draft=True))
    text = read(content, READERS[0], tmp_path)
    assert "پیش‌نویس" in text
    assert "۱۱۱۲/۴/۱۹" not in text


def test_metadata_tells_nothing_of_the_case():
    paper = composed(CONTENT)
    assert paper.title == "دعوت‌نامه"
    assert paper.subject == "گفت‌وگو درباره موضوع ارجاعی"
