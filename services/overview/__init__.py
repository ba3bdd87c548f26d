"""What people look at first: the day at a glance, and everything of one case on one page."""

from services.overview.readers import ReaderRow
from services.overview.service import Overview
from services.overview.shapes import (
    CaseHistory,
    CasePage,
    Home,
    NextStep,
    PaperRow,
    PathStep,
    Readiness,
    StepState,
    TodayRow,
)

__all__ = [
    "CaseHistory",
    "CasePage",
    "Home",
    "NextStep",
    "Overview",
    "PaperRow",
    "PathStep",
    "ReaderRow",
    "Readiness",
    "StepState",
    "TodayRow",
]
