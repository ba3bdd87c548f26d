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
class TaskDraft:
    """What somebody agreed to do until the next meeting; without a party it is the unit's own. `id`: a stored one."""

    text: str
    party_id: UUID | None = None
    due_on: date | None = None
    is_done: bool = False
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session as it was held, with or without an appointment (P-27). `case_record` may be quoted (R-14).

    `id` and `version` name the session that is corrected; its appointment stays what it was. `tasks` are all that the
    session has, None leaves them as they are. `is_stopped`: broken off for somebody's safety; `stop_reason` says why
    and may be empty. `second_room_id` is for types whose two sides never sit in one room.
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
    tasks: tuple[TaskDraft, ...] | None = None
    second_room_id: UUID | None = None
    interpreter_name: str = ""
    others_present: str = ""
    is_stopped: bool = False
    stop_reason: str = ""


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
class TaskRow:
    """A task of a session. `name`: who does it, empty for the unit. `is_overdue`: open, and its day is past."""

    id: UUID
    version: int
    session_id: UUID
    case_id: UUID
    party_id: UUID | None
    name: str
    text: str
    due_on: date | None
    done_on: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The sessions of a case to which somebody came: how many, the day of the first, and the latest days in order."""

    count: int = 0
    first: date | None = None
    latest: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session on a case's page. What was said in it is empty for actors who may not read sessions.

    `is_stopped` and `stop_reason` are for who may read of safety alone, and for no paper (P-5).
    """

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
    tasks: tuple[TaskRow, ...] = ()
    second_room_id: UUID | None = None
    interpreter_name: str = ""
    others_present: str = ""
    is_stopped: bool = False
    stop_reason: str = ""

    def draft(self) -> SessionDraft:
        """What was recorded, to be corrected."""
        return SessionDraft(
            self.case_id,
            self.type,
            self.day,
            self.start,
            self.end,
            tuple(AttendanceDraft(one.party_id, one.mark, one.arrived, one.left) for one in self.attendance),
            self.appointment_id,
            self.room_id,
            self.case_record,
            self.next_on,
            self.id,
            self.version,
            tuple(
                TaskDraft(one.text, one.party_id, one.due_on, one.done_on is not None, one.id) for one in self.tasks
            ),
            self.second_room_id,
            self.interpreter_name,
            self.others_present,
            self.is_stopped,
            self.stop_reason,
        )


@dataclass(frozen=True, slots=True)
class CaseNoteDraft:
    """A note of the file outside a session; may be quoted (R-14)."""

    case_id: UUID
    text: str
    happened_on: date
    session_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CaseNoteRow:
    """`is_late`: written into a closed file (P-27)."""

    id: UUID
    case_id: UUID
    session_id: UUID | None
    happened_on: date
    text: str
    is_late: bool
    written_at: datetime
    staff_name: str
