"""Where blocks stand: never over each other, all of them in sight, and every one reached by the arrows."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.grid_places import Places
from ui.scheduling.open_hours import off_hours
from ui.scheduling.week_layout import DAY, LEAST, STEP, Block, Board, Column, fitted, make_board

TODAY = date(2026, 11, 22)
_meetings = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 287), st.integers(1, 60)), max_size=25)
_many = st.lists(st.tuples(st.integers(0, 2), st.integers(80, 170), st.integers(1, 20)), max_size=60)
_most = st.integers(1, 5)


@dataclass(frozen=True)
class Meeting:
    """As much of an appointment as the layout looks at."""

    id: UUID
    day: date
    start: int
    minutes: int

    @property
    def end(self) -> int:
        return self.start + self.minutes


def board_of(meetings: list[tuple[int, int, int]], opens: int = 450, closes: int = 840, **how: bool) -> Board:
    columns = [Column(str(number), TODAY, str(number), "") for number in range(3)]
    rows: list[Any] = [(column, Meeting(uuid4(), TODAY, start * 5, length * 5)) for column, start, length in meetings]
    return make_board(columns, cast("list[tuple[int, AppointmentRow]]", rows), opens, closes, **how)


def meets(one: Block, other: Block) -> bool:
    return one.column == other.column and one.start < other.end and other.start < one.end


@given(_meetings)
def test_overlapping_blocks_share_the_width_and_never_a_lane(meetings: list[tuple[int, int, int]]) -> None:
    board = board_of(meetings)
    assert len(board.blocks) == len(meetings)
    for one, other in combinations(board.blocks, 2):
        if meets(one, other):
            assert one.lane != other.lane
            assert one.lanes == other.lanes
    assert all(0 <= block.lane < block.lanes for block in board.blocks)


@given(_many, _most)
def test_a_narrow_column_shows_heaps_that_hold_everything_and_cover_nothing(
    meetings: list[tuple[int, int, int]], most: int
) -> None:
    board = board_of(meetings)
    narrow = fitted(board, most)
    assert all(block.lane < block.lanes <= most for block in narrow.blocks)
    assert not any(meets(one, other) and one.lane == other.lane for one, other in combinations(narrow.blocks, 2))
    shown = sorted(row.id for block in narrow.blocks for row in block.rows())
    assert shown == sorted(block.row.id for block in board.blocks)
    assert all(block.end - block.start >= LEAST for block in narrow.blocks)


@given(_meetings, st.integers(320, 1900), st.integers(300, 1500))
def test_no_two_blocks_cover_each_other_and_all_are_inside(
    meetings: list[tuple[int, int, int]], width: int, height: int
) -> None:
    board = fitted(board_of(meetings), 4)
    places = Places(board, width, height)
    boxes = places.boxes
    for (one, box), (other, beside) in combinations(boxes, 2):
        assert not box.intersects(beside), (one, other)
    for block, box in boxes:
        column = places.column_box(block.column)
        assert column.left() <= box.left() < box.right() <= column.right()
        assert 0 <= box.top() < box.bottom() <= height


@given(_meetings)
def test_the_hours_are_whole_and_hold_everything(meetings: list[tuple[int, int, int]]) -> None:
    board = board_of(meetings)
    assert board.opens % 60 == board.closes % 60 == 0
    assert board.opens <= 450
    assert board.closes >= 840
    assert all(board.opens <= block.start < block.end <= board.closes <= DAY for block in board.blocks)
    whole = board_of(meetings, whole_day=True)
    assert (whole.opens, whole.closes) == (0, DAY)


@given(_many, _most)
def test_the_arrows_reach_every_appointment_and_every_free_cell(
    meetings: list[tuple[int, int, int]], most: int
) -> None:
    board = fitted(board_of(meetings), most)
    for column in range(3):
        stops = board.stops(column)
        assert [stop.minute for stop in stops] == sorted(stop.minute for stop in stops)
        reached = [stop.block for stop in stops if stop.block is not None]
        assert len(reached) == sum(block.column == column for block in board.blocks)
        for stop in stops:
            if stop.block is None:
                own = [block for block in board.blocks if block.column == column]
                assert not any(block.start < stop.minute + STEP and stop.minute < block.end for block in own)


def test_a_day_without_appointments_has_its_working_hours() -> None:
    board = board_of([])
    assert (board.opens, board.closes) == (420, 840)
    nearest = board.nearest(0, 601)
    assert nearest is not None
    assert nearest.minute == 600


def test_what_crosses_midnight_stands_on_both_days_and_is_taken_where_it_begins() -> None:
    night = Meeting(uuid4(), TODAY, 23 * 60, 120)
    columns = [Column(str(number), TODAY + timedelta(days=number), "", "") for number in range(2)]
    rows = cast("list[tuple[int, AppointmentRow]]", [(0, night), (1, night)])
    first, second = make_board(columns, rows, 450, 840).blocks
    assert (first.start, first.end) == (23 * 60, DAY)
    assert (second.start, second.end) == (0, 60)
    assert (first.begins_here, second.begins_here) == (True, False)


def test_ten_minutes_after_each_other_stand_beside_each_other_and_can_be_read(qapp: QApplication) -> None:
    board = board_of([(0, 108, 2), (0, 110, 2)])
    assert [block.lanes for block in board.blocks] == [2, 2]
    places = Places(board, 1000, 400)
    assert min(box.height() for _, box in places.boxes) > 12


@pytest.mark.parametrize(
    ("hours", "shaded"),
    [
        (((450, 840),), ((420, 450), (840, 900))),
        (((450, 720), (780, 900)), ((420, 450), (720, 780))),
        ((), ((420, 900),)),
        (((0, DAY),), ()),
        (((0, 360), (1320, DAY)), ((420, 900),)),
    ],
)
def test_what_lies_outside_the_hours_is_shaded(
    hours: tuple[tuple[int, int], ...], shaded: tuple[tuple[int, int], ...]
) -> None:
    assert off_hours(hours, 420, 900) == shaded
