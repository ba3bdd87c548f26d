"""What goes into and comes out of handing a shift over (P-34). Files by number, hours, marks by letter; no names."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class ShiftSection(StrEnum):
    """What the next shift must know, in the order of hurt."""

    DANGERS = "dangers"
    CLOCKS = "clocks"
    EXPECTED = "expected"
    CALLS = "calls"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One line: the file's number ("" without one), what it is, and when it is due or began. `letter`: the mark.

    `is_whole_day`: due on that day, at no hour.
    """

    section: ShiftSection
    case_id: UUID | None
    case_no: str
    words: str
    at: datetime | None
    letter: str = ""
    is_late: bool = False
    is_whole_day: bool = False


@dataclass(frozen=True, slots=True)
class ShiftLists:
    """The lists of one moment, as far as the actor may know of the files."""

    lines: tuple[ShiftLine, ...]

    def of(self, section: ShiftSection) -> tuple[ShiftLine, ...]:
        return tuple(line for line in self.lines if line.section is section)


@dataclass(frozen=True, slots=True)
class ShiftDraft:
    """What the lists do not hold, in words: calls that were promised, papers that are with the commander, the rest.

    It stays in the program and is printed nowhere.
    """

    calls: str = ""
    papers: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift that was given and taken. Lines of files that the reader may not see are left out."""

    id: UUID
    at: datetime
    given_by: str
    taken_by: str
    lists: ShiftLists
    calls: str
    papers: str
    note: str
