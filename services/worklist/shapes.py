"""What waits for people, as rows. They hold case numbers and initials only (P-3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.safety.shapes import Mark


class TaskKind(StrEnum):
    """Why something waits. The order is the order of hurt: of what is due alike, the first is shown first."""

    CHILD_CLOCK = "child_clock"
    DANGER = "danger"
    REPLY = "reply"
    ANSWER = "answer"
    NIGHT = "night"
    REVIEW = "review"
    NOTICE = "notice"
    NOTE_OPENED = "note_opened"
    UNRECORDED = "unrecorded"
    CLAUSE = "clause"
    SIGNATURES = "signatures"
    REGISTRY = "registry"
    ORIGINAL = "original"
    FOLLOW_UP = "follow_up"
    REFERRAL_OUT = "referral_out"
    HANDED = "handed"
    LETTER_ORDER = "letter_order"
    RESTING = "resting"


class Whose(StrEnum):
    """Whose work is listed: the actor's own, or all of the unit's that the actor may know of."""

    MINE = "mine"
    UNIT = "unit"


class Band(StrEnum):
    """When a row hurts. FIRST: a running clock, an open danger, an authority that asked a second time (P-33)."""

    FIRST = "first"
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Task:
    """One row of what waits, without names; `line` is quiet text.

    `due_at` is the moment that it is due, in the past when `is_overdue`; of an ANSWER, NIGHT, NOTICE, UNRECORDED,
    SIGNATURES, REGISTRY, ORIGINAL or HANDED task it is the moment since when it waits. `subject_id` is the row it is
    about (the appointment, the notice, the paper, of a LETTER_ORDER the letter …), of a DANGER the person.

    `sign_by`: the last day before a reply's hour on which somebody is there to sign (P-33), when that is not the day
    itself. `colleague`: whose file it is, in the unit's list.
    """

    kind: TaskKind
    title: str
    line: str
    due_at: datetime | None
    is_overdue: bool
    subject_id: UUID
    case_id: UUID | None
    mark: Mark | None = None
    is_reminded: bool = False
    sign_by: date | None = None
    colleague: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Tasks of one kind: the first ones, and how many there are in all."""

    tasks: tuple[Task, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Whose work, and of which kind alone (None: of every kind)."""

    whose: Whose = Whose.MINE
    kind: TaskKind | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A task and the group that it stands in."""

    task: Task
    band: Band


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The list in its order. `counts` are exact and of every kind, whatever the filter; of a very long list `rows`
    are the first ones. `shows_unit`: whether the actor may ask for the unit's."""

    rows: tuple[WorkRow, ...]
    counts: tuple[tuple[TaskKind, int], ...]
    shows_unit: bool

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


class ReminderKind(StrEnum):
    """What is about to be due. None of them says a word of a flag (P-3)."""

    REPLY = "reply"
    APPOINTMENT = "appointment"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that is near, in one sentence; `at` is its hour, `subject_id` the row that it is about."""

    kind: ReminderKind
    subject_id: UUID
    at: datetime
    words: str
    case_id: UUID | None


@dataclass(frozen=True, slots=True)
class Pulse:
    """What the frame of every page shows: running clocks, the first to end first, and what is near."""

    clocks: tuple[Mark, ...]
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class CounsellorLoad:
    """Files under way and hours of one colleague: held in the last four weeks, booked for the week to come."""

    name: str
    open_files: int
    minutes_held: int
    minutes_booked: int


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """How many open files are at most `until_days` old and older than the group before; None: all older ones."""

    until_days: int | None
    count: int


@dataclass(frozen=True, slots=True)
class DayCapacity:
    """The minutes of one day that colleagues can meet people: taken, and still free; none free on a day off."""

    day: date
    taken: int
    free: int
    is_off: bool


@dataclass(frozen=True, slots=True)
class Load:
    """The unit's load for the head. Colleagues stand by name; nothing in it ranks them (P-19, domain.md §5.6)."""

    colleagues: tuple[CounsellorLoad, ...]
    ages: tuple[AgeGroup, ...]
    week: tuple[DayCapacity, ...]
