"""The PDF itself: the same bytes again, subset fonts, metadata, and input that no one expects."""

import pickle
import re
import subprocess
import sys
import zlib

import pypdfium2
import pytest

from services.documents.blocks import (
    Alignment,
    Cards,
    Checkbox,
    Checkboxes,
    Clauses,
    CodeGroups,
    DeliverySlip,
    KeyValues,
    Letterhead,
    Notice,
    NumberBlock,
    PageBreak,
    PageSize,
    Paper,
    Paragraph,
    SignatureBox,
    SignatureRow,
    SignOff,
    Spacer,
    Table,
    Title,
    Tone,
)
from services.documents.render import render, render_paper

from .readers import READERS, flat, pdfium, poppler, words

LETTERHEAD = Letterhead(("جمهوری اسلامی ایران", "کلانتری ۱۲ نمونه"), "دایره نمونه")
NUMBERS = NumberBlock((("شماره", "۱۱۱۲/۴/۱۹"), ("تاریخ", "۱۴۰۵/۰۸/۰۴"), ("پیوست", "")))
EVERYTHING = (
    Title("صورت‌جلسه نمونه"),
    Paragraph("متن آغازین که چند کلمه دارد.", tone=Tone.LARGE),
    Title("بخش یکم", level=2),
    Table(("سمت", "نام"), (("زوجه", "مریم محمدی"), ("زوج", "علی کریمی")), strong_column=1),
    Clauses(("بند نخست", "بند دوم"), first=3),
    Clauses(("مورد",), numbered=False),
    KeyValues((("محل", "تهران"), ("تلفن", "")), columns=2),
    Checkboxes((Checkbox("موافقم", True), Checkbox("مخالفم")), columns=2),
    Notice("یادآوری مهم"),
    CodeGroups(("7F3KA", "9Q2MB")),
    Spacer(4),
    Paragraph("پایان", Alignment.CENTRE, Tone.SMALL),
    SignatureRow((SignatureBox("مراجع", "مریم محمدی", "حسن", "0002185679", True), SignatureBox("گواه"))),
    SignOff(("سرگرد نوری", "مسئول واحد")),
    DeliverySlip("رسید", "تحویل شد", (("گیرنده", "تاریخ"),)),
    PageBreak(),
    Cards((Paragraph("کارت"),), count=3),
)


def paper_of(*blocks, **given):
    given.setdefault("title", "آزمون")
    return Paper(blocks=blocks, **given)


def whole_paper(**given):
    return paper_of(
        *EVERYTHING, letterhead=LETTERHEAD, number_block=NUMBERS, opening="بسمه تعالی", subject="نمونه", **given
    )


@pytest.mark.parametrize("size", PageSize)
def test_equal_papers_give_equal_bytes(size):
    first = render(whole_paper(size=size, marks=("تمرینی", "پیش‌نویس"), classification="محرمانه"))
    render(paper_of(Paragraph("چیز دیگری که پیش از آن چاپ شد")))
    assert render(whole_paper(size=size, marks=("تمرینی", "پیش‌نویس"), classification="محرمانه")) == first


def test_equal_bytes_in_another_process():
    code = (
        "import hashlib\n"
        "from services.documents.render import render\n"
        "from tests.services.documents.test_render import whole_paper\n"
        "print(hashlib.sha256(render(whole_paper())).hexdigest())\n"
    )
    seen = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(seen) == 1


def test_papers_can_be_pickled():
    paper = whole_paper()
    assert pickle.loads(pickle.dumps(paper)) == paper
    done = render_paper(paper)
    assert pickle.loads(pickle.dumps(done)) == done


@pytest.mark.parametrize("reader", READERS)
def test_every_block_is_read_back(reader, tmp_path):
    read = flat(reader(render(whole_paper(footer=("نسخه ۱ از ۳",))), tmp_path))
    for text in (
        "صورت‌جلسه نمونه",
        "متن آغازین که چند کلمه دارد.",
        "مریم محمدی",
        "بند نخست",
        "یادآوری مهم",
        "7F3KA",
        "فرزند حسن",
        "کد ملی ۰۰۰۲۱۸۵۶۷۹",
        "سرگرد نوری",
        "گیرنده",
        "جمهوری اسلامی ایران",
        "۱۱۱۲/۴/۱۹",
        "صفحه ۱ از",
        "نسخه ۱ از ۳",
    ):
        assert text in read
    assert read.count("کارت") == 3


def test_metadata_and_fonts(tmp_path):
    content = render(whole_paper())
    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_value("Title") == "آزمون"
    assert document.get_metadata_value("Subject") == "نمونه"
    document.close()
    assert b"/Lang (fa-IR)" in content
    assert b"Helvetica" not in content
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    listed = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\+Vazirmatn-\w+ .*yes yes yes", row)


def test_marks_and_classification_stand_on_every_page(tmp_path):
    paper = paper_of(
        *(Paragraph("متن نمونه برای پر کردن صفحه. " * 20) for _ in range(25)),
        classification="محرمانه",
        marks=("تمرینی",),
        number_block=NUMBERS,
    )
    done = render_paper(paper)
    document = pypdfium2.PdfDocument(done.content)
    assert len(document) == done.pages >= 3
    for page in document:
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        assert text.count("محرمانه") == 2
        assert "تمرینی" in text
        assert "صفحه" in text
        text_page.close()
        page.close()
    document.close()


def test_mark_is_drawn_and_does_not_disturb_the_words(tmp_path):
    text = "این متن باید با نشان و بی نشان یکسان خوانده شود. " * 12
    plain = render(paper_of(Paragraph(text), page_numbers=False))
    marked = render(paper_of(Paragraph(text), page_numbers=False, marks=("رونوشت، چاپ دوم",)))
    assert marked != plain
    for reader in READERS:
        assert words(reader(marked, tmp_path)) == words(reader(plain, tmp_path)) == words(text)


def test_binding_margin_is_on_the_right():
    content = render(paper_of(Paragraph("سازش " * 200)))
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    objects = [obj.get_bounds() for obj in page.get_objects()]
    right = max(bounds[2] for bounds in objects)
    left = min(bounds[0] for bounds in objects)
    page.close()
    document.close()
    assert 595.28 - right >= 25 / 25.4 * 72 - 2
    assert left < 20 / 25.4 * 72


@pytest.mark.parametrize("reader", READERS)
def test_word_without_a_break_point(reader, tmp_path):
    word = "سازش" * 2500
    done = render_paper(paper_of(Paragraph(word), page_numbers=False))
    assert done.pages >= 3
    assert "".join(reader(done.content, tmp_path).split()) == word


@pytest.mark.parametrize("reader", READERS)
def test_cell_longer_than_a_page_keeps_its_words_and_the_head_repeats(reader, tmp_path):
    cell = " ".join(f"جمله شماره {number} از خانه بلند." for number in range(400))
    paper = paper_of(Table(("ردیف", "شرح"), (("۱", cell), ("۲", "کوتاه")), weights=(1, 8)))
    done = render_paper(paper)
    read = reader(done.content, tmp_path)
    assert done.pages >= 3
    assert read.count("شرح") == done.pages
    wanted = words(cell)
    seen = iter(words(read))
    assert all(word in seen for word in wanted)


def test_unknown_characters_are_marked_and_named(tmp_path):
    done = render_paper(paper_of(Paragraph("سلام 😀 و 漢 و ☐ و 😀 پایان")))
    assert len(done.warnings) == 3
    assert "😀" in done.warnings[0]
    assert words(poppler(done.content, tmp_path))[:2] == ["سلام", "و"]
    assert "�" not in poppler(done.content, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200c",
        "\u0651",
        "\u202eabc\u202c",
        "\u2066" * 500,
        "\u2067سلام\u2069\u2069\u2069",
        "\x00\x07\ufffe\ud7ff",
        "a\u0301\u0302\u0303",
        "((([[[{{{»»»",
        "\u00ad\ufeff\u200d",
        "۱۲۳" * 2000,
        "\n\n\n",
    ],
)
def test_odd_text_is_set(text):
    blocks = (
        Paragraph(text),
        Title(text),
        Clauses((text,)),
        Table((text,), ((text,),)),
        KeyValues(((text, text),)),
        SignatureRow((SignatureBox(text, text, text, text, True),)),
        SignOff((text,)),
        DeliverySlip(text, text, ((text,),)),
    )
    assert render_paper(paper_of(*blocks, footer=(text,), title=text)).pages >= 1


def test_paper_without_blocks_is_one_page():
    assert render_paper(paper_of()).pages == 1


def test_lone_surrogate_is_marked_not_fatal():
    assert render_paper(paper_of(Paragraph("الف \ud800 ب"))).warnings


def test_nothing_heavy_is_imported_before_rendering():
    code = (
        "import sys, services.documents.render, services.documents.papers.informed_consent\n"
        "print([name for name in ('reportlab', 'jinja2', 'bidi', 'arabic_reshaper') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_streams_are_compressed_without_ascii85():
    content = render(whole_paper())
    assert b"ASCII85" not in content
    start = content.index(b"stream\n") + 7
    assert zlib.decompressobj().decompress(content[start : content.index(b"endstream", start)])


def test_pdfium_and_poppler_agree_on_the_words(tmp_path):
    content = render(whole_paper())
    assert sorted(words(pdfium(content, tmp_path))) == sorted(words(poppler(content, tmp_path)))
