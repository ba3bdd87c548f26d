"""The order of the list, for any tasks whatever: what hurts first stands first."""

import itertools
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from services.clock import instant, local
from services.persian.jalali import weekday_index
from services.worklist import Band, Task, TaskKind
from services.worklist.ordering import SINCE, band_of, end_of_week, in_order
from services.worklist.signing import last_signing_day

NOON = instant(datetime(2026, 11, 22, 12))  # noqa: DTZ001 - a wall clock of the unit
TODAY = local(NOON).date()
KINDS, BANDS = list(TaskKind), list(Band)

moments = st.datetimes(datetime(2026, 9, 1), datetime(2027, 2, 1), timezones=st.just(UTC))  # noqa: DTZ001
keys = st.uuids(version=4)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    kind, due = draw(st.sampled_from(KINDS)), draw(st.none() | moments)
    return Task(
        kind,
        "",
        "",
        due,
        draw(st.booleans()) if due is None or kind in SINCE else due < NOON,
        draw(keys),
        None,
        is_reminded=kind is TaskKind.REPLY and draw(st.booleans()),
    )


@given(st.lists(tasks(), max_size=40), st.integers())
def test_it_is_one_order_whatever_came_first(found: list[Task], seed: int) -> None:
    rows = in_order(found, TODAY)
    shuffled = list(found)
    Random(seed).shuffle(shuffled)
    assert sorted(map(repr, rows)) == sorted(map(repr, in_order(shuffled, TODAY)))
    assert len({one.subject_id for one in found}) < len(found) or in_order(shuffled, TODAY) == rows


@given(st.lists(tasks(), max_size=40))
def test_nothing_that_hurts_more_stands_behind_what_hurts_less(found: list[Task]) -> None:
    rows = in_order(found, TODAY)
    for before, after in itertools.pairwise(rows):
        places = [(BANDS.index(row.band), KINDS.index(row.task.kind)) for row in (before, after)]
        assert places[0] <= places[1]
        if places[0] == places[1] and before.task.due_at and after.task.due_at:
            assert before.task.due_at <= after.task.due_at


@given(tasks())
def test_clocks_dangers_and_second_reminders_are_first_of_all(task: Task) -> None:
    is_first = task.kind in (TaskKind.CHILD_CLOCK, TaskKind.DANGER) or task.is_reminded
    assert (band_of(task, TODAY) is Band.FIRST) is is_first


@given(tasks(), st.integers(0, 400))
def test_with_time_a_row_never_goes_down(task: Task, days: int) -> None:
    """The same thing hurts more tomorrow, or as much."""
    if not task.is_overdue:
        assert BANDS.index(band_of(task, TODAY + timedelta(days=days))) <= BANDS.index(band_of(task, TODAY))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_week_ends_on_friday(day: date) -> None:
    last = end_of_week(day)
    assert weekday_index(last) == 6
    assert 0 <= (last - day).days <= 6


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.sets(st.integers(0, 30)))
def test_the_last_day_to_sign_is_the_nearest_one_that_is_not_off(due: date, back: set[int]) -> None:
    off = {due - timedelta(days=step) for step in back}
    found = last_signing_day(due, off)
    assert found <= due
    assert found not in off or all(due - timedelta(days=step) in off for step in range(20))
    assert all(found + timedelta(days=step) in off for step in range(1, (due - found).days + 1))


def test_keys_break_ties() -> None:
    pair = [Task(TaskKind.REPLY, "", "", NOON, False, UUID(int=number), None) for number in (2, 1)]
    assert [row.task.subject_id.int for row in in_order(pair, TODAY)] == [1, 2]
