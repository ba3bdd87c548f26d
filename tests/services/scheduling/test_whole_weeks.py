"""Whatever is booked, moved, lengthened, cancelled, taken back, repeated or taken from the list: the rules hold.

A machine of states on a real file; after each step the rows themselves are looked at, not what the service says.
"""

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from models.case import CaseParty
from models.enums import AppointmentStatus, WaitingState
from models.unit import Room
from models.waiting import WaitingEntry
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.errors import AppError
from services.scheduling import Series, WaitingList
from services.scheduling.series_shapes import SeriesDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow
from services.scheduling.waiting_shapes import WaitingDraft
from services.working_time import AbsenceDraft, WorkingTime
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute

_TYPES = ("intake", "individual", "joint_mediation", "family", "shuttle", "child", "phone", "home_visit")
_which = st.integers(0, 20)
_quarters = st.integers(0, 16) | st.integers(56, 59) | st.just(-36)
"""After nine; also before and after midnight."""
_room = st.integers(0, 2)
_colleagues = st.sets(st.integers(0, 1), min_size=1)
_sides = st.sets(st.integers(0, 1), min_size=1)
_GAP = 30


def _days_of(row: Appointment | AppointmentRow) -> set[date]:
    """Both days of what crosses midnight."""
    return {row.day, row.day + timedelta(days=(row.start + row.minutes - 1) // (24 * 60))}


class Weeks(RuleBasedStateMachine):
    """Two files of two sides: the gate of the first is open, the second stays shut and bears a flag."""

    office: Precinct
    files: tuple[Dispute, Dispute]

    @initialize(has_doors=st.booleans())
    def open_the_office(self, has_doors: bool) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="sazesh-weeks-")
        self.office = office = precinct(Path(self.folder.name))
        self.files = dispute(office, 1), dispute(office, 2)
        self.series, self.waiting = Series(office.uow, office.codes), WaitingList(office.uow, office.codes)
        self.hours = WorkingTime(office.uow)
        self.files[0].open_gate()
        self.files[1].consent(0)
        self.files[1].screen(0, yes=("weapon_used",))
        self.has_doors = has_doors
        self.away: list[tuple[Any, Any]] = []
        if has_doors:
            with office.uow.write(office.head) as tx:
                for room_id, door in zip(office.rooms, ("a", "a", "b"), strict=False):
                    tx.get(Room, room_id).door = door
                tx.record("room.edit", "room")

    def teardown(self) -> None:
        if hasattr(self, "office"):
            self.office.close()
            self.folder.cleanup()

    # --- steps ------------------------------------------------------------------------------------------------

    def rows(self) -> list[AppointmentRow]:
        last = SUNDAY + timedelta(days=60)
        return list(self.files[0].scheduling.between(self.office.head, SUNDAY - timedelta(days=3), last))

    def one(self, which: int) -> AppointmentRow | None:
        rows = self.rows()
        return rows[which % len(rows)] if rows else None

    def draft(
        self, at: int, kind: str, quarter: int, room: int, staff: set[int], sides: set[int]
    ) -> AppointmentDraft:
        file = self.files[at]
        colleagues = (self.office.counsellor.staff_id, self.office.second.staff_id)
        return file.draft(
            type=kind,
            start=NINE + 15 * quarter,
            room_id=self.office.rooms[room],
            second_room_id=self.office.rooms[(room + 1) % 3] if kind == "shuttle" else None,
            staff_ids=tuple(colleagues[n] for n in sorted(staff)),
            party_ids=tuple(file.parties[n] for n in sorted(sides)),
        )

    @rule(
        at=st.integers(0, 1),
        kind=st.sampled_from(_TYPES),
        quarter=_quarters,
        room=_room,
        staff=_colleagues,
        sides=_sides,
    )
    def book(self, at: int, kind: str, quarter: int, room: int, staff: set[int], sides: set[int]) -> None:
        with suppress(AppError):
            draft = self.draft(at, kind, quarter, room, staff, sides)
            self.files[at].scheduling.book(self.office.head, draft)

    @rule(which=_which, days=st.integers(-1, 8), quarter=_quarters, room=_room)
    def move(self, which: int, days: int, quarter: int, room: int) -> None:
        row = self.one(which)
        if row is not None:
            moved = replace(
                row.draft(),
                day=row.day + timedelta(days=days),
                start=NINE + 15 * quarter,
                room_id=self.office.rooms[room],
            )
            with suppress(AppError):
                self.files[0].scheduling.book(self.office.head, moved)

    @rule(which=_which, minutes=st.sampled_from((20, 60, 120)))
    def lengthen(self, which: int, minutes: int) -> None:
        row = self.one(which)
        if row is not None:
            with suppress(AppError):
                self.files[0].scheduling.book(self.office.head, replace(row.draft(), minutes=minutes))

    @rule(which=_which)
    def cancel(self, which: int) -> None:
        row = self.one(which)
        if row is not None:
            with suppress(AppError):
                self.files[0].scheduling.cancel(self.office.head, row.id, row.version, by_party=True, reason="سفر")

    @rule(which=_which)
    def restore(self, which: int) -> None:
        row = self.one(which)
        if row is not None:
            with suppress(AppError):
                self.files[0].scheduling.restore(self.office.head, row.id, row.version)

    @rule(at=st.integers(0, 1), kind=st.sampled_from(_TYPES), quarter=_quarters, room=_room, times=st.integers(2, 4))
    def repeat(self, at: int, kind: str, quarter: int, room: int, times: int) -> None:
        """What does not fit takes the first time offered."""
        sides = {0, 1} if kind in ("joint_mediation", "family", "shuttle") else {0}
        draft = self.draft(at, kind, quarter, room, {0, 1} if kind == "home_visit" else {0}, sides)
        with suppress(AppError):
            plan = self.series.plan(self.office.head, SeriesDraft(draft, times))
            drafts = []
            for one in plan.occurrences:
                slot = one.slots[0] if one.slots else None
                taken = one.draft
                if slot is not None:
                    taken = replace(taken, day=slot.day, start=slot.start, room_id=slot.room_id)
                drafts.append(taken)
            self.series.book(self.office.head, drafts)

    @rule(which=_which, days=st.integers(0, 7), quarter=_quarters)
    def move_the_rest(self, which: int, days: int, quarter: int) -> None:
        rows = [row for row in self.rows() if row.series_id is not None and row.is_scheduled]
        if rows:
            row = rows[which % len(rows)]
            moved = replace(row.draft(), day=row.day + timedelta(days=days), start=NINE + 15 * quarter)
            with suppress(AppError):
                plan = self.series.plan_rest(self.office.head, moved)
                self.series.move(self.office.head, [one.draft for one in plan.occurrences])

    @rule(which=_which)
    def cancel_the_rest_and_take_it_back(self, which: int) -> None:
        rows = [row for row in self.rows() if row.series_id is not None and row.is_scheduled]
        if rows:
            row = rows[which % len(rows)]
            gone = self.series.cancel_rest(self.office.head, row.id, row.version, by_party=True, reason="سفر").value
            with suppress(AppError):
                self.series.restore(self.office.head, [(one.id, one.version) for one in gone])

    @rule(
        at=st.integers(0, 1),
        kind=st.sampled_from(("individual", "joint_mediation", "shuttle")),
        side=st.integers(0, 1),
    )
    def wait(self, at: int, kind: str, side: int) -> None:
        file = self.files[at]
        parties = file.parties[side : side + 1] if kind == "individual" else file.parties
        self.waiting.save(
            self.office.head, WaitingDraft(file.case_id, kind, parties, not_before=SUNDAY, urgency="normal")
        )

    @rule()
    def take_from_the_list(self) -> None:
        for row in self.waiting.offers(self.office.head)[:1]:
            assert row.offer is not None
            # what is offered keeps every rule: it is never refused
            self.waiting.book(self.office.head, row.id, row.version, row.offer, row.offered_staff)

    @precondition(lambda self: len(self.away) < 2)
    @rule(days=st.integers(0, 8), who=st.integers(0, 1))
    def go_away(self, days: int, who: int) -> None:
        staff = (self.office.counsellor.staff_id, self.office.second.staff_id)[who]
        day = SUNDAY + timedelta(days=days)
        if not any(day in _days_of(row) and staff in row.staff_ids and row.is_scheduled for row in self.rows()):
            self.hours.add_absence(self.office.head, AbsenceDraft(staff, day, day))
            self.away.append((staff, day))

    # --- what always holds ------------------------------------------------------------------------------------

    @invariant()
    def no_clash_stands_and_the_gate_is_kept(self) -> None:
        if not hasattr(self, "office"):
            return
        with self.office.uow.read(self.office.head) as tx:
            scheduled = Appointment.status == AppointmentStatus.SCHEDULED
            rows = list(tx.session.scalars(select(Appointment).where(scheduled)))
            staff: dict[Any, set[Any]] = {row.id: set() for row in rows}
            for link in tx.session.scalars(select(AppointmentStaff)):
                staff.get(link.appointment_id, set()).add(link.staff_id)
            people: dict[Any, set[Any]] = {row.id: set() for row in rows}
            sides: dict[Any, set[str]] = {row.id: set() for row in rows}
            links = select(AppointmentParty.appointment_id, CaseParty.person_id, CaseParty.side)
            for key, person, side in tx.session.execute(
                links.join(CaseParty, CaseParty.id == AppointmentParty.party_id)
            ):
                people.get(key, set()).add(person)
                sides.get(key, set()).add(side.value)
            waiting = list(tx.session.scalars(select(WaitingEntry)))
            doors = {room.id: room.door for room in tx.session.scalars(select(Room))}
        for entry in waiting:
            assert (entry.state is WaitingState.BOOKED) == (entry.appointment_id is not None)
        for row in rows:
            self._alone(row, staff[row.id], sides[row.id], doors)
        for one, other in combinations(rows, 2):
            if _meet(one, other):
                assert not _rooms(one) & _rooms(other)
                assert not staff[one.id] & staff[other.id]
                assert not people[one.id] & people[other.id]
                if one.case_id == other.case_id and "intake" in (one.type, other.type):
                    assert sides[one.id] ^ sides[other.id] != {"a", "b"}
            if self._must_keep_apart(one, other, sides):
                assert not _meet(one, other, _GAP)
                if self.has_doors and one.day == other.day:
                    assert not {doors[room] for room in _rooms(one)} & {doors[room] for room in _rooms(other)}

    def _alone(self, row: Appointment, staff: set[Any], sides: set[str], doors: dict[Any, str]) -> None:
        if row.is_joint:
            assert row.case_id == self.files[0].case_id
        if {"a", "b"} <= sides:
            assert row.is_joint or row.type == "shuttle"
        if row.type == "shuttle":
            assert row.second_room_id is None or row.second_room_id != row.room_id
            if self.has_doors and row.case_id == self.files[1].case_id and row.second_room_id is not None:
                assert doors[row.room_id] != doors[row.second_room_id]
        if row.type == "home_visit":
            assert len(staff) >= 2
        assert 0 <= row.start < 24 * 60
        days = _days_of(row)
        assert not any(one in staff and day in days for one, day in self.away)

    def _must_keep_apart(self, one: Appointment, other: Appointment, sides: dict[Any, set[str]]) -> bool:
        flagged = one.case_id == other.case_id == self.files[1].case_id
        return flagged and len(sides[one.id]) == len(sides[other.id]) == 1 and sides[one.id] != sides[other.id]


def _meet(one: Appointment, other: Appointment, gap: int = 0) -> bool:
    later = (other.day - one.day).days * 24 * 60 + other.start
    return one.start < later + other.minutes + gap and later < one.start + one.minutes + gap


def _rooms(row: Appointment) -> set[Any]:
    return {row.room_id, row.second_room_id} - {None}


Weeks.TestCase.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWeeks = Weeks.TestCase
