"""Joining two records of one person: everything moves to the kept one, the other stays as a void pointer.

For the head alone. Nothing is taken apart again but by hand, from what the log says. Nobody comes to see a file, a
contact or a relation that was hidden before: what belongs to a file keeps it, and what was stored without one is tied
to a file of the record it came from.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Column, Select, or_, select

from models.base import Base, Owned
from models.case import CaseFile, CaseParty, Notice
from models.enums import CaseStatus, Confidentiality, GivenBy, NoticeKind, Side
from models.person import Contact, HealthRecord, Person, PersonRelation
from models.safety import SafetyPlan
from services.errors import InvalidError
from services.people.notices import close_files_of, tell_head
from services.people.saving import index_person
from services.people.shapes import MERGE_FIELDS, MergeDraft
from services.persian.collation import sort_key
from services.persian.text import search_key
from services.unit_of_work import Tx

_ONE_A_FILE = (HealthRecord, SafetyPlan)
_OWN_RULES = (Person, PersonRelation, CaseParty)
_TOGETHER = {"birth_on": ("birth_on", "birth_precision"), "national_code": ("national_code", "is_card_seen")}


def differing(kept: Person, gone: Person) -> tuple[str, ...]:
    """The fields in which two records differ, the silent ones (search forms equal) left out."""
    return tuple(name for name in MERGE_FIELDS if _key(getattr(kept, name)) != _key(getattr(gone, name)))


def merge(tx: Tx, kept: Person, gone: Person, draft: MergeDraft) -> None:
    """Move all of `gone` to `kept` and leave a pointer. `InvalidError` where they can't be one person's records."""
    _check(tx, kept, gone, draft)
    for person in (kept, gone):
        _tie_loose(tx, person)
    _point(tx, kept, gone)
    _take_over_facts(kept, gone, draft)
    _settle_code(tx, kept)
    _move_relations(tx, kept, gone)
    _move_parties(tx, kept, gone)
    for kind, name in _pointers():
        for row in tx.session.scalars(select(kind).where(getattr(kind, name) == gone.id)).all():
            setattr(row, name, kept.id)
    tx.session.flush()
    contacts = tx.session.scalars(
        select(Contact).where(Contact.person_id == kept.id, Contact.is_current.is_(True))
    ).all()
    for contact in contacts:
        if contact.given_by_person_id == kept.id:
            contact.given_by, contact.given_by_person_id = GivenBy.SELF, None
    index_person(tx, kept, contacts)
    tx.index("person", gone.id)
    if kept.is_staff_relative:
        close_files_of(tx, kept.id)
    _look_for_opposite_sides(tx, kept)
    _put_notices_away(tx, kept)


def _key(value: object) -> object:
    return search_key(value) if isinstance(value, str) else value


def _check(tx: Tx, kept: Person, gone: Person, draft: MergeDraft) -> None:
    if kept.id == gone.id:
        raise InvalidError("people.merge_itself", "other")
    if unknown := set(draft.from_other) - set(MERGE_FIELDS):
        raise ValueError(f"no such fields: {unknown}")
    tx.expect(kept, draft.kept_version)
    tx.expect(gone, draft.gone_version)
    ids = (kept.id, gone.id)
    present = tx.session.execute(
        select(CaseParty.case_id, CaseFile.case_no, CaseParty.person_id)
        .join(CaseFile, CaseFile.id == CaseParty.case_id)
        .where(CaseParty.person_id.in_(ids), CaseParty.is_removed.is_(False), CaseFile.status != CaseStatus.VOIDED)
    ).all()
    files = {person: {case_id: number for case_id, number, of in present if of == person} for person in ids}
    for case_id, number in files[kept.id].items():
        if case_id in files[gone.id]:
            raise InvalidError("people.merge_same_file", "other", case_no=number)
    for kind in _ONE_A_FILE:
        held = [set(tx.session.scalars(select(kind.case_id).where(kind.person_id == key))) for key in ids]
        for case_id in held[0] & held[1]:
            number = tx.session.scalar(select(CaseFile.case_no).where(CaseFile.id == case_id)) or ""
            raise InvalidError("people.merge_same_file", "other", case_no=number)


def _tie_loose(tx: Tx, person: Person) -> None:
    """Tie contacts and relations without a file to one of the person's files, an open one where there is any."""
    files = tx.session.execute(
        select(CaseFile.id, CaseFile.confidentiality, CaseFile.status)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(CaseParty.person_id == person.id, CaseParty.is_removed.is_(False))
        .order_by(CaseFile.opened_on, CaseFile.id)
    ).all()
    if not files:
        return
    in_sight = (
        case_id
        for case_id, level, status in files
        if level is Confidentiality.NORMAL and status is not CaseStatus.VOIDED
    )
    case_id = next(in_sight, files[0].id)
    loose_contacts = select(Contact).where(Contact.person_id == person.id, Contact.case_id.is_(None))
    for contact in tx.session.scalars(loose_contacts).all():
        contact.case_id = case_id
    for relation in tx.session.scalars(_relations_of(person.id).where(PersonRelation.case_id.is_(None))).all():
        relation.case_id = case_id
    tx.session.flush()


def _take_over_facts(kept: Person, gone: Person, draft: MergeDraft) -> None:
    """The chosen facts; a confirmed yes about a relative or a death is never lost."""
    for name in draft.from_other:
        for one in _TOGETHER.get(name, (name,)):
            setattr(kept, one, getattr(gone, one))
    kept.is_name_unknown = not (kept.given_name or kept.family_name)
    kept.is_staff_relative = kept.is_staff_relative or gone.is_staff_relative
    kept.is_deceased = kept.is_deceased or gone.is_deceased
    kept.full_sort = sort_key(kept.family_name, kept.given_name)


def _relations_of(person_id: UUID) -> Select[PersonRelation]:
    return select(PersonRelation).where(
        or_(PersonRelation.person_a_id == person_id, PersonRelation.person_b_id == person_id)
    )


def _move_relations(tx: Tx, kept: Person, gone: Person) -> None:
    """What the two were to each other goes; of two rows of one pair and file the kept one's stays."""

    def other(row: PersonRelation, of: UUID) -> UUID:
        return row.person_b_id if row.person_a_id == of else row.person_a_id

    held = {(other(row, kept.id), row.case_id) for row in tx.session.scalars(_relations_of(kept.id)).all()}
    for row in tx.session.scalars(_relations_of(gone.id)).all():
        if other(row, gone.id) == kept.id or (other(row, gone.id), row.case_id) in held:
            tx.session.delete(row)
        elif row.person_a_id == gone.id:
            row.person_a_id = kept.id
        else:
            row.person_b_id = kept.id
    tx.session.flush()


def _move_parties(tx: Tx, kept: Person, gone: Person) -> None:
    """A party that was taken off a file stays with the pointer where the kept one has the same role there."""
    parties = select(CaseParty).where(CaseParty.person_id == kept.id)
    held = {(party.case_id, party.role) for party in tx.session.scalars(parties).all()}
    for party in tx.session.scalars(select(CaseParty).where(CaseParty.person_id == gone.id)).all():
        if (party.case_id, party.role) not in held:
            party.person_id = kept.id
            tx.changed("party", party.id)
    tx.session.flush()


def _pointers() -> Iterator[tuple[type[Owned], str]]:
    """Every column of every table that points to a person, so that a new table is moved too."""
    for mapper in Base.registry.mappers:
        kind = mapper.class_
        if kind in _OWN_RULES or not issubclass(kind, Owned):
            continue
        for prop in mapper.column_attrs:
            column = prop.columns[0]
            if isinstance(column, Column) and any(
                key.column.table is Person.__table__ for key in column.foreign_keys
            ):
                yield kind, prop.key


def _point(tx: Tx, kept: Person, gone: Person) -> None:
    """The other record becomes a pointer before anything else: two present ones can't bear one code."""
    root = None if kept.twin_of_id == gone.id else kept.twin_of_id
    twins = tx.session.scalars(select(Person).where(Person.twin_of_id == gone.id, Person.id != kept.id)).all()
    pointers = tx.session.scalars(select(Person).where(Person.merged_into_id == gone.id)).all()
    gone.merged_into_id, gone.twin_of_id = kept.id, None
    tx.session.flush()
    kept.twin_of_id = root
    for twin in twins:
        twin.twin_of_id = root or kept.id
    for pointer in pointers:
        pointer.merged_into_id = kept.id
    tx.session.flush()


def _settle_code(tx: Tx, kept: Person) -> None:
    """Where a third record bears the code that was chosen, the kept one is its twin."""
    if not kept.national_code or kept.twin_of_id is not None:
        return
    with tx.session.no_autoflush:
        bearer = tx.session.scalars(
            select(Person).where(
                Person.unit_id == tx.actor.unit_id,
                Person.national_code == kept.national_code,
                Person.merged_into_id.is_(None),
                Person.twin_of_id.is_(None),
                Person.id != kept.id,
            )
        ).first()
    kept.twin_of_id = bearer.id if bearer is not None else None


def _look_for_opposite_sides(tx: Tx, kept: Person) -> None:
    """One person on opposite sides of two files is told to the head (P-7)."""
    sides = tx.session.execute(
        select(CaseParty.case_id, CaseParty.side)
        .join(CaseFile, CaseFile.id == CaseParty.case_id)
        .where(
            CaseParty.person_id == kept.id,
            CaseParty.is_removed.is_(False),
            CaseParty.side != Side.NONE,
            CaseFile.status != CaseStatus.VOIDED,
        )
    ).all()
    on = {side: sorted({case_id for case_id, of in sides if of is side}) for side in (Side.A, Side.B)}
    for one in on[Side.A]:
        for other in on[Side.B]:
            if one != other:
                tell_head(tx, NoticeKind.OPPOSITE_SIDES, kept.id, max(one, other), min(one, other))


def _put_notices_away(tx: Tx, kept: Person) -> None:
    """The doubled code was what the notice asked to look at; other twins keep theirs."""
    if tx.session.scalars(select(Person.id).where(Person.twin_of_id == kept.id)).first() or kept.twin_of_id:
        return
    same_code = select(Notice).where(
        Notice.person_id == kept.id, Notice.kind == NoticeKind.SAME_CODE, Notice.seen_at.is_(None)
    )
    for notice in tx.session.scalars(same_code).all():
        notice.seen_at, notice.seen_by_id = tx.now, tx.actor.staff_id
        tx.changed("case", notice.case_id)
