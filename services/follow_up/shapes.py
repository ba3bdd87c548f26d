"""What goes into and comes out of follow-ups. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import ClauseState, FollowUpState
from services.scheduling.shapes import CallLine


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """What was said of one clause. `by_receipt`: a receipt shows it, `evidence` names it.

    Without a receipt only the beneficiary's word makes a clause kept; a debtor may own up to a breach (P-18).
    """

    clause_id: UUID
    state: ClauseState
    by_receipt: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """One try. `method` a code of `follow_up_method`, `result` of `follow_up_result`, `next_action` of
    `follow_up_next`; `version` is the follow-up's.

    `was_safe` answers the first question of a call, None where nobody could be asked; False ends the call, and
    `result` is then not looked at. `answered_by` empty: the person alone. `next_on`: the day of a further call.
    """

    follow_up_id: UUID
    version: int
    method: str
    result: str = ""
    was_safe: bool | None = None
    answered_by: str = ""
    words: str = ""
    next_action: str = ""
    next_on: date | None = None
    clauses: tuple[ClauseWord, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One person to be asked once. Lists name the file and `initials` (P-3); `name` is empty without the right.

    `months` after the outcome, 0 for one brought forward. `tries`: honest attempts without an answer so far.
    `result_label` and `words` are empty for who may not read sessions. `is_mine`: the file is the actor's own work.
    """

    id: UUID
    version: int
    case_id: UUID
    case_no: str
    party_id: UUID
    person_id: UUID
    name: str
    initials: str
    label: str
    months: int
    due_on: date
    state: FollowUpState
    state_label: str
    tries: int
    result_label: str
    words: str
    next_label: str
    done_at: datetime | None
    is_mine: bool


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """A try as it was logged."""

    at: datetime
    method_label: str
    result_label: str
    answered_by: str
    staff_name: str


@dataclass(frozen=True, slots=True)
class ClauseAsked:
    """A clause of the agreement to be asked about. `may_confirm`: this person's word makes it kept (P-18).

    `may_own_up`: it is this person's own promise. `binds` False: it waits for another clause to be kept (P-31).
    """

    id: UUID
    position: int
    text: str
    amount: int | None
    due_on: date | None
    debtor_name: str
    creditor_name: str
    state: ClauseState
    evidence: str
    may_confirm: bool
    may_own_up: bool
    binds: bool


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """What a caller sees before the call. `may_phone`: the person agreed to calls (P-18); without it there are no
    `lines`, which name the telephones, the safest first. `silence`: what is never said to anybody else."""

    row: FollowUpRow
    may_phone: bool
    lines: tuple[CallLine, ...]
    silence: tuple[str, ...]
    attempts: tuple[PastAttempt, ...]
    clauses: tuple[ClauseAsked, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a try did. `leads_to`: "" or what follows by one key ("call", "session", "letter", "reopen").

    `opens_review`: a mark of the file waits to be looked at again.
    """

    row: FollowUpRow
    leads_to: str = ""
    opens_review: bool = False
