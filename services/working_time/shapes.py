"""What goes into and comes out of working time. Hours are minutes after midnight."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """Hours of one weekday, counted from Saturday. An `end` that is not after `start` is on the next day."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Week:
    """The bands of an ordinary week. `is_own` False: nobody has set them, they follow the two old settings."""

    bands: tuple[Band, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class SeasonDraft:
    """Other hours from one day to another, both included. `id` and `version` name the season that is changed."""

    title: str
    first_on: date
    last_on: date
    bands: tuple[Band, ...]
    id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class SeasonRow:
    id: UUID
    version: int
    title: str
    first_on: date
    last_on: date
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Days on which a colleague is away; with `start` and `end` hours of a single day."""

    staff_id: UUID
    first_on: date
    last_on: date
    start: int | None = None
    end: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    id: UUID
    version: int
    staff_id: UUID
    staff_name: str
    first_on: date
    last_on: date
    start: int | None
    end: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class NightDraft:
    """Who answers in the hours from `start` of a day to `end`, which may lie on the next day."""

    staff_id: UUID
    day: date
    start: int
    end: int
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NightRow:
    id: UUID
    version: int
    staff_id: UUID
    staff_name: str
    day: date
    start: int
    end: int
    phone: str
