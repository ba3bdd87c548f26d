"""How two persons are related: stored once for each pair and file, read only by who may know of that file (P-7)."""

from uuid import UUID

from sqlalchemy import and_, or_, select

from models.case import CaseFile
from models.person import Person, PersonRelation
from services.codes import CodeReader
from services.people.naming import person_row
from services.people.shapes import RelationRow
from services.unit_of_work import Tx
from services.visibility import person_visible_to, visible_to


def set_relation(
    tx: Tx, person_a_id: UUID, person_b_id: UUID, kind: str, case_id: UUID | None = None, *, is_new: bool = False
) -> None:
    """Let `person_a` be `kind` to `person_b`, as told in that file; what the file said of the pair is replaced.

    `is_new`: one of the two was made in this transaction, so nothing is stored yet.
    """
    row = None if is_new else _stored(tx, person_a_id, person_b_id, case_id)
    if row is None:
        tx.add(
            PersonRelation(
                person_a_id=person_a_id, person_b_id=person_b_id, case_id=case_id, kind=kind, told_at=tx.now
            )
        )
    elif (row.person_a_id, row.kind) != (person_a_id, kind):
        row.person_a_id, row.person_b_id, row.kind, row.told_at = person_a_id, person_b_id, kind, tx.now


def _stored(tx: Tx, person_a_id: UUID, person_b_id: UUID, case_id: UUID | None) -> PersonRelation | None:
    return tx.session.scalars(
        select(PersonRelation).where(
            PersonRelation.unit_id == tx.actor.unit_id,
            PersonRelation.case_id == case_id,
            or_(
                and_(PersonRelation.person_a_id == person_a_id, PersonRelation.person_b_id == person_b_id),
                and_(PersonRelation.person_a_id == person_b_id, PersonRelation.person_b_id == person_a_id),
            ),
        )
    ).first()


def relation_rows(tx: Tx, codes: CodeReader, person_id: UUID) -> tuple[RelationRow, ...]:
    """The relations to persons whom the actor may know, each as what the other is to this person.

    Of what was told in several files the latest holds; what was told in hidden files is left out.
    """
    rows = tx.session.execute(
        select(PersonRelation, Person)
        .join(
            Person,
            or_(
                and_(PersonRelation.person_a_id == Person.id, PersonRelation.person_b_id == person_id),
                and_(PersonRelation.person_b_id == Person.id, PersonRelation.person_a_id == person_id),
            ),
        )
        .outerjoin(CaseFile, CaseFile.id == PersonRelation.case_id)
        .where(
            or_(PersonRelation.person_a_id == person_id, PersonRelation.person_b_id == person_id),
            or_(PersonRelation.case_id.is_(None), visible_to(tx.actor)),
            person_visible_to(tx.actor),
        )
        .order_by(PersonRelation.told_at, PersonRelation.id)
    ).all()
    latest: dict[UUID, RelationRow] = {}
    for relation, other in rows:
        kind = relation.kind
        if relation.person_a_id == person_id:
            kind = str(codes.does("relation", kind, "inverse") or kind)
        label = codes.label("relation", kind)
        latest[other.id] = RelationRow(relation.id, person_row(other, tx.today), kind, label)
    return tuple(latest.values())
