"""The way to a letter: one of which the actor may see number and date alone has no words, no scan and no margin."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select

from models.case import CaseFile
from models.letter import Document, Letter
from services.actor import Actor, Right
from services.errors import NotFoundError
from services.letters.numbers import NORMAL_BOOK
from services.unit_of_work import Tx
from services.visibility import visible_to


def open_to(actor: Actor) -> ColumnElement[bool]:
    """The condition on `Letter` under which its row is not masked for the actor (P-16, P-6)."""
    seen = exists(select(CaseFile.id).where(CaseFile.id == Letter.case_id, visible_to(actor)))
    of_seen_case = or_(Letter.case_id.is_(None), seen)
    if actor.may(Right.DOCUMENT_READ):
        return of_seen_case
    return and_(of_seen_case, or_(Letter.book == NORMAL_BOOK, Letter.registered_by_id == actor.staff_id))


def readable_letter(tx: Tx, letter_id: UUID) -> Letter:
    """The letter, or `NotFoundError` where there is none whose words the actor may read."""
    letter = tx.session.scalars(
        select(Letter).where(Letter.id == letter_id, Letter.unit_id == tx.actor.unit_id, open_to(tx.actor))
    ).one_or_none()
    if letter is None:
        raise NotFoundError("errors.not_found")
    return letter


def is_paper(tx: Tx, letter: Letter) -> bool:
    """Whether the number was drawn for a paper that this program issued."""
    return bool(tx.session.scalar(select(exists().where(Document.letter_id == letter.id))))
