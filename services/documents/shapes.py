"""What goes into and comes out of the papers' service. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from models.enums import PrintKind

__all__ = [
    "YES",
    "FieldChoice",
    "FieldKind",
    "IssuedPaper",
    "MissingField",
    "OpenedPaper",
    "PaperKind",
    "PaperOffer",
    "PaperPreview",
    "PaperRequest",
    "PrintJob",
    "PrintKind",
    "PrintRow",
]


class PaperKind(StrEnum):
    """The papers that can be made now (domain.md §3.3)."""

    INFORMED_CONSENT = "informed_consent"
    INVITATION_LETTER = "invitation_letter"
    ATTENDANCE_CERTIFICATE = "attendance_certificate"
    SAFETY_CARD = "safety_card"


class FieldKind(StrEnum):
    """How a missing fact is asked: a line, a national code, one of a few answers, one of a list, a yes."""

    LINE = "line"
    NATIONAL_CODE = "national_code"
    ANSWER = "answer"
    CHOICE = "choice"
    YES = "yes"


YES = "yes"
"""The value of a field of kind `FieldKind.YES` that was ticked."""


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper of a case, and for whom and about what it would be.

    `reason` is why it can't be made now, "" where it can: always the same neutral words, never who or what stands
    against it (P-4, P-5). `person_name` is initials for a minor (P-14); `line` tells one offer from the next (the
    day and hour of an appointment or session). `issued_id` is the latest such paper that is not void.
    """

    kind: PaperKind
    title: str
    person_id: UUID | None
    person_name: str
    appointment_id: UUID | None = None
    session_id: UUID | None = None
    line: str = ""
    reason: str = ""
    issued_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """The paper that is wanted. `values`: what was typed for the fields that `missing` named, by their names.

    `originals` is the number of recipients (P-23), 0 for as many as the kind has.
    """

    case_id: UUID
    kind: PaperKind
    person_id: UUID | None = None
    appointment_id: UUID | None = None
    session_id: UUID | None = None
    values: tuple[tuple[str, str], ...] = ()
    originals: int = 0

    def value(self, name: str) -> str:
        """What was typed for a field, "" if nothing was."""
        return next((text for key, text in self.values if key == name), "")


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One answer of a field; `value` is what the request carries."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class MissingField:
    """A fact that the paper wants and the file does not hold. `proposal` stands in the field beforehand."""

    name: str
    label: str
    kind: FieldKind = FieldKind.LINE
    is_required: bool = False
    hint: str = ""
    choices: tuple[FieldChoice, ...] = ()
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class PaperPreview:
    """The paper as it would be, marked as a draft and without a number; what is missing is dots.

    `spoken` is the text to be read aloud (P-32), a paragraph each, empty where nothing is read.
    """

    title: str
    content: bytes
    pages: int
    originals: int
    warnings: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One run of the print log, latest first."""

    at: datetime
    by_name: str
    kind: PrintKind
    kind_label: str
    count: int
    numbers: tuple[int, ...]
    target: str


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """An issued paper. `due` are the originals still to be printed (P-23): from then on prints are copies.

    `file_name` is what a saved file is called: kind and number, nobody's name.
    """

    id: UUID
    version: int
    case_id: UUID | None
    case_no: str
    kind: PaperKind
    title: str
    number: str
    issued_at: datetime
    issued_by: str
    person_name: str
    is_void: bool
    void_reason: str
    may_void: bool
    originals: int
    pages: int
    due: tuple[int, ...]
    prints: tuple[PrintRow, ...]
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A paper with its stored bytes."""

    paper: IssuedPaper
    content: bytes


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed or saved now: one file with every sheet, each with its own mark.

    `document_id` is None for a sheet that is no issued paper: a draft, a safety card. `kind` copy: the mark across
    it names the print, its day and who printed. `numbers` are the originals in it.
    """

    document_id: UUID | None
    kind: PrintKind
    numbers: tuple[int, ...]
    title: str
    content: bytes
    file_name: str
