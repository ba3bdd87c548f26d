"""The sides of a file as papers name them, and what is asked of each."""

from dataclasses import dataclass

from models.case import CaseFile, CaseParty
from models.enums import BirthPrecision
from models.person import Person
from services.cases.access import people_of
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Asked
from services.documents.gathering.identity import identity_fields, identity_of
from services.documents.papers.parties import Party
from services.documents.shapes import MissingField, PaperRequest
from services.people.naming import birth_year
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class Side:
    """A party with the row and the person behind it; `place` ends the names of what is asked of it."""

    row: CaseParty
    person: Person
    party: Party
    place: str

    @property
    def asked(self) -> Asked:
        return Asked(self.person, self.place)


def sides_of(tx: Tx, codes: CodeReader, case: CaseFile, request: PaperRequest) -> list[Side]:
    """Everybody who is a side of the matter, in the order of the file, each person once."""
    rows = [(row, person) for row, person in people_of(tx, case.id) if _is_side(codes, row)]
    once = {person.id: (row, person) for row, person in reversed(rows)}
    ordered = [(row, person) for row, person in rows if once[person.id][0] is row]
    return [side_of(codes, row, person, request, f"_{place}") for place, (row, person) in enumerate(ordered, start=1)]


def side_of(codes: CodeReader, row: CaseParty, person: Person, request: PaperRequest, place: str = "") -> Side:
    part = codes.label("party_role", row.role)
    party = Party(part, identity_of(person, request, place), birth_words(person), person.id.hex)
    return Side(row, person, party, place)


def fields_of(codes: CodeReader, sides: list[Side], *, needs_father: bool = False) -> list[MissingField]:
    """What is asked of all of them."""
    return [
        field
        for side in sides
        for field in identity_fields(codes, side.person, side.place, needs_father=needs_father)
    ]


def birth_words(person: Person) -> str:
    """The birth date as far as it is known: a day, a year alone, or about which year (P-40)."""
    if person.birth_on is None:
        return ""
    if person.birth_precision in (None, BirthPrecision.DAY):
        return format_date(person.birth_on)
    year = to_persian(str(birth_year(person)))
    is_about = person.birth_precision is BirthPrecision.ESTIMATED
    return say("documents.party.about_year", year=year) if is_about else year


def _is_side(codes: CodeReader, row: CaseParty) -> bool:
    return bool(codes.does("party_role", row.role, "is_party"))
