"""The way to a person for every service: one whom the actor may not know does not exist (P-6)."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.person import Person
from services.errors import NotFoundError
from services.unit_of_work import Tx
from services.visibility import person_visible_to, visible_to


def visible_person(tx: Tx, person_id: UUID) -> Person:
    """The person, or `NotFoundError` when there is none or none that the actor may know.

    The id of a record that was joined into another one leads there: old links and drafts still resolve.
    """
    kept_id = tx.session.scalar(select(Person.merged_into_id).where(Person.id == person_id)) or person_id
    person = tx.session.scalars(select(Person).where(Person.id == kept_id, person_visible_to(tx.actor))).one_or_none()
    if person is None:
        raise NotFoundError("errors.not_found")
    return person


def require_visible_case(tx: Tx, case_id: UUID) -> None:
    """`NotFoundError` for a file that the actor may not know of."""
    if tx.session.scalars(select(CaseFile.id).where(CaseFile.id == case_id, visible_to(tx.actor))).first() is None:
        raise NotFoundError("errors.not_found")


def same_person_ids(tx: Tx, person: Person) -> tuple[UUID, ...]:
    """All rows that stand for this person: itself, the one it is a twin of, and the other twins."""
    root = person.twin_of_id or person.id
    twins = tx.session.scalars(select(Person.id).where(Person.twin_of_id == root))
    return tuple({person.id, root, *twins})
