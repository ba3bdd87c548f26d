"""The finder's statements, each built once for an actor, so that typing costs the database's time alone.

What the actor may not know of is left out by the same statement (P-6, P-16). A role that sees the whole unit reads an
index until the limit is full. One that sees its own files only is answered from these outwards; of the index it
reads the first rows alone, for persons who have no file yet.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    exists,
    false,
    literal_column,
    or_,
    select,
    union,
)
from sqlalchemy import union_all as all_of
from sqlalchemy.orm import aliased

from models.case import CaseFile, CaseParty, CaseWorker
from models.engine import InOrder, has_fragments
from models.letter import Letter
from models.person import Person
from models.search import EXACT, PHONETIC, SearchTerm, SearchText
from services.actor import Actor, Right
from services.visibility import person_visible_to, visible_to

PERSON, CASE, LETTER = "person", "case", "letter"
NOUNS = (PERSON, CASE, LETTER)

SCANNED = 400
"""Fragments and sounds look at no more rows: what this many bear tells nobody apart."""

END = "\U0010ffff"

_NONE, _ONE = literal_column("0", Integer), literal_column("1", Integer)
_MOST: Any = literal_column(str(SCANNED))  # in the statement's text: the planner must know that it is little

Statement = Any
"""A select of the columns that each function names."""

_Fit = Callable[[Any], ColumnElement[bool]]


@lru_cache(maxsize=256)
def by_terms(actor: Actor, nouns: tuple[str, ...], terms: int) -> Statement:
    """(noun, id, whether the whole term fits) by terms, the newest first, then by the beginning of terms.

    Values: `whole_0` …, as many as `terms`; `low` and `high`, between which the other terms lie in their order;
    `many` of each noun as whole terms, `more` by the beginning.
    """
    whole = _each(actor, nouns, lambda term: _is_one_of(term, terms), is_whole=True)
    return _joined([*whole, *_each(actor, nouns, _starts, is_whole=False)])


@lru_cache(maxsize=256)
def by_start(actor: Actor, nouns: tuple[str, ...]) -> Statement:
    """(noun, id, no) by the beginning of terms, in their order. Values: `low`, `high`, `more` of each noun."""
    return _joined(_each(actor, nouns, _starts, is_whole=False))


@lru_cache(maxsize=16)
def begins(nouns: tuple[str, ...]) -> Statement:
    """A row where any term begins so, whoever may see it: whether another try is worth its time."""
    looked = [
        select(SearchTerm.row)
        .where(SearchTerm.kind == _constant(EXACT), _of(noun), _starts(SearchTerm.term))
        .limit(_ONE)
        for noun in nouns
    ]
    return _joined(looked)


@lru_cache(maxsize=256)
def by_fragments(actor: Actor, nouns: tuple[str, ...], dialect: str) -> Statement:
    """(noun, id, text) of the first rows that hold the fragments, in row order. Values: `fragment_values`, `many`."""
    rows = (
        select(SearchText.noun, SearchText.subject_id, SearchText.text)
        .where(has_fragments(dialect, SearchText.row, SearchText.text))
        .order_by(SearchText.row)
        .limit(_MOST)
        .subquery()
    )
    known = (and_(rows.c.noun == _constant(noun), _is_known(actor, noun, rows.c.subject_id)) for noun in nouns)
    return select(rows.c.noun, rows.c.subject_id, rows.c.text).where(or_(*known)).limit(bindparam("many"))


@lru_cache(maxsize=256)
def by_own_fragments(actor: Actor, nouns: tuple[str, ...], parts: int) -> Statement:
    """(noun, id, text) of the actor's own files that hold the fragments. Values: `part_0` … as LIKE patterns."""
    holds = [SearchText.text.like(bindparam(f"part_{place}")) for place in range(parts)]
    rows = [
        select(SearchText.noun, SearchText.subject_id, SearchText.text).where(
            SearchText.subject_id.in_(_own_subjects(actor, noun)),
            *holds,
            _is_known(actor, noun, SearchText.subject_id),
        )
        for noun in nouns
    ]
    return _joined(rows)


@lru_cache(maxsize=256)
def by_sounds(actor: Actor, sounds: int) -> Statement:
    """(noun, id, no) of persons by their sounds, all of which they bear. Values: `sound_0` …, `more`."""
    sees_all = actor.may(Right.CASE_READ_ALL)
    kind = SearchTerm.kind if sees_all else SearchTerm.kind.concat("")
    found = select(SearchTerm.subject_id).where(
        kind == _constant(PHONETIC), _of(PERSON), SearchTerm.term == bindparam("sound_0")
    )
    if not sees_all:
        found = found.where(SearchTerm.subject_id.in_(_own_subjects(actor, PERSON)))
    for place in range(1, sounds):
        other = aliased(SearchTerm)
        found = found.where(
            exists(
                select(other.row).where(
                    other.kind == _constant(PHONETIC),
                    other.noun == _constant(PERSON),
                    other.term == bindparam(f"sound_{place}"),
                    other.subject_id == SearchTerm.subject_id,
                )
            )
        )
    return _known_of(actor, PERSON, found.order_by(SearchTerm.subject_id).limit(_MOST))


def may_come_upon(actor: Actor, noun: str) -> ColumnElement[bool]:
    """The condition on the noun's table under which the actor may come upon it by searching."""
    if noun == PERSON:
        return person_visible_to(actor)
    return visible_to(actor) if noun == CASE else _letter_visible_to(actor)


def _letter_visible_to(actor: Actor) -> ColumnElement[bool]:
    """Letters of files that the actor may know of. Of the confidential book, which shows number and date alone,
    only what one may read or registered oneself (P-16): a hit would tell what the masked row hides."""
    if not actor.may(Right.LETTER_READ):
        return false()
    seen = or_(
        Letter.case_id.is_(None),
        exists(select(CaseFile.id).where(CaseFile.id == Letter.case_id, visible_to(actor))),
    )
    conditions = [Letter.unit_id == actor.unit_id, seen]
    if not actor.may(Right.DOCUMENT_READ):
        conditions.append(or_(Letter.book == "normal", Letter.registered_by_id == actor.staff_id))
    return and_(*conditions)


def _is_known(actor: Actor, noun: str, subject_id: Any) -> ColumnElement[bool]:
    table = _table(noun)
    return exists(select(table.id).where(table.id == subject_id, may_come_upon(actor, noun)))


def _table(noun: str) -> Any:
    return {PERSON: Person, CASE: CaseFile, LETTER: Letter}[noun]


def _own_subjects(actor: Actor, noun: str) -> Select[UUID]:
    """Persons, cases or letters of the files that the actor works on."""
    # two indexes, one after the other: an "or" between them would read every case
    cases = union(
        select(CaseFile.id).where(CaseFile.responsible_id == actor.staff_id),
        select(CaseWorker.case_id).where(CaseWorker.staff_id == actor.staff_id),
    )
    if noun == CASE:
        return select(cases.subquery().c.id)
    if noun == PERSON:
        return select(CaseParty.person_id).where(CaseParty.case_id.in_(cases))
    return select(Letter.id).where(Letter.case_id.in_(cases))


def _constant(word: str) -> ColumnElement[str]:
    """One of our own words, in the statement's text: fewer values to hand over."""
    return literal_column(f"'{word}'", String)


def _of(noun: str) -> ColumnElement[bool]:
    return SearchTerm.noun == _constant(noun)


def _starts(term: Any) -> ColumnElement[bool]:
    return and_(term >= bindparam("low"), term < bindparam("high"))


def _is_one_of(term: Any, count: int) -> ColumnElement[bool]:
    values: list[Any] = [bindparam(f"whole_{place}") for place in range(count)]
    return or_(term == values[0]) if count == 1 else or_(term.in_(values))


def _each(actor: Actor, nouns: tuple[str, ...], fit: _Fit, *, is_whole: bool) -> list[Statement]:
    parts: list[Any] = []
    order = (SearchTerm.subject_id.desc(),) if is_whole else (SearchTerm.term, SearchTerm.subject_id)
    for noun in nouns:
        if not actor.may(Right.CASE_READ_ALL):
            parts.append(_known_of(actor, noun, _of_own(actor, noun, fit), is_whole=is_whole))
        terms = select(SearchTerm.subject_id).where(
            SearchTerm.kind == _constant(EXACT), _of(noun), fit(SearchTerm.term)
        )
        parts.append(_known_of(actor, noun, terms.order_by(*order).limit(_MOST), is_whole=is_whole))
    return parts


def _of_own(actor: Actor, noun: str, fit: _Fit) -> Statement:
    # an expression keeps the planner from reading the whole range of a frequent word before a few own files
    return select(SearchTerm.subject_id).where(
        SearchTerm.subject_id.in_(_own_subjects(actor, noun)),
        SearchTerm.kind.concat("") == _constant(EXACT),
        fit(SearchTerm.term.concat("")),
    )


def _known_of(actor: Actor, noun: str, terms: Statement, *, is_whole: bool = False) -> Statement:
    """Those of the terms' subjects that the actor may know of, in their order."""
    table, found = _table(noun), terms.subquery()
    return (
        select(_constant(noun).label("noun"), found.c.subject_id, (_ONE if is_whole else _NONE).label("whole"))
        .select_from(InOrder(found, table.__table__, table.id == found.c.subject_id))
        .where(may_come_upon(actor, noun))
        .limit(bindparam("many" if is_whole else "more"))
    )


def _joined(parts: Sequence[Any]) -> Statement:
    """Each part with its own order and limit, in one statement."""
    if len(parts) == 1:
        return parts[0]
    return all_of(*(select(*part.subquery().c) for part in parts))
