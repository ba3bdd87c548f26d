"""Sending a client on to another body (domain.md §2.8.2, §4.1)."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Owned


class ReferralOut(Owned, Base):
    """One person sent to one body, with that person's consent or on a legal basis; never without either.

    `state` is a code of `referral_out_state`. `answer` is what came back, in the file's own words.
    """

    __tablename__ = "referral_out"
    __table_args__ = (
        Index("ix_referral_out_case", "case_id", "created_at"),
        Index("ix_referral_out_state", "unit_id", "state", "sent_on"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    target: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    urgency: Mapped[str] = mapped_column(default="normal")
    reason: Mapped[str] = mapped_column(info=SEALED)
    asked: Mapped[str] = mapped_column(default="", info=SEALED)
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    legal_basis: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    state_reason: Mapped[str] = mapped_column(default="", info=SEALED)
    sent_on: Mapped[date | None]
    received_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer_number: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="", info=SEALED)
    closed_on: Mapped[date | None]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    created_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
