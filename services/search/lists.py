"""The long lists, page by page: whatever the size of the file, a page costs its own rows."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, exists, false, func, select
from sqlalchemy.orm import aliased

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus, Confidentiality
from models.person import Person
from services.actor import Actor, Right
from services.cases import CaseRow
from services.cases.rows import listed_cases
from services.codes import CodeReader, Codes
from services.people.naming import birth_year, is_minor, screen_name
from services.persian.national_code import mask
from services.search.shapes import CaseFilter, PersonListRow
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to, worked_on_by

LARGEST_PAGE = 500
_DONE = (CaseStatus.CLOSED, CaseStatus.VOIDED)


class Lists:
    """The persons and the cases of one unit, as far as an actor may know of them. Letters: `Letters.page`."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def count_persons(self, actor: Actor) -> int:
        """How many persons `persons` lists."""
        with self._uow.read(actor, Right.PERSON_READ) as tx:
            if not _leaves_out(actor):
                return _count(tx, select(Person.id).where(*_listed_persons(actor)))
            whole = select(Person.id).where(*_of_unit(actor))
            return _count(tx, whole) - _count(tx, _hidden_persons(actor).distinct())

    def persons(
        self, actor: Actor, offset: int = 0, limit: int = 100, *, is_descending: bool = False
    ) -> tuple[PersonListRow, ...]:
        """A stretch of the persons by family and given name (R-21). Not recorded: opening one is."""
        with self._uow.read(actor, Right.PERSON_READ) as tx:
            stretch = {"skipped": offset, "many": min(limit, LARGEST_PAGE)}
            ids = list(tx.session.scalars(_person_keys(actor, is_descending=is_descending), stretch))
            persons = {one.id: one for one in tx.rows(_PERSONS, {"ids": ids})}
            newest = _newest_cases(tx, ids)
            return tuple(_person(tx, persons[key], newest.get(key)) for key in ids)

    def count_cases(self, actor: Actor, which: CaseFilter | None = None) -> int:
        """How many cases `cases` lists."""
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            return _count(tx, select(CaseFile.id).where(*self._listed_cases(actor, which or CaseFilter())))

    def cases(
        self,
        actor: Actor,
        which: CaseFilter | None = None,
        offset: int = 0,
        limit: int = 100,
        *,
        is_oldest_first: bool = False,
    ) -> tuple[CaseRow, ...]:
        """A stretch of the cases, the newest first. Not recorded: opening one is."""
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            order = (CaseFile.opened_on, CaseFile.id)
            keys = (
                select(CaseFile.id)
                .where(*self._listed_cases(actor, which or CaseFilter()))
                .order_by(*order if is_oldest_first else (column.desc() for column in order))
                .offset(offset)
                .limit(min(limit, LARGEST_PAGE))
            )
            return listed_cases(tx, self._codes, list(tx.session.scalars(keys)))

    def _listed_cases(self, actor: Actor, which: CaseFilter) -> list[ColumnElement[bool]]:
        conditions = [visible_to(actor)]
        if which.is_mine:
            conditions.append(worked_on_by(actor))
        if which.is_open is not None:
            conditions.append(CaseFile.status.not_in(_DONE) if which.is_open else CaseFile.status.in_(_DONE))
        if which.status is not None:
            conditions.append(CaseFile.status == which.status)
        if which.responsible_id is not None:
            conditions.append(CaseFile.responsible_id == which.responsible_id)
        if which.group:
            conditions.append(CaseFile.primary_category.in_(_categories(self._codes.of(actor), which.group)))
        return conditions


def _categories(codes: CodeReader, group: str) -> list[str]:
    rows = codes.codes.all(codes.actor, "case_category", with_inactive=True)
    return [row.code for row in rows if row.does("group") == group]


def _count(tx: Tx, listed: Select[UUID]) -> int:
    return tx.session.scalar(select(func.count()).select_from(listed.subquery())) or 0


def _of_unit(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return Person.unit_id == actor.unit_id, Person.merged_into_id.is_(None)


def _leaves_out(actor: Actor) -> bool:
    """Whether the actor knows the whole unit but for a few files."""
    return actor.may(Right.IDENTITIES) and actor.may(Right.CASE_READ_ALL) and not actor.may(Right.CASE_VOID)


def _listed_persons(actor: Actor) -> list[ColumnElement[bool]]:
    """The persons of `person_visible_to`, put so that a list need not look at each of them.

    For who knows the unit but for a few files, those who stand in these alone are left out. For who knows the own
    files alone, it is the people of these; a person without a file is found by searching.
    """
    if not actor.may(Right.IDENTITIES):
        return [false()]
    if actor.may(Right.CASE_VOID):
        return list(_of_unit(actor))
    if _leaves_out(actor):
        return [*_of_unit(actor), Person.id.not_in(_hidden_persons(actor))]
    own = select(CaseParty.person_id).join(CaseFile, CaseFile.id == CaseParty.case_id).where(visible_to(actor))
    return [*_of_unit(actor), Person.id.in_(own)]


def _hidden_persons(actor: Actor) -> Select[UUID]:
    """Whoever stands in hidden files alone."""
    kinds = [kind for kind in Confidentiality if kind is not Confidentiality.NORMAL]
    of_unit = CaseFile.unit_id == actor.unit_id
    marked = select(CaseFile.id).where(of_unit, CaseFile.confidentiality.in_(kinds), ~worked_on_by(actor))
    voided = select(CaseFile.id).where(of_unit, CaseFile.status == CaseStatus.VOIDED)
    hidden = marked.union(voided).cte("hidden")
    elsewhere = aliased(CaseParty)
    in_sight = exists(
        select(elsewhere.id).where(
            elsewhere.person_id == CaseParty.person_id, elsewhere.case_id.not_in(select(hidden.c.id))
        )
    )
    return select(CaseParty.person_id).where(CaseParty.case_id.in_(select(hidden.c.id)), ~in_sight)


@lru_cache(maxsize=64)
def _person_keys(actor: Actor, *, is_descending: bool) -> Select[UUID]:
    order = (Person.full_sort, Person.id)
    return (
        select(Person.id)
        .where(*_listed_persons(actor))
        .order_by(*(column.desc() for column in order) if is_descending else order)
        .offset(bindparam("skipped"))
        .limit(bindparam("many"))
    )


_IDS: Any = bindparam("ids", expanding=True)
_PERSONS = select(
    Person.id, Person.given_name, Person.family_name, Person.father_name, Person.birth_on, Person.national_code
).where(Person.id.in_(_IDS))


@lru_cache(maxsize=64)
def _cases_of_persons(actor: Actor) -> Select[UUID, UUID, str]:
    return (
        select(CaseParty.person_id, CaseFile.id, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == CaseParty.case_id)
        .where(CaseParty.person_id.in_(_IDS), CaseParty.is_removed.is_(False), visible_to(actor))
        .order_by(CaseFile.opened_on, CaseFile.id)
    )


def _newest_cases(tx: Tx, person_ids: list[UUID]) -> dict[UUID, tuple[UUID, str]]:
    rows = tx.rows(_cases_of_persons(tx.actor), {"ids": person_ids})
    return {person_id: (case_id, case_no) for person_id, case_id, case_no in rows}


def _person(tx: Tx, person: Any, newest: tuple[UUID, str] | None) -> PersonListRow:
    minor = is_minor(person, tx.today)
    case_id, case_no = newest or (None, "")
    return PersonListRow(
        id=person.id,
        name=screen_name(person, tx.today),
        father_name="" if minor else person.father_name,
        birth_year=birth_year(person),
        code="" if minor or not person.national_code else mask(person.national_code),
        case_id=case_id,
        case_no=case_no,
        is_minor=minor,
    )
