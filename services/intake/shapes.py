"""What the intake screen hands in. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.cases.shapes import CaseDraft


@dataclass(frozen=True, slots=True)
class FirstInterviewDraft:
    """The first interview of one party, alone. `party` is its place in `case.parties`; `start` counts minutes after
    midnight of the local `day`; `minutes` None: the unit's usual length; `staff_id` None: the responsible worker."""

    party: int
    day: date
    start: int
    minutes: int | None = None
    room_id: UUID | None = None
    staff_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A new case with its first interviews, at separate hours (P-1).

    Errors name their fields as paths without the leading `case.`: `parties.0.person.national_code`,
    `referral.letter_on`, `interviews.1.start`.
    """

    case: CaseDraft
    interviews: tuple[FirstInterviewDraft, ...] = ()
