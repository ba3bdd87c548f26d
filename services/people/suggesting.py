"""Persons as one types: by any spelling of a name, a code or a phone, in tiers from sure to similar (R-20).

Every tier reads an ordinary index from its first match on and stops at the limit; a whole hit list is never ranked.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select

from models.person import Person
from models.search import EXACT, PHONETIC, SearchTerm, SearchText
from services.people.naming import person_row
from services.people.shapes import PersonRow
from services.persian.errors import PersianValueError
from services.persian.keyboard import other_layout
from services.persian.phones import normalise_phone
from services.persian.text import phonetic_tokens, search_key, search_tokens
from services.unit_of_work import Tx
from services.visibility import person_visible_to

_SCANNED = 1000
"""No tier looks at more rows: a word that this many bear tells nobody apart."""

_ALIKE = 200


def suggest(tx: Tx, text: str, limit: int) -> tuple[PersonRow, ...]:
    """Up to `limit` persons whom the actor may know, the surest first."""
    found = _found(tx, text, limit)
    if not found:
        other = other_layout(text)
        found = _found(tx, other, limit) if other else []
    persons = {person.id: person for person in tx.session.scalars(select(Person).where(Person.id.in_(found)))}
    return tuple(person_row(persons[key]) for key in found)


def _found(tx: Tx, text: str, limit: int) -> list[UUID]:
    joined = search_key(text)
    if not joined:
        return []
    found = _ids(tx, _of_terms(tx, EXACT, _starts(joined)), limit, ())
    tokens = search_tokens(text)
    number = _phone(text)
    if not found and number:
        found = _ids(tx, _of_terms(tx, EXACT, _starts(number)), limit, ())
    if len(found) < limit and len(tokens) > 1:
        found += _ids(tx, _of_all(tx, tokens), limit - len(found), found)
    if len(found) < limit and len(joined) > 2 and not any(char.isdigit() for char in joined):
        found += _alike(tx, phonetic_tokens(text), limit - len(found), found)
    return found


def _starts(prefix: str) -> ColumnElement[bool]:
    return and_(SearchTerm.term >= prefix, SearchTerm.term < prefix + "\U0010ffff")


def _of_terms(tx: Tx, kind: str, condition: ColumnElement[bool]) -> Select[UUID]:
    return (
        select(SearchTerm.subject_id)
        .join(Person, Person.id == SearchTerm.subject_id)
        .where(SearchTerm.kind == kind, SearchTerm.noun == "person", condition, person_visible_to(tx.actor))
        .order_by(SearchTerm.term)
    )


def _of_all(tx: Tx, tokens: tuple[str, ...]) -> Select[UUID]:
    """Persons in whose text all words occur: the rarest word leads, the others are looked up."""
    leader = min(tokens, key=lambda token: _frequency(tx, EXACT, _starts(token)))
    query = _of_terms(tx, EXACT, _starts(leader)).join(SearchText, SearchText.subject_id == SearchTerm.subject_id)
    for token in tokens:
        query = query.where(SearchText.text.contains(token, autoescape=True))
    return query


def _frequency(tx: Tx, kind: str, condition: ColumnElement[bool]) -> int:
    some = select(SearchTerm.row).where(SearchTerm.kind == kind, SearchTerm.noun == "person", condition)
    return tx.session.scalar(select(func.count()).select_from(some.limit(_SCANNED).subquery())) or 0


def _ids(tx: Tx, query: Select[UUID], limit: int, known: Iterable[UUID]) -> list[UUID]:
    """The first `limit` new persons; a person may bear several matching terms."""
    known = set(known)
    found: dict[UUID, None] = {}
    for key in tx.session.scalars(query.limit((limit + len(known)) * 4)):
        if key not in known:
            found[key] = None
    return list(found)[:limit]


def _alike(tx: Tx, tokens: tuple[str, ...], limit: int, known: Iterable[UUID]) -> list[UUID]:
    """Persons each of whose typed words sounds like a word of the name."""
    leader = min(tokens, key=lambda token: _frequency(tx, PHONETIC, SearchTerm.term == token))
    candidates = _ids(tx, _of_terms(tx, PHONETIC, SearchTerm.term == leader), _ALIKE, known)
    if len(tokens) == 1:
        return candidates[:limit]
    rows = tx.session.execute(
        select(Person.id, Person.given_name, Person.family_name).where(Person.id.in_(candidates))
    )
    sounds = {key: set(phonetic_tokens(f"{given} {family}")) for key, given, family in rows}
    return [key for key in candidates if sounds[key].issuperset(tokens)][:limit]


def _phone(text: str) -> str:
    try:
        return normalise_phone(text)
    except PersianValueError:
        return ""
