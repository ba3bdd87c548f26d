"""Meetings as they were held: who was there, from when to when, and what may be quoted of it."""

from models.enums import AttendanceMark
from services.sessions.service import Sessions
from services.sessions.shapes import AttendanceDraft, AttendanceRow, SessionDraft, SessionRow

__all__ = ["AttendanceDraft", "AttendanceMark", "AttendanceRow", "SessionDraft", "SessionRow", "Sessions"]
