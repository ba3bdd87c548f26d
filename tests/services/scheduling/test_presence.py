"""Hours at which the unit or a colleague does not work: what blocks, what only warns; and doors (R-27 … R-29)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.unit import Room, Staff
from services.errors import AppError, InvalidDraft
from services.persian.jalali import from_jalali
from services.scheduling.shapes import AppointmentDraft
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, Band, NightDraft, SeasonDraft, WorkingTime
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute

WEEK = tuple(Band(day, 450, 840) for day in range(5))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def file(office: Precinct) -> Dispute:
    return dispute(office)


def key_of(file: Dispute, draft: AppointmentDraft) -> str:
    """What booking is refused with first; empty when it is not."""
    try:
        file.scheduling.book(file.precinct.head, draft)
    except InvalidDraft as error:
        return error.errors[0].key
    except AppError as error:
        return error.key
    return ""


def words(file: Dispute, draft: AppointmentDraft) -> tuple[str, ...]:
    return file.scheduling.check(file.precinct.head, draft).hours_words


def test_an_hour_outside_warns_and_is_booked_all_the_same(file: Dispute, office: Precinct) -> None:
    WorkingTime(office.uow).set_week(office.head, WEEK)
    late = file.draft(start=16 * 60)
    assert words(file, late) == ("ساعت کار واحد در این روز ۰۷:۳۰ تا ۱۴:۰۰ است.",)
    assert key_of(file, late) == ""
    thursday = file.draft(day=SUNDAY + timedelta(days=4))
    assert file.scheduling.check(office.head, thursday).warnings == ("پنجشنبه",)


def test_other_hours_of_a_season_are_told_by_name(file: Dispute, office: Precinct) -> None:
    short = tuple(Band(day, 540, 780) for day in range(5))
    WorkingTime(office.uow).save_season(office.head, SeasonDraft("ماه رمضان", SUNDAY, SUNDAY, short))
    assert words(file, file.draft(start=480)) == ("ساعت کار واحد در این روز (ماه رمضان) ۰۹:۰۰ تا ۱۳:۰۰ است.",)
    slots = file.scheduling.free_slots(office.head, file.draft(start=0))
    assert slots[0].start == 540


def test_a_night_names_who_is_on_call_also_after_midnight(file: Dispute, office: Precinct) -> None:
    hours = WorkingTime(office.uow)
    hours.set_week(office.head, WEEK)
    hours.add_night(office.head, NightDraft(office.counsellor.staff_id, SUNDAY, 1200, 420))
    assert "آماده‌به‌کار" in words(file, file.draft(start=1260))[-1]
    assert "آماده‌به‌کار" in words(file, file.draft(day=SUNDAY + timedelta(days=1), start=60))[-1]
    night = file.draft(start=23 * 60 + 30)
    told = words(file, night)
    assert told[0] == "این نوبت از نیمه‌شب می‌گذرد و ساعت ۰۰:۱۵ بامداد دوشنبه تمام می‌شود."
    assert sum("آماده‌به‌کار" in one for one in told) == 1
    monday = SUNDAY + timedelta(days=1)
    hours.add_absence(office.head, AbsenceDraft(office.counsellor.staff_id, monday, monday))
    assert key_of(file, night) == "scheduling.clash_absent"


def test_a_closure_of_a_part_is_told_and_no_time_is_offered_in_it(file: Dispute, office: Precinct) -> None:
    UnitProfile(office.uow, office.path.parent).add_closure(office.head, SUNDAY, "بازدید", "local", NINE, 720)
    assert words(file, file.draft(start=NINE + 60)) == ("از ۰۹:۰۰ تا ۱۲:۰۰ تعطیل است: بازدید.",)
    assert file.scheduling.check(office.head, file.draft()).warnings == ()
    starts = [slot.start for slot in file.scheduling.free_slots(office.head, file.draft(start=450), 3)]
    assert starts == [450, 495, 720]


def test_who_is_away_can_not_be_booked(file: Dispute, office: Precinct) -> None:
    who = office.counsellor.staff_id
    row = file.scheduling.book(office.head, file.draft()).value
    WorkingTime(office.uow).add_absence(office.head, AbsenceDraft(who, SUNDAY, SUNDAY, reason="مرخصی"))
    assert key_of(file, file.draft(start=NINE + 60)) == "scheduling.clash_absent"
    checked = file.scheduling.check(office.head, file.draft(start=NINE + 60))
    assert [clash.kind for clash in checked.clashes] == ["absent"]
    assert "مرخصی" not in checked.clashes[0].words
    assert all(slot.day > SUNDAY for slot in checked.free_slots)
    assert key_of(file, replace(row.draft(), note="با پرونده کاغذی")) == ""
    row = file.scheduling.row(office.head, row.id)
    gone = file.scheduling.cancel(office.head, row.id, row.version, by_party=False, reason="سفر").value
    with pytest.raises(AppError) as caught:
        file.scheduling.restore(office.head, gone.id, gone.version)
    assert caught.value.key == "scheduling.clash_absent"


def test_the_last_day_of_service_is_told_while_choosing(file: Dispute, office: Precinct) -> None:
    with office.uow.write(office.head) as tx:
        tx.get(Staff, office.counsellor.staff_id).service_end_on = SUNDAY
        tx.record("staff.edit", "staff")
    later = file.draft(day=SUNDAY + timedelta(days=1))
    assert [clash.kind for clash in file.scheduling.check(office.head, later).clashes] == ["gone"]
    assert key_of(file, later) == "scheduling.colleague_gone"
    assert key_of(file, file.draft()) == ""
    assert file.scheduling.free_slots(office.head, later) == ()


def test_own_shifts_warn_and_free_times_keep_them(file: Dispute, office: Precinct) -> None:
    hours, who = WorkingTime(office.uow), office.counsellor.staff_id
    hours.set_week(office.head, (Band(1, 600, 720),), who)
    assert words(file, file.draft())[0].endswith("شیفت همکار counsellor در این روز ۱۰:۰۰ تا ۱۲:۰۰ است.")
    assert "شیفت ندارد" in words(file, file.draft(day=SUNDAY + timedelta(days=1)))[0]
    assert file.scheduling.free_slots(office.head, file.draft(), 1)[0].start == 600


def test_years_ahead_are_a_mistyped_year_and_a_later_year_has_no_days_off_yet(file: Dispute) -> None:
    far = file.draft(day=SUNDAY + timedelta(days=3 * 366))
    assert key_of(file, far) == "scheduling.too_far"
    next_year = file.draft(day=from_jalali(1406, 2, 5))
    assert "۱۴۰۶" in words(file, next_year)[-1]
    assert key_of(file, next_year) == ""
    assert words(file, file.draft()) == ()


def test_a_series_of_days_over_the_end_of_the_year(file: Dispute, office: Precinct) -> None:
    last_of_year = from_jalali(1405, 12, 29)
    assert from_jalali(1406, 1, 1) == last_of_year + timedelta(days=1)
    slots = file.scheduling.free_slots(office.head, file.draft(day=last_of_year, start=13 * 60 + 30), 2)
    assert slots[0].day > last_of_year


def _doors(office: Precinct, *doors: str) -> None:
    with office.uow.write(office.head) as tx:
        for room_id, door in zip(office.rooms, doors, strict=False):
            tx.get(Room, room_id).door = door
        tx.record("room.edit", "room")


def test_opposite_sides_under_a_flag_come_by_different_doors(file: Dispute, office: Precinct) -> None:
    _doors(office, "الف", "الف", "ب")
    file.consent(0)
    file.screen(0, yes=("weapon_used",))
    file.scheduling.book(office.head, file.draft())
    other = file.draft(start=NINE + 180, party_ids=file.parties[1:], room_id=office.rooms[1])
    assert key_of(file, other) == "scheduling.clash_door"
    slot = file.scheduling.free_slots(office.head, other, 1)[0]
    assert (slot.day, slot.room_id) == (SUNDAY, office.rooms[2])
    assert key_of(file, replace(other, room_id=office.rooms[2])) == ""


def test_two_rooms_of_a_talk_apart_have_different_doors_where_there_are_any(file: Dispute, office: Precinct) -> None:
    file.consent(0)
    file.screen(0, yes=("weapon_used",))
    talk = file.draft(type="shuttle", party_ids=file.parties, second_room_id=office.rooms[1])
    _doors(office, "الف", "الف", "ب")
    assert key_of(file, talk) == "scheduling.clash_door"
    slot = file.scheduling.free_slots(office.head, talk, 1)[0]
    assert {slot.room_id, slot.second_room_id} == {office.rooms[0], office.rooms[2]}
    _doors(office, "الف", "الف", "الف")
    assert key_of(file, talk) == ""


def test_without_a_flag_any_door_will_do(file: Dispute, office: Precinct) -> None:
    _doors(office, "الف", "الف", "ب")
    file.scheduling.book(office.head, file.draft())
    other = file.draft(start=NINE + 180, party_ids=file.parties[1:], room_id=office.rooms[1])
    assert key_of(file, other) == ""
