"""What the pages of papers are opened with."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class IssueArgument:
    """The page "issue_paper": a new paper of a case.

    `kind` is the value of a `services.documents.PaperKind` ("informed_consent", "invitation_letter",
    "attendance_certificate" …), "" to choose on the page; so are the person, and the appointment, session, agreement
    or referral that the paper is about. `replaces_id` is the issued paper that this one corrects. `case_id` is None
    for a paper that belongs to no file; such a one is never chosen: `kind` names it, `inquiry_id` or `period` what
    it is about.
    """

    case_id: UUID | None
    kind: str = ""
    person_id: UUID | None = None
    appointment_id: UUID | None = None
    session_id: UUID | None = None
    agreement_id: UUID | None = None
    referral_id: UUID | None = None
    replaces_id: UUID | None = None
    inquiry_id: UUID | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class PaperArgument:
    """The page "paper": an issued paper. `prints_now` opens the print sheet at once. A bare id opens it as well."""

    document_id: UUID
    prints_now: bool = False
