"""Where things stand on the calendar, without painting: columns, blocks side by side, and the stops of the arrows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from services.scheduling.shapes import AppointmentRow

STEP = 30
"""Minutes of one cell."""

LEAST = 20
"""Minutes of the shortest block that is drawn: what lasts less still has room for its number."""

DAY, HOUR = 24 * 60, 60

Bands = tuple[tuple[int, int], ...]
"""Stretches of a day in minutes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a day of the week, or a room or a colleague on one day. `key` names it for whoever asked.

    `open_hours`: when the unit works on that day; the rest is shaded.
    """

    key: str
    day: date
    title: str
    quiet: str
    holiday: str = ""
    is_estimated: bool = False
    is_friday: bool = False
    is_today: bool = False
    open_hours: Bands = ()


@dataclass(frozen=True, slots=True)
class Block:
    """An appointment in its column: `lane` of `lanes` where several overlap, counted from the right.

    `start` and `end` bound what is drawn: within the day, and never shorter than `LEAST`. A heap stands for `row` and
    the `rest`, which begin there, where no room is left to show each of them.
    """

    row: AppointmentRow
    column: int
    lane: int
    lanes: int
    start: int
    end: int
    rest: tuple[AppointmentRow, ...] = ()
    is_heap: bool = False
    begins_here: bool = True

    def rows(self) -> tuple[AppointmentRow, ...]:
        """Everything that the block stands for."""
        return (self.row, *self.rest)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the arrows halt: an empty cell, or an appointment."""

    column: int
    minute: int
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that stands on the calendar, from `opens` to `closes`."""

    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    opens: int
    closes: int

    @property
    def minutes(self) -> int:
        return self.closes - self.opens

    def stops(self, column: int) -> tuple[Stop, ...]:
        """The halts of one column from the top: appointments, and the cells that none of them covers."""
        mine = [block for block in self.blocks if block.column == column]
        stops = [Stop(column, block.start, block) for block in mine]
        stops += [
            Stop(column, minute)
            for minute in range(self.opens, self.closes, STEP)
            if not any(block.start < minute + STEP and minute < block.end for block in mine)
        ]
        return tuple(sorted(stops, key=lambda stop: (stop.minute, stop.block.lane if stop.block else 0)))

    def nearest(self, column: int, minute: int) -> Stop | None:
        """The halt of a column that is nearest to a minute."""
        stops = self.stops(column)
        return min(stops, key=lambda stop: abs(stop.minute - minute), default=None)

    def block_of(self, appointment_id: object) -> Block | None:
        """Where an appointment stands, be it in a heap."""
        return next((one for one in self.blocks if any(row.id == appointment_id for row in one.rows())), None)


def make_board(
    columns: Sequence[Column],
    rows: Iterable[tuple[int, AppointmentRow]],
    opens: int,
    closes: int,
    *,
    whole_day: bool = False,
) -> Board:
    """Blocks for rows with the number of their column; the hours widen to whole ones around what there is.

    A row of the day before is placed with what lies after midnight.
    """
    placed: list[Block] = []
    by_column: dict[int, list[Block]] = {}
    for column, row in rows:
        by_column.setdefault(column, []).append(_piece(row, column, columns[column].day))
    for own in by_column.values():
        placed.extend(_side_by_side(own))
    begin = 0 if whole_day else min([opens, *(block.start for block in placed)])
    end = DAY if whole_day else max([closes, *(block.end for block in placed)])
    return Board(tuple(columns), tuple(placed), begin // 60 * 60, -(-end // 60) * 60)


def fitted(board: Board, most: int) -> Board:
    """The board with at most `most` blocks beside each other; what is over stands in heaps."""
    if most < 1 or all(block.lanes <= most for block in board.blocks):
        return board
    shown = [block for block in board.blocks if block.lanes <= most]
    wide = [block for block in board.blocks if block.lanes > most]
    shown += [replace(block, lanes=most) for block in wide if block.lane < most - 1]
    over: dict[int, list[Block]] = {}
    for block in wide:
        if block.lane >= most - 1:
            over.setdefault(block.column, []).append(block)
    for blocks in over.values():
        for knot in _knots(blocks):
            shown.extend(_heaps(knot, most))
    return replace(board, blocks=tuple(shown))


def _piece(row: AppointmentRow, column: int, day: date) -> Block:
    """What of an appointment lies on a day."""
    shift = (row.day - day).days * DAY
    start = max(0, min(row.start + shift, DAY - LEAST))
    end = min(DAY, max(row.end + shift, start + LEAST))
    return Block(row, column, 0, 1, start, end, begins_here=not shift)


def _side_by_side(blocks: Sequence[Block]) -> list[Block]:
    """Appointments that overlap stand beside each other; each knot of them shares the width."""
    found: list[Block] = []
    for knot in _knots(blocks):
        ends: list[int] = []
        lanes: list[int] = []
        for block in knot:
            lane = next((number for number, end in enumerate(ends) if end <= block.start), len(ends))
            if lane == len(ends):
                ends.append(block.end)
            else:
                ends[lane] = block.end
            lanes.append(lane)
        found.extend(replace(block, lane=lane, lanes=len(ends)) for block, lane in zip(knot, lanes, strict=True))
    return found


def _knots(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of a column by what overlaps, directly or through others; each knot from the top."""
    found: list[list[Block]] = []
    end = -1
    for block in sorted(blocks, key=lambda one: (one.start, one.start - one.end, one.row.id)):
        if block.start >= end:
            found.append([])
        found[-1].append(block)
        end = max(end, block.end)
    return found


def _heaps(knot: Sequence[Block], most: int) -> list[Block]:
    """One heap for what begins in each hour of a knot; of a single block itself."""
    if len(knot) == 1:
        return [replace(knot[0], lane=most - 1, lanes=most)]
    first, end = knot[0].start, max(block.end for block in knot)
    by_hour: dict[int, list[Block]] = {}
    for block in knot:
        by_hour.setdefault((block.start - first) // HOUR, []).append(block)
    found = []
    for hour, blocks in by_hour.items():
        start = first + hour * HOUR
        rest = tuple(block.row for block in blocks[1:])
        heap = replace(blocks[0], lane=most - 1, lanes=most, start=start, end=min(start + HOUR, end), rest=rest)
        found.append(replace(heap, is_heap=True))
    return found
