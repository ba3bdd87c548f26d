"""What goes into and comes out of printing many papers at once. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.documents.shapes import MissingField, PaperRequest


class RunStep(StrEnum):
    """What a paper needs before it lies on the table (P-23): to be issued, its original, or one more copy."""

    ISSUE = "issue"
    ORIGINAL = "original"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class RunRow:
    """One paper that could be printed with others.

    `request` makes it, as far as the file holds what it says; None for a paper that is issued: `document_id`.
    `reason` is why it can't be in a run now, "" where it can: neutral words that never say who or what stands against
    it (P-1, P-4). `person_name` is initials for a minor (P-14). `line` is the hour it is about.
    """

    title: str
    person_name: str
    case_no: str
    line: str
    step: RunStep
    request: PaperRequest | None = None
    document_id: UUID | None = None
    reason: str = ""
    number: str = ""

    @property
    def is_ready(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class RunOffer:
    """The papers of a run in the order of the day, and what is asked once for all that are still to be issued."""

    rows: tuple[RunRow, ...]
    asked: tuple[MissingField, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenRun:
    """Originals `numbers` of a paper went to `target` (a printer or a file) at `at`; nobody said what came of it."""

    document_id: UUID
    title: str
    number: str
    case_no: str
    numbers: tuple[int, ...]
    target: str
    at: datetime
