"""Where blocks stand: never over each other, all of them in sight, and every one reached by the arrows."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, cast
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.week_layout import STEP, Board, Column, make_board

DAY = date(2026, 11, 22)
_meetings = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 280), st.integers(1, 40)), max_size=25)


@dataclass(frozen=True)
class Meeting:
    """As much of an appointment as the layout looks at."""

    id: UUID
    start: int
    minutes: int

    @property
    def end(self) -> int:
        return self.start + self.minutes


def board_of(meetings: list[tuple[int, int, int]], opens: int = 450, closes: int = 840) -> Board:
    columns = [Column(str(number), DAY, str(number), "") for number in range(3)]
    rows: list[Any] = [(column, Meeting(uuid4(), start * 5, length * 5)) for column, start, length in meetings]
    return make_board(columns, cast("list[tuple[int, AppointmentRow]]", rows), opens, closes)


@given(_meetings)
def test_overlapping_blocks_share_the_width_and_never_a_lane(meetings: list[tuple[int, int, int]]) -> None:
    board = board_of(meetings)
    assert len(board.blocks) == len(meetings)
    for one, other in combinations(board.blocks, 2):
        meet = one.row.start < other.row.end and other.row.start < one.row.end
        if one.column == other.column and meet:
            assert one.lane != other.lane
            assert one.lanes == other.lanes
    assert all(0 <= block.lane < block.lanes for block in board.blocks)


@given(_meetings)
def test_the_hours_are_whole_and_hold_everything(meetings: list[tuple[int, int, int]]) -> None:
    board = board_of(meetings)
    assert board.opens % 60 == board.closes % 60 == 0
    assert board.opens <= 450
    assert board.closes >= 840
    assert all(board.opens <= block.row.start and block.row.end <= board.closes for block in board.blocks)


@given(_meetings)
def test_the_arrows_reach_every_appointment_and_every_free_cell(meetings: list[tuple[int, int, int]]) -> None:
    board = board_of(meetings)
    for column in range(3):
        stops = board.stops(column)
        assert [stop.minute for stop in stops] == sorted(stop.minute for stop in stops)
        reached = {stop.block.row.id for stop in stops if stop.block is not None}
        assert reached == {block.row.id for block in board.blocks if block.column == column}
        for stop in stops:
            if stop.block is None:
                end = stop.minute + STEP
                own = [block.row for block in board.blocks if block.column == column]
                assert not any(row.start < end and stop.minute < row.end for row in own)


def test_a_day_without_appointments_has_its_working_hours() -> None:
    board = board_of([])
    assert (board.opens, board.closes, board.work) == (420, 840, (450, 840))
    nearest = board.nearest(0, 601)
    assert nearest is not None
    assert nearest.minute == 600
