"""How far a paper is PDF/A-2u, read from the file itself (ISO 19005-2: 6.1 to 6.6)."""

import re
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from services.documents.blocks import Look, Paper
from services.documents.render import render
from services.documents.specimen import specimen_paper
from services.documents.typesetting.binding import Binder
from tests.services.documents.pdf_objects import Pdf, PdfObject, text_of
from tests.services.documents.proving.signer import paper as letter
from tests.services.documents.readers import poppler, words
from tests.services.documents.samples import ALL

_XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_FORBIDDEN = tuple(
    b"/" + name
    for name in (b"Encrypt", b"SMask", b"ExtGState", b"JavaScript", b"EmbeddedFile", b"Launch", b"PresSteps", b"AA")
)
_SHOWN = re.compile(rb"<([0-9A-F]*)>")
_FONT = re.compile(rb"/(F\d+) [\d.]+ Tf (.*?) ET", re.DOTALL)


def _emblem() -> bytes:
    picture = BytesIO()
    Image.new("RGB", (60, 60), (20, 90, 160)).save(picture, "PNG")
    return picture.getvalue()


def _papers() -> dict[str, Paper]:
    every = {name: specimen_paper(text * 3, title=f"نمونه {name}") for name, text in ALL.items()}
    every["unknown"] = specimen_paper("نشان 😀 و \U00012000 و \u0870 در متن", title="نویسه‌های ناشناخته & <نشان>")
    every["letter"] = replace(letter("متن نامه (با پرانتز) و ۱۲٪."), marks=("تمرینی",), look=Look(emblem=_emblem()))
    return every


PAPERS = _papers()


@pytest.fixture(params=sorted(PAPERS))
def made(request: pytest.FixtureRequest) -> Pdf:
    return Pdf(render(PAPERS[request.param]))


def test_the_file_says_that_it_is_binary_and_has_an_identifier(made: Pdf) -> None:
    first, second = made.content.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert second.startswith(b"%")
    assert all(byte > 127 for byte in second[1:5])
    one, two = re.findall(rb"<([0-9a-f]{32})>", made.trailer.head)
    assert one == two


def test_the_description_for_archives_is_that_for_readers(made: Pdf) -> None:
    assert text_of(made.catalog.entry("Lang")) == "fa-IR"
    stored = made[made.catalog.reference("Metadata")]
    assert b"/Filter" not in stored.head
    tree = ElementTree.fromstring(stored.content)

    def said(path: str) -> str:
        found = tree.find(f".//{path}", _XMP)
        assert found is not None, path
        return (found.text or "").strip() or "".join(found.itertext()).strip()

    assert (said("pdfaid:part"), said("pdfaid:conformance")) == ("2", "U")
    info = made.info
    assert said("dc:title") == text_of(info.entry("Title"))
    assert said("dc:description") == text_of(info.entry("Subject"))
    assert said("xmp:CreatorTool") == text_of(info.entry("Creator"))
    assert text_of(info.entry("Creator")) in ("Sazesh", ""), "without a letterhead it tells nothing of its origin"
    assert said("pdf:Producer") == text_of(info.entry("Producer"))
    assert said("xmp:CreateDate")[:10].replace("-", "") == text_of(info.entry("CreationDate"))[2:10]
    assert b"/Author" not in info.head


def test_colours_are_meant_as_srgb(made: Pdf) -> None:
    assert b"/S /GTS_PDFA1" in made.catalog.head
    found = re.search(rb"/DestOutputProfile (\d+) 0 R", made.catalog.head)
    assert found is not None
    profile = made[int(found[1])]
    assert profile.entry("N") == b"3"
    icc = profile.content
    assert struct.unpack(">L", icc[:4])[0] == len(icc)
    assert (icc[8] < 5, icc[12:16], icc[16:20], icc[36:40]) == (True, b"mntr", b"RGB ", b"acsp")


def test_nothing_is_hidden_transparent_or_active(made: Pdf) -> None:
    heads = b"\n".join(one.head for one in made.objects.values())
    for name in _FORBIDDEN:
        assert name + b" " not in heads, name
        assert name + b"<" not in heads, name
    assert b"/Trans" not in heads


def test_every_font_is_there_and_every_sign_can_be_read(made: Pdf) -> None:
    used = _used(made)
    assert used
    for name, codes in used.items():
        font = _font(made, name)
        below = made[font.reference("DescendantFonts")]
        described = made[below.reference("FontDescriptor")]
        file = made[described.reference("FontFile2")]
        assert int(file.entry("Length1")) == len(file.content)
        advances, units = _advances(file.content)
        widths = [float(width) for width in below.entry("W").strip(b"[] ").split(b"[")[1].split()]
        assert len(widths) <= len(advances)
        for width, advance in zip(widths, advances, strict=False):
            assert abs(width - advance * 1000 / units) < 1
        said = _to_unicode(made[font.reference("ToUnicode")])
        assert 0 not in codes
        assert codes <= said.keys()
        assert all(text and not set(text) & {"\0", "\ufeff", "\ufffe"} for text in said.values())


def test_equal_papers_are_equal_files() -> None:
    for made in PAPERS.values():
        assert render(made) == render(made)


def test_papers_bound_together_are_such_a_file_too(tmp_path: Path) -> None:
    target = tmp_path / "bound.pdf"
    with Binder(target, "همه & <برگه‌ها>") as binder:
        for one in PAPERS.values():
            binder.add(render(one))
        assert binder.finish() == len(PAPERS)
    bound = Pdf(target.read_bytes())
    test_the_file_says_that_it_is_binary_and_has_an_identifier(bound)
    test_the_description_for_archives_is_that_for_readers(bound)
    test_colours_are_meant_as_srgb(bound)
    test_nothing_is_hidden_transparent_or_active(bound)
    texts = " ".join(poppler(render(one), tmp_path) for one in PAPERS.values())
    assert words(poppler(bound.content, tmp_path)) == words(texts)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def _used(made: Pdf) -> dict[str, set[int]]:
    """The codes that the pages show, by the name of the font."""
    found: dict[str, set[int]] = {}
    for page in made.of_type("Page"):
        for name, shown in _FONT.findall(made[page.reference("Contents")].content):
            for run in _SHOWN.findall(shown):
                codes = {int(run[at : at + 4], 16) for at in range(0, len(run), 4)}
                found.setdefault(name.decode(), set()).update(codes)
    return found


def _font(made: Pdf, name: str) -> PdfObject:
    page = made.of_type("Page")[0]
    found = re.search(rb"/Font (\d+) 0 R", page.head)
    assert found is not None
    return made[made[int(found[1])].reference(name)]


def _to_unicode(stream: PdfObject) -> dict[int, str]:
    rows = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", stream.content.decode("ascii").split("endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}


def _advances(font: bytes) -> tuple[list[int], int]:
    """The advance of each glyph, and the units of an em."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {}
    for place in range(count):
        tag, _sum, offset, _length = struct.unpack_from(">4sLLL", font, 12 + 16 * place)
        tables[tag] = offset
    units = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    glyphs = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    return [struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(glyphs)], units
