"""Calling back after an outcome, and the end of a file (domain.md §2.8.3, P-18, P-35, P-37)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import FollowUpState


class FollowUp(Owned, Base):
    """One person to be asked once, alone (P-18). `cycle` is that of the outcome that made it.

    `months` after the outcome, 0 for one that a risk or a breach brought forward.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_case", "case_id", "due_on"),
        Index("ix_follow_up_due", "unit_id", "state", "due_on"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    cycle: Mapped[int] = mapped_column(default=1)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"), index=True)
    months: Mapped[int]
    due_on: Mapped[date]
    state: Mapped[FollowUpState] = mapped_column(Choice(FollowUpState))
    result: Mapped[str] = mapped_column(default="", info=SEALED)
    done_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="", info=SEALED)
    next_action: Mapped[str] = mapped_column(default="")


class FollowUpAttempt(Owned, Base):
    """One try. An unsafe call ends with one key and is no failed attempt (P-18)."""

    __tablename__ = "follow_up_attempt"
    __table_args__ = (Index("ix_follow_up_attempt_follow_up", "follow_up_id", "at"),)
    follow_up_id: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"))
    at: Mapped[datetime]
    method: Mapped[str]
    answered_by: Mapped[str] = mapped_column(default="")
    was_safe: Mapped[bool | None]
    result: Mapped[str] = mapped_column(info=SEALED)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class Closure(Owned, Base):
    """A file was closed: the checklist as it was answered, once a cycle (domain.md §2.3 step 13)."""

    __tablename__ = "closure"
    __table_args__ = (UniqueConstraint("case_id", "cycle"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    cycle: Mapped[int]
    closed_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    checks: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(default="", info=SEALED)


class Reopening(Owned, Base):
    """A concluded file was taken up again; `kind` says why it came back (P-35)."""

    __tablename__ = "reopening"
    __table_args__ = (Index("ix_reopening_case", "case_id", "at"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    cycle: Mapped[int]
    at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str]
    reason: Mapped[str] = mapped_column(info=SEALED)
