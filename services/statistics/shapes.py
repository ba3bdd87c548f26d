"""What the statistics give back. Everything is plain frozen data."""

from dataclasses import dataclass
from uuid import UUID

from services.statistics.period import Period


@dataclass(frozen=True, slots=True)
class StatRow:
    """A row of whole numbers; None where a figure has no meaning. `key` names it for `Statistics.files`."""

    key: str
    label: str
    values: tuple[int | None, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class StatTable:
    """A table of §2.10. `rule` says in a sentence what is counted. `sums`: what its rows add up to, None where rows
    overlap. `opens_files`: rows of level 0 lead to their files, column by column of `columns`."""

    key: str
    title: str
    rule: str
    head: tuple[str, ...]
    rows: tuple[StatRow, ...]
    sums: StatRow | None = None
    columns: tuple[str, ...] = ()
    opens_files: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with what it is made of: numerator, denominator and formula in words (R-4). There is no target."""

    label: str
    formula: str
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Report:
    """All tables of a period. `is_running`: it has not ended, and counts what was recorded until today."""

    period: Period
    words: str
    is_running: bool
    tables: tuple[StatTable, ...]
    rates: tuple[Rate, ...]
    notes: tuple[str, ...]

    def table(self, key: str) -> StatTable:
        return next(table for table in self.tables if table.key == key)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of a table: its row and, where the table has several, its column."""

    table: str
    row: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class CountedFile:
    """A file that was counted. Neither names nor subject (R-30)."""

    case_id: UUID
    case_no: str
    group_label: str
    status_label: str
