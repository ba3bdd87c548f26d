"""The attendance certificate in both forms (domain.md §3.3; R-12, P-2, P-23)."""

import time as clock
from dataclasses import replace
from datetime import date, time

import pytest

from services.documents.papers.attendance_certificate import AttendanceCertificateContent, compose
from services.documents.papers.issue import Reprint
from services.documents.render import render_paper
from services.documents.templates import LetterText
from services.errors import InvalidError

from ..readers import READERS, flat
from .samples import CLIENT, DAY, ISSUE, LETTERHEAD, SIGNER, composed

CONTENT = AttendanceCertificateContent(ISSUE, CLIENT, DAY, time(9), time(10, 45), "محل کار", SIGNER)


def read(content, reader, folder, letterhead=LETTERHEAD):
    done = render_paper(composed(content, letterhead))
    assert not done.warnings
    return flat(reader(done.content, folder))


@pytest.mark.parametrize("reader", READERS)
def test_fields(reader, tmp_path):
    text = read(CONTENT, reader, tmp_path)
    for words in (
        "گواهی حضور در جلسه مشاوره",
        "مریم محمدی، فرزند حسن",
        "۰۰۰۲۱۸۵۶۷۹",
        "دوشنبه ۴ آبان ۱۴۰۵",
        "از ساعت ۰۹:۰۰ تا ساعت ۱۰:۴۵",
        "حضور داشته است",
        "جهت ارائه به محل کار",
        "سرگرد ناصر نوری",
        "دایره مشاوره و مددکاری اجتماعی",
        "۱۱۱۲/۴/۱۹",
    ):
        assert words in text
    assert "۰۰۳۷" not in text


@pytest.mark.parametrize("reader", READERS)
def test_neutral_form_hides_the_unit(reader, tmp_path):
    text = read(replace(CONTENT, is_neutral=True), reader, tmp_path)
    for words in ("گواهی مراجعه اداری", "مریم محمدی", "از ساعت ۰۹:۰۰ تا ساعت ۱۰:۴۵", "کلانتری ۱۲ شهرستان نمونه"):
        assert words in text
    for word in ("مددکار", "مشاور", "دایره", "پرونده", "۰۰۳۷"):
        assert word not in text
    assert "افسر نگهبان کلانتری ۱۲" in text


def test_neutral_form_also_hides_it_in_letterhead_post_and_metadata(tmp_path):
    telling = replace(LETTERHEAD, lines=(*LETTERHEAD.lines, "واحد مددکاری"))
    signer = replace(SIGNER, neutral_post="مشاور")
    paper = composed(replace(CONTENT, is_neutral=True, signer=signer), telling)
    said = f"{paper.title} {paper.subject} {paper.letterhead} {paper.blocks}"
    assert "مددکار" not in said
    assert "مشاور" not in said
    assert "کلانتری ۱۲ شهرستان نمونه" in said


def test_an_edited_neutral_text_that_tells_is_refused():
    letter = LetterText("visit_certificate", 2, "گواهی", "", "{{ name }} به واحد مشاوره آمد.")
    with pytest.raises(InvalidError) as caught:
        compose(replace(CONTENT, is_neutral=True), LETTERHEAD, letter)
    assert caught.value.key == "documents.neutral_word"


@pytest.mark.parametrize("reader", READERS)
def test_later_prints_say_so(reader, tmp_path):
    reprint = Reprint(2, date(2026, 10, 27), "س. کریمی")
    text = read(replace(CONTENT, issue=replace(ISSUE, reprint=reprint)), reader, tmp_path)
    assert "رونوشت، چاپ دوم، ۱۴۰۵/۰۸/۰۵، س. کریمی" in text


@pytest.mark.parametrize("reader", READERS)
def test_originals_practice_and_class(reader, tmp_path):
    issue = replace(ISSUE, copy=1, copies=4, is_practice=True, is_confidential=True, attachment="3 برگ")
    text = read(replace(CONTENT, issue=issue), reader, tmp_path)
    assert "نسخه ۱ از ۴" in text
    assert "تمرینی" in text
    assert text.count("محرمانه") == 2
    assert "۳ برگ" in text


def test_a_certificate_is_quick_when_warm():
    paper = composed(CONTENT)
    render_paper(paper)
    taken = []
    for _ in range(7):
        start = clock.perf_counter()
        render_paper(paper)
        taken.append(clock.perf_counter() - start)
    assert min(taken) < 0.06
