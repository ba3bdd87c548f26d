"""What every offer of a paper needs: whom it may be for, and how kinds and moments are called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.case import CaseParty
from models.person import Person
from services.catalogue import say
from services.documents.shapes import UNNUMBERED, PaperKind, PaperOffer
from services.persian.digits import to_persian
from services.persian.jalali import format_long


@dataclass(frozen=True, slots=True)
class OfferedSide:
    """A party of the matter, as offers name it."""

    party: CaseParty
    person: Person
    name: str


def title_of(kind: PaperKind) -> str:
    """The kind of paper in words."""
    return say(f"documents.kind.{kind.value}")


def of_each(kind: PaperKind, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """A paper that can be made for everybody at any time."""
    for side in sides:
        yield PaperOffer(kind, title_of(kind), side.person.id, side.name, is_numbered=kind not in UNNUMBERED)


def moment(day: date, start: int) -> str:
    """A day and an hour in words."""
    hour, minute = divmod(start, 60)
    return say("documents.moment", day=format_long(day), hour=to_persian(f"{hour}:{minute:02}"))


_GROUPS = (
    (
        "beginning",
        (
            PaperKind.INTAKE_FORM,
            PaperKind.INFORMED_CONSENT,
            PaperKind.INFORMATION_RELEASE_CONSENT,
            PaperKind.DOCUMENT_RECEIPT,
            PaperKind.INTERNAL_REFERRAL_SLIP,
        ),
    ),
    ("meeting", (PaperKind.INVITATION_LETTER, PaperKind.SESSION_MINUTES, PaperKind.ABSENCE_NOTE)),
    (
        "certificate",
        (PaperKind.ATTENDANCE_CERTIFICATE, PaperKind.COMPLETION_CERTIFICATE, PaperKind.OWN_DATA),
    ),
    (
        "ending",
        (
            PaperKind.SETTLEMENT_RECORD,
            PaperKind.NON_SETTLEMENT_RECORD,
            PaperKind.UNDERTAKING,
            PaperKind.COMPLAINT_WAIVER,
            PaperKind.FOLLOW_UP_FORM,
            PaperKind.CLOSURE_SUMMARY,
        ),
    ),
    (
        "letter",
        (
            PaperKind.REFERRAL_REPLY,
            PaperKind.SOCIAL_WORK_REPORT,
            PaperKind.DEADLINE_EXTENSION,
            PaperKind.FREE_LETTER,
            PaperKind.LOCAL_INQUIRY_REPORT,
        ),
    ),
    (
        "sent_on",
        (PaperKind.WELFARE_REFERRAL, PaperKind.FORENSIC_REFERRAL, PaperKind.SERVICE_REFERRAL),
    ),
    (
        "safety",
        (
            PaperKind.CHILD_AT_RISK_REPORT,
            PaperKind.REPORTER_SHEET,
            PaperKind.SAFETY_CARD,
            PaperKind.ADDRESS_SHEET,
        ),
    ),
    ("file", (PaperKind.FILE_LABEL,)),
)
_PLACES = {
    kind: (place, name)
    for place, (name, kind) in enumerate((name, kind) for name, kinds in _GROUPS for kind in kinds)
}


def in_groups(offers: Iterable[PaperOffer]) -> tuple[PaperOffer, ...]:
    """The offers in the order of a file's life, each with its heading; a kind that has no group comes last."""
    last = (len(_PLACES), "other")
    ordered = sorted(offers, key=lambda offer: _PLACES.get(offer.kind, last)[0])
    return tuple(
        replace(offer, group=say(f"documents.group.{_PLACES.get(offer.kind, last)[1]}")) for offer in ordered
    )
