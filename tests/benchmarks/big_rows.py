"""The measure of the big file, its keys, and the loader that puts rows down many at a time."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.base import Base
from services import indexing
from services.indexing import Findable

T = TypeVar("T")

_NOUNS = (
    "person", "contact", "case", "party", "referral", "letter", "consent", "screen", "flag", "appointment",
    "appointment_staff", "appointment_party", "session", "attendance", "outcome", "document", "attempt", "night",
    "notice", "advice", "danger", "agreement", "clause", "follow_up", "referral_out", "letter_action", "record",
    "scan",
)  # fmt: skip
CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything. The default is the measure of the speed figures."""

    persons: int = 100_000
    cases: int = 40_000
    appointments: int = 100_000
    years: int = 10


@dataclass(frozen=True)
class Plan:
    """Where the rows go and what they are made from; the same plan makes the same rows, keys included.

    `today` is the day of the program's clock: this week's appointments and the replies that are due hang on it.
    """

    size: Size
    unit_id: UUID
    unit_code: str
    workers: tuple[UUID, ...]
    head: UUID
    rooms: tuple[UUID, ...]
    now: datetime
    today: date
    seed: int = 1405

    @cached_property
    def start(self) -> datetime:
        return self.now - timedelta(days=365 * self.size.years)

    @cached_property
    def _first_millis(self) -> int:
        return int(self.start.timestamp() * 1000)

    def key(self, noun: str, number: int) -> UUID:
        """A UUIDv7 in the order of `number`, so that the tables grow at their end as in real life."""
        millis = self._first_millis + number * 100
        low = (_NOUNS.index(noun) << 40) | number
        return UUID(int=(millis << 80) | (0x7 << 76) | (0b10 << 62) | low)

    def opened_on(self, case: int) -> date:
        """Cases are spread evenly over the years; the last is of today."""
        days = 365 * self.size.years
        return self.today - timedelta(days=days - 1 - case * days // self.size.cases)

    def case_of_person(self, person: int) -> int:
        """The case in which the person first came."""
        return min(person * self.size.cases // self.size.persons, self.size.cases - 1)

    def people_of_case(self, case: int) -> range:
        """The persons who first came in this case: two or three."""
        per = self.size.persons / self.size.cases
        return range(round(case * per), max(round((case + 1) * per), round(case * per) + 1))


@dataclass(slots=True)
class Loader:
    """Puts rows down with Core `executemany`, inside one transaction of `session`."""

    session: Session
    counts: dict[str, int] = field(default_factory=dict)

    def rows(self, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
        """Rows as dicts; every dict has the same keys."""
        for part in chunks(rows, CHUNK):
            self.session.connection().execute(insert(table), part)
            self.counts[table.__tablename__] = self.counts.get(table.__tablename__, 0) + len(part)

    def findable(self, noun: str, subjects: Iterable[tuple[UUID, tuple[str, ...], tuple[str, ...]]]) -> None:
        """Let subjects (key, names, numbers) be found, with the keys that the program itself writes."""
        for part in chunks(subjects, CHUNK):
            indexing.write(
                self.session,
                {key: Findable(noun, names, numbers, is_new=True) for key, names, numbers in part},
            )


def chunks(rows: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The rows in lists of at most `size`."""
    at = iter(rows)
    while part := list(itertools.islice(at, size)):
        yield part
