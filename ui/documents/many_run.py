"""Papers a few at a time: these are issued and logged in one transaction, then sent where they go.

In between the write lane is free for whoever waits, and the run can be stopped. A paper that did not arrive is taken
back: it stays issued, and its original is due again.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal

from services.changes import Change, Done
from services.documents import PrintJob, PrintKind, RunRow
from services.errors import AppError, StorageError
from ui.context import AppContext
from ui.documents.many_targets import Target
from ui.documents.pdf_pages import PrinterGoneError
from ui.runtime.errors import sentence_of

Values = tuple[tuple[str, str], ...]
_TOLD_S = 1.0
"""How often, in seconds, pages behind the run hear of what became of it."""


class End(Enum):
    """What became of a paper of the run."""

    PRINTED = "printed"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`words` say why a paper was refused; `job` is what was printed of one that was."""

    row: RunRow
    end: End
    words: str = ""
    job: PrintJob | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Every paper in its order, and why the run ended before the last one, "" where it did not."""

    outcomes: tuple[Outcome, ...]
    stopped: str = ""
    is_printer: bool = False

    def of(self, end: End) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if one.end is end)


class ManyRun(QObject):
    """`progressed(done, total)` before the next papers, `finished(Report)` at the end."""

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(
        self, owner: QObject, context: AppContext, rows: Sequence[RunRow], values: Values, target: Target
    ) -> None:
        super().__init__(owner)
        self._context, self._target, self._values = context, target, values
        self._outcomes = [Outcome(row, End.LEFT) for row in rows]
        self._at = 0
        self._one_by_one = 0
        self._told = 0.0
        self._is_cancelled: Callable[[], bool] = lambda: False
        self._changes: set[Change] = set()

    def start(self, is_cancelled: Callable[[], bool]) -> None:
        """`is_cancelled` is asked before the next papers."""
        self._is_cancelled = is_cancelled
        self._told = time.monotonic()
        self._next()

    def _next(self) -> None:
        self.progressed.emit(self._at, len(self._outcomes))
        if self._at == len(self._outcomes):
            self._end("")
        elif self._is_cancelled():
            self._end(self.tr("You stopped it."))
        else:
            count = 1 if self._at < self._one_by_one else self._target.at_once
            self._make([one.row for one in self._outcomes[self._at : self._at + count]])

    def _make(self, rows: Sequence[RunRow]) -> None:
        runs, actor = self._context.services.paper_runs, self._context.actor
        name, values = self._target.name, self._values

        def make() -> Done[tuple[tuple[PrintJob, ...], frozenset[Change]]]:
            done = runs.make(actor, rows, name, values)
            return Done((done.value, done.changes), frozenset())

        self._context.lanes.write(self, make, self._send, lambda error: self._on_refused(error, len(rows)))

    def _send(self, made: tuple[tuple[PrintJob, ...], frozenset[Change]]) -> None:
        jobs, changes = made
        self._changes |= changes
        try:
            puts = [self._target.prepare(job) for job in jobs]
        except OSError as error:
            self._on_gone(jobs, error)
            return
        self._context.lanes.read(self, lambda: _put(puts), lambda sent: self._on_sent(jobs, *sent))

    def _on_sent(self, jobs: Sequence[PrintJob], there: int, error: Exception | None) -> None:
        for job in jobs[:there]:
            self._set(End.PRINTED, job=replace(job, content=b""))
            self._at += 1
        if error is not None:
            self._on_gone(jobs[there:], error)
            return
        if time.monotonic() - self._told > _TOLD_S:
            self._publish()
        self._next()

    def _on_refused(self, error: Exception, count: int) -> None:
        """One of these papers can't be made; the others may. Where nothing can be stored at all the run ends."""
        if isinstance(error, StorageError):
            self._end(sentence_of(error))
        elif isinstance(error, AppError) and count > 1:
            self._one_by_one = self._at + count
            self._next()
        elif isinstance(error, AppError):
            self._set(End.REFUSED, sentence_of(error))
            self._at += 1
            self._next()
        else:
            self._context.errors.present(error)
            self._end(self.tr("Something went wrong; the papers until then are in order."))

    def _on_gone(self, jobs: Sequence[PrintJob], error: Exception) -> None:
        """They did not arrive: their originals are due again, and the rest waits."""
        words = {
            True: self.tr("The printer does not answer any more."),
            False: self.tr("Nothing more can be stored there; the disk may be full."),
        }
        if not isinstance(error, PrinterGoneError | OSError):
            self._context.errors.present(error)
        self._take_back(jobs, lambda: self._end(words[self._target.is_printer]))

    def _take_back(self, jobs: Sequence[PrintJob], then: Callable[[], None]) -> None:
        """One after the other; copies are not counted, so nothing is due again for them."""
        due = [job for job in jobs if job.kind is PrintKind.ORIGINAL and job.document_id is not None]
        if not due:
            then()
            return
        documents, actor, job = self._context.services.documents, self._context.actor, due[0]
        document_id = job.document_id
        assert document_id is not None

        def on_error(error: Exception) -> None:
            self._context.errors.present(error)
            self._take_back(due[1:], then)

        self._context.lanes.write(
            self,
            lambda: documents.record_spoilt(actor, document_id, job.numbers),
            lambda _paper: self._take_back(due[1:], then),
            on_error,
        )

    def _end(self, stopped: str) -> None:
        self._context.lanes.read(
            self,
            self._target.finish,
            lambda kept: self._close(stopped, kept),
            lambda _error: self._close(stopped or self.tr("Nothing could be stored there."), 0),
        )

    def _close(self, stopped: str, kept: int | None) -> None:
        """Of papers that the file has no room for at its end the originals are due again, too."""
        there = [place for place, one in enumerate(self._outcomes) if one.end is End.PRINTED]
        lost = [] if kept is None else there[kept:]
        jobs = [job for job in (self._outcomes[place].job for place in lost) if job is not None]
        for place in lost:
            self._outcomes[place] = replace(self._outcomes[place], end=End.LEFT, job=None)
        words = stopped or (self.tr("Nothing more can be stored there; the disk may be full.") if lost else "")
        self._take_back(jobs, lambda: self._tell(words))

    def _tell(self, stopped: str) -> None:
        self._publish()
        self.finished.emit(Report(tuple(self._outcomes), stopped, self._target.is_printer))

    def _set(self, end: End, words: str = "", **more: Any) -> None:
        self._outcomes[self._at] = replace(self._outcomes[self._at], end=end, words=words, **more)

    def _publish(self) -> None:
        self._told = time.monotonic()
        changes, self._changes = frozenset(self._changes), set()
        if changes:
            self._context.bus.publish(changes)


def _put(puts: Sequence[Callable[[], None]]) -> tuple[int, Exception | None]:
    """How many arrived, and why not the next one."""
    for number, put in enumerate(puts):
        try:
            put()
        except Exception as error:  # whatever it is, what came before it is there
            return number, error
    return len(puts), None
