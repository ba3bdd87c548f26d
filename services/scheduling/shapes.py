"""What goes into and comes out of scheduling. Days are Gregorian dates, hours minutes after midnight (R-19)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import AppointmentStatus, HolidayKind
from services.safety.shapes import Condition, Mark


@dataclass(frozen=True, slots=True)
class OverrideDraft:
    """The head's decision to hold a joint session against the gate: reason and measures (R-7)."""

    reason: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """A meeting to come. `minutes` 0 means the type's default length."""

    case_id: UUID | None
    type: str
    day: date
    start: int
    room_id: UUID | None
    staff_ids: tuple[UUID, ...]
    party_ids: tuple[UUID, ...] = ()
    minutes: int = 0
    note: str = ""
    id: UUID | None = None
    version: int | None = None
    override: OverrideDraft | None = None


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One line of a day list. `title` holds the case number and initials only (P-3)."""

    id: UUID
    version: int
    case_id: UUID | None
    case_no: str
    initials: str
    type: str
    type_label: str
    is_joint: bool
    day: date
    start: int
    minutes: int
    room_id: UUID | None
    room_name: str
    staff_names: tuple[str, ...]
    staff_ids: tuple[UUID, ...]
    party_ids: tuple[UUID, ...]
    status: AppointmentStatus
    marks: tuple[Mark, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a time is taken: `kind` is room, staff, person or distance; `who` names it, never the other file."""

    kind: str
    who: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time that satisfies all rules."""

    day: date
    start: int
    minutes: int
    room_id: UUID
    room_name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands against a draft before it is booked. Warnings do not block (R-27)."""

    clashes: tuple[Clash, ...]
    is_gate_shut: bool
    is_overridable: bool
    warnings: tuple[str, ...]
    free_slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday or closure of the unit's calendar."""

    id: UUID
    version: int
    day: date
    title: str
    kind: HolidayKind
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class RoomRow:
    id: UUID
    version: int
    name: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class AttemptDraft:
    """One try to reach a party about an appointment (domain.md §2.3 step 3)."""

    party_id: UUID
    channel: str
    appointment_id: UUID | None = None
    delivered_by: str = ""
    result: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AttemptRow:
    id: UUID
    party_id: UUID
    party_name: str
    at: datetime
    channel_label: str
    result_label: str
    delivered_by: str


@dataclass(frozen=True, slots=True)
class GateWords:
    """The second, deliberate answer (P-4): whose condition is not met, in words. Reading it is logged."""

    conditions: tuple[tuple[str, Condition], ...]
    words: tuple[str, ...]
