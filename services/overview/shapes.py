"""What the home page and the case page show. Home holds case numbers and initials only (P-3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from services.agreements.shapes import AgreementDetail
from services.attachments.shapes import AttachmentRow
from services.cases.shapes import CaseDetail
from services.follow_up.shapes import FollowUpRow
from services.outcomes.shapes import OutcomeRow
from services.referrals_out.shapes import ReferralOutRow
from services.safety.shapes import Mark
from services.scheduling.shapes import AppointmentRow
from services.sessions.shapes import SessionRow, TaskRow
from services.worklist.shapes import Task


class Readiness(StrEnum):
    """What whoever opens the door must know of an appointment today, and no more (P-4, P-45).

    SEPARATE: a joint session that the gate does not let through now; never why.
    """

    READY = "ready"
    SEPARATE = "separate"
    TWO_ROOMS = "two_rooms"
    ALONE = "alone"
    REMOTE = "remote"
    OUTSIDE = "outside"
    NONE = ""
    HELD = "held"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True)
class TodayRow:
    """An appointment of today and how it stands."""

    appointment: AppointmentRow
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class Home:
    """The day at a glance. Counts are exact; `tasks` holds the first ones only.

    Who works on cases sees the own day and the own work, the head and the desk those of the unit; a child's clock and
    an open danger are everybody's who may know of them. `left` counts today's appointments that are still to come or
    to be recorded; `is_of_unit`: whose day it is. Parts that are not the actor's to see have their `shows_…` False
    and are empty.
    """

    sentence: str
    appointments: tuple[TodayRow, ...]
    left: int
    replies_overdue: int
    replies_owed: int
    longest_overdue: str
    shows_safety: bool
    reviews_due: int
    clocks: tuple[Mark, ...]
    shows_nights: bool
    night_count: int
    task_count: int
    tasks: tuple[Task, ...]
    is_of_unit: bool = False


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
    """A paper of the case, as the case page lists it.

    `is_letter`: the program did not write it, `id` is its row in the book; `is_by_hand`: it was written on a sheet of
    the downtime kit, `day` is the day on it (P-24).
    """

    id: UUID
    title: str
    number: str
    day: date
    is_void: bool
    awaits_number: bool = False
    is_letter: bool = False
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next: `key` is "danger", "consent", "screen", "joint_consent", "invite_answer",
    "appointment", "session", "outcome", "signatures", "reply" or "" (nothing that this actor could do).

    `person_id` whose turn it is, `appointment_id` which appointment is to be recorded.
    """

    key: str
    person_id: UUID | None = None
    appointment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """All sessions, appointments and papers of a case, however long it was worked on."""

    appointments: tuple[AppointmentRow, ...]
    sessions: tuple[SessionRow, ...]
    papers: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything that the page of one case shows, read in one transaction. Parts that the actor may not read are
    empty. `outcome` and `agreement` are those that hold now: None again after the case was reopened.

    Of a long history the latest sessions, appointments and papers; `has_more` says that there are older ones
    (`Overview.history`). `tasks`: all that are open, and what was done lately.
    """

    detail: CaseDetail
    marks: tuple[Mark, ...]
    party_marks: tuple[tuple[UUID, tuple[Mark, ...]], ...]
    path: tuple[PathStep, ...]
    appointments: tuple[AppointmentRow, ...]
    sessions: tuple[SessionRow, ...]
    outcome: OutcomeRow | None
    papers: tuple[PaperRow, ...]
    referrals_out: tuple[ReferralOutRow, ...]
    tasks: tuple[TaskRow, ...]
    has_more: bool
    follow_ups: tuple[FollowUpRow, ...]
    attachments: tuple[AttachmentRow, ...]
    next: NextStep
    days_since_referral: int
    agreement: AgreementDetail | None = None
