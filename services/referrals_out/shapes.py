"""What goes into and comes out of referrals to other bodies."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class ReferralGround(StrEnum):
    """Why information may be given: the client's consent, or a law that asks for none. There is no third way."""

    CONSENT = "consent"
    LEGAL_BASIS = "legal_basis"


@dataclass(frozen=True, slots=True)
class ReferralOutDraft:
    """A person sent to a body. `target` is a code of `referral_target`, `body` the one that is meant.

    With the ground `CONSENT` either the person's standing consent for this target is used, or `has_consented` says
    that it was given now: then it was read aloud (P-32), and for a minor `guardian_name` says who gave it (P-14).
    With `LEGAL_BASIS` `legal_basis` is a code of that list, `basis_words` number and date of an order.
    """

    case_id: UUID
    person_id: UUID
    target: str
    ground: ReferralGround | None
    reason: str
    body: str = ""
    urgency: str = ""
    asked: str = ""
    has_consented: bool = False
    was_read_aloud: bool = False
    guardian_name: str = ""
    witnesses: tuple[str, ...] = ()
    legal_basis: str = ""
    basis_words: str = ""


@dataclass(frozen=True, slots=True)
class ReferralOutMove:
    """How it went on: `state` is a code of `referral_out_state`, `on` the day that it happened."""

    id: UUID
    version: int
    state: str
    on: date
    number: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReferralOutRow:
    """A referral on the page of its case. `reason` and `answer` are empty for who may not read sessions.

    `next_states` are the codes that it may move to, with their words; empty when nothing waits for it any more.
    `paper` is the id of the letter that belongs to the target, `document_id` the one that was issued.
    `days_open` counts from the day it was sent, None when it is over.
    """

    id: UUID
    version: int
    case_id: UUID
    person_id: UUID
    person_name: str
    target: str
    target_label: str
    body: str
    urgency_label: str
    ground: ReferralGround
    ground_words: str
    reason: str
    asked: str
    state: str
    state_label: str
    state_reason: str
    is_open: bool
    sent_on: date | None
    received_on: date | None
    answered_on: date | None
    answer_number: str
    answer: str
    closed_on: date | None
    days_open: int | None
    staff_name: str
    next_states: tuple[tuple[str, str], ...]
    paper: str = ""
    document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReferralOutPerson:
    """Who may be sent on. `consents` are the targets for which this person's consent stands."""

    id: UUID
    name: str
    is_minor: bool
    can_read: bool | None
    consents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferralOutSheet:
    """What the form starts from: the people of the case, and the unit's lists as code and words."""

    case_id: UUID
    people: tuple[ReferralOutPerson, ...]
    targets: tuple[tuple[str, str], ...]
    urgencies: tuple[tuple[str, str], ...]
    legal_bases: tuple[tuple[str, str], ...]
