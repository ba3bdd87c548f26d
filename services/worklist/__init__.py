"""What is due: one list for me and one for the unit, what hurts first standing first (domain.md §2.8.3, R-6, R-8)."""

from services.worklist.service import Worklist
from services.worklist.shapes import (
    AgeGroup,
    Band,
    CounsellorLoad,
    DayCapacity,
    Load,
    Pulse,
    Reminder,
    ReminderKind,
    Task,
    TaskKind,
    Whose,
    WorkFilter,
    WorkPage,
    WorkRow,
)

__all__ = [
    "AgeGroup",
    "Band",
    "CounsellorLoad",
    "DayCapacity",
    "Load",
    "Pulse",
    "Reminder",
    "ReminderKind",
    "Task",
    "TaskKind",
    "Whose",
    "WorkFilter",
    "WorkPage",
    "WorkRow",
    "Worklist",
]
