"""Hits as rows of the search box: one statement a noun, whatever their number, and words that the actor may read.

The statements stand ready: a row must come before the next key is pressed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty
from models.letter import Letter
from models.person import Person
from services.actor import Actor
from services.cases.rows import case_sides
from services.cases.words import category_words
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.finding import CASE, LETTER, PERSON, Found, Tier
from services.people.naming import birth_year, is_minor, person_initials
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.search.shapes import Hit
from services.unit_of_work import Tx
from services.visibility import visible_to

_CASES_OF_PERSONS = 10
_ASKED_PERSONS = 20


@dataclass(frozen=True, slots=True)
class _Name:
    given_name: str
    family_name: str
    birth_on: date | None


@dataclass(frozen=True, slots=True)
class _Words:
    """What the catalogue says for every row, read once; the values are put in by `replace`."""

    dot: str
    similar: str
    child_of: str
    born: str


@cache
def _words() -> _Words:
    return _Words(
        say("search.dot"), say("search.similar"), say("search.child_of", father="{}"), say("search.born", year="{}")
    )


def with_their_cases(tx: Tx, found: Sequence[Found], limit: int) -> list[Found]:
    """The hits and, behind them, the newest files of the surest persons: a file is most often sought by a name."""
    room = min(limit - len(found), _CASES_OF_PERSONS)
    persons = {hit.id: hit.tier for hit in found if hit.noun == PERSON and hit.tier < Tier.FRAGMENT}
    asked = list(persons)[:_ASKED_PERSONS]
    if not asked or room <= 0:
        return list(found)
    known = {hit.id for hit in found}
    values = {"ids": asked, "many": room + len(asked)}
    rows = tx.rows(_cases_of_persons(tx.actor), values)
    cases = {case_id: persons[person_id] for case_id, person_id in rows if case_id not in known}
    of_persons = [Found(CASE, case_id, tier) for case_id, tier in cases.items()]
    return [*found, *of_persons[:room]]


def hits(tx: Tx, codes: Codes, found: Sequence[Found]) -> tuple[Hit, ...]:
    """The rows of these hits, in their order."""
    by_noun: dict[str, dict[UUID, Tier]] = {}
    for hit in found:
        by_noun.setdefault(hit.noun, {})[hit.id] = hit.tier
    made: dict[UUID, Hit] = {}
    for noun, describe in ((PERSON, _persons), (CASE, _cases), (LETTER, _letters)):
        if noun in by_noun:
            made |= describe(tx, codes, by_noun[noun])
    return tuple(made[hit.id] for hit in found if hit.id in made)


# --- statements -------------------------------------------------------------------------------------------------

_IDS: Any = bindparam("ids", expanding=True)
_PERSONS = select(Person.id, Person.given_name, Person.family_name, Person.birth_on, Person.father_name).where(
    Person.id.in_(_IDS)
)
_CASES = select(CaseFile.id, CaseFile.case_no, CaseFile.opened_on, CaseFile.primary_category, CaseFile.status).where(
    CaseFile.id.in_(_IDS)
)
_LETTERS = select(
    Letter.id, Letter.number, Letter.kind, Letter.direction, Letter.registered_at, Letter.correspondent,
    Letter.their_number,
).where(Letter.id.in_(_IDS))  # fmt: skip


@lru_cache(maxsize=64)
def _cases_of_persons(actor: Actor) -> Any:
    return (
        select(CaseFile.id, CaseParty.person_id)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(CaseParty.person_id.in_(_IDS), CaseParty.is_removed.is_(False), visible_to(actor))
        .order_by(CaseFile.opened_on.desc(), CaseFile.id.desc())
        .limit(bindparam("many"))
    )


def _rows(tx: Tx, statement: Any, ids: Sequence[UUID]) -> Sequence[Any]:
    return tx.rows(statement, {"ids": ids})


# --- rows -------------------------------------------------------------------------------------------------------


def _persons(tx: Tx, _codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    today, words = tx.today, _words()
    made = {}
    for key, given, family, born, father in _rows(tx, _PERSONS, list(tiers)):
        name, tier = _Name(given, family, born), tiers[key]
        is_child = is_minor(name, today)
        title = person_initials(name) if is_child else f"{given} {family}".strip() or say("people.unknown_name")
        chip = words.similar if tier is Tier.SIMILAR else ""
        made[key] = Hit(PERSON, key, tier, title, _person_line(name, "" if is_child else father, words), chip)
    return made


def _person_line(name: _Name, father: str, words: _Words) -> str:
    """Father's name and birth year (P-6); of a minor the year alone (P-14)."""
    child = words.child_of.replace("{}", father) if father else ""
    year = birth_year(name)
    if year is None:
        return child
    born = words.born.replace("{}", to_persian(year))
    return words.dot.join((child, born)) if child else born


def _cases(tx: Tx, codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    reader, ids, dot = codes.of(tx.actor), list(tiers), _words().dot
    sides = case_sides(tx, codes, ids)
    made = {}
    for key, case_no, opened_on, category, status in _rows(tx, _CASES, ids):
        names, number = sides.get(key, ""), to_persian(case_no)
        title = dot.join((number, names)) if names else number
        quiet = dot.join((category_words(tx.actor, codes, category), format_date(opened_on)))
        made[key] = Hit(CASE, key, tiers[key], title, quiet, reader.label("case_status", status))
    return made


def _letters(tx: Tx, codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    reader, dot = codes.of(tx.actor), _words().dot
    made = {}
    for key, number, kind, direction, registered_at, correspondent, their_number in _rows(tx, _LETTERS, list(tiers)):
        title = dot.join(filter(None, (to_persian(number), reader.label("letter_kind", kind))))
        theirs = say("search.theirs", number=their_number) if their_number else ""
        quiet = dot.join(filter(None, (correspondent, theirs, format_date(local(registered_at).date()))))
        made[key] = Hit(LETTER, key, tiers[key], title, quiet, reader.label("letter_direction", direction))
    return made
