"""The working calendar: weeks, seasons, nights over midnight, closures in part, who is away (R-27, R-28)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.unit import Staff
from services.actor import Right
from services.errors import AppError, InvalidDraft, NotAllowedError, StaleError
from services.persian.jalali import from_jalali
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, Band, NightDraft, SeasonDraft, WorkingTime
from services.working_time.calendar import Calendar, calendar_of, on_call
from services.working_time.minutes import WHOLE, span, spans_of
from services.working_time.rules import band_errors
from tests.factories import Precinct, precinct

SATURDAY = date(2026, 11, 21)  # 30 Aban 1405
WEEK = tuple(Band(day, 450, 840) for day in range(5))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


def calendar(office: Precinct, first: date = SATURDAY, days: int = 7) -> Calendar:
    with office.uow.read(office.head) as tx:
        return calendar_of(tx, first, first + timedelta(days=days - 1))


def spans(minutes: int) -> list[tuple[int, int]]:
    return list(spans_of(minutes))


def keys(error: AppError) -> set[str]:
    return {one.key for one in error.errors} if isinstance(error, InvalidDraft) else {error.key}


def test_without_a_week_of_its_own_the_unit_works_as_its_settings_say(office: Precinct) -> None:
    week = WorkingTime(office.uow).week(office.head)
    assert not week.is_own
    assert {band.weekday for band in week.bands} == set(range(6))
    assert spans(calendar(office).hours(SATURDAY)) == [(450, 840)]
    assert calendar(office).hours(SATURDAY + timedelta(days=6)) == 0


def test_a_week_with_a_break_and_a_night_over_midnight(office: Precinct) -> None:
    bands = (Band(0, 450, 720), Band(0, 780, 960), Band(1, 1320, 360))
    done = WorkingTime(office.uow).set_week(office.head, bands)
    assert done.value.is_own
    asked = calendar(office)
    assert spans(asked.hours(SATURDAY)) == [(450, 720), (780, 960)]
    assert spans(asked.hours(SATURDAY + timedelta(days=1))) == [(1320, 1440)]
    assert spans(asked.hours(SATURDAY + timedelta(days=2))) == [(0, 360)]


@pytest.mark.parametrize(
    ("bands", "key"),
    [
        ((), "working_time.no_hours"),
        ((Band(0, 480, 480),), "working_time.empty_band"),
        ((Band(0, 480, 720), Band(0, 700, 900)), "working_time.bands_meet"),
        ((Band(0, 1320, 480), Band(1, 450, 840)), "working_time.bands_meet"),
        ((Band(6, 1320, 480), Band(0, 450, 840)), "working_time.bands_meet"),
        ((Band(7, 480, 720),), "errors.required"),
    ],
)
def test_weeks_that_can_not_be_are_refused(office: Precinct, bands: tuple[Band, ...], key: str) -> None:
    with pytest.raises(AppError) as caught:
        WorkingTime(office.uow).set_week(office.head, bands)
    assert keys(caught.value) == {key}


_bands = st.lists(st.builds(Band, st.integers(0, 6), st.integers(0, 1439), st.integers(0, 1440)), max_size=5)


@given(_bands)
def test_a_week_is_refused_exactly_when_a_minute_is_in_two_bands(bands: list[Band]) -> None:
    taken: list[int] = []
    for band in bands:
        begin = band.weekday * 1440 + band.start
        length = (band.end - band.start) if band.end > band.start else band.end - band.start + 1440
        taken += [(begin + minute) % (7 * 1440) for minute in range(length)]
    empty = any(band.start == band.end for band in bands)
    meets = {error.key for error in band_errors(bands, needs_one=False)}
    if not empty:
        assert bool(meets) == (len(taken) != len(set(taken)))


def test_only_who_keeps_the_settings_changes_them(office: Precinct) -> None:
    assert not office.counsellor.may(Right.SETTINGS_MANAGE)
    with pytest.raises(NotAllowedError):
        WorkingTime(office.uow).set_week(office.counsellor, WEEK)


def test_other_hours_hold_between_their_days_and_a_night_of_the_last_reaches_further(office: Precinct) -> None:
    hours = WorkingTime(office.uow)
    first = SATURDAY + timedelta(days=2)
    draft = SeasonDraft("ماه رمضان", first, first + timedelta(days=1), (Band(2, 540, 720), Band(3, 1260, 120)))
    row = hours.save_season(office.head, draft).value
    asked = calendar(office)
    assert spans(asked.hours(first)) == [(540, 720)]
    assert spans(asked.hours(first + timedelta(days=1))) == [(1260, 1440)]
    assert spans(asked.hours(first + timedelta(days=2))) == [(0, 120), (450, 840)]
    assert spans(calendar(office, first + timedelta(days=2), 1).hours(first + timedelta(days=2)))[0] == (0, 120)
    with pytest.raises(AppError) as caught:
        hours.save_season(office.head, SeasonDraft("دیگر", first, first, WEEK))
    assert keys(caught.value) == {"working_time.season_taken"}
    hours.remove_season(office.head, row.id, row.version)
    assert spans(calendar(office).hours(first)) == [(450, 840)]


def test_a_season_over_the_end_of_a_year_that_has_no_thirtieth_of_esfand(office: Precinct) -> None:
    first, last = from_jalali(1405, 12, 28), from_jalali(1406, 1, 3)
    assert (last - first).days == 4  # 28, 29 Esfand, 1, 2, 3 Farvardin
    draft = SeasonDraft("ماه رمضان", first, last, tuple(Band(day, 540, 720) for day in range(7)))
    WorkingTime(office.uow).save_season(office.head, draft)
    asked = calendar(office, first - timedelta(days=1), 8)
    held = [spans(asked.hours(first + timedelta(days=n))) == [(540, 720)] for n in range((last - first).days + 1)]
    assert all(held)
    assert spans(asked.hours(last + timedelta(days=1))) != [(540, 720)]


def test_days_in_the_wrong_order_are_refused(office: Precinct) -> None:
    hours = WorkingTime(office.uow)
    with pytest.raises(AppError) as caught:
        hours.save_season(office.head, SeasonDraft("ماه رمضان", SATURDAY, SATURDAY - timedelta(days=1), WEEK))
    assert keys(caught.value) == {"working_time.days_reversed"}
    with pytest.raises(AppError) as caught:
        hours.save_season(office.head, SeasonDraft("ماه رمضان", SATURDAY, SATURDAY + timedelta(days=400), WEEK))
    assert keys(caught.value) == {"working_time.too_many_days"}


def test_a_closure_of_a_part_of_the_day_takes_its_hours_alone(office: Precinct) -> None:
    unit = UnitProfile(office.uow, office.path.parent)
    unit.add_closure(office.head, SATURDAY, "بازدید", "local", 600, 720)
    asked = calendar(office)
    assert spans(asked.working(SATURDAY)) == [(450, 600), (720, 840)]
    assert SATURDAY not in unit.days_off(office.head, SATURDAY, SATURDAY)
    with pytest.raises(AppError) as caught:
        unit.add_closure(office.head, SATURDAY, "دیگر", "local", 720, 600)
    assert keys(caught.value) == {"unit.hours_reversed"}


def test_who_is_away_for_days_or_hours_and_who_leaves_the_service(office: Precinct) -> None:
    hours, who = WorkingTime(office.uow), office.counsellor.staff_id
    hours.add_absence(office.head, AbsenceDraft(who, SATURDAY, SATURDAY + timedelta(days=1), reason="مرخصی"))
    day = SATURDAY + timedelta(days=3)
    row = hours.add_absence(office.head, AbsenceDraft(who, day, day, 480, 600)).value
    with office.uow.write(office.head) as tx:
        tx.get(Staff, office.second.staff_id).service_end_on = day
        tx.record("staff.edit", "staff")
    asked = calendar(office)
    assert asked.absent(who, SATURDAY) == WHOLE
    assert asked.absent(who, SATURDAY + timedelta(days=2)) == 0
    assert asked.absent(who, day) == span(480, 600)
    assert asked.absent(office.second.staff_id, day) == 0
    assert asked.absent(office.second.staff_id, day + timedelta(days=1)) == WHOLE
    with pytest.raises(StaleError):
        hours.remove_absence(office.head, row.id, row.version + 1)
    hours.remove_absence(office.head, row.id, row.version)
    assert calendar(office).absent(who, day) == 0


@pytest.mark.parametrize(
    ("last", "start", "end", "key"),
    [
        (-1, None, None, "working_time.days_reversed"),
        (1, 480, 600, "working_time.hours_of_one_day"),
        (0, 600, 480, "working_time.hours_reversed"),
        (0, 480, None, "errors.required"),
    ],
)
def test_absences_that_can_not_be(office: Precinct, last: int, start: int | None, end: int | None, key: str) -> None:
    draft = AbsenceDraft(office.counsellor.staff_id, SATURDAY, SATURDAY + timedelta(days=last), start, end)
    with pytest.raises(AppError) as caught:
        WorkingTime(office.uow).add_absence(office.head, draft)
    assert keys(caught.value) == {key}


def test_a_colleagues_own_shifts(office: Precinct) -> None:
    hours, who = WorkingTime(office.uow), office.counsellor.staff_id
    hours.set_week(office.head, (Band(0, 960, 1200),), who)
    assert spans(calendar(office).shift(who, SATURDAY)) == [(960, 1200)]
    assert calendar(office).shift(office.second.staff_id, SATURDAY) == WHOLE
    hours.set_week(office.head, (), who)
    assert calendar(office).shift(who, SATURDAY) == WHOLE


def test_a_night_on_call_is_known_on_both_of_its_days(office: Precinct) -> None:
    hours, who = WorkingTime(office.uow), office.counsellor.staff_id
    row = hours.add_night(office.head, NightDraft(who, SATURDAY, 1200, 420, "۰۹۶۰۰۰۰۰۰۰۱")).value
    assert row.phone == "09600000001"
    with office.uow.read(office.head) as tx:
        assert [one.staff_id for one in on_call(tx, SATURDAY)] == [who]
        assert [one.staff_id for one in on_call(tx, SATURDAY + timedelta(days=1))] == [who]
        assert on_call(tx, SATURDAY + timedelta(days=2)) == ()
    assert [night.id for night in hours.nights(office.head, SATURDAY)] == [row.id]
    officer = office.actors["duty_officer"]
    assert [one.id for one in hours.answering(officer)] == [row.id], "this evening"
    later = hours.add_night(office.head, NightDraft(who, SATURDAY + timedelta(days=1), 1200, 420)).value
    office.clock.advance(timedelta(hours=21))
    assert [one.id for one in hours.answering(officer)] == [row.id], "at six in the morning"
    office.clock.advance(timedelta(hours=2))
    assert [one.id for one in hours.answering(officer)] == [later.id]
    office.clock.advance(timedelta(days=2))
    assert hours.answering(officer) == ()
    hours.remove_night(office.head, row.id, row.version)
    assert hours.nights(office.head, SATURDAY) == (later,)
