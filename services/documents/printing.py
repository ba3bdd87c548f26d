"""Originals and copies (P-23): what is due, what a run is, and the sheets of a run."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from models.enums import PrintKind
from models.letter import Document, PrintLog
from services.catalogue import say
from services.documents.papers.issue import Reprint, copy_mark
from services.documents.shapes import IssuedPaper, PrintJob
from services.unit_of_work import Tx


def print_log(tx: Tx, document_id: UUID) -> list[PrintLog]:
    """The runs of a paper, earliest first."""
    query = select(PrintLog).where(PrintLog.document_id == document_id).order_by(PrintLog.at, PrintLog.id)
    return list(tx.session.scalars(query))


def due_originals(originals: int, runs: Iterable[tuple[PrintKind, Iterable[int]]]) -> tuple[int, ...]:
    """The originals that are not printed yet, or came out spoilt; `runs` earliest first."""
    due = set(range(1, originals + 1))
    for kind, numbers in runs:
        if kind is PrintKind.ORIGINAL:
            due.difference_update(numbers)
        elif kind is PrintKind.SPOILT:
            due.update(number for number in numbers if number <= originals)
    return tuple(sorted(due))


def due_of(document: Document, log: Iterable[PrintLog]) -> tuple[int, ...]:
    return due_originals(document.originals, ((row.kind, row.numbers) for row in log))


def log_run(tx: Tx, document: Document, kind: PrintKind, numbers: tuple[int, ...], target: str) -> None:
    """One row for the run; a copy has no number."""
    row = PrintLog(
        document_id=document.id,
        at=tx.now,
        staff_id=tx.actor.staff_id,
        kind=kind,
        count=len(numbers) or 1,
        numbers=list(numbers),
        target=target,
    )
    tx.add(row)


def job_of(tx: Tx, document: Document, paper: IssuedPaper, stored: bytes) -> PrintJob:
    """The sheets of the next run: the originals that are due, or, when none is, a copy.

    A single original is the stored paper itself; every other sheet is the stored paper with a mark over it.
    """
    from services.documents.typesetting.stamping import Stamp, stamp_pages

    numbers = paper.due
    kind = PrintKind.ORIGINAL if numbers else PrintKind.COPY
    stamps = [
        Stamp(note=say("documents.copy_of", copy=each, copies=document.originals))
        for each in numbers
        if document.originals > 1
    ]
    if not numbers:
        before = sum(row.count for row in paper.prints if row.kind is PrintKind.COPY)
        mark = copy_mark(Reprint(before + 2, tx.today, tx.actor.name))
        stamps = [Stamp(mark, mark)]
    content = stamp_pages(stored, stamps) if stamps else stored
    return PrintJob(document.id, kind, numbers, document.title, content, paper.file_name)
