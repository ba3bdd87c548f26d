"""What goes into and comes out of outcomes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """How the case ended. `version` is the case's; `signatures_seen_on` makes a settlement count (P-30)."""

    case_id: UUID
    version: int
    disposition: str
    decided_on: date
    summary: str = ""
    signatures_seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """`is_awaiting_signatures`: it needs them and they were not seen yet. `needs_judicial`: R-23 forbids to close
    the case with it alone. `summary` is empty for who may not read the file's papers."""

    id: UUID
    cycle: int
    disposition: str
    label: str
    decided_on: date
    summary: str
    signatures_seen_on: date | None
    is_awaiting_signatures: bool
    needs_judicial: bool
    staff_name: str


@dataclass(frozen=True, slots=True)
class DispositionChoice:
    """A disposition that can be chosen for this case; `label` is already R-23's where that rule binds.

    `attempts_missing`: so many recorded tries to invite are still needed before it can be chosen. `needs_words`: the
    summary must name the body, the other case, or the reason.
    """

    code: str
    label: str
    needs_signatures: bool
    needs_judicial: bool
    attempts_missing: int = 0
    needs_words: bool = False
