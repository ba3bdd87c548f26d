"""The consent, field by field (domain.md §3.3; P-12, P-32, R-15)."""

import pickle
from dataclasses import replace

import pytest

from services.documents.papers.informed_consent import (
    Guardian,
    InformedConsentContent,
    Interpreter,
)
from services.documents.papers.issue import Identity
from services.documents.render import render_paper

from ..readers import READERS, flat
from .samples import CLIENT, ISSUE, composed

CONTENT = InformedConsentContent(ISSUE, CLIENT, "سارا کریمی", "رئیس کلانتری ۱۲")


def read(content, reader, folder):
    done = render_paper(composed(content))
    assert not done.warnings
    return flat(reader(done.content, folder))


@pytest.mark.parametrize("reader", READERS)
def test_fields(reader, tmp_path):
    text = read(CONTENT, reader, tmp_path)
    for words in (
        "بسمه تعالی",
        "رضایت‌نامه آگاهانه مشاوره",
        "۱۱۱۲/۴/۱۹",
        "۱۴۰۵/۰۸/۰۴",
        "۱۱۱۲-۱۴۰۵-۰۰۳۷",
        "کلانتری ۱۲ شهرستان نمونه",
        "دایره مشاوره و مددکاری اجتماعی",
        "مریم محمدی، فرزند حسن",
        "داوطلبانه و رایگان",
        "انصراف",
        "هیچ اثری بر شکایت",
        "مأمور تحقیق پرونده نیست",
        "خطر جدی برای جان",
        "کودک یا نوجوان",
        "مقام قضایی",
        "ضبط نمی‌شود",
        "بدون نام",
        "رضایت جداگانه خودم",
        "رئیس کلانتری ۱۲",
        "متن برای طرفین قرائت شد.",
        "محل امضا",
        "اثر انگشت",
        "فرزند حسن",
        "کد ملی ۰۰۰۲۱۸۵۶۷۹",
        "سارا کریمی",
        "صفحه ۱ از ۱",
    ):
        assert words in text
    assert text.count("اثر انگشت") == 1
    assert "قرائت و تفهیم" not in text
    assert "گواه" not in text
    assert "مترجم" not in text


@pytest.mark.parametrize("reader", READERS)
def test_who_cannot_read_is_read_to_before_two_witnesses(reader, tmp_path):
    witness = Identity("بهرام صادقی", "اکبر", "0098765432")
    text = read(replace(CONTENT, can_read=False, witnesses=(witness,)), reader, tmp_path)
    assert "متن برای طرفین قرائت شد. برای نامبرده قرائت و تفهیم شد." in text
    assert "گواه ۱" in text
    assert "گواه ۲" in text
    assert "بهرام صادقی" in text


@pytest.mark.parametrize("reader", READERS)
def test_guardian_signs_for_a_minor_and_interpreter_pledges(reader, tmp_path):
    content = replace(
        CONTENT,
        client=Identity("نگار رضایی", "رضا"),
        guardian=Guardian(CLIENT, "مادر"),
        interpreter=Interpreter("آیلار حسنی", "ترکی"),
    )
    text = read(content, reader, tmp_path)
    assert "مریم محمدی، فرزند حسن، مادر نگار رضایی" in text
    assert "به وسیله آیلار حسنی به زبان ترکی ترجمه شد" in text
    assert "رازدار باشد" in text
    assert "ولی یا سرپرست" in text
    assert "مترجم" in text
    assert text.count("اثر انگشت") == 2


def test_signatures_never_part_from_the_reading_line():
    paper = composed(replace(CONTENT, can_read=False, guardian=Guardian(CLIENT, "مادر")))
    done = render_paper(paper)
    assert done.pages <= 2


def test_unknown_facts_leave_no_hanging_words(tmp_path):
    text = read(replace(CONTENT, client=Identity("مریم محمدی")), READERS[0], tmp_path)
    assert "مریم محمدی، پیش از آغاز" in text


def test_content_can_be_pickled():
    assert pickle.loads(pickle.dumps(CONTENT)) == CONTENT
