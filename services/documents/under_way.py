"""Originals that were sent off and of which nobody said yet whether they came out (P-23).

The log of a run is written with its number, before the first sheet moves; what the printer makes of it is known to
whoever stands beside it. Until that person has said so, a mark lies in the drafts file of this workstation: stored
before the log is, so that after a power cut the next sign-in can ask instead of taking the log for the paper.
"""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from models.enums import DocumentState
from services.actor import Actor
from services.documents.shapes import OpenRun, PrintJob, PrintKind
from services.drafts import DraftRow, Drafts
from services.errors import NotFoundError, StorageError
from services.unit_of_work import Tx

FORM = "print"


def note(drafts: Drafts | None, actor: Actor, job: PrintJob, target: str) -> None:
    """Before the log of a run is stored. A drafts file that takes nothing keeps nobody from printing."""
    if drafts is None or job.kind is not PrintKind.ORIGINAL or job.document_id is None:
        return
    with suppress(StorageError):
        held = drafts.load(actor, FORM, job.document_id.hex) or {}
        numbers = sorted({*_numbers(held), *job.numbers})
        drafts.save(actor, FORM, job.document_id.hex, {"numbers": numbers, "target": target})


def forget(drafts: Drafts | None, actor: Actor, document_ids: Sequence[UUID]) -> None:
    """Somebody said what became of them."""
    if drafts is not None:
        for document_id in document_ids:
            with suppress(StorageError):
                drafts.discard(actor, FORM, document_id.hex)


def marks(drafts: Drafts | None, actor: Actor) -> tuple[DraftRow, ...]:
    """The papers of the actor's open runs, as ids in `subject`."""
    return () if drafts is None else tuple(row for row in drafts.of(actor) if row.form == FORM)


def run_of(tx: Tx, drafts: Drafts, mark: DraftRow) -> OpenRun | None:
    """What a mark is about; None where there is nothing to ask: the log was never stored, or the paper is void."""
    from services.documents.printing import due_of, print_log
    from services.documents.reading import case_no_of, number_of, visible_document

    held = drafts.load(tx.actor, FORM, mark.subject) or {}
    try:
        document = visible_document(tx, UUID(mark.subject))
    except (NotFoundError, ValueError):
        return None
    numbers = tuple(sorted(set(_numbers(held)) - set(due_of(document, print_log(tx, document.id)))))
    if not numbers or document.state is DocumentState.VOIDED:
        return None
    case_no, number = case_no_of(tx, document), number_of(tx, document)
    return OpenRun(document.id, document.title, number, case_no, numbers, str(held.get("target", "")), mark.saved_at)


def _numbers(held: dict[str, object]) -> list[int]:
    found = held.get("numbers")
    return [number for number in found if isinstance(number, int)] if isinstance(found, list) else []
