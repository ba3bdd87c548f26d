"""What two readers of PDFs give back: poppler's pdftotext and PDFium."""

import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2

CONTROLS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LETTERS = re.compile("[\u0621-\u065f\u0670-\u06d3\u06d5\u06fa-\u06ff\u200c]+")
NUMBERS = re.compile("[0-9۰-۹]+(?:[/:.,٫٬-][0-9۰-۹]+)*")


def poppler(content: bytes, folder: Path) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return CONTROLS.sub("", done.stdout.decode("utf-8"))


def pdfium(content: bytes, folder: Path) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range())
            text_page.close()
            page.close()
    finally:
        document.close()
    return CONTROLS.sub("", "\n".join(pages))


Reader = Callable[[bytes, Path], str]
READERS: tuple[Reader, ...] = (poppler, pdfium)


def words(text: str) -> list[str]:
    """The Persian words with their ZWNJ and harakat, in order (NFC: PDFium takes ۀ apart)."""
    clean = unicodedata.normalize("NFC", CONTROLS.sub("", text))
    return [word for word in (piece.strip("\u200c") for piece in LETTERS.findall(clean)) if word]


def numbers(text: str) -> list[str]:
    return NUMBERS.findall(CONTROLS.sub("", text))


def flat(text: str) -> str:
    """One line, single spaces: to look for a sentence that was broken into lines."""
    return " ".join(unicodedata.normalize("NFC", text).split())
