"""When the unit works: its hours, another season's hours, colleagues' shifts and absences, nights on call (R-28).

Hours are minutes after midnight of the unit's own wall clock. A band whose end is not after its start goes on past
midnight into the next day.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, Base, Owned


class WorkingSeason(Owned, Base):
    """Days on which other hours hold, such as Ramadan; between two dates, both included."""

    __tablename__ = "working_season"
    __table_args__ = (Index("ix_working_season_days", "unit_id", "last_on", "first_on"),)
    title: Mapped[str]
    first_on: Mapped[date]
    last_on: Mapped[date]
    declared_at: Mapped[datetime]


class WorkingBand(Owned, Base):
    """Hours of one weekday, counted from Saturday: the unit's, a season's, or one colleague's own shift."""

    __tablename__ = "working_band"
    __table_args__ = (Index("ix_working_band_of", "unit_id", "season_id", "staff_id"),)
    season_id: Mapped[UUID | None] = mapped_column(ForeignKey("working_season.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    weekday: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]


class StaffAbsence(Owned, Base):
    """Days, or hours of one day, on which a colleague is not there."""

    __tablename__ = "staff_absence"
    __table_args__ = (Index("ix_staff_absence_days", "unit_id", "last_on", "first_on"),)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    start: Mapped[int | None]
    end: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="", info=SEALED)


class OnCallNight(Owned, Base):
    """Whom to call in the hours in which nobody works, and where."""

    __tablename__ = "on_call_night"
    __table_args__ = (Index("ix_on_call_night_day", "unit_id", "day"),)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    day: Mapped[date]
    start: Mapped[int]
    end: Mapped[int]
    phone: Mapped[str] = mapped_column(default="", info=SEALED)
