"""What the home page and the case page show. Home holds case numbers and initials only (P-3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.cases.shapes import CaseDetail
from services.outcomes.shapes import OutcomeRow
from services.safety.shapes import Mark
from services.scheduling.shapes import AppointmentRow, AttemptRow
from services.sessions.shapes import SessionRow


class TaskKind(StrEnum):
    """Why something waits. The order is the order of hurt: what comes first is shown first."""

    CHILD_CLOCK = "child_clock"
    DANGER = "danger"
    REPLY = "reply"
    NIGHT = "night"
    REVIEW = "review"
    NOTICE = "notice"
    UNRECORDED = "unrecorded"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Task:
    """One row of what waits. `due_at` may lie in the past; `line` is quiet text without names."""

    kind: TaskKind
    title: str
    line: str
    due_at: datetime | None
    is_overdue: bool
    subject_id: UUID
    case_id: UUID | None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The day at a glance. Counts are exact; `tasks` holds the first ones only."""

    sentence: str
    appointments: tuple[AppointmentRow, ...]
    appointment_count: int
    replies_overdue: int
    replies_owed: int
    longest_overdue: str
    reviews_due: int
    marks: tuple[Mark, ...]
    night_count: int
    task_count: int
    tasks: tuple[Task, ...]


class StepState(StrEnum):
    DONE = "done"
    NEXT = "next"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One dot on the path of a case: its words, its day if it has one, and whether it is behind us."""

    kind: str
    label: str
    day: date | None
    state: StepState


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the case, as the case page lists it."""

    id: UUID
    title: str
    number: str
    issued_at: datetime
    is_void: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything that the page of one case shows, read in one transaction.

    `next_step` is a key ("consent", "screen", "invite_answer", "appointment", "session", "outcome", "signatures",
    "reply", "") of the one thing to do next; `next_person_id` whose turn it is. Parts that the actor may not read
    are empty.
    """

    detail: CaseDetail
    marks: tuple[Mark, ...]
    party_marks: tuple[tuple[UUID, tuple[Mark, ...]], ...]
    path: tuple[PathStep, ...]
    appointments: tuple[AppointmentRow, ...]
    sessions: tuple[SessionRow, ...]
    attempts: tuple[AttemptRow, ...]
    outcome: OutcomeRow | None
    papers: tuple[PaperRow, ...]
    next_step: str
    next_person_id: UUID | None
    days_since_referral: int
