"""People on papers that name several: the table of them, and the boxes in which they sign (R-15)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from services.catalogue import say
from services.persian.national_code import mask

from ..blocks import SignatureBox, Table
from .issue import Identity, code

_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the matter: `part` is its role in words, `birth` its birth date as far as it is known.

    `key` tells the parties of one paper apart and is printed nowhere.
    """

    part: str
    identity: Identity
    birth: str = ""
    key: str = ""


def hidden_from(parties: Iterable[Party], reader: str, *, known: frozenset[str] = frozenset()) -> tuple[Party, ...]:
    """The parties as the copy of `reader` shows them: the others' codes masked, their birth dates left out (P-17).

    `known` are keys of parties whose particulars the reader may see.
    """
    return tuple(party if party.key == reader or party.key in known else _masked(party) for party in parties)


def _masked(party: Party) -> Party:
    held = party.identity.national_code
    return replace(party, identity=replace(party.identity, national_code=mask(held) if held else ""), birth="")


def party_table(parties: Sequence[Party]) -> Table:
    """Who they are: role, name, father's name, code, birth date."""
    words = "documents.party"
    head = tuple(say(f"{words}.{name}") for name in ("part", "name", "father_name", "code", "birth"))
    rows = tuple(
        (
            party.part,
            party.identity.full_name,
            party.identity.father_name,
            code(party.identity.national_code),
            party.birth,
        )
        for party in parties
    )
    return Table(head, rows, weights=(1.1, 2.1, 1.2, 1.5, 1.2), strong_column=1)


def box(part: str, person: Identity, *, fingerprint: bool = False) -> SignatureBox:
    """The box of one who signs; `part` is said above it."""
    held = code(person.national_code)
    return SignatureBox(part, person.full_name, person.father_name, held, fingerprint)


def party_boxes(parties: Iterable[Party], *, fingerprint: bool = False) -> list[SignatureBox]:
    return [box(party.part, party.identity, fingerprint=fingerprint) for party in parties]


def witness_boxes(witnesses: Sequence[Identity], count: int = _WITNESSES) -> list[SignatureBox]:
    """At least `count` boxes; those of witnesses who are not known yet are blank."""
    known = [*witnesses, *(Identity(""),) * (count - len(witnesses))]
    return [box(say("documents.signs.witness", number=place), one) for place, one in enumerate(known, start=1)]


def names(parties: Iterable[Party]) -> str:
    """All of them in one line, each with father's name where it is known."""
    return say("documents.list_and").join(_name(party.identity) for party in parties)


def _name(identity: Identity) -> str:
    if not identity.father_name:
        return identity.full_name
    return say("documents.name_of_father", name=identity.full_name, father=identity.father_name)
