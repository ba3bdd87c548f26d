"""A printed, scanned, turned and blurred paper still gives its code back."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from services.documents.blocks import PageSize, Paper
from services.documents.proving.making import make_proof
from services.documents.proving.pixels import GreyPicture, letters_in
from services.documents.render import render
from tests.services.documents.proving.signer import DOCUMENT_ID, Signer, paper
from tests.services.documents.proving.test_judging import SENTENCE, long_sentence

PAPERS = {"short": (SENTENCE,), "ordinary": (SENTENCE,) * 6 + (long_sentence(20),), "fullest": (long_sentence(119),)}


@cache
def proven(name: str, size: PageSize = PageSize.A4) -> Paper:
    bare = replace(paper(*PAPERS[name]), size=size)
    return replace(bare, proof=make_proof(bare, None, DOCUMENT_ID, Signer()))


def sheets(made: Paper, dpi: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(render(made))
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def read(image: Image.Image, *, patient: bool = False) -> str | None:
    grey = image.convert("L")
    return letters_in(GreyPicture(grey.width, grey.height, grey.tobytes()), patient=patient)


@pytest.mark.parametrize("size", list(PageSize))
@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_rendered_sheet_gives_the_letters_back(name: str, dpi: int, size: PageSize) -> None:
    made = proven(name, size)
    assert made.proof is not None
    found = [letters for sheet in sheets(made, dpi) if (letters := read(sheet))]
    assert found == [made.proof.payload]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("angle", [1.5, 7.0, 90.0, 181.0])
@pytest.mark.parametrize("blur", [0.0, 1.0])
def test_a_turned_and_blurred_scan_gives_them_back(name: str, angle: float, blur: float) -> None:
    made = proven(name)
    assert made.proof is not None
    scan = sheets(made, 300)[-1].rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    scan = scan.filter(ImageFilter.GaussianBlur(blur))
    photo = io.BytesIO()
    scan.save(photo, "JPEG", quality=60)
    assert read(Image.open(photo)) == made.proof.payload


def unsteady(sheet: Image.Image) -> Image.Image:
    """A scan at half the usual fineness, out of focus, packed as small as can be."""
    photo = io.BytesIO()
    turned = sheet.rotate(5, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    turned.filter(ImageFilter.GaussianBlur(1.2)).save(photo, "JPEG", quality=30)
    return Image.open(photo)


def copied(sheet: Image.Image) -> Image.Image:
    """Black and white alone, the ink run out."""
    soft = sheet.rotate(2, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    return soft.point(lambda grey: 255 if grey > 215 else 0)


@pytest.mark.parametrize("spoil", [unsteady, copied])
@pytest.mark.parametrize("name", ["short", "ordinary"])
def test_a_faint_scan_is_read_with_patience(name: str, spoil: Callable[[Image.Image], Image.Image]) -> None:
    made = proven(name)
    assert made.proof is not None
    assert read(spoil(sheets(made, 150)[-1]), patient=True) == made.proof.payload


def test_a_module_is_at_least_three_tenths_of_a_millimetre_with_a_quiet_zone() -> None:
    made = proven("fullest")
    assert made.proof is not None
    image = sheets(made, 300)[-1]
    (code,) = zxingcpp.read_barcodes(image)
    place = code.position
    side = (place.top_right.x - place.top_left.x) / 300 * 25.4
    modules = int(code.extra["Version"]) * 4 + 17
    assert modules >= 117
    assert side / modules >= 0.3
    quiet = image.crop((place.top_left.x - 14, place.top_left.y, place.top_left.x - 3, place.bottom_left.y))
    assert min(quiet.tobytes()) == 255


def test_a_picture_without_a_code_gives_nothing() -> None:
    assert read(Image.new("L", (400, 300), 255), patient=True) is None
    assert letters_in(GreyPicture(0, 0, b"")) is None
    assert letters_in(GreyPicture(10, 10, b"short")) is None


def test_equal_papers_give_equal_bytes() -> None:
    proven.cache_clear()
    first = render(proven("ordinary"))
    proven.cache_clear()
    assert render(proven("ordinary")) == first
