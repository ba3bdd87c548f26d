"""What the screens hand in and get back about letters. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import LetterDirection, LetterState


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter to be entered in a book (domain.md §2.9). `kind` is a code of `letter_kind`.

    `book` is one of `services.numbering.LETTER_BOOKS`, or empty: as the kind says. `urgency` empty: as the kind
    proposes. `their_*` are number and date on a letter that came.
    """

    direction: LetterDirection
    kind: str
    book: str = ""
    case_id: UUID | None = None
    correspondent: str = ""
    subject: str = ""
    their_number: str = ""
    their_date: date | None = None
    classification: str = "normal"
    urgency: str = ""
    enclosures: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """The answer to a referral (R-6), written outside the program: it gets its number in our book here.

    `version` is the referral's. `correspondent` empty: the body that referred.
    """

    referral_id: UUID
    version: int
    correspondent: str = ""
    subject: str = ""
    enclosures: str = ""


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which rows of the books to list; None lists all. `year` is Jalali.

    By direction only rows are listed and counted whose direction the actor may know.
    """

    book: str | None = None
    direction: LetterDirection | None = None
    year: int | None = None
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A row of a book. `is_masked`: this actor sees number and date alone (P-16, P-6).

    Every number of a book has its row, or the gap would tell. A masked row says nothing but its book, number and
    day: not whether it came or went, nor whether it is hidden for itself or for its file. `registered_at` is the
    first moment of that day then.
    """

    id: UUID
    version: int
    book: str
    year: int
    serial: int
    number: str
    direction: LetterDirection | None
    kind: str
    kind_label: str
    state: LetterState
    registered_at: datetime
    registered_by_name: str
    case_id: UUID | None
    case_no: str
    correspondent: str
    subject: str
    their_number: str
    their_date: date | None
    classification: str
    urgency: str
    urgency_label: str
    enclosures: str
    void_reason: str
    is_masked: bool


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A stretch of a list, newest first, and how many rows the whole list has."""

    rows: tuple[LetterRow, ...]
    total: int
