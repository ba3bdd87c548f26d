"""To whom a file must not go: a party who is the colleague or of their family, and the other side of another of
their files (P-7). The answer never says which."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from models.case import CaseFile, CaseParty, CaseWorker
from models.enums import CaseStatus, Confidentiality, Side
from models.person import Person
from models.unit import Staff
from services.people.naming import full_name
from services.persian.text import search_key, search_tokens
from services.unit_of_work import Tx

_IDS: Any = bindparam("ids", expanding=True)
_OVER = (CaseStatus.CLOSED, CaseStatus.VOIDED)


def refusals(tx: Tx, cases: Sequence[CaseFile], receivers: Sequence[Staff]) -> dict[UUID, frozenset[UUID]]:
    """By file the receivers who can't take it. A fixed number of questions, however many files there are."""
    if not cases or not receivers:
        return {}
    ids = [case.id for case in cases]
    refused: dict[UUID, set[UUID]] = {case_id: set() for case_id in ids}
    for case_id, staff_id in _on_the_other_side(tx, ids):
        refused[case_id].add(staff_id)
    hidden = {case.id for case in cases if case.confidentiality is Confidentiality.STAFF_RELATIVE}
    for case_id, person in _parties(tx, ids):
        for staff in receivers:
            if _is_the_same(person, staff) or (case_id in hidden and _is_of_the_family(person, staff)):
                refused[case_id].add(staff.id)
    return {case_id: frozenset(found) for case_id, found in refused.items()}


def _parties(tx: Tx, ids: Sequence[UUID]) -> list[tuple[UUID, Person]]:
    rows = tx.session.execute(
        select(CaseParty.case_id, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id.in_(_IDS), CaseParty.is_removed.is_(False)),
        {"ids": ids},
    )
    return [(case_id, person) for case_id, person in rows]


def _is_the_same(person: Person, staff: Staff) -> bool:
    return bool(person.family_name) and search_key(full_name(person)) == search_key(staff.full_name)


def _is_of_the_family(person: Person, staff: Staff) -> bool:
    """In a file that is closed because of a relative: who bears the family's name."""
    family = search_tokens(person.family_name)
    return bool(family) and search_tokens(staff.full_name)[-len(family) :] == family


def _on_the_other_side(tx: Tx, ids: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
    """Files and the colleagues who work for somebody that faces one of its parties in another open file."""
    own, other = aliased(CaseParty), aliased(CaseParty)
    own_person, other_person = aliased(Person), aliased(Person)
    one = func.coalesce(own_person.twin_of_id, own_person.id)
    same = one == func.coalesce(other_person.twin_of_id, other_person.id)
    rows = tx.session.execute(
        select(own.case_id, CaseFile.responsible_id, CaseWorker.staff_id)
        .join(own_person, own_person.id == own.person_id)
        .join(other_person, same)
        .join(other, other.person_id == other_person.id)
        .join(CaseFile, CaseFile.id == other.case_id)
        .outerjoin(CaseWorker, CaseWorker.case_id == CaseFile.id)
        .where(
            own.case_id.in_(_IDS),
            own.is_removed.is_(False),
            other.is_removed.is_(False),
            other.case_id != own.case_id,
            CaseFile.unit_id == tx.actor.unit_id,
            CaseFile.status.not_in(_OVER),
            or_((own.side == Side.A) & (other.side == Side.B), (own.side == Side.B) & (other.side == Side.A)),
        ),
        {"ids": ids},
    )
    found: set[tuple[UUID, UUID]] = set()
    for case_id, responsible_id, worker_id in rows:
        found.add((case_id, responsible_id))
        if worker_id is not None:
            found.add((case_id, worker_id))
    return found
