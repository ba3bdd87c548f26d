"""Free times against the plain rules: each offered one can be booked, and no earlier one could."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.unit import Room
from services.errors import AppError
from services.scheduling.shapes import AppointmentDraft
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, Band, WorkingTime
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute

OPENS, CLOSES = 8 * 60, 13 * 60
_EVENING = 24
"""Of a night, so many steps of five minutes lie before midnight."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


_taken = st.lists(
    st.tuples(
        st.integers(0, 1),  # which file
        st.sampled_from(("individual", "intake", "shuttle")),
        st.integers(0, 60),  # five minutes after eight
        st.sampled_from((20, 45, 50, 90)),
        st.integers(0, 2),
        st.integers(0, 1),  # colleague
        st.sets(st.integers(0, 1), min_size=1),
    ),
    max_size=8,
)


_PLAIN: dict[str, Any] = {
    "has_doors": False,
    "part": (),
    "away": (),
    "wanted": "individual",
    "side": 0,
    "minutes": 45,
}


@example(taken=[(1, "individual", 18, 90, 0, 0, {0})], is_flagged=False, is_night=True, **_PLAIN)
@example(taken=[(0, "individual", 12, 45, 1, 1, {1})], is_flagged=True, is_night=False, **_PLAIN)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    taken=_taken,
    wanted=st.sampled_from(("individual", "intake", "shuttle", "phone")),
    side=st.integers(0, 1),
    minutes=st.sampled_from((20, 45, 60)),
    is_flagged=st.booleans(),
    has_doors=st.booleans(),
    part=st.sampled_from(((), (600, 660), (480, 540))),
    away=st.sampled_from(((), (540, 600))),
    is_night=st.booleans(),
)
def test_every_offered_time_can_be_booked_and_none_before_it(
    tmp_path_factory: pytest.TempPathFactory,
    taken: list[tuple[Any, ...]],
    wanted: str,
    side: int,
    minutes: int,
    is_flagged: bool,
    has_doors: bool,
    part: tuple[int, ...],
    away: tuple[int, ...],
    is_night: bool,
) -> None:
    office = precinct(tmp_path_factory.mktemp("free"))
    files = dispute(office, 1), dispute(office, 2)
    _prepare(office, files, is_flagged=is_flagged, has_doors=has_doors, part=part, away=away)
    if is_night:
        WorkingTime(office.uow).set_week(office.head, tuple(Band(day, 0, 24 * 60) for day in range(7)))
    day, opens = (SUNDAY + timedelta(days=1), 0) if is_night else (SUNDAY, OPENS)
    for one in taken:
        with suppress(AppError):
            _book(office, files, one, is_night=is_night)
    file = files[0]
    draft = file.draft(
        type=wanted,
        day=day,
        start=opens,
        minutes=minutes,
        party_ids=file.parties if wanted == "shuttle" else (file.parties[side],),
        second_room_id=office.rooms[1] if wanted == "shuttle" else None,
    )
    slots = file.scheduling.free_slots(office.head, draft, 3)
    for slot in slots:
        exact = replace(
            draft, day=slot.day, start=slot.start, room_id=slot.room_id, second_room_id=slot.second_room_id
        )
        assert _is_free(file, office, exact)
    begin = next((slot.start for slot in slots if slot.day == day), CLOSES - minutes + 1)
    for start in range(opens, begin, 15):
        assert not any(_is_free(file, office, one) for one in _anywhere(office, draft, start))
    office.close()


def _prepare(
    office: Precinct,
    files: tuple[Dispute, Dispute],
    *,
    is_flagged: bool,
    has_doors: bool,
    part: tuple[int, ...],
    away: tuple[int, ...],
) -> None:
    hours = WorkingTime(office.uow)
    hours.set_week(office.head, tuple(Band(day, OPENS, CLOSES) for day in range(5)))
    if part:
        UnitProfile(office.uow, office.path.parent).add_closure(office.head, SUNDAY, "بازدید", "local", *part)
    if away:
        hours.add_absence(office.head, AbsenceDraft(office.counsellor.staff_id, SUNDAY, SUNDAY, *away))
    if is_flagged:
        files[0].consent(0)
        files[0].screen(0, yes=("weapon_used",))
    if has_doors:
        with office.uow.write(office.head) as tx:
            for room_id, door in zip(office.rooms, ("الف", "الف", "ب"), strict=False):
                tx.get(Room, room_id).door = door
            tx.record("room.edit", "room")


def _book(office: Precinct, files: tuple[Dispute, Dispute], one: tuple[Any, ...], *, is_night: bool) -> None:
    at, kind, five, minutes, room, colleague, sides = one
    file = files[at]
    staff = (office.counsellor.staff_id, office.second.staff_id)[colleague]
    chosen = sorted(sides) if kind == "shuttle" else sorted(sides)[:1]
    draft = file.draft(
        type=kind,
        day=SUNDAY + timedelta(days=1) if is_night and five >= _EVENING else SUNDAY,
        start=(22 * 60 if five < _EVENING else -5 * _EVENING) + 5 * five if is_night else OPENS + 5 * five,
        minutes=minutes,
        room_id=office.rooms[room],
        second_room_id=office.rooms[(room + 1) % 3] if kind == "shuttle" else None,
        staff_ids=(staff,),
        party_ids=tuple(file.parties[n] for n in chosen),
    )
    file.scheduling.book(office.head, draft)


def _anywhere(office: Precinct, draft: AppointmentDraft, start: int) -> Iterator[AppointmentDraft]:
    for room in office.rooms:
        for second in office.rooms if draft.second_room_id is not None else (None,):
            if second != room:
                yield replace(draft, start=start, room_id=room, second_room_id=second)


def _is_free(file: Dispute, office: Precinct, draft: AppointmentDraft) -> bool:
    """By the rules of a single appointment, the working hours included."""
    if draft.type == "phone":
        draft = replace(draft, room_id=None)
    checked = file.scheduling.check(office.head, draft, 0)
    return not checked.clashes and not checked.hours_words and not checked.warnings


def test_the_whole_of_ninety_days_is_looked_through(office: Precinct) -> None:
    file = dispute(office)
    WorkingTime(office.uow).add_absence(
        office.head, AbsenceDraft(office.counsellor.staff_id, SUNDAY, SUNDAY + timedelta(days=85))
    )
    [slot, *_] = file.scheduling.free_slots(office.head, file.draft())
    assert timedelta(days=86) <= slot.day - SUNDAY < timedelta(days=90)
    WorkingTime(office.uow).add_absence(
        office.head,
        AbsenceDraft(office.counsellor.staff_id, SUNDAY + timedelta(days=86), SUNDAY + timedelta(days=120)),
    )
    assert file.scheduling.free_slots(office.head, file.draft()) == ()


def test_offered_times_of_a_day_do_not_overlap(office: Precinct) -> None:
    file = dispute(office)
    starts = [slot.start for slot in file.scheduling.free_slots(office.head, file.draft(start=NINE), 3)]
    assert starts == [NINE, NINE + 45, NINE + 90]
