"""The printers of this machine. A seam: tests put a file in the place of a printer."""

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


def names() -> tuple[str, ...]:
    """Every printer that the machine knows, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    others = [name for name in QPrinterInfo.availablePrinterNames() if name != default]
    return (default, *others) if default else tuple(others)


def open_printer(name: str, title: str) -> QPrinter:
    """A job for the printer of that name; `title` is what its queue shows."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Sazesh")
    return printer
