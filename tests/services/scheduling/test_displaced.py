"""What is declared after appointments were made: they are listed to be moved, each with times that fit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.case import CaseFile
from models.enums import Confidentiality
from models.unit import Staff
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, Band, SeasonDraft, WorkingTime
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def file(office: Precinct) -> Dispute:
    return dispute(office)


@pytest.fixture
def unit(office: Precinct) -> UnitProfile:
    return UnitProfile(office.uow, office.path.parent)


def test_a_day_off_declared_afterwards_lists_what_stands_on_it(
    file: Dispute, unit: UnitProfile, office: Precinct
) -> None:
    row = file.scheduling.book(office.head, file.draft()).value
    assert file.scheduling.displaced(office.head) == ()
    unit.add_closure(office.head, SUNDAY, "سرما", "office_closure")
    [found] = file.scheduling.displaced(office.head)
    assert (found.row.id, found.reasons, found.may_stay) == (row.id, ("سرما",), True)
    assert all(slot.day > SUNDAY for slot in found.slots)
    slot = found.slots[0]
    file.scheduling.book(office.head, replace(row.draft(), day=slot.day, start=slot.start, room_id=slot.room_id))
    assert file.scheduling.displaced(office.head) == ()


def test_who_books_on_a_day_off_knowingly_is_not_asked_again(
    file: Dispute, unit: UnitProfile, office: Precinct
) -> None:
    unit.add_closure(office.head, SUNDAY, "سرما", "office_closure")
    file.scheduling.book(office.head, file.draft())
    assert file.scheduling.displaced(office.head) == ()


def test_an_appointment_may_stay(file: Dispute, unit: UnitProfile, office: Precinct) -> None:
    row = file.scheduling.book(office.head, file.draft()).value
    unit.add_closure(office.head, SUNDAY, "سرما", "office_closure")
    file.scheduling.keep(office.head, row.id, row.version)
    assert file.scheduling.displaced(office.head) == ()


def test_half_a_day_lists_its_own_hours_and_a_cancelled_closure_none(
    file: Dispute, unit: UnitProfile, office: Precinct
) -> None:
    file.scheduling.book(office.head, file.draft())
    late = file.scheduling.book(office.head, file.draft(start=12 * 60)).value
    closure = unit.add_closure(office.head, SUNDAY, "بازدید", "local", 11 * 60, 14 * 60).value
    assert [found.row.id for found in file.scheduling.displaced(office.head)] == [late.id]
    closure = unit.set_cancelled(office.head, closure.id, closure.version, is_cancelled=True).value
    assert file.scheduling.displaced(office.head) == ()
    unit.set_cancelled(office.head, closure.id, closure.version, is_cancelled=False)
    assert [found.row.id for found in file.scheduling.displaced(office.head)] == [late.id]


def test_other_hours_and_absences_displace_too(file: Dispute, office: Precinct) -> None:
    hours, row = WorkingTime(office.uow), file.scheduling.book(office.head, file.draft()).value
    hours.save_season(office.head, SeasonDraft("ماه رمضان", SUNDAY, SUNDAY, (Band(1, NINE + 30, 840),)))
    assert [found.reasons for found in file.scheduling.displaced(office.head)] == [("ماه رمضان",)]
    file.scheduling.keep(office.head, row.id, row.version)
    hours.add_absence(office.head, AbsenceDraft(office.counsellor.staff_id, SUNDAY, SUNDAY))
    [found] = file.scheduling.displaced(office.head)
    assert (found.may_stay, found.slots[0].day) == (False, SUNDAY + timedelta(days=1))


def test_the_appointments_after_a_last_day_of_service(file: Dispute, office: Precinct) -> None:
    file.scheduling.book(office.head, file.draft())
    with office.uow.write(office.head) as tx:
        tx.get(Staff, office.counsellor.staff_id).service_end_on = SUNDAY - timedelta(days=1)
        tx.record("staff.edit", "staff")
    [found] = file.scheduling.displaced(office.head)
    assert not found.may_stay
    assert found.slots == ()  # somebody else must be chosen


def test_hidden_files_are_listed_for_nobody_else(file: Dispute, unit: UnitProfile, office: Precinct) -> None:
    file.scheduling.book(office.head, file.draft())
    with office.uow.write(office.head) as tx:
        tx.get(CaseFile, file.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.restrict", "case", file.case_id)
    unit.add_closure(office.head, SUNDAY, "سرما", "office_closure")
    assert file.scheduling.displaced(office.second) == ()
    assert len(file.scheduling.displaced(office.head)) == 1


def test_no_time_is_proposed_for_a_joint_session_before_the_gate_is_open(
    file: Dispute, unit: UnitProfile, office: Precinct
) -> None:
    file.open_gate()
    file.scheduling.book(office.head, file.joint())
    unit.add_closure(office.head, SUNDAY, "سرما", "office_closure")
    assert file.scheduling.displaced(office.counsellor)[0].slots
    file.screen(0, yes=("weapon_used",))
    assert file.scheduling.displaced(office.counsellor)[0].slots == ()
