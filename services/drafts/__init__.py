"""Half-written forms, kept in a small encrypted file of their own so that typing never waits (design.md §5)."""

from services.drafts.service import DraftRow, Drafts

__all__ = ["DraftRow", "Drafts"]
