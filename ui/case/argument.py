"""What the case page is opened with, when it is more than the file's id."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CaseArgument:
    """`open` names the sheet that the page opens at once ("session", "signatures", "outcome", "appointment"), "" for
    none. `appointment_id`: the booked hour that the session is about."""

    case_id: UUID
    open: str = ""
    appointment_id: UUID | None = None
