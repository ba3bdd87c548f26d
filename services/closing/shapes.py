"""What goes into and comes out of closing and taking up again. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of the checklist. A manual one is ticked by whoever closes; the others know by themselves.

    `holds`: without it the file is not closed; any other may stay open with a note. `missing` says in words what is
    not done, `leads_to` where it is done ("reply", "signatures", "agreement", "clause", "reopen", "paper",
    "original", "risk", "follow_up", "session", "referral_out" or ""), `subject_id` which one.
    """

    code: str
    label: str
    is_manual: bool
    is_done: bool
    holds: bool
    missing: str = ""
    leads_to: str = ""
    subject_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of a file as it stands now; `version` is the case's. `open_follow_ups` end with the closing."""

    case_id: UUID
    version: int
    case_no: str
    items: tuple[CheckItem, ...]
    open_follow_ups: int

    @property
    def is_held_back(self) -> bool:
        return any(item.holds and not item.is_done for item in self.items)


@dataclass(frozen=True, slots=True)
class CloseDraft:
    """`ticked` are the codes of the manual items; `note` says why something is left open."""

    case_id: UUID
    version: int
    ticked: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReopenDraft:
    """`kind` is a code of `reopen_reason`; `version` is the case's."""

    case_id: UUID
    version: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Round:
    """The file was closed, or taken up again: when, by whom, and why. `words` are for who may read sessions."""

    is_closing: bool
    cycle: int
    at: datetime
    label: str
    words: str
    staff_name: str


@dataclass(frozen=True, slots=True)
class ReturningQuery:
    """Who comes, by person, and with which matter (a code of `case_category`)."""

    person_ids: tuple[UUID, ...]
    category: str = ""


@dataclass(frozen=True, slots=True)
class Returning:
    """An ended file of the same people within the period of follow-up (P-35).

    The same matter is taken up again; another is a new file with this one as its history.
    """

    case_id: UUID
    version: int
    case_no: str
    ended_on: date
    disposition_label: str
    is_same_matter: bool
    may_reopen: bool
