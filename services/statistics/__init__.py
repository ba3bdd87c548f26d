"""The unit's figures of a Jalali month, quarter, half or year (domain.md §2.10), each with its rule."""

from services.statistics.period import Period, PeriodKind, period_at, period_named
from services.statistics.service import Statistics
from services.statistics.shapes import CountedFile, Place, Rate, Report, StatRow, StatTable

__all__ = [
    "CountedFile",
    "Period",
    "PeriodKind",
    "Place",
    "Rate",
    "Report",
    "StatRow",
    "StatTable",
    "Statistics",
    "period_at",
    "period_named",
]
