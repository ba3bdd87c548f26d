"""What goes into and comes out of the downtime kit. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KitForm:
    """A blank form; `is_numbered`: each sheet of it bears a number that is reserved when it is printed."""

    code: str
    title: str
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class KitRequest:
    """`sets` sheets of each of the forms, by their codes."""

    forms: tuple[str, ...]
    sets: int = 1


@dataclass(frozen=True, slots=True)
class ReservedSheet:
    """A blank sheet whose number waits to be used. `is_of_past_year`: the books begin anew with each year, so the
    same number is given again; it is made void and not used any more."""

    letter_id: UUID
    number: str
    form: str
    title: str
    reserved_at: datetime
    is_of_past_year: bool = False


@dataclass(frozen=True, slots=True)
class HandwrittenDraft:
    """What stands on a sheet that was filled in by hand. `letter_id` of its number; `happened_on` the day on it.

    `case_id` the file that it belongs to, None for none yet.
    """

    letter_id: UUID
    happened_on: date | None
    correspondent: str
    subject: str
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EnteredSheet:
    """A sheet that stands in the book now. `case_id` is the file that it was entered for; one without leads to a new
    file (`services.quick_entries`), which takes `happened_on` with it."""

    letter_id: UUID
    version: int
    number: str
    title: str
    happened_on: date
    correspondent: str
    subject: str
    case_id: UUID | None
