"""What a draft may not bring together, and what others may not learn from a refusal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus, Confidentiality
from models.person import Person
from models.unit import Room, Staff
from models.work import Appointment
from services.errors import AppError, InvalidDraft, InvalidError, NotFoundError
from services.scheduling.shapes import AppointmentDraft, OverrideDraft
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


def keys_of(file: Dispute, draft: AppointmentDraft) -> set[str]:
    """What booking is refused with; empty when it is not."""
    try:
        file.scheduling.book(file.precinct.head, draft)
    except InvalidDraft as error:
        return {one.key for one in error.errors}
    except AppError as error:
        return {error.key}
    return set()


def test_only_parties_of_the_file_may_be_asked_to_come(file: Dispute) -> None:
    other = dispute(file.precinct, 2)
    with pytest.raises(NotFoundError):
        file.scheduling.book(file.precinct.head, file.draft(party_ids=other.parties[:1]))


@pytest.mark.parametrize("kind", ["joint_mediation", "individual"])
def test_sides_are_not_brought_together_without_a_file(file: Dispute, kind: str) -> None:
    assert keys_of(file, file.joint(case_id=None) if kind != "individual" else file.draft(case_id=None)) == {
        "scheduling.case_needed"
    }
    assert keys_of(file, file.draft(type="joint_mediation", case_id=None, party_ids=())) == {"scheduling.case_needed"}


@pytest.mark.parametrize("kind", ["intake", "individual", "child", "group", "phone", "follow_up", "home_visit"])
def test_no_other_type_brings_two_sides_into_one_room(file: Dispute, kind: str) -> None:
    draft = file.draft(
        type=kind,
        party_ids=file.parties,
        staff_ids=(file.precinct.counsellor.staff_id, file.precinct.second.staff_id),
    )
    assert keys_of(file, draft) == {"scheduling.one_side_only"}
    assert keys_of(file, replace(draft, case_id=None)) & {"scheduling.one_side_only", "scheduling.case_needed"}


def test_who_has_no_side_faces_everybody(file: Dispute) -> None:
    with file.precinct.uow.write(file.precinct.head) as tx:
        from models.enums import Side

        for party_id in file.parties:
            tx.get(CaseParty, party_id).side = Side.NONE
        tx.record("party.edit", "case", file.case_id)
    assert keys_of(file, file.draft(party_ids=file.parties)) == {"scheduling.one_side_only"}


def test_first_interviews_of_two_sides_are_at_separate_hours(file: Dispute) -> None:
    office = file.precinct
    file.scheduling.book(office.counsellor, file.draft())
    same_hour = file.draft(
        party_ids=file.parties[1:], room_id=office.rooms[1], staff_ids=(office.second.staff_id,), start=NINE + 15
    )
    assert keys_of(file, same_hour) == {"scheduling.clash_separate"}
    assert keys_of(file, replace(same_hour, start=NINE + 45)) == set()


def test_a_twin_row_is_the_same_person(file: Dispute) -> None:
    office, other = file.precinct, dispute(file.precinct, 2)
    with office.uow.write(office.head) as tx:
        tx.get(Person, other.persons[0]).twin_of_id = file.persons[0]
        tx.record("person.twin", "person", other.persons[0])
    file.scheduling.book(office.counsellor, file.draft())
    again = other.draft(room_id=office.rooms[1], staff_ids=(office.second.staff_id,))
    assert keys_of(file, again) == {"scheduling.clash_person"}
    booked = other.scheduling.book(office.counsellor, replace(again, day=SUNDAY + timedelta(days=1))).value
    own = file.draft(day=booked.day, party_ids=file.parties[:1])
    assert keys_of(file, own) == {"scheduling.clash_person"}


def test_the_hours_of_a_hidden_file_are_told_to_nobody_else(file: Dispute) -> None:
    office, other = file.precinct, dispute(file.precinct, 2)
    with office.uow.write(office.head) as tx:
        tx.get(CaseParty, other.parties[0]).person_id = file.persons[0]
        tx.get(CaseFile, other.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.restrict", "case", other.case_id)
    other.scheduling.book(office.head, other.draft(room_id=office.rooms[1]))
    wanted = file.draft(staff_ids=(office.second.staff_id,))
    clash = file.scheduling.check(office.second, wanted).clashes[0]
    assert (clash.start, clash.end) == (0, 0)
    assert not any(char in clash.words for char in "۰۱۲۳۴۵۶۷۸۹")


def test_opposite_sides_of_a_flagged_file_keep_apart_in_other_files_too(file: Dispute) -> None:
    office, other = file.precinct, dispute(file.precinct, 2)
    with office.uow.write(office.head) as tx:
        tx.get(CaseParty, other.parties[0]).person_id = file.persons[1]
        tx.record("party.edit", "case", other.case_id)
    file.consent(0)
    file.screen(0, yes=("weapon_used",))
    other.scheduling.book(office.counsellor, other.draft())
    near = file.draft(start=NINE + 60, room_id=office.rooms[1], staff_ids=(office.second.staff_id,))
    assert keys_of(file, near) == {"scheduling.clash_apart"}
    assert keys_of(file, replace(near, start=NINE + 75)) == set()
    file.scheduling.book(office.head, replace(near, start=NINE + 180))
    back = other.draft(start=NINE + 180 + 60)
    assert keys_of(other, back) == {"scheduling.clash_apart"}
    with office.uow.write(office.head) as tx:
        tx.get(CaseFile, file.case_id).status = CaseStatus.CLOSED
        tx.record("case.close", "case", file.case_id)
    assert keys_of(other, back) == set()


def test_people_of_one_side_need_no_distance(file: Dispute) -> None:
    office = file.precinct
    file.consent(0)
    file.screen(0, yes=("weapon_used",))
    with office.uow.write(office.head) as tx:
        from models.enums import Side

        tx.get(CaseParty, file.parties[1]).side = Side.A
        tx.record("party.edit", "case", file.case_id)
    file.scheduling.book(office.counsellor, file.draft())
    assert keys_of(file, file.draft(start=NINE + 45, party_ids=file.parties[1:])) == set()


def test_an_hour_that_was_held_stays_taken(file: Dispute) -> None:
    office = file.precinct
    row = file.scheduling.book(office.head, file.draft()).value
    with office.uow.write(office.head) as tx:
        tx.get(Appointment, row.id).status = AppointmentStatus.HELD
        tx.record("session.record", "appointment", row.id)
    assert keys_of(file, dispute(office, 2).draft()) == {"scheduling.clash_room"}


def test_talks_apart_take_both_rooms(file: Dispute) -> None:
    office = file.precinct
    talk = file.draft(type="shuttle", party_ids=file.parties, second_room_id=office.rooms[1])
    assert file.scheduling.book(office.head, talk).value.room_name == "اتاق ۱ و اتاق ۲"
    other = dispute(office, 2)
    taken = other.draft(room_id=office.rooms[1], staff_ids=(office.second.staff_id,))
    assert keys_of(file, taken) == {"scheduling.clash_room"}
    assert keys_of(file, replace(talk, start=NINE + 90, second_room_id=office.rooms[0])) == {"scheduling.two_rooms"}
    other.scheduling.book(office.head, replace(taken, start=NINE + 180))
    assert keys_of(file, replace(talk, start=NINE + 180)) == {"scheduling.clash_room"}


def test_rooms_and_colleagues_that_are_gone_are_refused(file: Dispute) -> None:
    office = file.precinct
    row = file.scheduling.book(office.head, file.draft()).value
    with office.uow.write(office.head) as tx:
        tx.get(Room, office.rooms[0]).is_active = False
        tx.get(Staff, office.counsellor.staff_id).service_end_on = SUNDAY
        tx.record("room.edit", "room", office.rooms[0])
    assert keys_of(file, replace(row.draft(), start=NINE + 30)) == set()
    assert keys_of(file, file.draft(day=SUNDAY + timedelta(days=1))) == {
        "scheduling.room_closed",
        "scheduling.colleague_gone",
    }


@pytest.mark.parametrize("minutes", [-30, 4, 721, 10_000])
def test_lengths_that_can_not_be_are_refused(file: Dispute, minutes: int) -> None:
    assert keys_of(file, file.draft(minutes=minutes)) == {"scheduling.length"}


def test_an_unknown_measure_is_no_measure(file: Dispute) -> None:
    override = OverrideDraft("دستور", ("no_such_measure",))
    assert keys_of(file, file.joint(override=override)) == {"scheduling.measures_needed"}


def test_no_time_is_offered_while_the_gate_is_shut(file: Dispute) -> None:
    checked = file.scheduling.check(file.precinct.counsellor, file.joint())
    assert checked.free_slots == ()
    assert checked.gate_words == "برای این پرونده فعلاً جلسه جداگانه تعیین می‌شود."


def test_an_appointment_never_changes_its_file(file: Dispute) -> None:
    other = dispute(file.precinct, 2)
    row = file.scheduling.book(file.precinct.head, file.draft()).value
    stolen = other.draft(id=row.id, version=row.version, start=NINE + 120)
    with pytest.raises(NotFoundError):
        file.scheduling.book(file.precinct.head, stolen)


def test_a_closed_file_takes_no_appointment_and_a_cancelled_one_is_not_moved(file: Dispute) -> None:
    head = file.precinct.head
    row = file.scheduling.book(head, file.draft()).value
    gone = file.scheduling.cancel(head, row.id, row.version, by_party=True, reason="سفر").value
    assert keys_of(file, replace(gone.draft(), start=NINE + 120)) == {"scheduling.not_scheduled"}
    with file.precinct.uow.write(head) as tx:
        tx.get(CaseFile, file.case_id).status = CaseStatus.CLOSED
        tx.record("case.close", "case", file.case_id)
    assert keys_of(file, file.draft()) == {"scheduling.case_closed"}


def test_other_people_on_an_appointment_are_a_change_that_others_see(file: Dispute) -> None:
    office = file.precinct
    row = file.scheduling.book(office.head, file.draft()).value
    moved = file.scheduling.book(office.head, replace(row.draft(), staff_ids=(office.second.staff_id,))).value
    assert moved.version > row.version
    same = file.scheduling.book(office.head, moved.draft()).value
    assert same.version == moved.version


def test_a_cancelled_appointment_comes_back_only_into_a_free_hour(file: Dispute) -> None:
    office = file.precinct
    row = file.scheduling.book(office.head, file.draft()).value
    gone = file.scheduling.cancel(office.head, row.id, row.version, by_party=True, reason="سفر").value
    back = file.scheduling.restore(office.head, gone.id, gone.version).value
    assert back.is_scheduled
    assert back.cancel_reason == ""
    gone = file.scheduling.cancel(office.head, back.id, back.version, by_party=True, reason="سفر").value
    file.scheduling.book(office.head, file.draft())
    with pytest.raises(InvalidError):
        file.scheduling.restore(office.head, gone.id, gone.version)
    assert file.scheduling.row(office.head, gone.id).is_cancelled


def test_past_hours_are_known_and_a_note_may_still_be_written(file: Dispute) -> None:
    office = file.precinct
    row = file.scheduling.book(office.head, file.draft()).value
    office.clock.advance(timedelta(days=2))
    assert file.scheduling.check(office.head, file.draft()).is_past
    assert keys_of(file, replace(row.draft(), start=NINE + 15)) == {"scheduling.in_the_past"}
    assert keys_of(file, replace(row.draft(), note="پرونده کاغذی همراه باشد")) == set()
