"""Series: every week is checked, all are booked in one transaction, the rest is moved or cancelled together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from services.errors import AppError
from services.persian.jalali import from_jalali, to_jalali
from services.scheduling import Series
from services.scheduling.series_shapes import SeriesDraft
from services.scheduling.shapes import AppointmentRow, OverrideDraft
from services.unit_profile import UnitProfile
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute

WEEK = timedelta(days=7)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def file(office: Precinct) -> Dispute:
    return dispute(office)


@pytest.fixture
def series(office: Precinct) -> Series:
    return Series(office.uow, office.codes)


def booked(file: Dispute, series: Series, times: int = 4) -> tuple[AppointmentRow, ...]:
    plan = series.plan(file.precinct.head, SeriesDraft(file.draft(type="individual"), times))
    return series.book(file.precinct.head, [one.draft for one in plan.occurrences]).value


def test_six_weeks_by_default_with_days_off_passed_over(file: Dispute, series: Series, office: Precinct) -> None:
    UnitProfile(office.uow, office.path.parent).add_closure(office.head, SUNDAY + 2 * WEEK, "تعطیل", "local")
    plan = series.plan(office.head, SeriesDraft(file.draft(type="individual")))
    assert [one.draft.day for one in plan.occurrences] == [SUNDAY + week * WEEK for week in (0, 1, 3, 4, 5, 6)]
    assert [(day.day, day.title) for day in plan.skipped] == [(SUNDAY + 2 * WEEK, "تعطیل")]
    assert plan.is_free


def test_a_week_that_is_taken_says_why_and_offers_other_times(
    file: Dispute, series: Series, office: Precinct
) -> None:
    other = dispute(office, 2)
    other.scheduling.book(office.head, other.draft(day=SUNDAY + WEEK))
    plan = series.plan(office.head, SeriesDraft(file.draft(type="individual"), 3))
    assert [one.is_free for one in plan.occurrences] == [True, False, True]
    taken = plan.occurrences[1]
    assert any("پر است" in words for words in taken.against)
    slot = taken.slots[0]
    assert (slot.day, slot.start) == (SUNDAY + WEEK, NINE + 45)
    drafts = [one.draft for one in plan.occurrences]
    with pytest.raises(AppError) as caught:
        series.book(office.head, drafts)
    assert (caught.value.key, caught.value.field) == ("scheduling.clash_room", "occurrence_1")
    assert file.scheduling.of_case(office.head, file.case_id) == ()
    drafts[1] = replace(drafts[1], day=slot.day, start=slot.start, room_id=slot.room_id)
    assert series.plan_again(office.head, drafts).is_free
    rows = series.book(office.head, drafts).value
    assert len({row.series_id for row in rows}) == 1
    assert len(file.scheduling.of_case(office.head, file.case_id)) == 3


def test_occurrences_of_one_series_stand_in_each_other_s_way(file: Dispute, series: Series, office: Precinct) -> None:
    one = file.draft(type="individual")
    with pytest.raises(AppError) as caught:
        series.book(office.head, (one, replace(one, start=NINE + 30)))
    assert (caught.value.key, caught.value.field) == ("scheduling.clash_room", "occurrence_1")


def test_a_series_keeps_the_gate_and_says_nothing_of_it(file: Dispute, series: Series, office: Precinct) -> None:
    plan = series.plan(office.counsellor, SeriesDraft(file.joint(), 3))
    assert plan.gate_words == "برای این پرونده فعلاً جلسه جداگانه تعیین می‌شود."
    assert all(one.slots == () for one in plan.occurrences)
    with pytest.raises(AppError) as caught:
        series.book(office.counsellor, [one.draft for one in plan.occurrences])
    assert caught.value.key == "safety.separate_for_now"
    override = OverrideDraft("دستور", ("officer_near",))
    with pytest.raises(AppError):
        series.book(office.counsellor, [replace(one.draft, override=override) for one in plan.occurrences])
    file.open_gate()
    assert all(row.is_joint for row in series.book(office.head, [one.draft for one in plan.occurrences]).value)


@pytest.mark.parametrize("times", [0, 1, 27])
def test_so_many_weeks_are_no_series(file: Dispute, series: Series, times: int) -> None:
    with pytest.raises(AppError) as caught:
        series.plan(file.precinct.head, SeriesDraft(file.draft(), times))
    assert caught.value.key == "scheduling.times"


def test_weeks_go_over_the_end_of_a_common_year(file: Dispute, series: Series, office: Precinct) -> None:
    first = from_jalali(1405, 12, 20)
    plan = series.plan(office.head, SeriesDraft(file.draft(type="individual", day=first), 4))
    days = [one.draft.day for one in plan.occurrences]
    assert all((later - earlier).days % 7 == 0 for earlier, later in pairwise(days))
    assert to_jalali(days[-1])[0] == 1406


def test_the_rest_of_a_series_is_cancelled_and_taken_back(file: Dispute, series: Series, office: Precinct) -> None:
    rows = booked(file, series)
    gone = series.cancel_rest(office.head, rows[2].id, rows[2].version, by_party=True, reason="سفر").value
    assert [row.id for row in gone] == [rows[2].id, rows[3].id]
    assert [row.is_scheduled for row in series.of(office.head, rows[0].id).rows] == [True, True, False, False]
    back = series.restore(office.head, [(row.id, row.version) for row in gone]).value
    assert all(row.is_scheduled for row in back)


def test_nothing_is_taken_back_when_one_hour_is_gone(file: Dispute, series: Series, office: Precinct) -> None:
    rows = booked(file, series)
    gone = series.cancel_rest(office.head, rows[0].id, rows[0].version, by_party=True, reason="سفر").value
    other = dispute(office, 2)
    other.scheduling.book(office.head, other.draft(day=rows[3].day))
    with pytest.raises(AppError):
        series.restore(office.head, [(row.id, row.version) for row in gone])
    assert not any(row.is_scheduled for row in series.of(office.head, rows[0].id).rows)


def test_the_rest_follows_one_that_is_moved(file: Dispute, series: Series, office: Precinct) -> None:
    rows = booked(file, series)
    moved = replace(rows[1].draft(), day=rows[1].day + timedelta(days=1), start=NINE + 60)
    plan = series.plan_rest(office.head, moved)
    assert plan.is_free
    series.move(office.head, [one.draft for one in plan.occurrences])
    found = series.of(office.head, rows[0].id).rows
    assert [row.day - old.day for row, old in zip(found, rows, strict=True)] == [
        timedelta(days=n) for n in (0, 1, 1, 1)
    ]
    assert [row.start for row in found] == [NINE, NINE + 60, NINE + 60, NINE + 60]


def test_a_series_moved_by_a_week_does_not_stand_in_its_own_way(
    file: Dispute, series: Series, office: Precinct
) -> None:
    rows = booked(file, series)
    moved = replace(rows[0].draft(), day=rows[0].day + WEEK)
    plan = series.plan_rest(office.head, moved)
    assert plan.is_free
    series.move(office.head, [one.draft for one in plan.occurrences])
    assert [row.day for row in series.of(office.head, rows[0].id).rows] == [row.day + WEEK for row in rows]


def test_one_of_a_series_is_moved_alone(file: Dispute, series: Series, office: Precinct) -> None:
    rows = booked(file, series)
    file.scheduling.book(office.head, replace(rows[1].draft(), start=NINE + 120))
    assert [row.start for row in series.of(office.head, rows[0].id).rows] == [NINE, NINE + 120, NINE, NINE]


def test_an_appointment_of_its_own_is_in_no_series(file: Dispute, series: Series, office: Precinct) -> None:
    row = file.scheduling.book(office.head, file.draft()).value
    with pytest.raises(AppError) as caught:
        series.of(office.head, row.id)
    assert caught.value.key == "errors.not_found"
