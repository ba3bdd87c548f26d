"""What the screens hand in and get back about case files. Everything is plain frozen data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import CaseStatus, Confidentiality, JointPolicy, NoticeKind, Side
from services.people.shapes import PersonDraft


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """One person of a case: `role` a code of `party_role`, `relation` a code of `relation` (to the other side).

    `is_inviting`: on whose request the other side would be invited, so whose answer counts (P-1).
    """

    person: PersonDraft
    role: str
    side: Side
    relation: str = ""
    is_inviting: bool = False


@dataclass(frozen=True, slots=True)
class ReferralDraft:
    """How a case arrives (domain.md §2.2). Numbers are free text and never refused for their form (§4.2).

    `source` is a code of `referral_source`; `officer` is whoever stands behind it at the body; `agency_no` is the
    case or tracking number of another agency. `received_at` None: now. `is_reply_owed` None: as the source says.
    `due_at` is an instant, to the hour. `ordered_both`: the authority ordered both sides to come (P-1).
    """

    source: str
    body: str = ""
    branch: str = ""
    officer: str = ""
    letter_no: str = ""
    letter_on: date | None = None
    judicial_case_no: str = ""
    judicial_archive_no: str = ""
    notice_no: str = ""
    complaint_no: str = ""
    incident_no: str = ""
    agency_no: str = ""
    order_text: str = ""
    ordered_both: bool = False
    received_at: datetime | None = None
    is_reply_owed: bool | None = None
    due_at: datetime | None = None
    heard_from: str = ""
    subject: str = ""
    enclosures: str = ""
    urgency: str = "normal"
    classification: str = "normal"


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A new case. It needs a category and one party; all the rest may follow (P-43).

    `responsible_id` None: who registers, if that role holds cases, otherwise the head. `confidentiality` None: as
    the category proposes. `opened_on` None: today. A file that exists on paper (P-22) brings its old number in
    `paper_case_no` and keeps it; no new one is drawn.
    """

    primary_category: str
    parties: tuple[PartyDraft, ...]
    subject_line: str = ""
    own_words: str = ""
    further_categories: tuple[str, ...] = ()
    has_criminal_aspect: bool | None = None
    referral: ReferralDraft | None = None
    responsible_id: UUID | None = None
    worker_ids: tuple[UUID, ...] = ()
    confidentiality: Confidentiality | None = None
    previous_case_id: UUID | None = None
    archive_place: str = ""
    opened_on: date | None = None
    paper_case_no: str = ""


@dataclass(frozen=True, slots=True)
class CaseEdit:
    """The editable head of a case; every field replaces what is stored. `legal_issues`: codes of `legal_issue`."""

    primary_category: str
    subject_line: str
    own_words: str = ""
    further_categories: tuple[str, ...] = ()
    has_criminal_aspect: bool | None = None
    archive_place: str = ""
    legal_issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldDraft:
    """Why a file waits: `reason` a code of `hold_reason`, `until` when it is looked at again."""

    case_id: UUID
    version: int
    reason: str
    note: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """For what a file on hold waits."""

    reason: str
    label: str
    note: str
    until: date | None


@dataclass(frozen=True, slots=True)
class PartyEdit:
    """The editable part of a party; every field replaces what is stored."""

    role: str
    side: Side
    relation: str = ""
    is_inviting: bool = False


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A file to be named and opened."""

    id: UUID
    case_no: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list. `category` is already what this actor may read (P-15); names are empty without the right
    to identities, and initials alone for minors (P-14). `due_at` is set while a reply is owed."""

    id: UUID
    version: int
    case_no: str
    opened_on: date
    status: CaseStatus
    status_label: str
    category: str
    subject_line: str
    side_a: str
    side_b: str
    initials: str
    responsible_id: UUID
    responsible_name: str
    confidentiality: Confidentiality
    disposition: str
    is_reply_owed: bool
    due_at: datetime | None
    incoming_no: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party of a case. `name` is the full name, or initials for a minor (P-14), or empty without the right.

    `version` is the party's own, for editing it.
    """

    id: UUID
    version: int
    person_id: UUID
    name: str
    initials: str
    father_name: str
    birth_year: int | None
    age: int | None
    is_minor: bool
    sex: str
    role: str
    role_label: str
    side: Side
    relation: str
    relation_label: str
    is_inviting: bool
    is_intimate: bool
    needs_screen: bool


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """How the case arrived, as stored; `incoming_no` is the number in our own book, if a letter came.

    `is_answer_outdated`: the answer that went out says another result than the file; a correcting one is due.
    """

    id: UUID
    version: int
    source: str
    source_label: str
    body: str
    branch: str
    officer: str
    letter_no: str
    letter_on: date | None
    judicial_case_no: str
    judicial_archive_no: str
    notice_no: str
    complaint_no: str
    incident_no: str
    agency_no: str
    order_text: str
    ordered_both: bool
    received_at: datetime
    is_reply_owed: bool
    due_at: datetime | None
    replied_at: datetime | None
    incoming_no: str
    letter_id: UUID | None
    is_answer_outdated: bool = False


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """A colleague on the case."""

    staff_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything of the case head that this actor may read; `row` is the same case as in lists.

    `primary_category` and `further_categories` are codes, empty for who sees the group only (P-15). `joint_policy`
    and its reason tell of danger: None and empty for who may not read safety (P-4). Answers about invitations stand
    on the safety pages alone (`services.safety`). `happened_on`: the day on the handwritten sheet that the file was
    opened from (P-24). `class_label`: the class of the file where it is marked with one (R-16), else empty.
    """

    row: CaseRow
    primary_category: str
    further_categories: tuple[str, ...]
    further_labels: tuple[str, ...]
    own_words: str
    has_criminal_aspect: bool | None
    joint_policy: JointPolicy | None
    joint_policy_reason: str
    archive_place: str
    paper_case_no: str
    parties: tuple[PartyRow, ...]
    referrals: tuple[ReferralRow, ...]
    workers: tuple[WorkerRow, ...]
    previous_case: CaseRef | None
    later_cases: tuple[CaseRef, ...]
    disposition_on: date | None
    closed_on: date | None
    created_at: datetime
    created_by_name: str
    void_reason: str
    happened_on: date | None = None
    class_label: str = ""
    hold: Hold | None = None
    legal_issues: tuple[str, ...] = ()
    legal_labels: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def version(self) -> int:
        return self.row.version


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What the head alone is told about a conflict of interest or a doubled person (P-6, P-7)."""

    id: UUID
    version: int
    kind: NoticeKind
    words: str
    case: CaseRef | None
    other_case: CaseRef | None
    person_id: UUID
    person_name: str
    raised_at: datetime
    seen_at: datetime | None
