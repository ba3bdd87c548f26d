"""What the unit changes in its own papers: letter texts in versions, and files that papers are drawn with."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import UNRECORDED, Base, Owned


class LetterTemplate(Owned, Base):
    """A version of a letter text as the unit wrote it; rows are added and never changed, the last one holds.

    `follows_shipped`: the unit went back to the text of the program, of which `body` is the state of that day.
    `shipped_version` is the version of the program's text that lay beside it, so that a newer one can be told.
    """

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("unit_id", "letter", "number"),)
    letter: Mapped[str]
    number: Mapped[int]
    title: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str]
    follows_shipped: Mapped[bool] = mapped_column(default=False)
    shipped_version: Mapped[int]
    saved_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    saved_at: Mapped[datetime]


class PaperFile(Owned, Base):
    """An emblem or a font that papers of the unit are or were drawn with, by its hash; it never changes nor goes."""

    __tablename__ = "paper_file"
    __table_args__ = (UniqueConstraint("unit_id", "sha256"),)
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True, info=UNRECORDED)
    added_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime]
