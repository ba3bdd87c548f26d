"""Sending a finished PDF to a printer, page by page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_DPI = 300


def print_pdf(parent: QWidget, content: bytes, title: str) -> bool:
    """Ask for a printer and print; False when the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DPI)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if not dialog.exec():
        return False
    draw_pdf(printer, content)
    return True


def draw_pdf(printer: QPrinter, content: bytes) -> None:
    """Draw every page to fill the sheet."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
        painter.drawImage(QRectF(painter.viewport()), document.render(number, size))
    painter.end()
    document.close()
