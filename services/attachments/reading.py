"""Attachments as rows, inside an open transaction; their bytes stay where they are."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import DocumentState
from models.letter import Attachment, Document, Letter
from services.actor import Right
from services.attachments.shapes import AttachmentRow, AttachmentSheet, PaperToSign
from services.cases.holdings import holds
from services.codes import Codes
from services.staff.naming import staff_names
from services.unit_of_work import Tx

MOST_BYTES = 20 * 1024 * 1024
_OF_CASE = (
    select(Attachment)
    .where(Attachment.case_id == bindparam("of_case"))
    .order_by(Attachment.added_at.desc(), Attachment.id.desc())
)
_OF_LETTER = (
    select(Attachment)
    .where(Attachment.letter_id == bindparam("of_letter"))
    .order_by(Attachment.added_at.desc(), Attachment.id.desc())
)
_PAPERS = (
    select(Document, Letter.number)
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .where(Document.case_id == bindparam("of_case"), Document.state == DocumentState.ISSUED)
    .order_by(Document.issued_at.desc(), Document.id.desc())
)


def attachments_of(tx: Tx, codes: Codes, case_id: UUID) -> tuple[AttachmentRow, ...]:
    """The attachments of a case, latest first, void ones too."""
    if not holds(tx, case_id, Attachment):
        return ()
    return tuple(row_of(tx, codes, row) for row in tx.session.scalars(_OF_CASE, {"of_case": case_id}))


def scans_of(tx: Tx, codes: Codes, letter_id: UUID) -> tuple[AttachmentRow, ...]:
    """The scans of a letter, latest first, void ones too."""
    return tuple(row_of(tx, codes, row) for row in tx.session.scalars(_OF_LETTER, {"of_letter": letter_id}))


def may_open(tx: Tx, row: Attachment) -> bool:
    """Who may read papers; and who kept the scan of a letter (domain.md §2.7: the clerk scans what comes)."""
    return tx.actor.may(Right.DOCUMENT_READ) or (row.letter_id is not None and row.staff_id == tx.actor.staff_id)


def _may_void(tx: Tx, row: Attachment) -> bool:
    writes = Right.LETTER_REGISTER if row.letter_id is not None else Right.DOCUMENT_ISSUE
    is_own = row.staff_id == tx.actor.staff_id
    return not row.void_reason and tx.actor.may(writes) and (is_own or tx.actor.may(Right.CASE_VOID))


def row_of(tx: Tx, codes: Codes, row: Attachment) -> AttachmentRow:
    """One attachment without its bytes."""
    label = codes.label(tx.actor, "attachment_kind", row.kind)
    opens = may_open(tx, row)
    return AttachmentRow(
        row.id,
        row.version,
        row.case_id,
        row.kind,
        label,
        row.title if opens else label,
        row.media_type,
        row.pages,
        row.size,
        row.document_id,
        row.added_at,
        staff_names(tx).get(row.staff_id, ""),
        bool(row.void_reason),
        row.void_reason,
        _may_void(tx, row),
        row.letter_id,
        opens,
    )


def sheet_of(tx: Tx, codes: Codes, case_id: UUID) -> AttachmentSheet:
    """What the form starts from."""
    kinds = tuple((code.code, code.label) for code in codes.all(tx.actor, "attachment_kind"))
    return AttachmentSheet(case_id, kinds, papers_to_sign(tx, case_id), MOST_BYTES)


def papers_to_sign(tx: Tx, case_id: UUID) -> tuple[PaperToSign, ...]:
    """The issued papers of a case, latest first, and where the signed sheet of each is."""
    scanned = {row.document_id for row in tx.session.scalars(_OF_CASE, {"of_case": case_id}) if not row.void_reason}
    return tuple(
        PaperToSign(
            document.id,
            document.version,
            document.title,
            number or "",
            document.id in scanned,
            document.signed_sheet_place,
        )
        for document, number in tx.session.execute(_PAPERS, {"of_case": case_id})
    )
