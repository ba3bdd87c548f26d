"""Who may be the same as the person who is being typed, and why (domain.md §2.3 step 1, P-6).

Only persons whom the actor may know are offered. A hidden bearer of the same code is met when the form is stored
(`saving`): nothing on the screen may tell of the hidden file.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from models.enums import ContactKind
from models.person import Person
from models.search import EXACT, PHONETIC, SearchTerm
from services.catalogue import say
from services.people.naming import person_row
from services.people.numbers_in_sight import without_hidden_numbers
from services.people.shapes import Likeness, LikenessReason, PersonDraft
from services.persian import national_code
from services.persian.errors import PersianValueError
from services.persian.phones import normalise_phone
from services.persian.text import in_persian_letters, one_spelling, other_spelling, phonetic_core, search_key
from services.unit_of_work import Tx
from services.visibility import person_visible_to

PERSON = "person"
_OFFERED = 5
_SCANNED = 1000
_TELLING_LENGTH = 6
_NEAR_BIRTH = timedelta(days=550)


def likely_same(tx: Tx, draft: PersonDraft) -> tuple[Likeness, ...]:
    """Up to five stored persons, the surest first; the drafted person itself is never among them."""
    reasons: dict[UUID, list[LikenessReason]] = {}
    persons: dict[UUID, Person] = {}
    for reason, found in _searches(tx, draft):
        for person in found:
            if person.id != draft.id:
                persons[person.id] = person
                reasons.setdefault(person.id, []).append(reason)
    order = list(LikenessReason)
    ranked = sorted(
        reasons, key=lambda key: ([order.index(reason) for reason in reasons[key]], persons[key].full_sort)
    )
    return tuple(_likeness(tx, persons[key], reasons[key]) for key in ranked[:_OFFERED])


def _likeness(tx: Tx, person: Person, reasons: list[LikenessReason]) -> Likeness:
    words = [say(f"people.like_{reason.value}") for reason in reasons]
    return Likeness(person_row(person, tx.today), tuple(reasons), say("people.like_joined").join(words))


def _searches(tx: Tx, draft: PersonDraft) -> Iterable[tuple[LikenessReason, list[Person]]]:
    yield LikenessReason.SAME_CODE, _same_code(tx, draft.national_code)
    yield LikenessReason.SAME_PAPER, _same_paper(tx, draft)
    full, father = f"{draft.given_name} {draft.family_name}", one_spelling(draft.father_name)
    # many have one name alone; then it is the whole name of the other, too
    if search_key(full) and father:
        terms = [search_key(full), search_key(in_persian_letters(full)), other_spelling(full) or ""]
        named = _bearing(tx, EXACT, SearchTerm.term.in_(terms))
        key = one_spelling(full)
        same = [one for one in named if _name_key(one) == key and one_spelling(one.father_name) == father]
        yield LikenessReason.SAME_NAME_AND_FATHER, same
    yield LikenessReason.SAME_PHONE, _same_phone(tx, draft)
    if draft.given_name and draft.family_name and draft.birth_on is not None:
        yield LikenessReason.SOUNDS_ALIKE, _sounds_alike(tx, draft, draft.birth_on)


def _name_key(person: Person) -> str:
    return one_spelling(f"{person.given_name} {person.family_name}")


def _same_code(tx: Tx, typed: str) -> list[Person]:
    try:
        code = national_code.normalise(typed)
    except PersianValueError:
        return []
    query = select(Person).where(Person.national_code == code, person_visible_to(tx.actor))
    return list(tx.session.scalars(query))


def _same_paper(tx: Tx, draft: PersonDraft) -> list[Person]:
    """Bearers of the same number of another paper; a short one, as on old birth certificates, many people have."""
    number = search_key(draft.other_id_no)
    if not number:
        return []
    return [
        person
        for person in _bearing(tx, EXACT, SearchTerm.term == number)
        if person.id_kind == draft.id_kind
        and search_key(person.other_id_no) == number
        and (len(number) >= _TELLING_LENGTH or search_key(person.given_name) == search_key(draft.given_name))
    ]


def _same_phone(tx: Tx, draft: PersonDraft) -> list[Person]:
    found: dict[UUID, Person] = {}
    for contact in draft.contacts:
        if contact.kind is ContactKind.ADDRESS or contact.is_removed:
            continue
        try:
            number = search_key(normalise_phone(contact.value))
        except PersianValueError:
            continue
        bearers = {person.id: person for person in _bearing(tx, EXACT, SearchTerm.term == number)}
        found.update({key: bearers[key] for key in without_hidden_numbers(tx, number, list(bearers))})
    return list(found.values())


def _sounds_alike(tx: Tx, draft: PersonDraft, birth_on: date) -> list[Person]:
    core = phonetic_core(f"{draft.given_name} {draft.family_name}")
    if not core:
        return []
    leader = min(map(_starts, core), key=lambda starts: _frequency(tx, starts))
    near = and_(Person.birth_on >= birth_on - _NEAR_BIRTH, Person.birth_on <= birth_on + _NEAR_BIRTH)
    found = _bearing(tx, PHONETIC, leader, near)
    return [person for person in found if _core_of(person) == sorted(core)]


def _starts(sound: str) -> ColumnElement[bool]:
    return and_(SearchTerm.term >= sound, SearchTerm.term < sound + "\U0010ffff")


def _frequency(tx: Tx, condition: ColumnElement[bool]) -> int:
    some = select(SearchTerm.row).where(SearchTerm.kind == PHONETIC, SearchTerm.noun == PERSON, condition)
    return tx.session.scalar(select(func.count()).select_from(some.limit(_SCANNED).subquery())) or 0


def _core_of(person: Person) -> list[str]:
    return sorted(phonetic_core(f"{person.given_name} {person.family_name}"))


def _bearing(
    tx: Tx, kind: str, term: ColumnElement[bool], condition: ColumnElement[bool] | None = None
) -> list[Person]:
    """The persons who bear such a term and whom the actor may know; of very many, only the first are looked at."""
    some = select(SearchTerm.subject_id).where(SearchTerm.kind == kind, SearchTerm.noun == PERSON, term)
    bearers = some.limit(_SCANNED).subquery()
    query = select(Person).where(Person.id.in_(select(bearers.c.subject_id)), person_visible_to(tx.actor))
    if condition is not None:
        query = query.where(condition)
    return list(tx.session.scalars(query))
