"""What every offer of a paper needs: whom it may be for, and how kinds and moments are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.case import CaseParty
from models.person import Person
from services.catalogue import say
from services.documents.shapes import UNNUMBERED, PaperKind, PaperOffer
from services.persian.digits import to_persian
from services.persian.jalali import format_long


@dataclass(frozen=True, slots=True)
class OfferedSide:
    """A party of the matter, as offers name it."""

    party: CaseParty
    person: Person
    name: str


def title_of(kind: PaperKind) -> str:
    """The kind of paper in words."""
    return say(f"documents.kind.{kind.value}")


def of_each(kind: PaperKind, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """A paper that can be made for everybody at any time."""
    for side in sides:
        yield PaperOffer(kind, title_of(kind), side.person.id, side.name, is_numbered=kind not in UNNUMBERED)


def moment(day: date, start: int) -> str:
    """A day and an hour in words."""
    hour, minute = divmod(start, 60)
    return say("documents.moment", day=format_long(day), hour=to_persian(f"{hour}:{minute:02}"))
