"""Persons as one types: the finder's hits as rows that may be offered (P-6)."""

from sqlalchemy import select

from models.person import Person
from services.finding import PERSON, find
from services.people.naming import person_row
from services.people.numbers_in_sight import without_hidden_numbers
from services.people.shapes import PersonRow
from services.unit_of_work import Tx


def suggest(tx: Tx, text: str, limit: int) -> tuple[PersonRow, ...]:
    """Up to `limit` persons whom the actor may know, the surest first."""
    found = [hit.id for hit in find(tx, text, limit, (PERSON,))]
    known = without_hidden_numbers(tx, text, found)
    persons = {person.id: person for person in tx.session.scalars(select(Person).where(Person.id.in_(known)))}
    return tuple(person_row(persons[key], tx.today) for key in known)
