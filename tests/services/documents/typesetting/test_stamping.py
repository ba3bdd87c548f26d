"""A mark over a finished paper: the paper stays as it was, and every page bears the mark."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.documents.blocks import PageSize, Paper, Paragraph
from services.documents.render import render
from services.documents.typesetting.stamping import Stamp, stamp_pages

from ..readers import READERS, flat

LONG = Paper(
    "گزارش", tuple(Paragraph(f"بند {n} از این گزارش برای آزمون است.") for n in range(120)), opening="بسمه تعالی"
)


def pages_of(content: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [(round(document[n].get_width()), round(document[n].get_height())) for n in range(len(document))]
    finally:
        document.close()


@pytest.mark.parametrize("reader", READERS)
def test_every_page_of_every_copy_bears_its_note(reader, tmp_path):
    content = render(LONG)
    count = len(pages_of(content))
    stamped = stamp_pages(content, [Stamp(note="نسخه ۱ از ۲"), Stamp("رونوشت", "نسخه ۲ از ۲")])
    text = flat(reader(stamped, tmp_path))
    assert count > 1
    assert len(pages_of(stamped)) == 2 * count
    assert text.count("نسخه ۱ از ۲") == text.count("نسخه ۲ از ۲") == count
    assert text.count("از این گزارش برای آزمون است") == 2 * 120


def test_the_paper_is_the_beginning_of_the_file():
    content = render(LONG)
    for stamps in ([Stamp("رونوشت", "رونوشت")], [Stamp(note="۱"), Stamp(note="۲"), Stamp(note="۳")]):
        assert stamp_pages(content, stamps).startswith(content)


def test_equal_stamps_give_equal_bytes():
    content = render(LONG)
    assert stamp_pages(content, [Stamp("رونوشت")]) == stamp_pages(content, [Stamp("رونوشت")])


@pytest.mark.parametrize("size", list(PageSize))
def test_pages_keep_their_size(size):
    content = render(Paper("برگ", (Paragraph("متن"),), size=size))
    assert pages_of(stamp_pages(content, [Stamp("رونوشت", "یادداشت")])) == pages_of(content)


@settings(max_examples=25, deadline=None)
@given(st.text("ابپتسلام ،۰۱۲()/«»A", max_size=40), st.text("ابپتسلام ۰۱۲-/", max_size=40))
def test_any_words_leave_a_whole_file(mark: str, note: str):
    content = render(Paper("برگ", (Paragraph("متن"),)))
    stamped = stamp_pages(content, [Stamp(mark, note)])
    assert stamped.startswith(content)
    assert len(pages_of(stamped)) == 1


def test_no_reader_complains(tmp_path: Path):
    import subprocess

    path = tmp_path / "stamped.pdf"
    path.write_bytes(stamp_pages(render(LONG), [Stamp("رونوشت", "یادداشت")]))
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True)
    assert done.stderr == b""
    assert "گزارش".encode() in done.stdout
