"""Inquiries that the station answers (domain.md §1.6): who is asked about, how it was looked into, what was found."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Owned


class Inquiry(Owned, Base):
    """What is written for the answer to one incoming letter. It is no counselling case and in no rate (R-5).

    `mission` is a code of `inquiry_mission`. `people`: whom it concerns; `visits`: who was asked, where and when;
    `findings`: code of `inquiry_heading` → text. It can be changed as long as `document_id`, its paper, is None.
    """

    __tablename__ = "inquiry"
    __table_args__ = (Index("ix_inquiry_received", "unit_id", "received_on"),)
    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), unique=True)
    mission: Mapped[str]
    asked_by: Mapped[str]
    people: Mapped[list[Any]] = mapped_column(info=SEALED)
    visits: Mapped[list[Any]] = mapped_column(info=SEALED)
    findings: Mapped[dict[str, Any]] = mapped_column(info=SEALED)
    opinion: Mapped[str] = mapped_column(default="", info=SEALED)
    is_confidential: Mapped[bool] = mapped_column(default=False)
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    received_on: Mapped[date]
    recorded_at: Mapped[datetime]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"), index=True)
    answered_at: Mapped[datetime | None]
