"""Sheets for a day without the program (P-24): their numbers are given before anything is written on them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Owned


class HandwrittenSheet(Owned, Base):
    """A blank form with the number of a row in a letter book. `happened_on` is the day on the sheet, `entered_at`
    when it was typed into the book; both None while the sheet is blank."""

    __tablename__ = "handwritten_sheet"
    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), unique=True)
    form: Mapped[str]
    reserved_at: Mapped[datetime]
    reserved_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    happened_on: Mapped[date | None]
    entered_at: Mapped[datetime | None]
    entered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
