"""Papers that list what the unit holds and stand in no book themselves: the letter book, the hours of a day or week.

What gathers and composes them is loaded with the first one, as of all papers.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from models.enums import PrintKind
from services.actor import Actor, Right
from services.changes import Done
from services.codes import Codes
from services.documents.file_name import listed_file_name
from services.documents.shapes import PrintJob
from services.documents.watching import Cancelled, Report, Watch
from services.errors import InvalidError
from services.numbering import LETTER_BOOKS
from services.unit_of_work import UnitOfWork, unit_row

if TYPE_CHECKING:
    from services.documents.blocks import Paper


@dataclass(frozen=True, slots=True)
class BookRange:
    """Which rows of a book are printed: of a Jalali year all, or those from one number or day to another."""

    book: str
    year: int
    first: int | None = None
    last: int | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """What is done in one place, each with its keys, in the words of the screens."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What was read for a list, still to be set."""

    paper: "Paper"
    file_name: str


class Printouts:
    """What is printed for the shelf and for the door. Printing is recorded; no number is drawn."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def gather_book(self, actor: Actor, which: BookRange) -> Done[Listed]:
        """The rows of a book in the order of their numbers, each as this actor may read it (P-16), in one reading."""
        from services.documents.listing import book_paper

        _check(which)
        with self._uow.read_recorded(actor, Right.LETTER_READ, Right.LETTER_REGISTER) as tx:
            lists = self._codes.of(actor)
            paper, book = book_paper(tx, lists, which), lists.label("letter_book", which.book)
            tx.record("letter.print_book", "letter")
            changes = tx.done(None).changes
        return Done(Listed(paper, listed_file_name("register_printout", f"{book}-{which.year}")), changes)

    def day(self, actor: Actor, day: date) -> Done[PrintJob]:
        """The appointments of a day by hour; of a file that the actor may not know of the hour and room alone."""
        from services.documents.listing import day_paper

        with self._uow.read_recorded(actor, Right.APPOINTMENT_READ) as tx:
            paper = day_paper(tx, self._codes, day)
            tx.record("appointment.print_day", "appointment")
            changes = tx.done(None).changes
        return Done(set_up(Listed(paper, listed_file_name("daily_schedule", day.isoformat()))), changes)

    def week(
        self, actor: Actor, day: date, *, room_id: UUID | None = None, staff_id: UUID | None = None
    ) -> Done[PrintJob]:
        """The appointments of the week that holds `day`, of one room or colleague if named; told as in `day`."""
        from services.documents.listing import week_paper

        with self._uow.read_recorded(actor, Right.APPOINTMENT_READ) as tx:
            paper = week_paper(tx, self._codes, day, room_id, staff_id)
            tx.record("appointment.print_week", "appointment")
            changes = tx.done(None).changes
        return Done(set_up(Listed(paper, listed_file_name("week_plan", day.isoformat()))), changes)

    def shift(self, actor: Actor, shift_id: UUID) -> Done[PrintJob]:
        """The sheet of a shift that was handed over: numbers of files and hours, no names of people (P-34)."""
        from services.documents.listing import shift_paper

        with self._uow.read_recorded(actor, Right.SHIFT_HANDOVER) as tx:
            paper = shift_paper(tx, shift_id)
            tx.record("shift.print", "shift", shift_id)
            name, changes = listed_file_name("shift_handover", tx.today.isoformat()), tx.done(None).changes
        return Done(set_up(Listed(paper, name)), changes)

    def key_card(self, actor: Actor, groups: tuple[KeyGroup, ...]) -> Done[PrintJob]:
        """The keys of the program on one page, as the screens name them (P-44); nothing of any file is on it."""
        from services.documents.papers import key_card

        told = tuple((group.title, group.lines) for group in groups)
        with self._uow.read_recorded(actor) as tx:
            paper = key_card.compose(key_card.KeyCardContent(told, unit_row(tx).is_practice))
            tx.record("unit.print_keys", "unit", actor.unit_id)
            changes = tx.done(None).changes
        return Done(set_up(Listed(paper, listed_file_name("key_card", ""))), changes)


def set_up(listed: Listed, report: Report | None = None, is_cancelled: Cancelled | None = None) -> PrintJob:
    """Set what was gathered, outside every transaction: nobody's writing waits for a book of three hundred pages.

    `StoppedError` as soon as `is_cancelled` says so.
    """
    from services.documents.render import render_paper

    watch = Watch(report, is_cancelled) if report is not None and is_cancelled is not None else None
    content = render_paper(listed.paper, watch).content
    return PrintJob(None, PrintKind.ORIGINAL, (), listed.paper.title, content, listed.file_name)


def _check(which: BookRange) -> None:
    if which.book not in LETTER_BOOKS:
        raise InvalidError("people.unknown_code", "book")
    if which.first is not None and which.last is not None and which.first > which.last:
        raise InvalidError("documents.register.no_range", "last")
    if which.first_day is not None and which.last_day is not None and which.first_day > which.last_day:
        raise InvalidError("documents.register.no_range", "last_day")
