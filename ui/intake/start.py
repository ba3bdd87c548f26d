"""What the intake page is opened with, when an entry that was written down before becomes a file."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID


class Origin(Enum):
    """Which kind of entry becomes a file (P-25, P-26)."""

    ADVICE = "advice"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class IntakeStart:
    """What is already known. `entry_id` and `version` name the row that this file will complete."""

    origin: Origin
    entry_id: UUID
    version: int
    names: tuple[str, ...] = ()
    phone: str = ""
    line: str = ""
    group: str = ""
    """A code of `case_category_group`: its subjects are offered first."""
