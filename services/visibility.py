"""Which files an actor may see: one predicate, used by every query that touches a case.

Each is built once an actor: a condition takes longer to build than to ask.
"""

from functools import lru_cache

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from models.case import CaseFile, CaseParty, CaseWorker
from models.enums import CaseStatus, Confidentiality
from models.person import Person
from services.actor import Actor, Right


@lru_cache
def visible_to(actor: Actor) -> ColumnElement[bool]:
    """The condition on `CaseFile` under which `actor` may know that a file exists.

    Restricted files and files of staff relatives exist only for the head and for those who work on them
    (P-6, P-7); a role without `CASE_READ_ALL` sees its own files only (domain.md §2.7); a voided file
    exists for the head only.
    """
    if not actor.may(Right.CASE_FIND):
        return false()
    own = worked_on_by(actor)
    conditions: list[ColumnElement[bool]] = [CaseFile.unit_id == actor.unit_id]
    if actor.may(Right.CASE_VOID):
        return and_(*conditions)
    conditions.append(CaseFile.status != CaseStatus.VOIDED)
    if actor.may(Right.CASE_READ_ALL):
        conditions.append(or_(CaseFile.confidentiality == Confidentiality.NORMAL, own))
    else:
        conditions.append(own)
    return and_(*conditions)


@lru_cache
def worked_on_by(actor: Actor) -> ColumnElement[bool]:
    """The condition on `CaseFile` under which it is the actor's own work: responsible for it, or sharing it."""
    return or_(
        CaseFile.responsible_id == actor.staff_id,
        exists(select(CaseWorker.id).where(CaseWorker.case_id == CaseFile.id, CaseWorker.staff_id == actor.staff_id)),
    )


@lru_cache
def person_visible_to(actor: Actor) -> ColumnElement[bool]:
    """The condition on `Person` under which `actor` may know that the unit knows this person.

    A person of whom all files are hidden from the actor is hidden too; a person without a file is not.
    """
    if not actor.may(Right.IDENTITIES):
        return false()
    own_unit = and_(Person.unit_id == actor.unit_id, Person.merged_into_id.is_(None))
    if actor.may(Right.CASE_VOID):
        return own_unit
    of_person = CaseParty.person_id == Person.id
    seen = exists(
        select(CaseParty.id).join(CaseFile, CaseFile.id == CaseParty.case_id).where(of_person, visible_to(actor))
    )
    return and_(own_unit, or_(seen, ~exists(select(CaseParty.id).where(of_person))))
