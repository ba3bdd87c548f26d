"""The end of a file, and what happens when it comes back (domain.md §2.3 step 13, P-35)."""

from services.closing.service import Closing
from services.closing.shapes import (
    CheckItem,
    Checklist,
    CloseDraft,
    ReopenDraft,
    Returning,
    ReturningQuery,
    Round,
)

__all__ = [
    "CheckItem",
    "Checklist",
    "CloseDraft",
    "Closing",
    "ReopenDraft",
    "Returning",
    "ReturningQuery",
    "Round",
]
