"""Where the papers of a run go: one after the other to a printer, into a folder, or behind each other in one file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from services.documents.binding import open_binder
from services.documents.shapes import PrintJob
from ui.documents import printers
from ui.documents.pdf_pages import print_pages
from ui.documents.saving import write_file

if TYPE_CHECKING:
    from services.documents.typesetting.binding import Binder

_AT_ONCE = 8
"""More would hardly be faster, and whoever else writes waits for all of them."""


class Target(Protocol):
    """`name` stands in the print log. `at_once` papers are made before they are sent: one where it is slow and may
    go away. `prepare` runs on the ui thread, what it gives in a lane: it raises `PrinterGoneError` or `OSError` where
    the paper did not arrive."""

    name: str
    is_printer: bool
    at_once: int

    def prepare(self, job: PrintJob) -> Callable[[], None]: ...

    def finish(self) -> int | None:
        """In a lane, after the last paper. How many of those that arrived are there for good; None: all."""


class PrinterTarget:
    """Each paper is a job of its own, so that it is known which came out before a printer went."""

    is_printer = True
    at_once = 1

    def __init__(self, name: str) -> None:
        self.name = name

    def prepare(self, job: PrintJob) -> Callable[[], None]:
        device = printers.open_printer(self.name, job.queue_name)
        return lambda: print_pages(device, job.content)

    def finish(self) -> int | None:
        return None


class FolderTarget:
    """A file for each paper, called as when it is saved alone; nothing that is there is written over."""

    is_printer = False
    at_once = _AT_ONCE

    def __init__(self, folder: Path) -> None:
        self.name, self._folder = folder.name, folder

    def prepare(self, job: PrintJob) -> Callable[[], None]:
        return lambda: write_file(self._free(job.file_name), job.content)

    def finish(self) -> int | None:
        return None

    def _free(self, name: str) -> Path:
        path, number = self._folder / name, 1
        while path.exists():
            number += 1
            path = self._folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        return path


class FileTarget:
    """One file with all of them. It is there when the run is over, with what had come until then."""

    is_printer = False
    at_once = _AT_ONCE

    def __init__(self, path: Path, title: str) -> None:
        self.name, self._path, self._title = path.name, path, title
        self._binder: Binder | None = None

    def prepare(self, job: PrintJob) -> Callable[[], None]:
        return lambda: self._add(job.content)

    def finish(self) -> int | None:
        return self._binder.finish() if self._binder is not None else 0

    def _add(self, content: bytes) -> None:
        if self._binder is None:
            self._binder = open_binder(self._path, self._title)
        self._binder.add(content)
