"""An issued paper as screens show it."""

import hashlib
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.enums import DocumentState
from models.letter import Document, Letter, PrintLog
from models.person import Person
from services.actor import Right
from services.cases.access import visible_case
from services.codes import CodeReader
from services.documents.file_name import file_name
from services.documents.printing import copies_of, due_of, print_log
from services.documents.shapes import UNFILED, IssuedPaper, PaperKind, PrintRow, Recipient
from services.errors import StorageError
from services.people.naming import person_initials, screen_name
from services.staff.naming import staff_names
from services.unit_of_work import Tx


def visible_document(tx: Tx, document_id: UUID) -> Document:
    """A paper of the unit whose case the actor may see, or `NotFoundError`."""
    document = tx.get(Document, document_id)
    if document.case_id is not None:
        visible_case(tx, document.case_id)
    return document


def content_of(document: Document) -> bytes:
    """The stored bytes, `StorageError` if they are no longer those that were issued."""
    if hashlib.sha256(document.content).digest() != document.sha256:
        raise StorageError("documents.damaged")
    return document.content


def number_of(tx: Tx, document: Document) -> str:
    """The number on the sheet: of its letter, or the registry's once it was typed (P-21); "" where there is none."""
    if document.awaits_registry or document.registry_no:
        return document.registry_no
    letter = tx.session.get(Letter, document.letter_id) if document.letter_id else None
    return letter.number if letter else ""


def answered_by(document: Document) -> UUID | None:
    """The referral that an answer, or a letter to another body, is about."""
    named = document.snapshot["content"].get("referral_id", "")
    return UUID(hex=named) if named else None


def case_no_of(tx: Tx, document: Document) -> str:
    """The number of its file; "" for a paper of none."""
    case = tx.session.get(CaseFile, document.case_id) if document.case_id else None
    return case.case_no if case else ""


def issued_paper(tx: Tx, codes: CodeReader, document: Document) -> IssuedPaper:
    """The paper with its print log. Its `due` originals decide whether the next print is an original."""
    log = print_log(tx, document.id)
    case_no, number = case_no_of(tx, document), number_of(tx, document)
    names = staff_names(tx)
    is_void = document.state is DocumentState.VOIDED
    is_voidable = may_void(tx, document)
    return IssuedPaper(
        id=document.id,
        version=document.version,
        case_id=document.case_id,
        case_no=case_no,
        kind=PaperKind(document.kind),
        title=document.title,
        number=number,
        issued_at=document.issued_at,
        issued_by=names.get(document.issued_by_id, ""),
        person_name=_person_name(tx, document),
        is_void=is_void,
        void_reason=document.void_reason,
        may_void=is_voidable,
        originals=document.originals,
        pages=document.pages,
        due=() if is_void else due_of(document, log),
        prints=tuple(_print_row(codes, row, names) for row in reversed(log)),
        sha256=document.sha256.hex(),
        file_name=file_name(PaperKind(document.kind), number or case_no),
        may_correct=is_voidable and tx.actor.may(Right.DOCUMENT_ISSUE) and _is_of_something(document),
        recipients=tuple(Recipient(row.position, row.recipient) for row in copies_of(tx, document)),
        awaits_registry=document.awaits_registry and not is_void,
        may_type_number=document.awaits_registry and not is_void and tx.actor.may(Right.LETTER_REGISTER),
        registry_on=document.registry_on,
        replaces_id=document.replaces_id,
        replaced_by_id=_replaced_by(tx, document) if is_void else None,
    )


def may_void(tx: Tx, document: Document) -> bool:
    """Whoever issued a paper may make it void, and the head."""
    is_own = document.issued_by_id == tx.actor.staff_id and tx.actor.may(Right.DOCUMENT_ISSUE)
    return document.state is not DocumentState.VOIDED and (is_own or tx.actor.may(Right.CASE_VOID))


def _is_of_something(document: Document) -> bool:
    return document.case_id is not None or document.kind in UNFILED


def _replaced_by(tx: Tx, document: Document) -> UUID | None:
    return tx.session.scalars(select(Document.id).where(Document.replaces_id == document.id).limit(1)).first()


def _print_row(codes: CodeReader, row: PrintLog, names: Mapping[UUID, str]) -> PrintRow:
    label = codes.label("print_kind", row.kind.value)
    return PrintRow(row.at, names.get(row.staff_id, ""), row.kind, label, row.count, tuple(row.numbers), row.target)


def _person_name(tx: Tx, document: Document) -> str:
    person = tx.session.get(Person, document.person_id) if document.person_id else None
    if person is None:
        return ""
    return screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
