"""Gap-free numbers: drawn in the transaction that uses them, so an abandoned one was never drawn (R-10)."""

import re
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from models.unit import Counter
from services.catalogue import say

CASES = "cases"
NORMAL_BOOK, CONFIDENTIAL_BOOK = "normal", "confidential"
LETTER_BOOKS = (NORMAL_BOOK, CONFIDENTIAL_BOOK)
"""The two letter books (P-16), each with one serial a year for what comes and what goes."""
BOOKS = (CASES, *LETTER_BOOKS)

_MOVED = "moved_serials"
_SERIAL = re.compile(r"\{serial[^}]*\}")
_LAST = select(Counter.book, Counter.year, Counter.last).where(Counter.unit_id == bindparam("of_unit"))
_RAISED = (
    update(Counter)
    .where(
        Counter.unit_id == bindparam("of_unit"),
        Counter.book == bindparam("of_book"),
        Counter.year == bindparam("of_year"),
    )
    .values(last=Counter.last + 1)
    .returning(Counter.last)
    .execution_options(synchronize_session=False)
)


def draw(session: Session, unit_id: UUID, book: str, year: int) -> int:
    """The next number of `book` in the Jalali `year`; the first of a year is 1."""
    number = session.scalars(_RAISED, {"of_unit": unit_id, "of_book": book, "of_year": year}).one_or_none()
    if number is None:
        number = 1
        session.add(Counter(unit_id=unit_id, book=book, year=year, last=number))
    _move(session, book, year, number)
    return number


def start_after(session: Session, unit_id: UUID, book: str, year: int, last: int) -> None:
    """Let `book` continue after `last`, the number last used on paper (P-22). It never goes back."""
    counter = _counter(session, unit_id, book, year)
    counter.last = max(counter.last, last)
    _move(session, book, year, counter.last)


def last_serials(session: Session, unit_id: UUID) -> dict[str, int]:
    """The last number of every book, by "book/year"."""
    rows = session.execute(_LAST, {"of_unit": unit_id})
    return {f"{book}/{year}": last for book, year, last in rows}


def moved(session: Session) -> Mapping[str, int]:
    """As `last_serials`, of the books that were drawn from in this session."""
    found: dict[str, int] = session.info.get(_MOVED, {})
    return found


def _move(session: Session, book: str, year: int, last: int) -> None:
    session.info.setdefault(_MOVED, {})[f"{book}/{year}"] = last


def _counter(session: Session, unit_id: UUID, book: str, year: int) -> Counter:
    counter = session.scalars(
        select(Counter).where(Counter.unit_id == unit_id, Counter.book == book, Counter.year == year)
    ).one_or_none()
    if counter is None:
        counter = Counter(unit_id=unit_id, book=book, year=year, last=0)
        session.add(counter)
    return counter


def format_number(pattern: str, *, unit_code: str, year: int, serial: int, section: str = "") -> str:
    """A number as the unit writes it, in ASCII digits: `{unit}`, `{year}`, `{section}`, `{serial:04}`."""
    return pattern.format(unit=unit_code, year=year, section=section, serial=serial)


def letter_number(
    pattern: str, *, unit_code: str, section: str, year: int, serial: int, book: str, repeat: int = 0
) -> str:
    """A letter's number. Tokens: `{unit}`, `{section}`, `{year}`, `{serial}`, `{class}`. ASCII digits.

    A row entered later behind a number has its place after it: «37/1» (R-10).

    Without `{class}` the mark of the confidential book is put behind, so that the two books never share a number.
    """
    mark = "" if book == NORMAL_BOOK else say("letters.confidential_mark")
    values = {"unit": unit_code, "section": section, "year": year, "serial": serial, "class": mark}
    if repeat:
        pattern = _SERIAL.sub(lambda found: f"{found[0]}/{repeat}", pattern)
    number = pattern.format(**values).strip("/-")
    return number if not mark or "{class}" in pattern else f"{number}/{mark}"
