"""Where things stand on the calendar, without painting: columns, blocks side by side, and the stops of the arrows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from services.scheduling.shapes import AppointmentRow

STEP = 30
"""Minutes of one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a day of the week, or a room or a colleague on one day. `key` names it for whoever asked."""

    key: str
    day: date
    title: str
    quiet: str
    holiday: str = ""
    is_estimated: bool = False
    is_friday: bool = False
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """An appointment in its column: `lane` of `lanes` where several overlap, counted from the right."""

    row: AppointmentRow
    column: int
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the arrows halt: an empty cell, or an appointment."""

    column: int
    minute: int
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that stands on the calendar, from `opens` to `closes`; `work` are the unit's own hours."""

    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    opens: int
    closes: int
    work: tuple[int, int]

    @property
    def minutes(self) -> int:
        return self.closes - self.opens

    def stops(self, column: int) -> tuple[Stop, ...]:
        """The halts of one column from the top: appointments, and the cells that none of them covers."""
        mine = [block for block in self.blocks if block.column == column]
        stops = [Stop(column, block.row.start, block) for block in mine]
        stops += [
            Stop(column, minute)
            for minute in range(self.opens, self.closes, STEP)
            if not any(block.row.start < minute + STEP and minute < block.row.end for block in mine)
        ]
        return tuple(sorted(stops, key=lambda stop: (stop.minute, stop.block.lane if stop.block else 0)))

    def nearest(self, column: int, minute: int) -> Stop | None:
        """The halt of a column that is nearest to a minute."""
        stops = self.stops(column)
        return min(stops, key=lambda stop: abs(stop.minute - minute), default=None)


def make_board(
    columns: Sequence[Column], rows: Iterable[tuple[int, AppointmentRow]], opens: int, closes: int
) -> Board:
    """Blocks for rows with the number of their column; the hours widen to whole ones around what there is."""
    placed: list[Block] = []
    by_column: dict[int, list[AppointmentRow]] = {}
    for column, row in rows:
        by_column.setdefault(column, []).append(row)
    for column, own in by_column.items():
        placed.extend(_side_by_side(column, own))
    begin = min([opens, *(block.row.start for block in placed)])
    end = max([closes, *(block.row.end for block in placed)])
    return Board(tuple(columns), tuple(placed), begin // 60 * 60, -(-end // 60) * 60, (opens, closes))


def _side_by_side(column: int, rows: Sequence[AppointmentRow]) -> list[Block]:
    """Appointments that overlap stand beside each other; each knot of them shares the width."""
    found: list[Block] = []
    knot: list[tuple[AppointmentRow, int]] = []
    ends: list[int] = []
    for row in sorted(rows, key=lambda row: (row.start, -row.minutes, row.id)):
        if knot and row.start >= max(ends):
            found.extend(Block(one, column, lane, len(ends)) for one, lane in knot)
            knot, ends = [], []
        lane = next((number for number, end in enumerate(ends) if end <= row.start), len(ends))
        if lane == len(ends):
            ends.append(row.end)
        else:
            ends[lane] = row.end
        knot.append((row, lane))
    found.extend(Block(one, column, lane, len(ends)) for one, lane in knot)
    return found
