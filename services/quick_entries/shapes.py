"""What goes into and comes out of the quick entries. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import CaseStatus


@dataclass(frozen=True, slots=True)
class AdviceDraft:
    """Advice without a file (P-25). `topic` and `result` are codes of `advice_topic` and `advice_result`.

    `is_danger` has no default: it is asked. `day` None: today.
    """

    topic: str
    minutes: int | None
    result: str
    is_danger: bool | None
    name: str = ""
    phone: str = ""
    note: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """Stored advice. `group` is the code of the topic's `case_category_group`; `case_id` is set when it became
    a file. `may_correct`: it is the actor's own, or the actor heads the unit, and it is no file yet."""

    id: UUID
    version: int
    day: date
    topic: str
    topic_label: str
    group: str
    minutes: int
    result: str
    result_label: str
    opens_file: bool
    is_danger: bool
    name: str
    phone: str
    note: str
    staff_name: str
    case_id: UUID | None
    may_correct: bool = False


@dataclass(frozen=True, slots=True)
class NightDraft:
    """The night form (P-26). `actions` are codes of `danger_action`; `happened_at` None: now.

    `done_at` is when something was done; it is needed with any action but «nothing was needed».
    `officer` empty: whoever writes.
    """

    names: str
    line: str
    is_danger_now: bool | None
    safe_phone: str = ""
    actions: tuple[str, ...] = ()
    done_what: str = ""
    done_at: datetime | None = None
    officer: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NightRow:
    """A night entry for who completes it in the morning. `done` says in words what was done.

    Who types and schedules but reads nothing clinical (domain.md §2.7) gets hour, names and telephone alone:
    `is_whole` is False, and line, danger and deeds are empty. `is_for_worker`: even these are not for this actor,
    a worker has to complete the entry.
    """

    id: UUID
    version: int
    happened_at: datetime
    names: str
    safe_phone: str
    line: str
    is_danger_now: bool
    done: str
    done_at: datetime | None
    officer: str
    is_whole: bool = True
    is_for_worker: bool = False


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """The six fields of an open paper file (P-22). `side_a` and `side_b` are names in one line (`split_name`).

    `status` says where the file stands; a file that was concluded on paper is not open and has no place here.
    """

    paper_case_no: str
    opened_on: date | None
    side_a: str
    side_b: str
    category: str
    status: CaseStatus = CaseStatus.ACTIVE
