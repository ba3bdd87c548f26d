"""When the unit works, who is away, and whom to call at night (R-27, R-28)."""

from services.working_time.service import WorkingTime
from services.working_time.shapes import (
    AbsenceDraft,
    AbsenceRow,
    Band,
    NightDraft,
    NightRow,
    SeasonDraft,
    SeasonRow,
    Week,
)

__all__ = [
    "AbsenceDraft",
    "AbsenceRow",
    "Band",
    "NightDraft",
    "NightRow",
    "SeasonDraft",
    "SeasonRow",
    "Week",
    "WorkingTime",
]
