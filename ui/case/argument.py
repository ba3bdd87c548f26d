"""What the case page is opened with, when it is more than the file's id."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CaseArgument:
    """`open` names the sheet that the page opens at once ("session", "outcome", "signatures", "appointment"), "" for
    none. `appointment_id`: the booked hour that the session is about; `session_id`: the session to be corrected;
    `note_id`: the process note that was being changed. `disposition`: the outcome that stands chosen in its sheet.
    """

    case_id: UUID
    open: str = ""
    appointment_id: UUID | None = None
    session_id: UUID | None = None
    note_id: UUID | None = None
    disposition: str = ""

    def subject(self) -> str:
        """The subject of a draft of that sheet: it leads back to it."""
        about = [one.hex if one is not None else "" for one in (self.appointment_id, self.session_id, self.note_id)]
        return ":".join((self.case_id.hex, self.open, *about))


def read_argument(argument: Any) -> CaseArgument:
    """An argument, a file's id, or the subject of a draft; anything else is a bug and raises ValueError."""
    if isinstance(argument, CaseArgument):
        return argument
    if isinstance(argument, UUID):
        return CaseArgument(argument)
    case_id, name, appointment_id, session_id, note_id, *_ = (*str(argument).split(":"), "", "", "", "")
    return CaseArgument(UUID(case_id), name, _id(appointment_id), _id(session_id), _id(note_id))


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None
