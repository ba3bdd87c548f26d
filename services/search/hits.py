"""Hits as rows of the search box: one query a noun, whatever their number, and words that the actor may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.letter import Letter
from models.person import Person
from services.cases.rows import case_sides
from services.cases.words import category_words
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.finding import CASE, LETTER, PERSON, Found, Tier
from services.people.naming import Named, birth_year, is_minor, screen_name
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


def with_their_cases(tx: Tx, found: Sequence[Found], limit: int) -> list[Found]:
    """The hits and, behind them, the newest files of the surest persons: a file is most often sought by a name."""
    room = min(limit - len(found), _CASES_OF_PERSONS)
    persons = {hit.id: hit.tier for hit in found if hit.noun == PERSON and hit.tier < Tier.FRAGMENT}
    asked = list(persons)[:_ASKED_PERSONS]
    if not asked or room <= 0:
        return list(found)
    known = {hit.id for hit in found}
    rows = tx.session.execute(
        select(CaseFile.id, CaseParty.person_id)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(CaseParty.person_id.in_(asked), CaseParty.is_removed.is_(False), visible_to(tx.actor))
        .order_by(CaseFile.opened_on.desc(), CaseFile.id.desc())
        .limit(room + len(asked))
    )
    cases = {case_id: persons[person_id] for case_id, person_id in rows if case_id not in known}
    of_persons = [Found(CASE, case_id, tier) for case_id, tier in cases.items()]
    return [*found, *of_persons[:room]]


def hits(tx: Tx, codes: Codes, found: Sequence[Found]) -> tuple[Hit, ...]:
    """The rows of these hits, in their order."""
    by_noun: dict[str, list[Found]] = {}
    for hit in found:
        by_noun.setdefault(hit.noun, []).append(hit)
    made: dict[UUID, Hit] = {}
    for noun, describe in ((PERSON, _persons), (CASE, _cases), (LETTER, _letters)):
        if noun in by_noun:
            made |= describe(tx, codes, {hit.id: hit.tier for hit in by_noun[noun]})
    return tuple(made[hit.id] for hit in found if hit.id in made)


def _persons(tx: Tx, _codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    rows = tx.session.execute(
        select(Person.id, Person.given_name, Person.family_name, Person.birth_on, Person.father_name).where(
            Person.id.in_(list(tiers))
        )
    )
    made = {}
    for key, given, family, born, father in rows:
        name, tier = _Name(given, family, born), tiers[key]
        chip = say("search.similar") if tier is Tier.SIMILAR else ""
        made[key] = Hit(PERSON, key, tier, screen_name(name, tx.today), _person_line(name, father, tx.today), chip)
    return made


def _person_line(name: Named, father: str, today: date) -> str:
    """Father's name and birth year (P-6); of a minor the year alone (P-14)."""
    year = birth_year(name)
    parts = [
        say("search.child_of", father=father) if father and not is_minor(name, today) else "",
        say("search.born", year=year) if year is not None else "",
    ]
    return say("search.dot").join(filter(None, parts))


def _cases(tx: Tx, codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    reader, ids = codes.of(tx.actor), list(tiers)
    rows = tx.session.execute(
        select(CaseFile.id, CaseFile.case_no, CaseFile.opened_on, CaseFile.primary_category, CaseFile.status).where(
            CaseFile.id.in_(ids)
        )
    )
    sides = case_sides(tx, codes, ids)
    made = {}
    for row in rows:
        names = sides.get(row.id, "")
        number = to_persian(row.case_no)
        title = say("search.case_of", number=number, names=names) if names else number
        subject = category_words(tx.actor, codes, row.primary_category)
        quiet = say("search.dot").join((subject, format_date(row.opened_on)))
        status = reader.label("case_status", row.status)
        made[row.id] = Hit(CASE, row.id, tiers[row.id], title, quiet, status)
    return made


def _letters(tx: Tx, codes: Codes, tiers: dict[UUID, Tier]) -> dict[UUID, Hit]:
    reader = codes.of(tx.actor)
    rows = tx.session.execute(
        select(
            Letter.id, Letter.number, Letter.kind, Letter.direction, Letter.registered_at, Letter.correspondent,
            Letter.their_number,
        ).where(Letter.id.in_(list(tiers)))
    )  # fmt: skip
    made = {}
    for row in rows:
        number = to_persian(row.number)
        title = say("search.letter", number=number, kind=reader.label("letter_kind", row.kind))
        theirs = say("search.theirs", number=row.their_number) if row.their_number else ""
        day = format_date(local(row.registered_at).date())
        parts = (row.correspondent, theirs, day)
        quiet = say("search.dot").join(filter(None, parts))
        direction = reader.label("letter_direction", row.direction)
        made[row.id] = Hit(LETTER, row.id, tiers[row.id], title, quiet, direction)
    return made
