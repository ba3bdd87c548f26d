"""What goes into and comes out of the answers to inquiries. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class InquiryPerson:
    """Somebody whom the inquiry concerns; `part` says as what (the father, the child, who asked)."""

    name: str
    part: str = ""
    father_name: str = ""
    national_code: str = ""


@dataclass(frozen=True, slots=True)
class InquiryVisit:
    """One step of the looking into: who was asked or what was seen, where, on which day."""

    who: str
    place: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class InquiryDraft:
    """What is written for the answer to the letter `letter_id`. `mission` is a code of `inquiry_mission`.

    `findings`: codes of `inquiry_heading` with their texts. `version`: of the stored one, 0 for a new one.
    """

    letter_id: UUID
    mission: str
    asked_by: str
    people: tuple[InquiryPerson, ...]
    visits: tuple[InquiryVisit, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    opinion: str = ""
    is_confidential: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class MissionOffer:
    """A mission with the headings that its answer has, by code and label."""

    code: str
    label: str
    headings: tuple[tuple[str, str], ...]
    has_photo: bool


@dataclass(frozen=True, slots=True)
class InquiryDetail:
    """What stands written; `id` is None where nothing was stored yet and `draft` holds what the letter says.

    `document_id` is the paper that was issued: it is changed by correcting that paper.
    """

    id: UUID | None
    draft: InquiryDraft
    letter_number: str
    case_id: UUID | None
    case_no: str
    document_id: UUID | None
    missions: tuple[MissionOffer, ...]
    may_write: bool
