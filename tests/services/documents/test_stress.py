"""Texts that nobody hopes for: very long, without a break, of unknown signs, full of hidden controls."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.documents.blocks import (
    Block,
    Clauses,
    KeyValues,
    Letterhead,
    Notice,
    NumberBlock,
    Paper,
    Paragraph,
    SignOff,
    Table,
    Title,
)
from services.documents.render import render, render_paper
from services.documents.specimen import specimen_paper
from tests.services.documents.readers import CONTROLS, READERS, Reader, poppler, words

NAME = "ا" + "بپتسشعغفقکگلم" * 15 + "نهوی"
FORM = {"صفحه", "از"}
"""Words of the foot of each page."""


def paper(*blocks: Block) -> Paper:
    return Paper(title="آزمون", blocks=blocks)


def bare(text: str) -> Paper:
    return replace(specimen_paper(text, title="آزمون"), opening="", page_numbers=False)


@pytest.mark.parametrize("reader", READERS)
def test_a_clause_of_forty_pages_comes_back_whole(reader: Reader, tmp_path: Path) -> None:
    clause = " ".join("بند درباره خانواده‌ها و همسایگانِ آن‌ها و هزینه‌های خانه" for _ in range(3_000))
    done = render_paper(paper(Clauses((clause, "بند کوتاه"))))
    assert done.pages >= 40
    found = [word for word in words(reader(done.content, tmp_path)) if word not in FORM]
    assert found == words(f"{clause} بند کوتاه")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "block",
    [Paragraph(NAME), Title(NAME), Notice(NAME), KeyValues((("نام", NAME),)), SignOff((NAME, "سمت"))],
    ids=lambda block: type(block).__name__,
)
def test_a_name_without_a_break_is_cut_and_nothing_of_it_lost(block: Block, reader: Reader, tmp_path: Path) -> None:
    read = CONTROLS.sub("", reader(render(paper(block)), tmp_path))
    assert NAME in "".join(read.split())


@pytest.mark.parametrize("reader", READERS)
def test_a_cell_longer_than_a_page_goes_on_under_the_head(reader: Reader, tmp_path: Path) -> None:
    cell = " ".join("سطر بلند خانه" for _ in range(1_200))
    done = render_paper(paper(Table(("ردیف", "شرح"), (("۱", cell), ("۲", "کوتاه")), (1, 4))))
    assert done.pages > 3
    read = reader(done.content, tmp_path)
    assert read.count("بلند") == 1_200
    assert words(read).count("شرح") == done.pages


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", [Notice, lambda text: KeyValues((("شرح", text),))], ids=["notice", "value"])
def test_a_frame_or_a_value_longer_than_a_page_goes_on(
    kind: Callable[[str], Block], reader: Reader, tmp_path: Path
) -> None:
    done = render_paper(paper(kind(" ".join("سطر بلند خانه" for _ in range(1_200)))))
    assert done.pages > 3
    assert words(reader(done.content, tmp_path)).count("بلند") == 1_200


def test_a_letter_under_a_pile_of_marks_is_set(tmp_path: Path) -> None:
    """Hundreds of marks or half spaces on one letter left the numbers of a font file, and what a reader takes."""
    piles = ("خا" + "ب" + "\u064e" * 400 + "نه ما", "\u0651" * 300, "می" + "\u200c" * 300 + "روم")
    read = poppler(render(paper(*map(Paragraph, piles))), tmp_path)
    bare = "".join(letter for letter in read if not unicodedata.combining(letter))
    assert "خابنه ما" in bare
    assert "میروم" in bare.replace("\u200c", "")


def test_a_sentence_of_enclosures_lies_on_nothing(tmp_path: Path) -> None:
    """Typed by hand, and as long as it pleases."""
    said = "صورت‌جلسه سازش (۲ برگ)، رونوشت شناسنامه طرفین (۴ برگ)، تصویر نامه ارجاع و گزارش بازدید"
    lines = ("جمهوری اسلامی ایران", "فرماندهی انتظامی استان نمونه، شهرستان نمونه و بخش‌های آن")
    head = Letterhead(lines, "دایره مشاوره")
    numbers = NumberBlock((("شماره", "۱۱۱۲/۴/۳۷"), ("پیوست", said), ("شماره پرونده", "۱")))
    done = render_paper(replace(paper(Paragraph("متن")), letterhead=head, number_block=numbers, opening="بسمه تعالی"))
    document = pypdfium2.PdfDocument(done.content)
    page = document[0].get_textpage()
    drawn = {page.get_charbox(at) for at in range(page.count_chars()) if not page.get_text_range(at, 1).isspace()}
    low = sorted(drawn)  # the letters of a ligature share one place
    on_another = [
        (one, other)
        for at, one in enumerate(low)
        for other in low[at + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > 3 and min(one[3], other[3]) - max(one[1], other[1]) > 3
    ]
    page.close()
    document.close()
    assert not on_another


_CELLS = (
    ("۱", "علی رضایی فرزند محمد", "در روز نخست همه با هم گفت‌وگو کردند و قرار شد که هر کدام سهم خود را بپردازد"),
    ("۲", "زهرا کریمی فرزند حسن، از سوی خود و فرزندان", "خانه را تا پایان سال واگذار می‌کند و دیگر باز نمی‌گردد " * 2),
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("many", [1, 30], ids=["short", "over_pages"])
def test_cells_of_several_lines_are_read_one_after_the_other(many: int, reader: Reader, tmp_path: Path) -> None:
    head = ("ردیف", "نام", "شرح")
    facts = (("نشانی", "تهران، خیابان نخست، کوچه دوم، پلاک سوم، واحد چهارم، طبقه پنجم"), ("نام", "علی"))
    done = render_paper(paper(Table(head, _CELLS * many, (1, 2, 3)), KeyValues(facts * 2, 2)))
    read = " ".join(words(reader(done.content, tmp_path)))
    for cell in (*(cell for row in _CELLS for cell in row[1:]), facts[0][1]):
        times = 2 if cell == facts[0][1] else many
        assert read.count(" ".join(words(cell))) == times


def test_a_column_takes_room_for_its_widest_word(tmp_path: Path) -> None:
    row = ("حضانت", "بازپرداخت", "کوتاه است و بس", "۱۴۰۵/۰۲/۱۴", "عبدالرحمن‌پور")
    done = render_paper(paper(Table(("نخست", "پیوست", "شرح", "تاریخ", "نام"), (row,), (1, 1, 9, 1, 1))))
    for reader in READERS:
        read = reader(done.content, tmp_path)
        assert set(words(" ".join(row))) <= set(words(read))
        assert "۱۴۰۵/۰۲/۱۴" in read


def test_unknown_signs_are_marked_and_told() -> None:
    done = render_paper(bare("سلام 😀 و \U00012000 و \ue000 و \ud800 و سلام 😀"))
    assert len(done.warnings) == 4
    assert "😀" in done.warnings[0]


_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإؤئة"
_ON_LETTERS = ("", "", "", "", "\u0651", "\u064e", "\u0650", "\u0651\u064f", "\u064b", "\u0670", "\u200c", "لا", "ـ")
_SIGNS = ("", "،", "؛", ".", ":", "؟", "!", "…")
_PAIRS = ("«»", "()", "[]", "{}", '""', "“”", "‹›")
_FOREIGN = ("Police", "A-12", "Windows 10", "ali@example.ir", "www.example.ir/a-b", "e.g.", "😀", "✓", "→", "№", "½")
_NUMBERS = ("۱۴۰۵/۰۲/۱۴", "۱۰:۳۰", "(۷۴٪)", "۱۲٫۵", "۱۵۰٬۰۰۰", "12", "-۵", "۰۲۱-۸۸۸")
_CONTROLS = (
    "\u202e{}\u202c",
    "\u202d{}",
    "\u202b{}\u202c",
    "\u2066{}\u2069",
    "\u2067{} abc\u2069",
    "\u2068{} ۱۲\u2069",
)

_word = (
    st.lists(st.tuples(st.sampled_from(_LETTERS), st.sampled_from(_ON_LETTERS)), min_size=2, max_size=8)
    .map(lambda pairs: "".join(letter + mark for letter, mark in pairs).strip("\u200c"))
    .filter(bool)
)
_token = st.one_of(
    _word,
    st.builds("{}{}".format, _word, st.sampled_from(_SIGNS)),
    st.builds(lambda pair, word: pair[0] + word + pair[1], st.sampled_from(_PAIRS), _word),
    st.builds(lambda control, word: control.format(word), st.sampled_from(_CONTROLS), _word),
    st.builds("{}{}{}".format, _word, st.sampled_from("-/–_+=()*#"), _word),
    st.sampled_from(_NUMBERS),
)
_line = st.tuples(
    _word, st.lists(_token, min_size=2, max_size=24), st.lists(st.sampled_from(_FOREIGN), max_size=2), _word
).map(lambda parts: " ".join((parts[0], *parts[1], *parts[2], parts[3])))


@pytest.mark.parametrize("reader", READERS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(lines=st.lists(_line, min_size=1, max_size=4))
def test_any_persian_text_comes_back_word_by_word(lines: list[str], reader: Reader, tmp_path: Path) -> None:
    text = "\n".join(("این سطرها پیش از همه می‌آید و همه فارسی است.", *lines))
    assert words(reader(render(bare(text)), tmp_path)) == words(text)
