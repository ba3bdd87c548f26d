"""Every Persian word of a text comes back from two readers: in order, with ZWNJ and harakat."""

import random
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from services.documents.__main__ import main
from services.documents.blocks import PageSize
from services.documents.render import render, render_paper
from services.documents.specimen import specimen_paper
from services.persian.text import isolate_ltr

from .readers import CONTROLS, READERS, numbers, pdfium, poppler, words
from .samples import ALL

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإؤئة"
SIGNS = ("،", "؛", ".", ":", "؟", "!", "")


def bare_paper(text):
    """The specimen without head and page numbers, so that only the text itself is read back."""
    from dataclasses import replace

    return replace(specimen_paper(text, title="آزمون"), opening="", page_numbers=False)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", sorted(ALL))
def test_sample_comes_back(name, reader, tmp_path):
    text = ALL[name]
    read = reader(render(bare_paper(text)), tmp_path)
    assert words(read) == words(text)
    assert sorted(numbers(read)) == sorted(numbers(text))


@pytest.mark.parametrize("name", ["news", "letter", "form"])
def test_poppler_gives_punctuation_back_in_its_place(name, tmp_path):
    read = poppler(render(bare_paper(ALL[name])), tmp_path)
    assert read.split() == ALL[name].split()


@pytest.mark.parametrize("name", ["news", "form"])
def test_pdfium_gives_punctuation_back_in_its_place(name, tmp_path):
    read = pdfium(render(bare_paper(ALL[name])), tmp_path)
    assert read.split() == ALL[name].replace("…", "...").split()


def made_up_word(rng):
    word = ""
    for _ in range(rng.randint(2, 9)):
        word += rng.choice(LETTERS)
        word += rng.choice(("", "", "", "", "", "\u0651", "\u064e", "\u0651\u064f", "\u200c", "لا"))
    return word.strip("\u200c")


def made_up_token(rng):
    kind = rng.random()
    word = made_up_word(rng)
    if kind < 0.7:
        return word + rng.choice(SIGNS)
    if kind < 0.8:
        opening, closing = rng.choice(("«»", "()", "[]", "{}", '""'))
        return f"{opening}{word}{closing}"
    return rng.choice(("۱۴۰۵/۰۲/۱۴", "۱۰:۳۰", "۷۴٪", "(۷۴٪)", "۱۲٫۵", "۱۵۰٬۰۰۰", "۱۲", "Police", "–", "الله"))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("seed", range(4))
def test_made_up_words_come_back(seed, reader, tmp_path):
    rng = random.Random(seed)
    text = "\n".join(" ".join(made_up_token(rng) for _ in range(rng.randint(4, 70))) for _ in range(10))
    assert words(reader(render(bare_paper(text)), tmp_path)) == words(text)


FOREIGN = ("info@example.ir", "https://www.example.ir/path/a-b?x=1&y=2#top", "ICD-10", "v2.3.1-beta", "Windows 10")


@pytest.mark.parametrize("reader", READERS)
def test_an_address_within_persian_comes_back_whole(reader, tmp_path):
    text = "\n".join(f"نامه را به {foreign} بفرستید و پاسخ بخواهید." for foreign in FOREIGN)
    read = reader(render(bare_paper(text)), tmp_path)
    assert read.split() == text.split()


@pytest.mark.parametrize("reader", READERS)
def test_persian_words_keep_their_order_on_a_page_with_more_latin(reader, tmp_path):
    text = (
        "The client said «من نمی‌روم» and left the room (اتاق ۳) at 10:30.\nForm: نام: Ali Rezaei (علی رضایی), Tehran."
    )
    read = reader(render(bare_paper(text)), tmp_path)
    assert words(read) == words(text)
    assert re.findall("[A-Za-z]+", read) == re.findall("[A-Za-z]+", text)


CODES = ("۱۱۱۲/م/۳۷-۱۴۰۵", "۱۴۰۴/م/۱۲", "ق.م/۱۲", "۱۲/مش", "۱۴۰۵–ک–۱۲", "۹۸۰۹۹۷/الف/ب/۱")


@pytest.mark.parametrize("reader", READERS)
def test_a_letter_within_a_code_stays_in_its_place(reader, tmp_path):
    lines = [text.format(isolate_ltr(code)) for code in CODES for text in ("شماره {} است", "«{}»، که", "نامه {}")]
    read = reader(render(bare_paper("\n".join(lines))), tmp_path)
    assert read.split() == CONTROLS.sub("", " ".join(lines)).split()


@pytest.mark.parametrize("number", ["۱۱۱۲-۱۴۰۵-۰۰۳۷", "6037-9912-3456-7890"])
def test_a_number_typed_into_a_sentence_runs_as_in_the_head(number, tmp_path):
    content = render(bare_paper(f"پرونده {number} بسته شد."))
    assert number in poppler(content, tmp_path)
    document = pypdfium2.PdfDocument(content)
    page = document[0].get_textpage()
    told = page.get_text_range()
    first, last = (page.get_charbox(told.index(letter))[0] for letter in (number[0], number[-1]))
    page.close()
    document.close()
    assert first < last


@pytest.mark.parametrize("reader", READERS)
def test_lines_that_end_with_words_in_one_character_stay_in_order(reader, tmp_path):
    text = "سطر نخست\nپیامبر اکرم \ufdfa\nسطر سوم\nجَنَّـٰتٞ تَجرِی مَرَضٞ\n۵۰ \u060b پول"
    read = reader(render(bare_paper(text)), tmp_path)
    said = CONTROLS.sub("", unicodedata.normalize("NFKC", read)).split()
    assert said == unicodedata.normalize("NFKC", text).split()


@pytest.mark.parametrize("reader", READERS)
def test_letters_that_stand_singly_are_words(reader, tmp_path):
    text = "ا ب پ ت ث\nد و ی\nا ب"
    assert words(reader(render(bare_paper(text)), tmp_path)) == words(text)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-32", "cp1256"])
def test_command_line_knows_how_a_file_is_written(coding, tmp_path):
    source, target = tmp_path / "letter.txt", tmp_path / "letter.pdf"
    source.write_bytes("سلام بر شما\x00دوست".encode(coding))
    assert main(["specimen", str(source), str(target)]) == 0
    assert words(poppler(target.read_bytes(), tmp_path))[2:5] == words("سلام بر شما")


def test_long_text_takes_as_many_pages_as_it_needs(tmp_path):
    text = ALL["news"] * 25
    done = render_paper(specimen_paper(text, title="آزمون"))
    assert done.pages >= 5
    read = poppler(done.content, tmp_path)
    for number in range(1, done.pages + 1):
        assert f"صفحه {number} از {done.pages}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in read


def test_command_line_sets_a_file(tmp_path, capsys):
    source = Path(tmp_path / "letter.txt")
    source.write_text("\ufeff" + ALL["letter"] + "\n😀\n", encoding="utf-8")
    target = tmp_path / "letter.pdf"
    assert main(["specimen", str(source), str(target), "--a5"]) == 0
    out = capsys.readouterr()
    assert "1 p." in out.out
    assert "😀" in out.err
    assert target.read_bytes().startswith(b"%PDF-")


def test_specimen_reads_nothing_as_markup():
    paper = specimen_paper("# یک\n- دو\n\n{{ سه }}", title="آزمون", small=True)
    assert [block.text for block in paper.blocks] == ["# یک", "- دو", "{{ سه }}"]
    assert paper.size is PageSize.A5
