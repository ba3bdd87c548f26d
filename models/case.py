"""The case file, its parties, how it arrived, and the entries that are no file yet."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import CaseStatus, Confidentiality, InviteAnswer, JointPolicy, NoticeKind, Side


class CaseFile(Owned, Base):
    """A dispute, from the referral slip to its closure. `status` is where it is, `disposition` how it ended (R-9).

    `happened_on`: the day on the handwritten sheet that it was opened from (P-24), None for every other; `opened_on`
    is the day of entering. `hold_…`: for what a file on hold waits, and when it is looked at again. `legal_issues`:
    codes of `legal_issue` that a colleague found in the matter (R-23).
    """

    __tablename__ = "case_file"
    __table_args__ = (
        UniqueConstraint("unit_id", "case_no"),
        # holds all that a list filters by: a page deep in 40,000 files is found without touching them
        Index(
            "ix_case_file_opened",
            "unit_id",
            "opened_on",
            "id",
            "status",
            "confidentiality",
            "responsible_id",
            "primary_category",
        ),
        Index("ix_case_file_confidentiality", "unit_id", "confidentiality", "responsible_id", "id"),
        Index("ix_case_file_open", "unit_id", "status", "opened_on"),
        Index("ix_case_file_responsible", "responsible_id", "status"),
    )
    case_no: Mapped[str]
    opened_on: Mapped[date]
    primary_category: Mapped[str]
    subject_line: Mapped[str]
    own_words: Mapped[str] = mapped_column(default="", info=SEALED)
    has_criminal_aspect: Mapped[bool | None]
    status: Mapped[CaseStatus] = mapped_column(Choice(CaseStatus))
    disposition: Mapped[str] = mapped_column(default="")
    disposition_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    responsible_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    confidentiality: Mapped[Confidentiality] = mapped_column(Choice(Confidentiality))
    joint_policy: Mapped[JointPolicy] = mapped_column(Choice(JointPolicy))
    joint_policy_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    previous_case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    paper_case_no: Mapped[str] = mapped_column(default="")
    is_from_paper: Mapped[bool] = mapped_column(default=False)
    archive_place: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    void_reason: Mapped[str] = mapped_column(default="")
    happened_on: Mapped[date | None]
    hold_reason: Mapped[str] = mapped_column(default="")
    hold_note: Mapped[str] = mapped_column(default="", info=SEALED)
    hold_until: Mapped[date | None]
    legal_issues: Mapped[list[Any]] = mapped_column(default=list)

    @property
    def first_day(self) -> date:
        """From when on something of this file may have happened: on paper it began before it was entered (P-24)."""
        return min(self.happened_on or self.opened_on, self.opened_on)


class CaseCategory(Owned, Base):
    """A further category of a case; statistics count the primary one only (domain.md §2.5)."""

    __tablename__ = "case_category"
    __table_args__ = (UniqueConstraint("case_id", "category"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    category: Mapped[str]


class CaseWorker(Owned, Base):
    """A colleague who shares the work on a case with the responsible one."""

    __tablename__ = "case_worker"
    __table_args__ = (UniqueConstraint("case_id", "staff_id"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)


class CaseParty(Owned, Base):
    __tablename__ = "case_party"
    __table_args__ = (
        UniqueConstraint("case_id", "person_id", "role"),
        Index("ix_case_party_person", "person_id", "case_id"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str]
    side: Mapped[Side] = mapped_column(Choice(Side))
    relation: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    is_inviting: Mapped[bool] = mapped_column(default=False)
    invite_answer: Mapped[InviteAnswer] = mapped_column(
        Choice(InviteAnswer), default=InviteAnswer.UNASKED, info=SEALED
    )
    invite_answered_at: Mapped[datetime | None]
    is_removed: Mapped[bool] = mapped_column(default=False)


class ReferralIn(Owned, Base):
    """How a case arrived (domain.md §2.2). `due_at` is an instant: a judge's days count to the hour (P-33).

    `told_…` is what the answer that went out said of the end: the outcome of that cycle, and whether its signatures
    had been seen by then. `told_cycle` is 0 while no answer with a result is out; `outdated_since`: from then on the
    file says another result.
    """

    __tablename__ = "referral_in"
    __table_args__ = (
        Index("ix_referral_in_due", "unit_id", "is_reply_owed", "replied_at", "due_at"),
        Index("ix_referral_in_outdated", "unit_id", "outdated_since"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))
    source: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    branch: Mapped[str] = mapped_column(default="")
    officer: Mapped[str] = mapped_column(default="")
    letter_no: Mapped[str] = mapped_column(default="")
    letter_on: Mapped[date | None]
    judicial_case_no: Mapped[str] = mapped_column(default="")
    judicial_archive_no: Mapped[str] = mapped_column(default="")
    notice_no: Mapped[str] = mapped_column(default="")
    complaint_no: Mapped[str] = mapped_column(default="")
    incident_no: Mapped[str] = mapped_column(default="")
    agency_no: Mapped[str] = mapped_column(default="")
    order_text: Mapped[str] = mapped_column(default="")
    ordered_both: Mapped[bool] = mapped_column(default=False)
    heard_from: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime]
    is_reply_owed: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None]
    extension_count: Mapped[int] = mapped_column(default=0)
    replied_at: Mapped[datetime | None]
    told_disposition: Mapped[str] = mapped_column(default="")
    told_cycle: Mapped[int] = mapped_column(default=0)
    told_signed: Mapped[bool] = mapped_column(default=False)
    outdated_since: Mapped[datetime | None]


class Notice(Owned, Base):
    """What the head alone is told: a conflict of interest (P-7), or a code that two persons bear (P-6)."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_unseen", "unit_id", "seen_at", "raised_at"),)
    kind: Mapped[NoticeKind] = mapped_column(Choice(NoticeKind))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    other_case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), info=SEALED)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    raised_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    seen_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class Advice(Owned, Base):
    """Advice given without a file (P-25): counted apart, never in a settlement rate."""

    __tablename__ = "advice"
    __table_args__ = (Index("ix_advice_day", "unit_id", "day"),)
    day: Mapped[date]
    topic: Mapped[str]
    minutes: Mapped[int]
    result: Mapped[str]
    is_danger: Mapped[bool]
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="", info=SEALED)
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    created_at: Mapped[datetime]


class NightEntry(Owned, Base):
    """What the duty officer wrote down at night (P-26), completed by the unit next morning.

    `actions` are codes of `danger_action`, parted by commas; `done_what` is whatever else was done.
    """

    __tablename__ = "night_entry"
    __table_args__ = (Index("ix_night_entry_open", "unit_id", "completed_at", "happened_at"),)
    happened_at: Mapped[datetime]
    names: Mapped[str]
    safe_phone: Mapped[str] = mapped_column(default="", info=SEALED)
    line: Mapped[str] = mapped_column(info=SEALED)
    is_danger_now: Mapped[bool]
    actions: Mapped[str] = mapped_column(default="")
    done_what: Mapped[str] = mapped_column(default="", info=SEALED)
    done_at: Mapped[datetime | None]
    officer: Mapped[str]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]
    completed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    completion: Mapped[str] = mapped_column(default="")
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
