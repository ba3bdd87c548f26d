"""Process notes: a counsellor's own working notes, which only their keys open (R-14, design.md §5)."""

from services.notes.service import Notes
from services.notes.shapes import (
    EmergencyDraft,
    EscrowMade,
    EscrowRow,
    EscrowState,
    NoteDraft,
    NoteRow,
    NoteText,
    ReturnDraft,
    ShareRow,
)

__all__ = [
    "EmergencyDraft",
    "EscrowMade",
    "EscrowRow",
    "EscrowState",
    "NoteDraft",
    "NoteRow",
    "NoteText",
    "Notes",
    "ReturnDraft",
    "ShareRow",
]
