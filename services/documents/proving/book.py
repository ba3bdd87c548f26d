"""What the unit's own book knows of its proven papers: by short code, and which are void."""

from uuid import UUID

from sqlalchemy import select

from models.enums import DocumentState
from models.letter import Document
from services.clock import local
from services.errors import NotFoundError
from services.unit_of_work import Tx

from .revocations import Revocation, RevocationList
from .short_code import typed_code


def document_with_code(tx: Tx, typed: str) -> Document:
    """The paper with that short code, or `NotFoundError`; whether the actor may see its file is not asked here."""
    code = typed_code(typed)
    query = select(Document).where(Document.unit_id == tx.actor.unit_id, Document.check_code == code)
    found = tx.session.scalars(query.order_by(Document.issued_at.desc()).limit(1)).first() if code else None
    if found is None:
        raise NotFoundError("documents.proof_errors.no_such_code")
    return found


def void_papers(tx: Tx, unit_id: UUID) -> RevocationList:
    """The unit's void papers as of today; `unit_id` is the id that stands on its key card."""
    rows = tx.session.execute(
        select(Document.check_code, Document.voided_at, Document.issued_at).where(
            Document.unit_id == tx.actor.unit_id,
            Document.state == DocumentState.VOIDED,
            Document.check_code != "",
        )
    )
    void = tuple(Revocation(row.check_code, local(row.voided_at or row.issued_at).date()) for row in rows)
    return RevocationList(unit_id, tx.today, void)
