"""Meetings as they were held: who was there, from when to when, what may be quoted of it, and what is to be done."""

from models.enums import AttendanceMark
from services.sessions.service import Sessions
from services.sessions.shapes import (
    AttendanceDraft,
    AttendanceRow,
    CaseNoteDraft,
    CaseNoteRow,
    SessionDraft,
    SessionRow,
    TaskDraft,
    TaskRow,
)

__all__ = [
    "AttendanceDraft",
    "AttendanceMark",
    "AttendanceRow",
    "CaseNoteDraft",
    "CaseNoteRow",
    "SessionDraft",
    "SessionRow",
    "Sessions",
    "TaskDraft",
    "TaskRow",
]
