"""What goes into and comes out of the papers' service. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.enums import PrintKind

__all__ = [
    "LOOSE",
    "PASSAGE",
    "SENT_ON",
    "UNFILED",
    "UNNUMBERED",
    "URGENT",
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
    "Recipient",
]


class PaperKind(StrEnum):
    """The papers that can be made now (domain.md §3.3)."""

    INFORMED_CONSENT = "informed_consent"
    INVITATION_LETTER = "invitation_letter"
    ATTENDANCE_CERTIFICATE = "attendance_certificate"
    SETTLEMENT_RECORD = "settlement_record"
    NON_SETTLEMENT_RECORD = "non_settlement_record"
    REFERRAL_REPLY = "referral_reply"
    ABSENCE_NOTE = "absence_note"
    INTAKE_FORM = "intake_form"
    INTERNAL_REFERRAL_SLIP = "internal_referral_slip"
    OWN_DATA = "own_data"
    SAFETY_CARD = "safety_card"
    COMPLETION_CERTIFICATE = "completion_certificate"
    UNDERTAKING = "undertaking"
    COMPLAINT_WAIVER = "complaint_waiver"
    WELFARE_REFERRAL = "welfare_referral"
    SERVICE_REFERRAL = "service_referral"
    FORENSIC_REFERRAL = "forensic_referral"
    CHILD_AT_RISK_REPORT = "child_at_risk_report"
    INFORMATION_RELEASE_CONSENT = "information_release_consent"
    SESSION_MINUTES = "session_minutes"
    DOCUMENT_RECEIPT = "document_receipt"
    SOCIAL_WORK_REPORT = "social_work_report"
    DEADLINE_EXTENSION = "deadline_extension"
    CLOSURE_SUMMARY = "closure_summary"
    FOLLOW_UP_FORM = "follow_up_form"
    FREE_LETTER = "free_letter"
    ADDRESS_SHEET = "address_sheet"
    FILE_LABEL = "file_label"
    LOCAL_INQUIRY_REPORT = "local_inquiry_report"
    MONTHLY_STATISTICS = "monthly_statistics"
    REPORTER_SHEET = "reporter_sheet"


LOOSE = (PaperKind.SAFETY_CARD, PaperKind.ADDRESS_SHEET, PaperKind.FILE_LABEL, PaperKind.REPORTER_SHEET)
"""Sheets that are printed and not kept: only that one was printed is recorded (P-2, P-8, P-16)."""

UNNUMBERED = (
    PaperKind.INFORMED_CONSENT,
    PaperKind.INTAKE_FORM,
    PaperKind.OWN_DATA,
    PaperKind.INFORMATION_RELEASE_CONSENT,
    PaperKind.SESSION_MINUTES,
    PaperKind.DOCUMENT_RECEIPT,
    PaperKind.CLOSURE_SUMMARY,
    PaperKind.FOLLOW_UP_FORM,
    *LOOSE,
)
"""Papers that stand in no letter book."""

UNFILED = (PaperKind.LOCAL_INQUIRY_REPORT, PaperKind.MONTHLY_STATISTICS)
"""Papers that need no file of the unit: what they say was written, or is counted, elsewhere."""

UNPROVEN = frozenset({"daily_schedule", "file_label", "safety_card", "shift_handover"})
"""Papers that may be found and carry no code (P-2)."""


SENT_ON = {
    "D14": PaperKind.WELFARE_REFERRAL,
    "D16": PaperKind.FORENSIC_REFERRAL,
    "D17": PaperKind.SERVICE_REFERRAL,
}
"""Letters to another body, by the paper that the list of targets names."""
URGENT = SENT_ON | {"D15": PaperKind.CHILD_AT_RISK_REPORT}
"""The same and the report of a child, by the paper that a step of an imminent danger names."""


class FieldKind(StrEnum):
    """How a missing fact is asked: a line, a few lines, a text of paragraphs, a day (ISO text in the request), a
    national code, one of a few answers, one of a list, a yes."""

    LINE = "line"
    LINES = "lines"
    PASSAGE = "passage"
    DATE = "date"
    NATIONAL_CODE = "national_code"
    ANSWER = "answer"
    CHOICE = "choice"
    YES = "yes"


PASSAGE = "text_"
"""How the names of fields of kind `FieldKind.PASSAGE` begin: their line breaks are kept."""

YES = "yes"
"""The value of a field of kind `FieldKind.YES` that was ticked."""


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper of a case, and for whom and about what it would be.

    `reason` is why it can't be made now, "" where it can: always the same neutral words, never who or what stands
    against it (P-4, P-5). `person_name` is initials for a minor (P-14); `line` tells one offer from the next (the
    day and hour of an appointment or session). `issued_id` is the latest such paper that is not void.
    `is_numbered`: it gets a number when it is issued. `group` is the heading under which lists show it.
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
    agreement_id: UUID | None = None
    referral_id: UUID | None = None
    is_numbered: bool = True
    group: str = ""
    inquiry_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """The paper that is wanted. `values`: what was typed for the fields that `missing` named, by their names.

    `referral_id` is the referral that is answered or, of a letter to another body, the one by which the person was
    sent there. `originals` is the number of recipients (P-23), 0 for as many as the kind has. `replaces_id` is the
    issued paper that this one corrects: it becomes void with the reason typed for `void_reason`, in the same
    transaction. `case_id` is None for a paper of `UNFILED` that belongs to no file; `inquiry_id` is what was written
    for the answer to an inquiry, `period` the name of the period of a report of figures.
    """

    case_id: UUID | None
    kind: PaperKind
    person_id: UUID | None = None
    appointment_id: UUID | None = None
    session_id: UUID | None = None
    values: tuple[tuple[str, str], ...] = ()
    originals: int = 0
    agreement_id: UUID | None = None
    referral_id: UUID | None = None
    replaces_id: UUID | None = None
    inquiry_id: UUID | None = None
    period: str = ""

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

    `spoken` is the text to be read aloud (P-32), a paragraph each, empty where nothing is read. `gaps` are the parts
    of the paper of which nothing is known yet, by their headings.
    """

    title: str
    content: bytes
    pages: int
    originals: int
    warnings: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


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
class Recipient:
    """Who gets the original of that number, where not all read the same (P-17): the file, an authority, or a side by
    its role."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """An issued paper. `due` are the originals still to be printed (P-23): from then on prints are copies.

    `number` is the one that stands on the sheet: our book's, or the registry's once it was typed (P-21); until then
    `awaits_registry`. `file_name` is what a saved file is called: kind and number, nobody's name. `recipients` is
    empty where all originals are alike. `replaces_id` and `replaced_by_id`: the paper that it corrects, or that
    corrects it.
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
    may_correct: bool = False
    recipients: tuple[Recipient, ...] = ()
    awaits_registry: bool = False
    may_type_number: bool = False
    registry_on: date | None = None
    replaces_id: UUID | None = None
    replaced_by_id: UUID | None = None


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
