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

    `backdated_on`: the head enters it on that earlier day, for a reason (R-10).
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
    summary: str = ""
    channel: str = ""
    receipt: str = ""
    links: tuple["LinkDraft", ...] = ()
    backdated_on: date | None = None
    backdated_reason: str = ""


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """That a letter answers or follows an earlier one. `kind` is a code of `letter_link`."""

    kind: str
    earlier_id: UUID


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of a row as they shall stand from now on; number, book, day and kind of a letter never change.

    `case_id` joins a letter without a file to one; a file that stands there stays. Of an issued paper only summary,
    channel and receipt are the book's own: the rest must be as it stands.
    """

    correspondent: str
    subject: str
    summary: str = ""
    their_number: str = ""
    their_date: date | None = None
    enclosures: str = ""
    classification: str = "normal"
    urgency: str = "normal"
    channel: str = ""
    receipt: str = ""
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """An order in the margin of a letter: a colleague, a word, a day."""

    letter_id: UUID
    to_staff_id: UUID
    order_text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An order in a letter's margin and what became of it. `is_overdue` on the day after `due_on`."""

    id: UUID
    version: int
    order_text: str
    from_name: str
    to_name: str
    given_at: datetime
    due_on: date | None
    is_overdue: bool
    done_at: datetime | None
    done_by_name: str
    done_word: str
    may_finish: bool


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The other end of a link. `is_earlier`: this letter refers to that one; otherwise that one to this."""

    letter_id: UUID
    number: str
    registered_at: datetime
    subject: str
    kind_label: str
    is_earlier: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody to whom a letter may be given: who may read it."""

    id: UUID
    name: str
    role_label: str


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
class ExtendDraft:
    """The authority granted more time for an answer; `version` is the referral's, `due_at` an instant (P-33)."""

    referral_id: UUID
    version: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which rows of the books to list; None lists all. `year` is Jalali.

    By direction, kind, text and open orders only rows are listed and counted whose words the actor may read. `text`
    fits where every word of it occurs in the letter's numbers, names, subject or summary, in any spelling (R-20).
    """

    book: str | None = None
    direction: LetterDirection | None = None
    year: int | None = None
    case_id: UUID | None = None
    kind: str = ""
    text: str = ""
    has_open_orders: bool = False


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A row of a book. `is_masked`: this actor sees number and date alone (P-16, P-6).

    Every number of a book has its row, or the gap would tell. A masked row says nothing but its book, number and
    day: not whether it came or went, nor whether it is hidden for itself or for its file. `registered_at` is the
    first moment of that day then.

    `refers`: which letters of the books it answers or follows. `assigned_to`: who still has an order of it,
    `is_late`: one of them beyond its day. `scans` counts those that are not void. `repeat`: it was entered later
    behind that number, at `entered_at`, for the head's reason; `registered_at` is the earlier day then.
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
    classification_label: str = ""
    summary: str = ""
    channel: str = ""
    channel_label: str = ""
    receipt: str = ""
    refers: str = ""
    assigned_to: str = ""
    is_late: bool = False
    scans: int = 0
    repeat: int = 0
    backdated_reason: str = ""
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LetterDetail:
    """One row with what hangs on it. `is_paper`: its words are those of a paper that
    was issued here, which is corrected and made void as a paper."""

    row: LetterRow
    links: tuple[LinkRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    is_paper: bool = False
    may_correct: bool = False
    may_void: bool = False
    may_assign: bool = False


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A stretch of a list, newest first, and how many rows the whole list has."""

    rows: tuple[LetterRow, ...]
    total: int
