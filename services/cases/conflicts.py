"""Conflicts of interest among the parties of a case: the head is told, whoever registers is not (P-7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus, Confidentiality, NoticeKind, Side
from models.person import Person
from services.people.access import same_person_ids
from services.people.naming import full_name
from services.people.notices import tell_head
from services.persian.text import search_key
from services.staff.naming import staff_names
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class Watched:
    """A party to look at. `is_new`: the person was made in this transaction, and so is in no other file."""

    party: CaseParty
    person: Person
    is_new: bool = False


def watch_parties(tx: Tx, case: CaseFile, parties: Sequence[Watched]) -> None:
    """Look for the persons on the opposite side of other files, and among colleagues and their relatives.

    A file with a staff relative becomes invisible to all but the head and who is assigned to it.
    """
    with tx.session.no_autoflush:
        names = {search_key(name) for name in staff_names(tx).values()}
    for one in parties:
        if one.person.twin_of_id is not None:
            tell_head(tx, NoticeKind.SAME_CODE, one.person.id, case.id)
        if not one.is_new or one.person.twin_of_id is not None:
            _watch_sides(tx, case, one.party, one.person)
        _watch_staff(tx, case, one.person, names)


def _watch_staff(tx: Tx, case: CaseFile, person: Person, names: set[str]) -> None:
    if person.is_staff_relative:
        case.confidentiality = Confidentiality.STAFF_RELATIVE
        tell_head(tx, NoticeKind.STAFF_RELATIVE, person.id, case.id)
    elif _is_hidden_relative(tx, person):
        tell_head(tx, NoticeKind.STAFF_RELATIVE, person.id, case.id)
    elif person.family_name and search_key(full_name(person)) in names:
        tell_head(tx, NoticeKind.NAMED_AS_STAFF, person.id, case.id)


def _watch_sides(tx: Tx, case: CaseFile, party: CaseParty, person: Person) -> None:
    if party.side is Side.NONE:
        return
    opposite = Side.B if party.side is Side.A else Side.A
    others = tx.session.scalars(
        select(CaseFile.id)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(
            CaseParty.person_id.in_(same_person_ids(tx, person)),
            CaseParty.is_removed.is_(False),
            CaseParty.side == opposite,
            CaseFile.id != case.id,
            CaseFile.status != CaseStatus.VOIDED,
        )
        .distinct()
    )
    for other_id in others:
        tell_head(tx, NoticeKind.OPPOSITE_SIDES, person.id, case.id, other_id)


def _is_hidden_relative(tx: Tx, person: Person) -> bool:
    if person.twin_of_id is None:
        return False
    same = or_(Person.id == person.twin_of_id, Person.twin_of_id == person.twin_of_id)
    known = select(Person.id).where(and_(same, Person.is_staff_relative.is_(True))).limit(1)
    return tx.session.scalars(known).first() is not None
