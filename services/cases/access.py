"""The way into a case for every service: a row that the actor may not see does not exist (P-6)."""

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, or_, select

from models.case import CaseFile, CaseParty, CaseWorker
from models.person import Person
from services.actor import Actor
from services.errors import NotFoundError
from services.unit_of_work import Tx
from services.visibility import visible_to


def visible_case(tx: Tx, case_id: UUID) -> CaseFile:
    """The case, or `NotFoundError` when there is none or none that the actor may see.

    Who registers a case may finish doing so in the same transaction, even if it is hidden from then on.
    """
    case = tx.once(("visible_case", case_id), lambda: _within_reach(tx, case_id), (CaseFile, CaseWorker))
    if case is None:
        raise NotFoundError("errors.not_found")
    return case


def _within_reach(tx: Tx, case_id: UUID) -> CaseFile | None:
    # no two writing transactions have the same `now`
    since = tx.now if tx.is_writing else None
    return tx.session.scalars(_reachable_by(tx.actor), {"of_case": case_id, "now": since}).one_or_none()


@lru_cache
def _reachable_by(actor: Actor) -> Select[CaseFile]:
    just_made = and_(CaseFile.created_at == bindparam("now"), CaseFile.created_by_id == actor.staff_id)
    seen = or_(visible_to(actor), and_(CaseFile.unit_id == actor.unit_id, just_made))
    return select(CaseFile).where(CaseFile.id == bindparam("of_case"), seen)


def party_of(tx: Tx, case: CaseFile, party_id: UUID) -> CaseParty:
    """A present party of the case, or `NotFoundError`."""
    party = tx.get(CaseParty, party_id)
    if party.case_id != case.id or party.is_removed:
        raise NotFoundError("errors.not_found")
    return party


def case_of_party(tx: Tx, party_id: UUID) -> tuple[CaseFile, CaseParty]:
    """A present party and its case, or `NotFoundError` when the actor may not see the case."""
    party = tx.get(CaseParty, party_id)
    case = visible_case(tx, party.case_id)
    return case, party_of(tx, case, party_id)


def parties_of(tx: Tx, case_id: UUID) -> list[CaseParty]:
    """The present parties in the order of the file."""
    return [party for party, _ in people_of(tx, case_id)]


def people_of(tx: Tx, case_id: UUID) -> tuple[tuple[CaseParty, Person], ...]:
    """The present parties with their persons, in the order of the file."""
    return tx.once(("people_of", case_id), lambda: _people(tx, case_id), (CaseParty, Person))


def know_people(tx: Tx, case_id: UUID, people: Iterable[tuple[CaseParty, Person]]) -> None:
    """What `people_of` gives for a case that this transaction has made."""
    tx.know(("people_of", case_id), tuple(people), (CaseParty, Person))


def _people(tx: Tx, case_id: UUID) -> tuple[tuple[CaseParty, Person], ...]:
    return tuple((party, person) for party, person in tx.session.execute(_PEOPLE, {"of_case": case_id}))


_PEOPLE = (
    select(CaseParty, Person)
    .join(Person, Person.id == CaseParty.person_id)
    .where(CaseParty.case_id == bindparam("of_case"), CaseParty.is_removed.is_(False))
    .order_by(CaseParty.position, CaseParty.id)
)
