"""Stored search keys (R-20): exact and prefix by an ordinary index, fragments by trigrams.

Rows are written by the unit of work, not by triggers: one code for both engines. The trigram index
(`search_text_fts` on SQLite, a GIN index on PostgreSQL) is made by the migrations.
"""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import KEY_TEXT, Base

EXACT = "exact"
PHONETIC = "phonetic"


class SearchTerm(Base):
    """One term of one subject: a name token, a joined name, a number without separators, a phonetic form."""

    __tablename__ = "search_term"
    __table_args__ = (
        Index("ix_search_term_term", "kind", "noun", "term", "subject_id"),
        Index("ix_search_term_subject", "subject_id"),
    )
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    noun: Mapped[str]
    subject_id: Mapped[UUID]
    kind: Mapped[str]
    term: Mapped[str] = mapped_column(KEY_TEXT)


class SearchText(Base):
    """All terms of one subject in one text, for fragments of three letters and more."""

    __tablename__ = "search_text"
    __table_args__ = (Index("ix_search_text_subject", "subject_id"),)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    noun: Mapped[str]
    subject_id: Mapped[UUID]
    text: Mapped[str]
