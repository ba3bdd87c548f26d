"""Printing many papers at once: which there are, and a few of them at a time in a transaction of their own.

Between two of these nothing is held: a run can stop there, and what is left is found again by asking anew.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from models.enums import DocumentState
from models.letter import Document
from services.actor import Actor, Right
from services.changes import Done
from services.codes import Codes
from services.documents import under_way
from services.documents.run_shapes import RunOffer, RunRow
from services.documents.shapes import PrintJob
from services.drafts import Drafts
from services.errors import InvalidError, NotFoundError
from services.persian.text import display_form
from services.unit_of_work import Tx, UnitOfWork

if TYPE_CHECKING:
    from services.documents.proving.service import Proofs
    from services.documents.proving.signer import PaperSigner

Values = tuple[tuple[str, str], ...]
TARGET_LIMIT = 200
RECENT_DAYS = 60
"""How long ago a paper may have been issued to be listed as not printed yet."""


class PaperRuns:
    """The use-cases of a run. What was made can be seen from the papers themselves; the run keeps nothing."""

    def __init__(
        self, uow: UnitOfWork, codes: Codes, proofs: "Proofs | None" = None, drafts: Drafts | None = None
    ) -> None:
        """`proofs` signs what is issued; without it papers carry no proof. `drafts` holds the marks of open runs."""
        self._uow = uow
        self._codes = codes
        self._proofs = proofs
        self._drafts = drafts

    def invitations(self, actor: Actor, day: date) -> RunOffer:
        """An invitation for each party of each appointment of that day, by its hour (P-1).

        Of files that the actor may not know of there is nothing, not even a count (P-6).
        """
        from services.documents.run_offering import invitations_of

        with self._uow.read(actor, Right.DOCUMENT_ISSUE, Right.APPOINTMENT_READ) as tx:
            return invitations_of(tx, self._codes.of(actor), day)

    def unprinted(self, actor: Actor) -> RunOffer:
        """The issued papers of the last `RECENT_DAYS` of which originals are due, earliest first (P-23)."""
        from services.documents.run_offering import unprinted_of

        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            return unprinted_of(tx, RECENT_DAYS)

    def make(
        self, actor: Actor, rows: Sequence[RunRow], target: str, values: Values = ()
    ) -> Done[tuple[PrintJob, ...]]:
        """Issue those of the papers that are not issued yet, log their prints to `target`, and give their sheets, in
        the order of `rows`: all of them or none.

        `values` answer what the offer asked. `InvalidError` where one of them can't be made any more; what was issued
        meanwhile is not issued a second time. The log comes first: a print that fails is taken back by
        `Documents.record_spoilt`, and the original is due again.
        """
        is_issuing = any(row.request is not None for row in rows)
        rights = (Right.DOCUMENT_ISSUE, Right.DOCUMENT_READ) if is_issuing else (Right.DOCUMENT_READ,)
        signer = self._proofs.signer(actor) if self._proofs is not None and is_issuing else None
        name = display_form(target)[:TARGET_LIMIT]
        with self._uow.write(actor, *rights) as tx:
            jobs = tuple(_made(tx, self._codes, row, name, values, signer) for row in rows)
            under_way.note(self._drafts, actor, jobs, target)
            return tx.done(jobs)


def _made(tx: Tx, codes: Codes, row: RunRow, target: str, values: Values, signer: "PaperSigner | None") -> PrintJob:
    from services.documents.printing import job_of, log_run
    from services.documents.reading import content_of, issued_paper

    if row.request is not None:
        document = _issued(tx, codes, row, values, signer)
    else:
        document = _standing(tx, row.document_id)
    paper = issued_paper(tx, codes.of(tx.actor), document)
    job = job_of(tx, document, paper, content_of(document))
    log_run(tx, document, job.kind, job.numbers, target)
    tx.record("document.print", "document", document.id)
    tx.changed("document", document.id)
    return job


def _issued(tx: Tx, codes: Codes, row: RunRow, values: Values, signer: "PaperSigner | None") -> Document:
    """The paper of a row, issued now; of an invitation there is only one for each person and appointment."""
    from services.documents.issuing import issue
    from services.documents.run_offering import standing_invitation

    assert row.request is not None
    if row.request.appointment_id is not None and standing_invitation(tx, row.request) is not None:
        raise InvalidError("documents.issued_already")
    return issue(tx, codes, replace(row.request, values=values), signer)


def _standing(tx: Tx, document_id: UUID | None) -> Document:
    from services.documents.reading import visible_document

    if document_id is None:
        raise NotFoundError("errors.not_found")
    document = visible_document(tx, document_id)
    if document.state is DocumentState.VOIDED:
        raise InvalidError("documents.is_void")
    return document
