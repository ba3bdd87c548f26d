"""A letter that is entered on an earlier day: behind the last number of that day, with the head's reason (R-10)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from models.letter import Letter
from services.actor import Right
from services.clock import instant
from services.letters.shapes import LetterDraft
from services.people.fields import Fields
from services.persian.jalali import to_jalali
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a book: behind the number `serial`, as the `repeat`th such row, at that moment."""

    serial: int
    repeat: int
    at: datetime


def backdate(tx: Tx, letter: Letter, draft: LetterDraft, fields: Fields) -> Place | None:
    """The place of a row for `draft.backdated_on`; errors go to `fields`. `NotAllowedError` for all but the head.

    The numbers of the book stay as they are: it gets none of its own, and the row after it keeps its number. A year
    that has ended is closed, and before the first number of a year there is no place.
    """
    tx.actor.require(Right.CASE_VOID)
    day = draft.backdated_on
    assert day is not None
    letter.backdated_reason = fields.line("backdated_reason", draft.backdated_reason)
    if not letter.backdated_reason:
        fields.wrong("backdated_reason", "letters.backdating_needs_reason")
    if day >= tx.today:
        fields.wrong("backdated_on", "letters.not_an_earlier_day")
        return None
    if to_jalali(day)[0] != to_jalali(tx.today)[0]:
        fields.wrong("backdated_on", "letters.year_is_closed")
        return None
    found = _last_before(tx, letter.book, day)
    if found is None:
        fields.wrong("backdated_on", "letters.nothing_before")
    return found


def _last_before(tx: Tx, book: str, day: date) -> Place | None:
    after = instant(datetime.combine(day + timedelta(days=1), time()))
    of_book = (Letter.unit_id == tx.actor.unit_id, Letter.book == book, Letter.year == to_jalali(day)[0])
    serial = tx.session.scalar(
        select(func.max(Letter.serial)).where(*of_book, Letter.repeat == 0, Letter.registered_at < after)
    )
    if serial is None:
        return None
    last = tx.session.execute(
        select(func.max(Letter.repeat), func.max(Letter.registered_at)).where(*of_book, Letter.serial == serial)
    ).one()
    midnight = instant(datetime.combine(day, time()))
    return Place(serial, last[0] + 1, max(midnight, last[1]))
