"""A paper of hundreds of pages: read in one transaction, then set, and printed or stored, with a key to stop it.

Setting and printing run outside the write lane: nobody's writing waits for them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.catalogue import say
from services.changes import Done
from services.documents import Listed, PrintJob
from services.documents.printouts import set_up
from services.documents.watching import StoppedError
from ui.context import AppContext
from ui.documents import printers
from ui.documents.pdf_pages import PrinterGoneError, print_pages
from ui.documents.print_sheet import PrintSheet
from ui.documents.saving import write_file
from ui.widgets import file_dialog
from ui.widgets.notices import ProgressSheet

Gather = Callable[[], Done[Listed]]
Put = Callable[[PrintJob, ProgressSheet], None]
"""In a lane: to a printer or into a file."""


class LongRun(QObject):
    """`start` asks where to; `ended` when it is there, or is not."""

    ended = Signal()

    def __init__(self, owner: QWidget, context: AppContext) -> None:
        super().__init__(owner)
        self._owner, self._context = owner, context

    def start(self, words: str, file_name: str, gather: Gather) -> None:
        """`words` say what comes out, `file_name` what a saved file is called."""
        sheet = PrintSheet(self._owner, words)
        sheet.chosen.connect(lambda printer: self.print_on(printer, gather))
        sheet.file_wanted.connect(lambda: self.save(file_name, gather))
        sheet.open_sheet()

    def print_on(self, printer: str, gather: Gather) -> None:
        device = printers.open_printer(printer, say("documents.register.title"))
        self._go(
            gather,
            lambda job, progress: print_pages(device, job.content, progress.report, progress.is_cancelled),
            self.tr("Sent to the printer."),
        )

    def save(self, file_name: str, gather: Gather) -> None:
        """Ask for a place first: nothing is set that nobody wants."""
        title = self.tr("Save as PDF")
        path = file_dialog.ask_where_to_save(self._owner, title, file_name, self.tr("PDF files (*.pdf)"))
        if path is not None:
            self.save_to(path, gather)

    def save_to(self, path: Path, gather: Gather) -> None:
        self._go(gather, lambda job, _progress: write_file(path, job.content), self.tr("The pages are stored."))

    def _go(self, gather: Gather, put: Put, words: str) -> None:
        progress = ProgressSheet(self._owner, self.tr("The pages are being made"))
        progress.open_sheet()
        lanes = self._context.lanes

        def failed(error: Exception) -> None:
            self._end(progress, self._why(error), error)

        def go_on(listed: Listed) -> None:
            lanes.read(
                self,
                lambda: put(set_up(listed, progress.report, progress.is_cancelled), progress),
                lambda _none: self._end(progress, words),
                failed,
            )

        lanes.write(self, gather, go_on, failed)

    def _why(self, error: Exception) -> str:
        """A sentence for what the program expects, "" for the rest."""
        if isinstance(error, StoppedError):
            return self.tr("You stopped it; not all pages came out.")
        if isinstance(error, PrinterGoneError):
            return self.tr("The printer does not answer; look after it and print again.")
        if isinstance(error, OSError):
            return self.tr("It could not be stored there; choose another place.")
        return ""

    def _end(self, progress: ProgressSheet, words: str, error: Any = None) -> None:
        progress.finish()
        if words:
            self._context.toasts.show(words)
        else:
            self._context.errors.present(error)
        self.ended.emit()
