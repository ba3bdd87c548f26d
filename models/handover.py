"""Work that goes from one colleague to another: for an absence, for good, or at the end of a shift (P-34)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Choice, Owned
from models.enums import AttendanceMark, HandoverKind, HandoverState


class WorkHandover(Owned, Base):
    """A colleague's work was given to others. An absence lasts from `first_on` to `last_on`; of a colleague who
    leaves, `first_on` is the last day.
    """

    __tablename__ = "work_handover"
    __table_args__ = (
        Index("ix_work_handover_from", "from_id", "state", "first_on"),
        Index("ix_work_handover_at", "unit_id", "at"),
    )
    from_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    kind: Mapped[HandoverKind] = mapped_column(Choice(HandoverKind))
    state: Mapped[HandoverState] = mapped_column(Choice(HandoverState))
    first_on: Mapped[date]
    last_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class HandoverItem(Owned, Base):
    """One file of it, or without a file the hours and letters that belong to none.

    `was_responsible`, `was_sharing`, `was_known`: what the giver and the receiver were to the file before. `moved`:
    the appointments and orders that went along, as {noun, id}.
    """

    __tablename__ = "handover_item"
    __table_args__ = (
        UniqueConstraint("handover_id", "case_id"),
        Index("ix_handover_item_case", "case_id", "handover_id"),
        Index("ix_handover_item_to", "to_id", "handover_id"),
    )
    handover_id: Mapped[UUID] = mapped_column(ForeignKey("work_handover.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    note: Mapped[str] = mapped_column(default="", info=SEALED)
    was_responsible: Mapped[bool]
    was_sharing: Mapped[bool]
    was_known: Mapped[bool]
    moved: Mapped[list[Any]]
    returned_at: Mapped[datetime | None]


class ShiftHandover(Owned, Base):
    """A shift was given by one and taken by another, both signed in for it (P-34).

    `content`: the lists as they stood then; numbers of files, hours and letters of marks, nobody's name.
    """

    __tablename__ = "shift_handover"
    __table_args__ = (Index("ix_shift_handover_at", "unit_id", "at"),)
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    taken_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    content: Mapped[dict[str, Any]] = mapped_column(info=SEALED)
    calls: Mapped[str] = mapped_column(default="", info=SEALED)
    papers: Mapped[str] = mapped_column(default="", info=SEALED)
    note: Mapped[str] = mapped_column(default="", info=SEALED)


class DoorMark(Owned, Base):
    """Who came to a booked hour, as seen at the door before the session is recorded; `arrived` and `left` are minutes
    after midnight of its day."""

    __tablename__ = "door_mark"
    __table_args__ = (
        UniqueConstraint("appointment_id", "party_id"),
        Index("ix_door_mark_party", "party_id", "mark"),
    )
    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointment.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"))
    mark: Mapped[AttendanceMark] = mapped_column(Choice(AttendanceMark))
    arrived: Mapped[int | None]
    left: Mapped[int | None]
    marked_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
