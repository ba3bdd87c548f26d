"""What goes into and comes out of series of appointments."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.scheduling.shapes import AppointmentDraft, AppointmentRow, Slot

TIMES = 6
"""How often a weekly series is held unless somebody says otherwise (domain.md §2.6)."""
MOST_TIMES = 26


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """A first appointment and how many there are of it, one a week."""

    first: AppointmentDraft
    times: int = TIMES


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One appointment of a series. `against` says what stands against its time, empty while nothing does; then
    `slots` are the next free times for it, `warnings` what only should be known."""

    number: int
    draft: AppointmentDraft
    against: tuple[str, ...]
    warnings: tuple[str, ...]
    slots: tuple[Slot, ...]

    @property
    def is_free(self) -> bool:
        return not self.against


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A week that the series passes over, and why."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """A series before it is booked. `gate_words` is the first answer of P-4; then nothing is proposed."""

    occurrences: tuple[Occurrence, ...]
    skipped: tuple[SkippedDay, ...]
    gate_words: str
    is_overridable: bool

    @property
    def is_free(self) -> bool:
        return all(one.is_free for one in self.occurrences)


@dataclass(frozen=True, slots=True)
class SeriesRows:
    """The appointments of a series by day, cancelled ones with them; `at` is the place of the one asked for."""

    series_id: UUID
    rows: tuple[AppointmentRow, ...]
    at: int

    def rest(self) -> tuple[AppointmentRow, ...]:
        """The one asked for and those after it that are still to come."""
        return tuple(row for row in self.rows[self.at :] if row.is_scheduled)
