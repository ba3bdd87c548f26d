"""What goes into and comes out of scheduling. Days are Gregorian dates, hours minutes after midnight (R-19)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import AppointmentStatus, Side
from services.codes import Code
from services.safety.shapes import Condition, Mark
from services.unit_profile.shapes import RoomRow

AUDIENCE = "audience"
BEYOND_FILES = (AUDIENCE, "staff_only")
"""`who` of the types of meetings that are no work on a file."""
MOST_PEOPLE = 9_999


@dataclass(frozen=True, slots=True)
class OverrideDraft:
    """The head's decision to hold a joint session against the gate: reason and measures (R-7)."""

    reason: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """A meeting to come. `minutes` 0 means the type's default length.

    `second_room_id` is for types whose two sides never sit in one room, `place` for those held outside the unit.
    `id` and `version` name the appointment that is moved.
    """

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
    second_room_id: UUID | None = None
    place: str = ""

    @property
    def end(self) -> int:
        return self.start + self.minutes

    def rooms(self) -> tuple[UUID, ...]:
        return tuple(room for room in (self.room_id, self.second_room_id) if room is not None)


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One appointment in a list: case number and initials only (P-3).

    Of a file that the actor may not see only the hour, the rooms and the colleagues are told: `case_id` is None, the
    type and every word are empty. `room_name` names both rooms where there are two.
    """

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
    second_room_id: UUID | None = None
    cancel_reason: str = ""
    series_id: UUID | None = None
    place: str = ""
    audience: int | None = None

    @property
    def end(self) -> int:
        return self.start + self.minutes

    @property
    def is_hidden(self) -> bool:
        """Of a file that does not exist for the actor."""
        return not self.type

    @property
    def is_scheduled(self) -> bool:
        return self.status is AppointmentStatus.SCHEDULED

    @property
    def is_cancelled(self) -> bool:
        return self.status in (AppointmentStatus.CANCELLED_BY_UNIT, AppointmentStatus.CANCELLED_BY_PARTY)

    @property
    def is_held(self) -> bool:
        return self.status is AppointmentStatus.HELD

    @property
    def is_missed(self) -> bool:
        """Nobody came."""
        return self.status is AppointmentStatus.NO_SHOW_ALL

    @property
    def is_over(self) -> bool:
        """It was recorded: held, stopped, or nobody came."""
        return not self.is_scheduled and not self.is_cancelled

    def draft(self) -> AppointmentDraft:
        """The draft from which moving it starts."""
        return AppointmentDraft(
            self.case_id,
            self.type,
            self.day,
            self.start,
            self.room_id,
            self.staff_ids,
            self.party_ids,
            self.minutes,
            self.note,
            self.id,
            self.version,
            second_room_id=self.second_room_id,
            place=self.place,
        )


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a time can't be taken. `words` say who or what is busy and until when, never which other file.

    `kind`: room, staff, person, separate (first interviews of two sides), distance (R-29), apart (the same, because
    of another file: without hours, P-7), door, absent, gone (no longer in service). `field` is the field of the
    draft beside which the words belong.
    """

    kind: str
    field: str
    who: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time that satisfies all rules. A room is None where the type needs none, or the unit has none."""

    day: date
    start: int
    minutes: int
    room_id: UUID | None
    room_name: str
    second_room_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands against a draft before it is booked. Warnings do not block (R-27): `warnings` are names of days
    off, `hours_words` sentences about hours at which the unit or a colleague does not usually work.

    `gate_words` is the first answer of P-4, "" while nothing is shut. `minutes` is the length that would be booked.
    """

    clashes: tuple[Clash, ...]
    gate_words: str
    is_overridable: bool
    warnings: tuple[str, ...]
    free_slots: tuple[Slot, ...]
    minutes: int
    is_past: bool
    hours_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of the case who may be asked to come. `name` is initials for a minor (P-14)."""

    party_id: UUID
    name: str
    role_label: str
    side: Side


@dataclass(frozen=True, slots=True)
class Colleague:
    id: UUID
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class BookingFacts:
    """What the form of one appointment is filled from. `participants` is empty without a case."""

    case_id: UUID | None
    case_no: str
    initials: str
    responsible_id: UUID | None
    participants: tuple[Participant, ...]
    types: tuple[Code, ...]
    measures: tuple[Code, ...]
    rooms: tuple[RoomRow, ...]
    colleagues: tuple[Colleague, ...]
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class AttemptDraft:
    """One try to reach a party about an appointment (domain.md §2.3 step 3).

    `at` None means now. `result` may stay empty until it is known. `received_by`: who took a letter in the party's
    place. `document_id`: the invitation on paper that is carried, of `CallSheet.papers`.
    """

    party_id: UUID
    channel: str
    appointment_id: UUID | None = None
    delivered_by: str = ""
    result: str = ""
    at: datetime | None = None
    received_by: str = ""
    document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """`counts`: towards the set number of attempts; an unsafe call is none (P-18).

    `paper_no`: the number of the paper that was carried; `told_at`: when it was handed over, by its slip.
    """

    id: UUID
    party_id: UUID
    party_name: str
    at: datetime
    channel_label: str
    result_label: str
    delivered_by: str
    version: int = 1
    result: str = ""
    received_by: str = ""
    counts: bool = False
    has_reached: bool = False
    document_id: UUID | None = None
    paper_no: str = ""
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InFieldRow:
    """A try whose result is not known, without a name (P-3); `day` and `start` of the hour that it is about."""

    attempt: AttemptRow
    case_id: UUID
    case_no: str
    initials: str
    day: date | None
    start: int | None
    is_mine: bool


@dataclass(frozen=True, slots=True)
class InvitationPaper:
    """An issued invitation that came back undelivered; `number` is empty while the registry owes it (P-21)."""

    id: UUID
    number: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class Invitee:
    """Where the invitation of one party stands. `refusal` is the neutral sentence while P-1 forbids it, else "".

    `counted` of `limit` attempts were made, hours that were missed among them. `next_meeting` is the party's next
    appointment.
    """

    party_id: UUID
    person_id: UUID
    name: str
    role_label: str
    refusal: str
    counted: int
    limit: int
    attempts: tuple[AttemptRow, ...]
    next_meeting: AppointmentRow | None

    @property
    def may_invite(self) -> bool:
        return not self.refusal


@dataclass(frozen=True, slots=True)
class CallLine:
    """A telephone as a caller must see it. `hours` are those for a call; `is_open` False: do not call it."""

    number: str
    owner_label: str
    given_by_name: str
    hours: str
    code_word: str
    is_safe: bool | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Who is called, on which number and when; the safest number first.

    `leaves_no_trace`: a flag stands, so ways that others may see are not proposed.
    """

    party_id: UUID
    name: str
    lines: tuple[CallLine, ...]
    leaves_no_trace: bool
    papers: tuple[InvitationPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class GateWords:
    """The second, deliberate answer (P-4): whose condition is not met, in words. Reading it is logged."""

    conditions: tuple[tuple[str, Condition], ...]
    words: tuple[str, ...]
