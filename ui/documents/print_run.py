"""One run of a paper: logged, then sent to a printer or a file; taken back when nothing came of it (P-23)."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.changes import Done
from services.documents import PrintJob, PrintKind
from ui.context import AppContext
from ui.documents import printers
from ui.documents.pdf_pages import PrinterGoneError, print_pages
from ui.documents.print_sheet import PrintSheet
from ui.documents.saving import write_file
from ui.documents.spoilt_sheet import SpoiltSheet
from ui.widgets import file_dialog

JobMaker = Callable[[str], Done[PrintJob]]
"""Logs a run to the named target and gives its sheets."""


class PrintRun(QObject):
    """`start` asks where to; `printed` when the sheets are on their way, `failed` when they are not, `spoilt` when
    originals are due again because they came out badly.

    Whatever happens to the printer, the paper stays issued and can be printed again.
    """

    printed = Signal()
    failed = Signal()
    spoilt = Signal()

    def __init__(self, owner: QWidget, context: AppContext) -> None:
        super().__init__(owner)
        self._owner, self._context = owner, context

    def start(self, words: str, file_name: str, make: JobMaker) -> None:
        """`words` say what comes out, `file_name` what a saved file is called."""
        sheet = PrintSheet(self._owner, words)
        sheet.chosen.connect(lambda printer: self.print_on(printer, make))
        sheet.file_wanted.connect(lambda: self.save(file_name, make))
        sheet.open_sheet()

    def print_on(self, printer: str, make: JobMaker) -> None:
        """Log the run, then draw it on the printer in a lane."""
        self._context.lanes.write(self, lambda: make(printer), lambda job: self._print(printer, job))

    def save(self, file_name: str, make: JobMaker) -> None:
        """Ask for a place; the file holds what would have been printed."""
        title = self.tr("Save as PDF")
        path = file_dialog.ask_where_to_save(self._owner, title, file_name, self.tr("PDF files (*.pdf)"))
        if path is not None:
            self.save_to(path, make)

    def save_to(self, path: Path, make: JobMaker) -> None:
        def written(job: PrintJob) -> None:
            self._context.lanes.read(
                self,
                lambda: write_file(path, job.content),
                lambda _none: self._on_saved(job),
                lambda error: self._on_failed(
                    error, job, self.tr("It could not be stored there; choose another place.")
                ),
            )

        self._context.lanes.write(self, lambda: make(path.name), written)

    def _print(self, printer: str, job: PrintJob) -> None:
        device = printers.open_printer(printer, job.queue_name)
        words = self.tr(
            "The printer does not answer. The paper stays issued; look after the printer and print again."
        )
        self._context.lanes.read(
            self,
            lambda: print_pages(device, job.content),
            lambda _none: self._on_printed(job),
            lambda error: self._on_failed(error, job, words),
        )

    def _on_printed(self, job: PrintJob) -> None:
        self.printed.emit()
        if job.kind is PrintKind.ORIGINAL and job.document_id is not None and job.numbers:
            self.ask_spoilt(job.document_id, job.numbers)
        else:
            self._context.toasts.show(self.tr("Sent to the printer."))

    def _on_saved(self, job: PrintJob) -> None:
        if job.document_id is not None:
            self._came_out(job.document_id)
        self._context.toasts.show(self.tr("The file is stored."))
        self.printed.emit()

    def _on_failed(self, error: Exception, job: PrintJob, words: str) -> None:
        if job.document_id is not None and job.numbers:
            self._take_back(job.document_id, job.numbers, lambda: None)
        if isinstance(error, PrinterGoneError | OSError):
            self._context.toasts.show(words)
        else:
            self._context.errors.present(error)
        self.failed.emit()

    def ask_spoilt(self, document_id: UUID, numbers: tuple[int, ...]) -> None:
        """Did these originals come out well?"""
        sheet = SpoiltSheet(self._owner, numbers)
        sheet.spoilt.connect(lambda spoilt: self._again(document_id, spoilt))
        sheet.well.connect(lambda: self._came_out(document_id))
        sheet.open_sheet()

    def _came_out(self, document_id: UUID) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        self._context.lanes.draft(self, lambda: documents.came_out(actor, (document_id,)))

    def _again(self, document_id: UUID, spoilt: tuple[int, ...]) -> None:
        self._take_back(document_id, spoilt, self.spoilt.emit)

    def _take_back(self, document_id: UUID, numbers: tuple[int, ...], then: Callable[[], None]) -> None:
        documents, actor = self._context.services.documents, self._context.actor
        self._context.lanes.write(
            self, lambda: documents.record_spoilt(actor, document_id, numbers), lambda _paper: then()
        )
