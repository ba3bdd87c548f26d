"""Who waits for a time to come free."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import WaitingState


class WaitingEntry(Owned, Base):
    """A wish for a meeting. `weekdays` has a bit for each wanted weekday, counted from Saturday; 0 for any.

    `staff_id` None: any colleague who sees people. `opens` and `closes` bound the wanted hours.
    """

    __tablename__ = "waiting_entry"
    __table_args__ = (Index("ix_waiting_entry_state", "unit_id", "state", "created_at"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    type: Mapped[str]
    minutes: Mapped[int]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    weekdays: Mapped[int]
    opens: Mapped[int]
    closes: Mapped[int]
    not_before: Mapped[date]
    not_after: Mapped[date | None]
    urgency: Mapped[str]
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    state: Mapped[WaitingState] = mapped_column(Choice(WaitingState))
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    closed_at: Mapped[datetime | None]


class WaitingParty(Owned, Base):
    __tablename__ = "waiting_party"
    __table_args__ = (UniqueConstraint("entry_id", "party_id"),)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("waiting_entry.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"))
