"""A file with a paper in it (PDF, photo, scan, text), judged. Runs in any lane; touches no widget."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument

from services.documents.proving.checking import Judgement, Verdict
from services.documents.proving.comparing import compared
from services.documents.proving.pixels import GreyPicture
from services.documents.proving.without_sign_in import check_pictures, check_text
from ui.documents.pdf_pages import opened

MOST_BYTES = 100_000_000
_PDF = b"%PDF-"
_PRODUCER = "Sazesh"
_MOST_PAGES = 60
_MOST_FAINT = 4
_POINTS = 72
_DPIS = (200, 350)
_MOST_SIDE = 6000


def judge_file(folder: Path, file: Path) -> Verdict:
    """What the first code in the file is worth, with the keys of the data folder. OSError where it can't be read."""
    with file.open("rb") as source:
        content = source.read(MOST_BYTES)
    if content.startswith(_PDF):
        return _judge_pdf(folder, content)
    picture = _photo(file)
    if picture is not None:
        return check_pictures(folder, [picture], patient=True)[0]
    return check_text(folder, content.decode("utf-8", "replace"))


def _judge_pdf(folder: Path, content: bytes) -> Verdict:
    with opened(content) as document:
        for dpi in _DPIS:
            for number, picture in _pages(document, dpi):
                verdict = check_pictures(folder, [picture])[0]
                if verdict.judgement is not Judgement.NO_CODE:
                    return compared(verdict, _text(document, number))
        return _judge_faint_scan(folder, document)


def _judge_faint_scan(folder: Path, document: QPdfDocument) -> Verdict:
    """The last page carries the code; what the program made itself needs no second look."""
    if document.metaData(QPdfDocument.MetaDataField.Producer) == _PRODUCER:
        return Verdict(Judgement.NO_CODE)
    for number in reversed(range(document.pageCount())[-_MOST_FAINT:]):
        verdict = check_pictures(folder, [_page(document, number, _DPIS[0])], patient=True)[0]
        if verdict.judgement is not Judgement.NO_CODE:
            return verdict
    return Verdict(Judgement.NO_CODE)


def _pages(document: QPdfDocument, dpi: int) -> Iterator[tuple[int, GreyPicture]]:
    for number in range(min(document.pageCount(), _MOST_PAGES)):
        yield number, _page(document, number, dpi)


def _page(document: QPdfDocument, number: int, dpi: int) -> GreyPicture:
    points = document.pagePointSize(number)
    width, height = (min(_MOST_SIDE, round(side * dpi / _POINTS)) for side in (points.width(), points.height()))
    return grey(document.render(number, QSize(max(1, width), max(1, height))))


def _text(document: QPdfDocument, number: int) -> str:
    """What the paper that ends on that page says; nothing for a file that is not ours, such as a scan that was read.

    A paper's code stands on its last page, and in a file of many papers they follow each other.
    """
    if document.metaData(QPdfDocument.MetaDataField.Producer) != _PRODUCER:
        return ""
    return "\n".join(str(document.getAllText(page).text()) for page in range(number + 1))


def _photo(file: Path) -> GreyPicture | None:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    image = reader.read()
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _MOST_SIDE:
        image = image.scaled(QSize(_MOST_SIDE, _MOST_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    return grey(image)


def grey(image: QImage) -> GreyPicture:
    """The picture on white, a byte a pixel."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    shown = flat.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, line = bytes(shown.constBits()), shown.bytesPerLine()
    width, height = shown.width(), shown.height()
    if line != width:
        rows = b"".join(rows[at * line : at * line + width] for at in range(height))
    return GreyPicture(width, height, rows)
