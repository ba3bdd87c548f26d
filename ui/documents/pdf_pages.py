"""Pages of a finished PDF or a scan as pictures, and on a printer in bands. Runs in any lane; touches no widget."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from services.attachments.rules import PDF, media_type_of
from services.documents.watching import Cancelled, Report, StoppedError

MOST_DPI = 600
_BAND = 256
_THUMB = QSize(64, 64)
_JPEG_BEGIN, _JPEG_DATA, _JPEG_END = b"\xff\xd8", b"\xda", b"\xff\xd9"
_A4_BELOW = 500.0
"""Pages narrower than this many points are A5."""


_MOST_PIXELS = 60_000_000
"""Of all pages together: four bytes each. Where there are more pages, each is drawn coarser."""


class Fault(Enum):
    """Why a scan can't be looked at."""

    LOCKED = "locked"
    BROKEN = "broken"


def fault_of(content: bytes) -> Fault | None:
    """What is wrong with a PDF or a photo that nobody could look at later; None for one that opens."""
    if not _is_pdf(content):
        return Fault.BROKEN if _breaks_off(content) or not _opens(content) else None
    with opened(content) as document:
        if document.error() is QPdfDocument.Error.IncorrectPassword:
            return Fault.LOCKED
        return None if document.pageCount() > 0 else Fault.BROKEN


def _breaks_off(content: bytes) -> bool:
    """A JPEG that lost its end, on a stick pulled out too early: readers fill the rest with grey and say nothing."""
    at = 2
    while content[:2] == _JPEG_BEGIN and content[at : at + 1] == b"\xff":
        marker, length = content[at + 1 : at + 2], int.from_bytes(content[at + 2 : at + 4], "big")
        at += 1 if marker == b"\xff" else 2 + length
        if marker == _JPEG_DATA:
            return content.find(_JPEG_END, at) < 0
    return content[:2] == _JPEG_BEGIN


def _opens(content: bytes) -> bool:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setScaledSize(_THUMB)
    return not reader.read().isNull()


def _unheard(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


class PrinterGoneError(Exception):
    """The printer took no more: switched off, out of reach, or the job was stopped there."""


@contextmanager
def opened(content: bytes) -> Iterator[QPdfDocument]:
    """The PDF, for as long as the block lasts; to be used in one thread alone."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


def page_pictures(content: bytes, width: int, ratio: float) -> tuple[QImage, ...]:
    """Every page on white, `width` pixels of the screen wide; `ratio` device pixels for each of them.

    A scan that is a photo is one page; what can't be read is none.
    """
    if not _is_pdf(content):
        return _photo(content, width, ratio)
    with opened(content) as document:
        ratio = min(ratio, _bearable(document, width))
        pages = (_picture(document, number, width, ratio) for number in range(document.pageCount()))
        return tuple(page for page in pages if not page.isNull())


def count_pages(content: bytes) -> int:
    """The pages of a PDF; 1 for a photo, and for a PDF that can't be read."""
    if not _is_pdf(content):
        return 1
    with opened(content) as document:
        return max(1, document.pageCount())


def _is_pdf(content: bytes) -> bool:
    return media_type_of(content) == PDF


def _photo(content: bytes, width: int, ratio: float) -> tuple[QImage, ...]:
    """The photo the way it was held: a telephone notes that beside it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size, wanted = reader.size(), round(width * ratio)
    if size.isValid():
        is_turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
        across = size.height() if is_turned else size.width()
        reader.setScaledSize(size * (wanted / max(1, across)))
    image = reader.read()
    if image.isNull():
        return ()
    scaled = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return () if scaled.isNull() else (scaled,)


def _bearable(document: QPdfDocument, width: int) -> float:
    """The ratio at which all pages together stay within `_MOST_PIXELS`."""
    pixels = 1.0
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        pixels += width * width * points.height() / points.width()
    return math.sqrt(_MOST_PIXELS / pixels)


def _picture(document: QPdfDocument, number: int, width: int, ratio: float) -> QImage:
    points = document.pagePointSize(number)
    size = QSize(round(width * ratio), round(width * ratio * points.height() / points.width()))
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        return image
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def suit(printer: QPrinter, content: bytes) -> None:
    """Paper size, the way it lies, whole sheet, and no finer than `MOST_DPI`: more is only memory."""
    with opened(content) as document:
        page = document.pagePointSize(0)
    size = QPageSize.PageSizeId.A5 if min(page.width(), page.height()) < _A4_BELOW else QPageSize.PageSizeId.A4
    ways = QPageLayout.Orientation
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(ways.Landscape if page.width() > page.height() else ways.Portrait)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), MOST_DPI))


def print_pages(
    printer: QPrinter, content: bytes, report: Report = _unheard, is_cancelled: Cancelled = _never
) -> None:
    """Draw every page in bands of a few megabytes. Raises `PrinterGoneError`.

    `report` hears of each page; when `is_cancelled` says so, the job is taken back and `StoppedError` raised.
    """
    suit(printer, content)
    painter = QPainter()
    with opened(content) as document:
        if not painter.begin(printer):
            raise PrinterGoneError
        try:
            for number in range(document.pageCount()):
                if is_cancelled():
                    printer.abort()
                    raise StoppedError("documents.stopped")
                if number and not printer.newPage():
                    raise PrinterGoneError
                _draw_page(painter, printer, document, number)
                report(number + 1, document.pageCount())
        finally:
            ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterGoneError


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    points = document.pagePointSize(number)
    dpi = printer.resolution()
    width, height = round(points.width() * dpi / 72), round(points.height() * dpi / 72)
    for top in range(0, height, _BAND):
        band = QRect(0, top, width, min(_BAND, height - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(QSize(width, height))
        options.setScaledClipRect(band)
        painter.drawImage(QRectF(band), document.render(number, band.size(), options))
