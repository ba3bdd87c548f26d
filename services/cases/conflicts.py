"""Conflicts of interest among the parties of a case: the head is told, whoever registers is not (P-7)."""

from sqlalchemy import and_, or_, select

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus, Confidentiality, NoticeKind, Side
from models.person import Person
from models.unit import Staff
from services.people.access import same_person_ids
from services.people.naming import full_name
from services.people.notices import tell_head
from services.persian.text import search_key
from services.unit_of_work import Tx


def watch_party(tx: Tx, case: CaseFile, party: CaseParty, person: Person, *, is_new: bool = False) -> None:
    """Look for the person on the opposite side of other files, and among colleagues and their relatives.

    A new person without twin is in no other file. A file with a staff relative becomes invisible to all but the
    head and who is assigned to it.
    """
    if person.twin_of_id is not None:
        tell_head(tx, NoticeKind.SAME_CODE, person.id, case.id)
    if not is_new or person.twin_of_id is not None:
        _watch_sides(tx, case, party, person)
    if person.is_staff_relative:
        case.confidentiality = Confidentiality.STAFF_RELATIVE
        tell_head(tx, NoticeKind.STAFF_RELATIVE, person.id, case.id)
    elif _is_hidden_relative(tx, person):
        tell_head(tx, NoticeKind.STAFF_RELATIVE, person.id, case.id)
    elif _is_named_as_staff(tx, person):
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


def _is_named_as_staff(tx: Tx, person: Person) -> bool:
    name = search_key(full_name(person))
    with tx.session.no_autoflush:
        names = tx.session.scalars(select(Staff.full_name).where(Staff.unit_id == tx.actor.unit_id)).all()
    return bool(person.family_name) and any(search_key(staff) == name for staff in names)
