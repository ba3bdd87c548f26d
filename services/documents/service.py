"""The use-cases of papers: offering, previewing, issuing, printing, voiding.

What gathers and composes is loaded with the first paper: nobody's sign-in waits for it.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from models.enums import DocumentState, PrintKind
from models.letter import Document
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import CodeReader, Codes
from services.documents import under_way
from services.documents.run_shapes import OpenRun
from services.documents.shapes import (
    LOOSE,
    IssuedPaper,
    MissingField,
    OpenedPaper,
    PaperKind,
    PaperOffer,
    PaperPreview,
    PaperRequest,
    PrintJob,
    ReportedFigures,
)
from services.drafts import Drafts
from services.errors import InvalidError, NotAllowedError, NotFoundError, refuse
from services.persian.text import display_form
from services.unit_of_work import Tx, UnitOfWork

if TYPE_CHECKING:
    from services.documents.blocks import Paper
    from services.documents.proving.service import Proofs

REASON_LIMIT = 200
_LOOSE_PRINTED = {
    PaperKind.SAFETY_CARD: "document.print_card",
    PaperKind.ADDRESS_SHEET: "document.print_address",
    PaperKind.FILE_LABEL: "document.print_label",
    PaperKind.REPORTER_SHEET: "document.print_reporter",
}
_READ_ALOUD = (
    PaperKind.INFORMED_CONSENT,
    PaperKind.SETTLEMENT_RECORD,
    PaperKind.UNDERTAKING,
    PaperKind.COMPLAINT_WAIVER,
)


class Documents:
    """The papers of one unit's cases.

    A paper's bytes never change after it was issued. Later prints are not composed again: the mark of a copy is
    drawn over the stored bytes (`typesetting.stamping`), so that a new program or letter text alters nothing.
    """

    def __init__(
        self, uow: UnitOfWork, codes: Codes, proofs: "Proofs | None" = None, drafts: Drafts | None = None
    ) -> None:
        """`proofs` signs what is issued; without it papers carry no proof. `drafts` holds the marks of open runs."""
        self._uow = uow
        self._codes = codes
        self._proofs = proofs
        self._drafts = drafts

    # a new paper

    def offer(self, actor: Actor, case_id: UUID) -> tuple[PaperOffer, ...]:
        """The papers of a case, those that can't be made now with a neutral reason (P-1, P-4)."""
        from services.documents.offering import offers

        with self._uow.read(actor, Right.DOCUMENT_ISSUE) as tx:
            return offers(tx, self._reader(tx), visible_case(tx, case_id))

    def missing(self, actor: Actor, request: PaperRequest) -> tuple[MissingField, ...]:
        """What the paper wants and the file does not hold, to be asked before a number is drawn."""
        from services.documents.issuing import prepare

        with self._uow.read(actor, Right.DOCUMENT_ISSUE) as tx:
            return prepare(tx, self._reader(tx), request, is_draft=True).gathered.missing

    def preview(self, actor: Actor, request: PaperRequest) -> PaperPreview:
        """The paper as a draft; stores nothing, and takes what is typed wrongly as not typed yet."""
        from services.documents.issuing import prepare
        from services.documents.render import render_paper

        with self._uow.read(actor, Right.DOCUMENT_ISSUE) as tx:
            prepared = prepare(tx, self._reader(tx), request, is_draft=True)
        rendered = render_paper(prepared.paper)
        originals = request.originals or prepared.gathered.originals
        spoken = _spoken(prepared.paper) if request.kind in _READ_ALOUD else ()
        return PaperPreview(
            prepared.paper.title,
            rendered.content,
            rendered.pages,
            originals,
            rendered.warnings,
            spoken,
            prepared.gathered.gaps,
        )

    def print_draft(self, actor: Actor, request: PaperRequest) -> Done[PrintJob]:
        """The draft for the commander's pen (P-21), without a number; that it was printed is logged.

        Fields may still be empty; what no paper may say is refused here too (P-8).
        """
        from services.documents.issuing import prepare, told_by
        from services.documents.render import render_paper

        with self._uow.write(actor, Right.DOCUMENT_ISSUE) as tx:
            prepared = prepare(tx, self._reader(tx), request, is_draft=True)
            refuse(told_by(tx, prepared))
            tx.record("document.print_draft", "case", prepared.subject.case.id)
            content = render_paper(prepared.paper).content
            return tx.done(_loose(prepared.paper.title, content, request.kind))

    def issue(self, actor: Actor, request: PaperRequest) -> Done[IssuedPaper]:
        """Number, snapshot and bytes in one transaction (R-10); all or nothing.

        `InvalidError` or `InvalidDraft` for what is missing or wrong, with the names of the fields; also where a
        field tells a confidential contact (P-8), naming the field alone.
        """
        from services.documents.issuing import issue
        from services.documents.reading import issued_paper

        if request.kind in LOOSE:
            raise InvalidError("documents.card_has_no_number")
        signer = self._proofs.signer(actor) if self._proofs is not None else None
        with self._uow.write(actor, Right.DOCUMENT_ISSUE) as tx:
            document = issue(tx, self._codes, request, signer)
            done = tx.done(issued_paper(tx, self._reader(tx), document))
        if self._proofs is not None and done.value.replaces_id is not None:
            self._proofs.publish(actor)
        return done

    def print_card(self, actor: Actor, request: PaperRequest) -> Done[PrintJob]:
        """A loose sheet: no number, nothing stored but that one was printed for this case (P-2, P-8).

        The safety card is refused until the person was asked whether carrying it is safe. `InvalidError` for a kind
        of paper that is issued.
        """
        from services.documents.issuing import errors_of, prepare
        from services.documents.render import render_paper

        with self._uow.write(actor, Right.DOCUMENT_ISSUE) as tx:
            if request.kind not in LOOSE:
                raise InvalidError("documents.has_number")
            prepared = prepare(tx, self._reader(tx), request)
            refuse(errors_of(tx, prepared))
            tx.record(_LOOSE_PRINTED[request.kind], "case", request.case_id)
            content = render_paper(prepared.paper).content
            return tx.done(_loose(prepared.paper.title, content, request.kind))

    # an issued paper

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[IssuedPaper, ...]:
        """The papers of a case with their print logs, latest first."""
        from services.documents.reading import issued_paper

        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            visible_case(tx, case_id)
            query = select(Document).where(Document.case_id == case_id).order_by(Document.issued_at.desc())
            return tuple(issued_paper(tx, self._reader(tx), document) for document in tx.session.scalars(query))

    def get(self, actor: Actor, document_id: UUID) -> IssuedPaper:
        """What is known of a paper and its prints, without its text."""
        from services.documents.reading import issued_paper, visible_document

        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            return issued_paper(tx, self._reader(tx), visible_document(tx, document_id))

    def reported(self, actor: Actor, period: str) -> ReportedFigures | None:
        """By which paper a period of the statistics was reported, and what changed since; None while it was not."""
        from services.documents.gathering.statistics import reported_figures
        from services.statistics import period_named
        from services.statistics.service import report_of

        with self._uow.read(actor, Right.STATISTICS) as tx:
            return reported_figures(tx, report_of(tx, self._codes, period_named(period)))

    def find_by_code(self, actor: Actor, typed: str) -> IssuedPaper:
        """The unit's own paper with that short code, void or not; `NotFoundError` also for one of a hidden file."""
        from services.documents.proving.book import document_with_code
        from services.documents.reading import issued_paper, visible_document

        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            document = document_with_code(tx, typed)
            try:
                visible_document(tx, document.id)
            except NotFoundError:
                raise NotFoundError("documents.proof_errors.no_such_code") from None
            return issued_paper(tx, self._reader(tx), document)

    def open(self, actor: Actor, document_id: UUID) -> OpenedPaper:
        """The paper with its stored bytes; the opening is recorded. `StorageError` if the bytes were altered."""
        from services.documents.reading import content_of, issued_paper, visible_document

        with self._uow.read_recorded(actor, Right.DOCUMENT_READ) as tx:
            document = visible_document(tx, document_id)
            tx.record("document.open", "document", document.id)
            return OpenedPaper(issued_paper(tx, self._reader(tx), document), content_of(document))

    def content(self, actor: Actor, document_id: UUID) -> bytes:
        """The stored bytes alone, as `open`."""
        return self.open(actor, document_id).content

    def correction(self, actor: Actor, document_id: UUID) -> PaperRequest:
        """The request of a paper that takes the place of an issued one, which says so and becomes void with it.

        `missing` proposes what was typed for the earlier paper. `NotAllowedError` for who may not make that one void.
        """
        from services.documents.correcting import paper_to_replace, request_to_correct
        from services.documents.reading import visible_document

        with self._uow.read(actor, Right.DOCUMENT_ISSUE) as tx:
            request = request_to_correct(visible_document(tx, document_id))
            paper_to_replace(tx, request)
            return request

    def type_registry_number(
        self, actor: Actor, document_id: UUID, version: int, number: str, on: date
    ) -> Done[IssuedPaper]:
        """The number and day that the precinct's registry wrote on the sheet (P-21): the paper waits no longer."""
        from services.documents.reading import issued_paper, visible_document
        from services.documents.registry import type_number

        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            document = visible_document(tx, document_id)
            tx.expect(document, version)
            type_number(tx, document, number, on)
            return tx.done(issued_paper(tx, self._reader(tx), document))

    def record_print(self, actor: Actor, document_id: UUID, target: str, copy_for: int = 0) -> Done[PrintJob]:
        """Log the next run to `target` (a printer's name, or what a file is called) and give its sheets (P-23).

        As long as originals are due they are printed; after that each run is one copy with its mark: of the paper as
        the recipient of original `copy_for` got it (P-17), or 0: of the full paper. The log comes first: a run that
        fails is taken back by `record_spoilt`.
        """
        from services.documents.printing import job_of, log_run
        from services.documents.reading import content_of, issued_paper, visible_document

        with self._uow.write(actor, Right.DOCUMENT_READ) as tx:
            document = visible_document(tx, document_id)
            _expect_valid(document)
            paper = issued_paper(tx, self._reader(tx), document)
            job = job_of(tx, document, paper, content_of(document), copy_for)
            log_run(tx, document, job.kind, job.numbers, display_form(target)[:REASON_LIMIT])
            under_way.note(self._drafts, actor, [job], target)
            tx.record("document.print", "document", document.id)
            tx.changed("document", document.id)
            return tx.done(job)

    def record_spoilt(
        self, actor: Actor, document_id: UUID, numbers: tuple[int, ...], target: str = ""
    ) -> Done[IssuedPaper]:
        """These originals came out spoilt, or never came: they are due again, as originals (P-23)."""
        from services.documents.printing import log_run
        from services.documents.reading import issued_paper, visible_document

        with self._uow.write(actor, Right.DOCUMENT_READ) as tx:
            document = visible_document(tx, document_id)
            _expect_valid(document)
            reader = self._reader(tx)
            due = issued_paper(tx, reader, document).due
            spoilt = tuple(n for n in sorted(set(numbers)) if 1 <= n <= document.originals and n not in due)
            if not spoilt:
                raise InvalidError("documents.nothing_spoilt", "numbers")
            log_run(tx, document, PrintKind.SPOILT, spoilt, display_form(target)[:REASON_LIMIT])
            tx.record("document.spoil", "document", document.id)
            tx.changed("document", document.id)
            tx.session.flush()
            done = tx.done(issued_paper(tx, reader, document))
        under_way.forget(self._drafts, actor, (document_id,))
        return done

    def open_runs(self, actor: Actor) -> tuple[OpenRun, ...]:
        """Originals of which this actor has not said yet whether they came out, the latest first; asked after a
        power cut. Marks of which there is nothing to ask are forgotten."""
        marks = under_way.marks(self._drafts, actor)
        if self._drafts is None or not marks or not actor.may(Right.DOCUMENT_READ):
            return ()
        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            found = [(mark, under_way.run_of(tx, self._drafts, mark)) for mark in marks]
        for mark, run in found:
            if run is None:
                self._drafts.discard(actor, mark.form, mark.subject)
        return tuple(run for _mark, run in found if run is not None)

    def came_out(self, actor: Actor, document_ids: Sequence[UUID]) -> None:
        """These sheets are there; nobody is asked about them again."""
        under_way.forget(self._drafts, actor, document_ids)

    def void(self, actor: Actor, document_id: UUID, version: int, reason: str) -> Done[IssuedPaper]:
        """Keep a spoiled paper as void, its number used (R-10); whoever issued it may, and the head.

        A consent's decision stays without the sheet; an invitation whose result is not known was none; an answer to
        a referral is owed again.
        """
        from services.documents.reading import issued_paper, may_void, visible_document
        from services.documents.voiding import void_document

        why = display_form(reason)
        if not why:
            raise InvalidError("documents.reason_needed", "reason")
        if len(why) > REASON_LIMIT:
            raise InvalidError("errors.too_long", "reason", limit=REASON_LIMIT)
        with self._uow.write(actor, Right.DOCUMENT_READ) as tx:
            document = visible_document(tx, document_id)
            tx.expect(document, version)
            _expect_valid(document)
            if not may_void(tx, document):
                raise NotAllowedError("errors.not_allowed")
            void_document(tx, document, why)
            done = tx.done(issued_paper(tx, self._reader(tx), document))
        if self._proofs is not None:
            self._proofs.publish(actor)
        return done

    def _reader(self, tx: Tx) -> CodeReader:
        return self._codes.of(tx.actor)


def _expect_valid(document: Document) -> None:
    if document.state is DocumentState.VOIDED:
        raise InvalidError("documents.is_void")


def _loose(title: str, content: bytes, kind: PaperKind) -> PrintJob:
    from services.documents.file_name import file_name

    return PrintJob(None, PrintKind.ORIGINAL, (), title, content, file_name(kind, ""))


def _spoken(paper: "Paper") -> tuple[str, ...]:
    """What is read aloud: title, who they are, paragraphs and numbered clauses; not the sentence that says it was
    read."""
    from services.documents.blocks import Clauses, Notice, Paragraph, Table, Title, Tone
    from services.persian.digits import to_persian

    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Title | Notice) or (isinstance(block, Paragraph) and block.tone is not Tone.STRONG):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [f"{part}: {name}" for part, name, *_ in block.rows]
        elif isinstance(block, Clauses):
            numbers = range(block.first, block.first + len(block.items))
            found += [f"{to_persian(n)}. {item}" for n, item in zip(numbers, block.items, strict=True)]
    return tuple(found)
