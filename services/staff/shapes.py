"""What goes into and comes out of the staff service."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A colleague as lists and pages show one. `is_active` is False for an ended account, also by its end date."""

    id: UUID
    username: str
    full_name: str
    rank: str
    title: str
    role: str
    sex: str
    licence_no: str
    service_end_on: date | None
    may_sign: bool
    is_active: bool
    last_signed_in_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A colleague as typed. An empty `username` is made from the name; people never type it."""

    full_name: str
    role: str
    rank: str = ""
    title: str = ""
    sex: str = "unknown"
    licence_no: str = ""
    service_end_on: date | None = None
    may_sign: bool = False
    username: str = ""
