"""Who came, as seen at the door: one mark a person, what follows a missed hour, and what nobody may mark."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.enums import AppointmentStatus, AttendanceMark, Confidentiality
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.scheduling import Door, DoorDraft, Doors
from services.scheduling.shapes import AppointmentRow, AttemptDraft
from services.sessions import AttendanceDraft
from tests.factories import precinct
from tests.services.work import NINE, TODAY, Work

CAME, LATE, LEFT, MISSING = (
    AttendanceMark.ATTENDED,
    AttendanceMark.LATE,
    AttendanceMark.LEFT_EARLY,
    AttendanceMark.NO_SHOW,
)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    made = precinct(tmp_path)
    yield Work(made)
    made.close()


@pytest.fixture
def hour(work: Work) -> AppointmentRow:
    """A shuttle of both sides, this morning at ten."""
    row = work.book(
        work.register(), (0, 1), type="shuttle", start=10 * 60, second_room_id=work.unit.rooms[1], minutes=60
    )
    work.later(hours=1, minutes=10)
    return row


def doors(work: Work) -> Doors:
    return Doors(work.unit.uow, work.unit.codes)


def mark(work: Work, row: AppointmentRow, side: int, said: AttendanceMark | None, minutes: int = 0) -> Door:
    return doors(work).mark(work.unit.clerk, DoorDraft(row.id, row.party_ids[side], said, minutes)).value


def status(work: Work, row: AppointmentRow) -> AppointmentStatus:
    return work.scheduling.row(work.worker, row.id).status


def test_the_clerk_marks_who_came_with_the_hour_of_the_clock(work: Work, hour: AppointmentRow) -> None:
    mark(work, hour, 0, CAME)
    door = mark(work, hour, 1, LATE)
    assert [(one.mark, one.arrived) for one in door.people] == [(CAME, None), (LATE, 10 * 60 + 10)]
    assert door.is_open
    assert status(work, hour) is AppointmentStatus.SCHEDULED
    assert "door.mark" in work.actions()


def test_minutes_that_were_typed_stand_before_the_clock(work: Work, hour: AppointmentRow) -> None:
    assert mark(work, hour, 0, LATE, 20).people[0].arrived == 10 * 60 + 20
    assert mark(work, hour, 0, LEFT, 45).people[0].left == 10 * 60 + 45
    assert mark(work, hour, 0, None).people[0].mark is None
    with pytest.raises(InvalidError) as caught:
        mark(work, hour, 0, LATE, 61)
    assert caught.value.key == "scheduling.door_minutes"


def test_an_hour_to_which_nobody_came_is_free_until_somebody_does(work: Work, hour: AppointmentRow) -> None:
    mark(work, hour, 0, MISSING)
    assert status(work, hour) is AppointmentStatus.SCHEDULED
    mark(work, hour, 1, MISSING)
    assert status(work, hour) is AppointmentStatus.NO_SHOW_ALL
    mark(work, hour, 1, LATE)
    assert status(work, hour) is AppointmentStatus.SCHEDULED


def test_who_comes_after_all_to_an_hour_that_was_given_away_is_told(work: Work, hour: AppointmentRow) -> None:
    for side in (0, 1):
        mark(work, hour, side, MISSING)
    work.book(work.register(), start=10 * 60 + 15, room_id=work.unit.rooms[0])
    with pytest.raises(InvalidError) as caught:
        mark(work, hour, 0, LATE)
    assert caught.value.key == "scheduling.door_taken"
    assert status(work, hour) is AppointmentStatus.NO_SHOW_ALL


def test_a_missed_hour_counts_like_a_try_and_the_file_may_end(work: Work, hour: AppointmentRow) -> None:
    """Two calls in vain and a missed hour: the set number of three."""
    assert hour.case_id is not None
    for _ in range(2):
        work.later(seconds=1)
        draft = AttemptDraft(hour.party_ids[0], "phone", result="no_answer")
        work.scheduling.record_attempt(work.worker, draft)
    door = mark(work, hour, 0, MISSING)
    first = door.people[0]
    assert (first.is_missing, first.counted, first.limit, first.is_spent) == (True, 3, 3, True)
    assert not door.people[1].is_missing
    invitee = work.scheduling.invitees(work.worker, hour.case_id)[0]
    assert (invitee.counted, invitee.limit) == (3, 3)
    assert work.conclude(hour.case_id, "no_show").disposition == "no_show"


def test_what_was_recorded_as_a_session_is_not_counted_twice(work: Work, hour: AppointmentRow) -> None:
    assert hour.case_id is not None
    mark(work, hour, 0, MISSING)
    marks = tuple(AttendanceDraft(party, MISSING) for party in hour.party_ids)
    work.hold(hour.case_id, appointment_id=hour.id, attendance=marks, type="shuttle", start=NINE, end=10 * 60)
    assert [one.counted for one in doors(work).at(work.worker, hour.id).people] == [1, 1]
    with pytest.raises(InvalidError) as caught:
        mark(work, hour, 0, CAME)
    assert caught.value.key in ("scheduling.door_recorded", "scheduling.not_scheduled")


def test_nobody_is_missing_before_the_hour(work: Work) -> None:
    row = work.book(work.register())
    with pytest.raises(InvalidError) as caught:
        mark(work, row, 0, MISSING)
    assert caught.value.key == "scheduling.door_before_hour"
    assert mark(work, row, 0, CAME).people[0].mark is CAME


def test_another_day_cannot_be_marked_yet(work: Work) -> None:
    row = work.book(work.register(), day=TODAY + timedelta(days=1))
    with pytest.raises(InvalidError) as caught:
        mark(work, row, 0, CAME)
    assert caught.value.key == "scheduling.door_not_yet"
    assert not doors(work).at(work.worker, row.id).is_open


def test_the_hour_of_a_hidden_file_does_not_exist(work: Work, hour: AppointmentRow) -> None:
    assert hour.case_id is not None
    version = work.detail(hour.case_id).version
    work.cases.set_confidentiality(work.unit.head, hour.case_id, version, Confidentiality.RESTRICTED)
    with pytest.raises(NotFoundError):
        doors(work).at(work.unit.second, hour.id)
    with pytest.raises(NotFoundError):
        doors(work).mark(work.unit.second, DoorDraft(hour.id, hour.party_ids[0], CAME))


def test_who_plans_no_hours_marks_nobody(work: Work, hour: AppointmentRow) -> None:
    with pytest.raises(NotAllowedError):
        doors(work).mark(work.unit.actors["auditor"], DoorDraft(hour.id, hour.party_ids[0], CAME))


@settings(max_examples=15, deadline=None)
@given(said=st.lists(st.tuples(st.integers(0, 1), st.sampled_from([*AttendanceMark, None])), max_size=8))
def test_whatever_is_marked_the_hour_is_missed_only_when_all_are_away(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, AttendanceMark | None]]
) -> None:
    made = precinct(tmp_path_factory.mktemp("door"))
    work = Work(made)
    row = work.book(
        work.register(), (0, 1), type="shuttle", start=10 * 60, second_room_id=work.unit.rooms[1], minutes=60
    )
    work.later(hours=1, minutes=10)
    standing: dict[int, AttendanceMark] = {}
    for side, value in said:
        mark(work, row, side, value)
        standing = {one: was for one, was in (standing | {side: value}).items() if was is not None}  # type: ignore[misc]
    present = {AttendanceMark.ATTENDED, AttendanceMark.LATE, AttendanceMark.LEFT_EARLY}
    is_missed = len(standing) == 2 and not present & set(standing.values())
    assert status(work, row) is (AppointmentStatus.NO_SHOW_ALL if is_missed else AppointmentStatus.SCHEDULED)
    made.close()
