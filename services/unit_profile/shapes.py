"""What goes into and comes out of the unit's own service."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """The unit as typed. `province` is a code of that list; `letterhead_lines` stand under the emblem (R-2).

    `letter_section` is the section's own number inside letter numbers (1112/4/37), "" where none is used.
    """

    code: str
    name: str
    section: str
    province: str
    county: str
    letterhead_lines: tuple[str, ...] = ()
    kind: str = "precinct"
    phone: str = ""
    address: str = ""
    letter_section: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The unit as stored, with the draft that would give it again and two example numbers."""

    draft: UnitDraft
    case_no_example: str
    letter_no_example: str
    is_practice: bool
    version: int


@dataclass(frozen=True, slots=True)
class RoomRow:
    """`door` is empty where the house has one for everybody."""

    id: UUID
    name: str
    position: int
    is_active: bool
    version: int
    door: str = ""


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day off. `is_own` rows were added here; the others came with the program and can only be cancelled.

    `kind` is a code of the closed list holiday_kind. `start` and `end` bound a closure of a part of the day.
    """

    id: UUID
    day: date
    title: str
    kind: str
    is_cancelled: bool
    is_own: bool
    version: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class BookRow:
    """The last number of a book in a Jalali year; `book` is `numbering.CASES` or a code of the list letter_book."""

    book: str
    year: int
    last: int
