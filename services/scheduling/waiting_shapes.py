"""What goes into and comes out of the waiting list."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.scheduling.shapes import Slot


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """Who waits for what. `weekdays` are counted from Saturday, none for any day; `staff_id` None for any colleague.

    `minutes` 0 means the type's default length. `not_after` None: it waits until it is withdrawn. `id` and `version`
    name the entry that is changed.
    """

    case_id: UUID
    type: str
    party_ids: tuple[UUID, ...]
    minutes: int = 0
    staff_id: UUID | None = None
    weekdays: tuple[int, ...] = ()
    opens: int = 0
    closes: int = 24 * 60
    not_before: date | None = None
    not_after: date | None = None
    urgency: str = ""
    note: str = ""
    id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An entry in the list: number and initials only (P-3). `is_marked`: its urgency stands out.

    `offer` is the next time that fits, with `offered_staff`; None while there is none within the search.
    `is_expired`: the last wanted day has passed.
    """

    id: UUID
    version: int
    draft: WaitingDraft
    case_no: str
    initials: str
    type_label: str
    staff_name: str
    urgency_label: str
    is_marked: bool
    since: datetime
    is_expired: bool
    offer: Slot | None = None
    offered_staff: tuple[UUID, ...] = ()
    offered_name: str = ""


@dataclass(frozen=True, slots=True)
class WaitingFacts:
    """What the form of an entry is filled from, beside `BookingFacts`."""

    urgencies: tuple[tuple[str, str], ...]
