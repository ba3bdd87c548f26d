"""Whatever is booked, moved, cancelled and taken back: no clash stays, and nothing passes the gate."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.case import CaseParty
from models.enums import AppointmentStatus
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.errors import AppError
from services.scheduling.shapes import AppointmentRow
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute

_TYPES = ("intake", "individual", "joint_mediation", "family", "couple", "shuttle", "child", "group", "phone")

_BEGINS = ((NINE, NINE, 15), (22 * 60 + 50, 0, 5))
"""The minutes from which the steps of the first and the second day count, and of a step: mornings, or midnight."""

_steps = st.lists(
    st.tuples(
        st.sampled_from(("book", "book", "book", "move", "move", "cancel", "restore")),
        st.integers(0, 1),  # which file
        st.sampled_from(_TYPES),
        st.integers(0, 1),  # day
        st.integers(0, 12),  # steps after the beginning
        st.integers(0, 2),  # room
        st.integers(0, 2),  # second room
        st.sets(st.integers(0, 1), min_size=1),  # colleagues
        st.sets(st.integers(0, 1)),  # parties
        st.integers(0, 9),  # which appointment is moved
    ),
    min_size=4,
    max_size=14,
)


_SHUT = (
    ("book", 1, "individual", 0, 0, 0, 1, {0}, {0}, 0),
    ("move", 1, "joint_mediation", 0, 0, 0, 1, {0}, {0, 1}, 0),
    ("cancel", 1, "individual", 0, 0, 0, 1, {0}, {0}, 0),
    ("restore", 1, "individual", 0, 0, 0, 1, {0}, {0}, 0),
)
_OVER_MIDNIGHT = (
    ("book", 0, "individual", 0, 12, 0, 1, {0}, {0}, 0),
    ("book", 1, "individual", 1, 0, 0, 1, {1}, {0}, 0),
    ("move", 0, "individual", 0, 4, 0, 1, {0}, {0}, 0),
)
_NEAR_MIDNIGHT = (
    ("book", 1, "individual", 0, 4, 0, 1, {0}, {0}, 0),
    ("book", 1, "individual", 1, 0, 1, 2, {1}, {1}, 0),
    ("book", 1, "individual", 1, 6, 1, 2, {1}, {1}, 0),
    ("move", 1, "individual", 0, 5, 0, 1, {0}, {0}, 0),
)


@example(steps=list(_SHUT), is_flagged=False, is_night=False)
@example(steps=list(_OVER_MIDNIGHT), is_flagged=False, is_night=True)
@example(steps=list(_NEAR_MIDNIGHT), is_flagged=True, is_night=True)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_steps, is_flagged=st.booleans(), is_night=st.booleans())
def test_no_sequence_leaves_a_clash_or_passes_the_gate(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Any, ...]], is_flagged: bool, is_night: bool
) -> None:
    office = precinct(tmp_path_factory.mktemp("sequence"))
    files = (dispute(office, 1), dispute(office, 2))
    files[0].open_gate()  # the second file stays shut
    if is_flagged:
        files[1].consent(0)
        files[1].screen(0, yes=("weapon_used",))
    made: list[AppointmentRow] = []
    for step in steps:
        with suppress(AppError):
            made.append(_take(office, files, made, step, _BEGINS[is_night]))
        _hold(office, files, is_flagged=is_flagged)
    office.close()


def _take(
    office: Precinct,
    files: tuple[Dispute, ...],
    made: list[AppointmentRow],
    step: tuple[Any, ...],
    begins: tuple[int, int, int],
) -> AppointmentRow:
    what, at, kind, day, quarter, room, second, staff, parties, which = step
    file = files[at]
    staff_ids = (office.counsellor.staff_id, office.second.staff_id)
    draft = file.draft(
        type=kind,
        day=SUNDAY + timedelta(days=day),
        start=begins[day] + begins[2] * quarter,
        room_id=office.rooms[room],
        second_room_id=office.rooms[second],
        staff_ids=tuple(staff_ids[n] for n in sorted(staff)),
        party_ids=tuple(file.parties[n] for n in sorted(parties)),
    )
    if what == "book" or not made:
        return file.scheduling.book(office.head, draft).value
    row = file.scheduling.row(office.head, made[which % len(made)].id)
    own = next(one for one in files if one.case_id == row.case_id) if row.case_id else file
    draft = replace(draft, party_ids=tuple(own.parties[n] for n in sorted(parties)))
    if what == "cancel":
        return file.scheduling.cancel(office.head, row.id, row.version, by_party=False, reason="سفر").value
    if what == "restore":
        return file.scheduling.restore(office.head, row.id, row.version).value
    return file.scheduling.book(
        office.head, replace(draft, case_id=row.case_id, id=row.id, version=row.version)
    ).value


def _hold(office: Precinct, files: tuple[Dispute, ...], *, is_flagged: bool) -> None:
    """The rows themselves are looked at, not what the service says of them."""
    with office.uow.read(office.head) as tx:
        rows = list(tx.session.scalars(select(Appointment).where(Appointment.status == AppointmentStatus.SCHEDULED)))
        staff: dict[Any, set[Any]] = {row.id: set() for row in rows}
        people: dict[Any, set[Any]] = {row.id: set() for row in rows}
        for link in tx.session.scalars(select(AppointmentStaff)):
            staff.get(link.appointment_id, set()).add(link.staff_id)
        sides: dict[Any, set[str]] = {row.id: set() for row in rows}
        for appointment_id, person_id, side in tx.session.execute(
            select(AppointmentParty.appointment_id, CaseParty.person_id, CaseParty.side).join(
                CaseParty, CaseParty.id == AppointmentParty.party_id
            )
        ):
            people.get(appointment_id, set()).add(person_id)
            sides.get(appointment_id, set()).add(side.value)
    for row in rows:
        if row.is_joint:
            assert row.case_id == files[0].case_id
        if {"a", "b"} <= sides[row.id]:
            assert row.is_joint or row.second_room_id is not None or row.type == "shuttle"
    for one, other in _pairs(rows):
        if _meet(one, other):
            assert not _rooms(one) & _rooms(other)
            assert not staff[one.id] & staff[other.id]
            assert not people[one.id] & people[other.id]
            if one.case_id == other.case_id and "intake" in (one.type, other.type):
                assert sides[one.id] ^ sides[other.id] != {"a", "b"}
        apart = is_flagged and one.case_id == other.case_id == files[1].case_id
        if apart and len(sides[one.id]) == len(sides[other.id]) == 1 and sides[one.id] != sides[other.id]:
            assert not _meet(one, other, 30)


def _pairs(rows: list[Appointment]) -> Iterator[tuple[Appointment, Appointment]]:
    return combinations(rows, 2)


def _meet(one: Appointment, other: Appointment, gap: int = 0) -> bool:
    later = (other.day - one.day).days * 24 * 60 + other.start
    return one.start < later + other.minutes + gap and later < one.start + one.minutes + gap


def _rooms(row: Appointment) -> set[Any]:
    return {row.room_id, row.second_room_id} - {None}
