import io
from pathlib import Path
from zlib import crc32

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from services.documents.blocks import PageSize, Paper, Paragraph
from services.documents.render import render
from ui.documents.pdf_pages import MOST_DPI, Fault, PrinterGoneError, fault_of, page_pictures, print_pages

A4_INK = 0.002


def paper(size: PageSize = PageSize.A4, paragraphs: int = 3) -> bytes:
    return render(Paper("برگ", (Paragraph("سلام علیکم، این یک برگ است."),) * paragraphs, size=size))


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_pictures_are_white_paper_of_the_right_shape() -> None:
    [picture] = page_pictures(paper(), 400, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (800, 2.0)
    assert abs(picture.height() / picture.width() - 297 / 210) < 0.01
    assert picture.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize(("size", "width"), [(PageSize.A4, 595), (PageSize.A5, 420)])
def test_a_print_in_bands_looks_like_the_paper(tmp_path: Path, size: PageSize, width: int) -> None:
    content = paper(size)
    printer = file_printer(tmp_path / "out.pdf")
    print_pages(printer, content)
    assert printer.resolution() <= MOST_DPI
    printed = _dark(tmp_path / "out.pdf")
    (tmp_path / "in.pdf").write_bytes(content)
    meant = _dark(tmp_path / "in.pdf")
    assert printed[0] == meant[0] == width
    assert abs(printed[1] - meant[1]) < A4_INK


def test_every_page_is_printed(tmp_path: Path) -> None:
    content = paper(paragraphs=90)
    printer = file_printer(tmp_path / "out.pdf")
    printer.setResolution(150)
    print_pages(printer, content)
    one, other = pypdfium2.PdfDocument(tmp_path / "out.pdf"), pypdfium2.PdfDocument(content)
    assert len(one) == len(other) > 1
    one.close()
    other.close()


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QFile", extend=True)
def test_no_printer_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterGoneError):
        print_pages(file_printer(tmp_path / "nowhere" / "out.pdf"), paper())


@pytest.mark.qt_log_ignore("marker type|allocation limit", extend=True)
def test_what_nobody_could_look_at_is_known(tmp_path: Path) -> None:
    """Broken, locked, cut off, or so large that it only fills the memory; a PDF with a script is as any other."""
    whole = paper()
    script = b"/Type /Catalog /OpenAction <</S/JavaScript/JS(app.alert\\(1\\))>>"
    locked = io.BytesIO()
    sheet = Canvas(locked, encrypt=StandardEncryption("open", "own"))
    sheet.drawString(50, 50, "1")
    sheet.save()
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    image.save(str(tmp_path / "photo.png"), "PNG")  # type: ignore[call-overload]
    photo = (tmp_path / "photo.png").read_bytes()
    image.save(str(tmp_path / "photo.jpg"), "JPG")  # type: ignore[call-overload]
    jpeg = (tmp_path / "photo.jpg").read_bytes()
    header = photo[12:16] + (60_000).to_bytes(4, "big") * 2 + photo[24:29]
    bomb = photo[:12] + header + crc32(header).to_bytes(4, "big") + photo[33:]
    for content in (whole, whole.replace(b"/Type /Catalog", script), photo):
        assert fault_of(content) is None
        assert page_pictures(content, 300, 1.0)
    assert fault_of(jpeg) is None
    assert fault_of(jpeg[: len(jpeg) * 2 // 3]) is Fault.BROKEN  # half of it would be shown, and grey
    assert fault_of(locked.getvalue()) is Fault.LOCKED
    for content in (whole[: len(whole) // 2], b"%PDF-1.4", photo[:60], bomb, b"\xff\xd8\xff junk"):
        assert fault_of(content) is Fault.BROKEN
        assert page_pictures(content, 300, 1.0) == ()


def test_many_pages_are_drawn_coarser() -> None:
    many = io.BytesIO()
    sheet = Canvas(many)
    for _ in range(200):
        sheet.showPage()
    sheet.setPageSize((1, 14_400))
    sheet.showPage()
    sheet.save()
    pages = page_pictures(many.getvalue(), 680, 2.0)
    assert len(pages) >= 200
    assert sum(page.width() * page.height() for page in pages) < 70_000_000


def _dark(path: Path) -> tuple[int, float]:
    """The page's width in points, and the share of its pixels that bear ink."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        buffer = bytes(page.render(scale=1, grayscale=True).buffer)
        width = round(page.get_width())
        page.close()
    finally:
        document.close()
    return width, len(buffer.translate(None, bytes(range(160, 256)))) / len(buffer)
