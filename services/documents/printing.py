"""Originals and copies (P-23): what is due, what a run is, and the sheets of a run."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import PrintKind
from models.letter import Document, PrintLog, RecipientCopy
from services.catalogue import say
from services.documents.papers.issue import Reprint, copy_mark
from services.documents.shapes import IssuedPaper, PaperKind, PrintJob
from services.errors import StorageError
from services.unit_of_work import Tx


def print_log(tx: Tx, document_id: UUID) -> list[PrintLog]:
    """The runs of a paper, earliest first."""
    return list(tx.session.scalars(_LOG, {"of_document": document_id}))


_LOG = select(PrintLog).where(PrintLog.document_id == bindparam("of_document")).order_by(PrintLog.at, PrintLog.id)
_COPIES = (
    select(RecipientCopy)
    .where(RecipientCopy.document_id == bindparam("of_document"))
    .order_by(RecipientCopy.position)
)

_TYPED_DEEDS = (PaperKind.UNDERTAKING.value,)
"""Deeds of which there are copies for each recipient though no agreement stands behind them."""


def copies_of(tx: Tx, document: Document) -> list[RecipientCopy]:
    """The originals of a paper whose recipients do not read the same, in their order (P-17)."""
    if document.agreement_id is None and document.kind not in _TYPED_DEEDS:
        return []
    return list(tx.session.scalars(_COPIES, {"of_document": document.id}))


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


def job_of(tx: Tx, document: Document, paper: IssuedPaper, stored: bytes, copy_for: int = 0) -> PrintJob:
    """The sheets of the next run: the originals that are due, or, when none is, a copy.

    A single original is the stored paper itself; every other sheet is a stored paper with a mark over it. Where not
    all recipients read the same, each original is its recipient's own, and the copy is of the one of `copy_for`.
    `InvalidError` ("documents.not_out_now"): an invitation that P-1 forbids since it was issued.
    """
    from services.documents.held_back import expect_free
    from services.documents.typesetting.stamping import Stamp, stamp_sheets

    expect_free(tx, document)
    numbers = paper.due
    kind = PrintKind.ORIGINAL if numbers else PrintKind.COPY
    own = {row.position: row for row in copies_of(tx, document)}
    if kind is PrintKind.ORIGINAL:
        sheets = [
            (_content(own.get(each), stored), Stamp(note=_note(document, each, own.get(each)))) for each in numbers
        ]
    else:
        before = sum(row.count for row in paper.prints if row.kind is PrintKind.COPY)
        mark = copy_mark(Reprint(before + 2, tx.today, tx.actor.name))
        sheets = [(_content(own.get(copy_for), stored), Stamp(mark, mark))]
    is_plain = kind is PrintKind.ORIGINAL and document.originals == 1
    content = sheets[0][0] if is_plain else stamp_sheets(sheets)
    return PrintJob(document.id, kind, numbers, document.title, content, paper.file_name)


def _note(document: Document, number: int, copy: RecipientCopy | None) -> str:
    if copy is None:
        return say("documents.copy_of", copy=number, copies=document.originals)
    return say("documents.copy_for", copy=number, copies=document.originals, recipient=copy.recipient)


def _content(copy: RecipientCopy | None, stored: bytes) -> bytes:
    """What this recipient reads, `StorageError` if the bytes are no longer those that were issued."""
    if copy is None or copy.content is None:
        return stored
    if hashlib.sha256(copy.content).digest() != copy.sha256:
        raise StorageError("documents.damaged")
    return copy.content
