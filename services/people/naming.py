"""How a person is called on screens and papers."""

from datetime import date
from typing import Protocol

from models.enums import BirthPrecision
from models.person import Person
from services.catalogue import say
from services.people.shapes import PersonRow
from services.persian.jalali import age_on, to_jalali
from services.persian.text import initials

ADULT_AGE = 18


class Named(Protocol):
    """A person, or as much of one as a name needs."""

    @property
    def given_name(self) -> str: ...
    @property
    def family_name(self) -> str: ...
    @property
    def birth_on(self) -> date | None: ...


def full_name(person: Named) -> str:
    """Given and family name; the word for an unknown one when neither is known (P-43)."""
    return f"{person.given_name} {person.family_name}".strip() or say("people.unknown_name")


def person_initials(person: Named) -> str:
    """The first letters alone, for screens that others can see (P-3, P-14)."""
    return initials(f"{person.given_name} {person.family_name}") or say("people.unknown_initial")


def is_minor(person: Named, today: date) -> bool:
    """Under 18 full solar years; without a birth date nobody is taken for a child."""
    age = age_of(person, today)
    return age is not None and age < ADULT_AGE


def age_of(person: Named, today: date) -> int | None:
    """Full solar years, None without a birth date; for a birth year alone it may be one too many or too few."""
    return None if person.birth_on is None else age_on(person.birth_on, today)


def birth_year(person: Named) -> int | None:
    """The Jalali year of birth."""
    return None if person.birth_on is None else to_jalali(person.birth_on)[0]


def screen_name(person: Named, today: date) -> str:
    """The name for lists and case pages: initials alone for a minor (P-14)."""
    return person_initials(person) if is_minor(person, today) else full_name(person)


def person_row(person: Person, today: date) -> PersonRow:
    """What may be shown of a person who is only offered (P-6), of a minor initials and year alone (P-14)."""
    return PersonRow(
        id=person.id,
        name=screen_name(person, today),
        initials=person_initials(person),
        father_name="" if is_minor(person, today) else person.father_name,
        birth_year=birth_year(person),
        is_birth_about=person.birth_precision is BirthPrecision.ESTIMATED,
        sex=person.sex,
    )
