"""Consent, safety screens, flags, imminent danger and safety plans (domain.md §5.6)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import ConsentDecision, FlagLevel, ScreenResult, ScreenState


class Consent(Owned, Base):
    """One decision of one person; a withdrawal is a new row. The latest row of a kind is the one that holds.

    `body`: to whom information may be given, a code of `referral_target`; empty for every other kind. For a minor
    `guardian_name` answered, who stands to the child as `guardian_kind` says, or a judge or the head did (P-14).
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person", "case_id", "person_id", "kind", "decided_at"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    decision: Mapped[ConsentDecision] = mapped_column(Choice(ConsentDecision), info=SEALED)
    decided_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    guardian_name: Mapped[str] = mapped_column(default="")
    guardian_kind: Mapped[str] = mapped_column(default="")
    has_custody: Mapped[bool | None] = mapped_column(default=None)
    judge_order: Mapped[str] = mapped_column(default="", info=SEALED)
    head_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    was_read_aloud: Mapped[bool] = mapped_column(default=False)
    witnesses: Mapped[list[Any]]
    interpreter_name: Mapped[str] = mapped_column(default="")
    interpreter_language: Mapped[str] = mapped_column(default="")
    interpreter_pledged: Mapped[bool] = mapped_column(default=False)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    body: Mapped[str] = mapped_column(default="")


class SafetyScreen(Owned, Base):
    """One adult's own screen, asked alone (P-12). `answers`: question code → yes/no/refused and a note."""

    __tablename__ = "safety_screen"
    __table_args__ = (
        Index("ix_safety_screen_person", "case_id", "person_id", "screened_at"),
        Index("ix_safety_screen_result", "unit_id", "result"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    emergency_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    form_version: Mapped[int]
    is_full_form: Mapped[bool]
    state: Mapped[ScreenState] = mapped_column(Choice(ScreenState))
    was_alone: Mapped[bool]
    others_present: Mapped[str] = mapped_column(default="", info=SEALED)
    interpreter_name: Mapped[str] = mapped_column(default="")
    screened_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    answers: Mapped[dict[str, Any]] = mapped_column(info=SEALED)
    result: Mapped[ScreenResult | None] = mapped_column(Choice(ScreenResult))
    result_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    not_done_reason: Mapped[str] = mapped_column(default="", info=SEALED)


class RiskFlag(Owned, Base):
    """A neutral mark on a person in a case. Its child clock runs from `known_at`, not from typing (R-8, P-10)."""

    __tablename__ = "risk_flag"
    __table_args__ = (
        Index("ix_risk_flag_case", "case_id", "closed_at"),
        Index("ix_risk_flag_review", "unit_id", "closed_at", "review_on"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    level: Mapped[FlagLevel] = mapped_column(Choice(FlagLevel))
    known_at: Mapped[datetime]
    raised_at: Mapped[datetime]
    raised_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    screen_id: Mapped[UUID | None] = mapped_column(ForeignKey("safety_screen.id"))
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    review_on: Mapped[date | None]
    reported_no: Mapped[str] = mapped_column(default="")
    reported_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    close_reason: Mapped[str] = mapped_column(default="", info=SEALED)


class DangerResponse(Owned, Base):
    """What was done about an imminent danger (P-11). `steps`: step code → who, hour, name, note."""

    __tablename__ = "danger_response"
    __table_args__ = (Index("ix_danger_response_open", "unit_id", "completed_at", "known_at"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    known_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    no_consent_reason: Mapped[str] = mapped_column(info=SEALED)
    steps: Mapped[dict[str, Any]] = mapped_column(info=SEALED)
    completed_at: Mapped[datetime | None]


class SafetyPlan(Owned, Base):
    """Made with the client, in the client's words; `content` follows the prompts of the data file."""

    __tablename__ = "safety_plan"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    made_on: Mapped[date]
    made_with_client: Mapped[bool]
    content: Mapped[dict[str, Any]] = mapped_column(info=SEALED)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
