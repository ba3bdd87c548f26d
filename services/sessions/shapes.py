"""What goes into and comes out of sessions. Hours are minutes after midnight of `day` (R-19)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import AttendanceMark


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    """One person's mark; `arrived` and `left` only where they differ from the session's hours."""

    party_id: UUID
    mark: AttendanceMark
    arrived: int | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session as it was held, with or without an appointment (P-27). `case_record` may be quoted (R-14).

    `id` and `version` name the session that is corrected; its appointment stays what it was.
    """

    case_id: UUID
    type: str
    day: date
    start: int
    end: int
    attendance: tuple[AttendanceDraft, ...]
    appointment_id: UUID | None = None
    room_id: UUID | None = None
    case_record: str = ""
    next_on: date | None = None
    id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    party_id: UUID
    person_id: UUID
    name: str
    mark: AttendanceMark
    mark_label: str
    is_present: bool
    arrived: int | None
    left: int | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session on a case's page. `case_record` is empty for actors who may not read sessions."""

    id: UUID
    version: int
    case_id: UUID
    appointment_id: UUID | None
    type: str
    type_label: str
    day: date
    start: int
    end: int
    room_id: UUID | None
    room_name: str
    staff_name: str
    case_record: str
    next_on: date | None
    is_late_entry: bool
    recorded_at: datetime
    attendance: tuple[AttendanceRow, ...]
