"""What goes into and comes out of the door: who came to a booked hour, and what follows. Minutes after midnight."""

from dataclasses import dataclass
from uuid import UUID

from models.enums import AttendanceMark
from services.scheduling.shapes import AppointmentRow


@dataclass(frozen=True, slots=True)
class DoorDraft:
    """The mark of one person; None takes it back. `minutes`: how much later who is late came; of who left early, how
    long they stayed. 0 reads both from the clock.
    """

    appointment_id: UUID
    party_id: UUID
    mark: AttendanceMark | None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class DoorPerson:
    """Somebody who was asked to come. `counted` of `limit` tries were made in vain; `may_invite` as of P-1.

    `is_missing`: marked as not come, so that something must follow.
    """

    party_id: UUID
    person_id: UUID
    case_id: UUID
    name: str
    mark: AttendanceMark | None
    arrived: int | None
    left: int | None
    is_missing: bool
    counted: int
    limit: int
    may_invite: bool

    @property
    def is_spent(self) -> bool:
        """The set number of tries is reached: the file may end as "did not come"."""
        return self.counted >= self.limit


@dataclass(frozen=True, slots=True)
class Door:
    """One booked hour as whoever opens the door sees it. `is_open`: marks can be set now."""

    appointment: AppointmentRow
    people: tuple[DoorPerson, ...]
    is_open: bool
