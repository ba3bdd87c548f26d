"""What the safety pages are opened with: a case, and for most of them one person of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SafetyArgument:
    """`then` names the page that follows when this one is done, "" for the case. `danger_id`: a completed page."""

    case_id: UUID
    person_id: UUID
    then: str = ""
    danger_id: UUID | None = None

    def subject(self) -> str:
        """The subject of a draft: a draft of a page leads back to it."""
        return f"{self.case_id.hex}:{self.person_id.hex}"


def read_argument(argument: Any) -> SafetyArgument:
    """An argument, or the subject of a draft; anything else is a bug and raises ValueError."""
    if isinstance(argument, SafetyArgument):
        return argument
    case_id, _, person_id = str(argument).partition(":")
    return SafetyArgument(UUID(case_id), UUID(person_id))
