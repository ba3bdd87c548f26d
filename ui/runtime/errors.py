"""What went wrong, for people: a sentence beside the field or in a toast; a bug becomes a report without data."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QCoreApplication, qVersion

from services.errors import AppError, InvalidDraft

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "reportlab")
_QUIET_SECONDS = 5.0
_MOST_REPORTS = 50
_ROOT = Path(__file__).resolve().parent.parent.parent


class Form(Protocol):
    """What can show an error beside a field: a FormGrid, or a page that knows its grids."""

    def set_error(self, key: str, sentence: str) -> bool: ...
    def focus_first_error(self) -> None: ...


class ErrorPresenter:
    """Tells the person. `toast` shows a sentence; `report_dialog` a calm dialog with the path of the report."""

    def __init__(
        self, toast: Callable[[str], None], report_dialog: Callable[[Path | None], None], reports: Path
    ) -> None:
        """`reports` is the folder of crash reports; it is made when first needed."""
        self._toast, self._report_dialog, self._reports = toast, report_dialog, reports
        self._presenting = False
        self._told: dict[str, float] = {}

    def present(self, error: BaseException, form: Form | None = None) -> None:
        """A sentence for an `AppError`, beside its field where `form` has it; a report for anything else."""
        if isinstance(error, AppError):
            self._present_refusal(error, form)
        elif not isinstance(error, (KeyboardInterrupt, SystemExit)):
            self._present_bug(error)

    def into(self, form: Form) -> Callable[[Exception], None]:
        """The `on_error` of a write from this form."""
        return lambda error: self.present(error, form)

    def install(self) -> None:
        """Take over what nobody caught, on the ui thread and elsewhere."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(kind, error, trace)
        else:
            self.present(error)

    def _thread_hook(self, failed: threading.ExceptHookArgs) -> None:
        """A thread outside the lanes died: no dialog from there, but the report is kept."""
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            write_report(failed.exc_value, self._reports)

    def _present_refusal(self, error: AppError, form: Form | None) -> None:
        beside = [(each, sentence_of(each)) for each in _each(error)]
        left = [
            sentence
            for each, sentence in beside
            if form is None or each.field is None or not form.set_error(each.field, sentence)
        ]
        if form is not None and len(left) < len(beside):
            form.focus_first_error()
        if left:
            self._toast(left[0])

    def _present_bug(self, error: BaseException) -> None:
        if self._presenting or self._is_told(error):  # a bug inside the dialog of a bug must not open another
            return
        self._presenting = True
        try:
            self._report_dialog(write_report(error, self._reports))
        finally:
            self._presenting = False

    def _is_told(self, error: BaseException) -> bool:
        """Whether the same fault was told a moment ago: one that comes with every painting would hold the program."""
        now, place = time.monotonic(), _last_place(error)
        before = self._told.get(place)
        self._told[place] = now
        return before is not None and now - before < _QUIET_SECONDS


def sentence_of(error: AppError) -> str:
    """What the catalogue says for an error; a general sentence when it has none (a test finds such keys)."""
    from services import catalogue

    if not catalogue.knows(error.key):
        return catalogue.say("errors.storage") if error.field is None else catalogue.say("errors.required")
    values = {key: value for key, value in error.values.items() if key != "errors"}
    return catalogue.say(error.key, **values)


def write_report(error: BaseException, folder: Path) -> Path | None:
    """Store type, places in the code and versions, and nothing that a person typed; None if it can't be stored.

    Neither the message of the exception nor any value of a variable is written: both may hold names.
    """
    now = datetime.now(UTC)
    lines = [f"time (UTC): {now:%Y-%m-%d %H:%M:%S}", *_versions(), "", *_chain(error)]
    path = folder / f"sazesh-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        for old in sorted(folder.glob("sazesh-*.txt"))[:-_MOST_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _last_place(error: BaseException) -> str:
    lines = [line for line in _chain(error) if line.startswith("  ")]
    return f"{type(error).__qualname__} {lines[-1] if lines else ''}"


def _each(error: AppError) -> tuple[AppError, ...]:
    return error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)


def _chain(error: BaseException) -> Iterator[str]:
    import traceback

    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        yield f"{kind.__module__}.{kind.__qualname__}"
        for frame, line in traceback.walk_tb(current.__traceback__):
            yield f"  {_place(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        if current is not None:
            yield "caused by"


def _place(filename: str) -> str:
    """The path inside the program; of foreign code the file's name alone: a path may hold a person's name."""
    path = Path(filename)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:]) if "site-packages" in path.parts else path.name


def _versions() -> Iterator[str]:
    import platform  # loaded for a report only: a start must not wait for them
    from importlib.metadata import PackageNotFoundError, version

    yield f"sazesh: {QCoreApplication.applicationVersion() or '?'}"
    yield f"python: {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}"
    yield f"qt: {qVersion()}"
    for name in _PACKAGES:
        try:
            yield f"{name}: {version(name)}"
        except PackageNotFoundError:
            continue
