"""What the intake page is opened with, when an entry that was written down before becomes a file."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID


class Origin(Enum):
    """Which kind of entry becomes a file (P-24, P-25, P-26)."""

    ADVICE = "advice"
    NIGHT = "night"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class IntakeStart:
    """What is already known. `entry_id` and `version` name the row that this file will complete.

    `name` and `phone` go into the first person's fields; `told` stands above the form while it is filled.
    """

    origin: Origin
    entry_id: UUID
    version: int
    name: str = ""
    phone: str = ""
    told: str = ""
    group: str = ""
    """A code of `case_category_group`: its subjects are offered first."""

    def texts(self) -> dict[str, str]:
        """For the form's draft."""
        return {
            "origin": self.origin.value,
            "entry": str(self.entry_id),
            "version": str(self.version),
            "told": self.told,
            "group": self.group,
        }

    @staticmethod
    def of_texts(texts: dict[str, str]) -> "IntakeStart | None":
        """The reverse of `texts`; None where there is nothing, or nothing that can be read."""
        try:
            return IntakeStart(
                Origin(texts["origin"]),
                UUID(texts["entry"]),
                int(texts["version"]),
                told=texts.get("told", ""),
                group=texts.get("group", ""),
            )
        except (KeyError, ValueError):
            return None
