"""People of several files in one room: none of the files is told of another (P-7)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.case import CaseFile, CaseParty
from models.enums import Confidentiality
from services.errors import AppError, InvalidError, NotFoundError
from services.scheduling.shapes import AppointmentDraft
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def files(office: Precinct) -> tuple[Dispute, Dispute]:
    return dispute(office, 1), dispute(office, 2)


def group(files: tuple[Dispute, Dispute]) -> AppointmentDraft:
    return files[0].draft(case_id=None, type="group", party_ids=(files[0].parties[0], files[1].parties[0]))


def hide(office: Precinct, file: Dispute) -> None:
    with office.uow.write(office.head) as tx:
        tx.get(CaseFile, file.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.get(CaseFile, file.case_id).responsible_id = office.head.staff_id
        tx.record("case.restrict", "case", file.case_id)


def test_a_group_stands_on_the_page_of_each_file_with_its_own_people(
    files: tuple[Dispute, Dispute], office: Precinct
) -> None:
    row = files[0].scheduling.book(office.head, group(files)).value
    assert row.initials == "ر.آ / ر.آ"
    for file in files:
        [shown] = file.scheduling.of_case(office.head, file.case_id)
        assert (shown.id, shown.party_ids, shown.initials) == (row.id, file.parties[:1], "ر.آ")


def test_people_of_a_hidden_file_are_told_to_nobody_else(files: tuple[Dispute, Dispute], office: Precinct) -> None:
    row = files[0].scheduling.book(office.head, group(files)).value
    hide(office, files[1])
    shown = files[0].scheduling.row(office.second, row.id)
    assert (shown.party_ids, shown.initials) == (files[0].parties[:1], "ر.آ")
    facts = files[0].scheduling.facts(office.second, None, row.id)
    assert [one.party_id for one in facts.participants] == [files[0].parties[0]]
    with pytest.raises(NotFoundError):
        files[0].scheduling.of_case(office.second, files[1].case_id)


def test_who_does_not_see_all_guests_can_not_lose_one_by_moving(
    files: tuple[Dispute, Dispute], office: Precinct
) -> None:
    row = files[0].scheduling.book(office.head, group(files)).value
    hide(office, files[1])
    shown = files[0].scheduling.row(office.second, row.id)
    with pytest.raises(AppError) as caught:
        files[0].scheduling.book(office.second, replace(shown.draft(), start=NINE + 120))
    assert caught.value.key == "scheduling.hidden_guests"
    moved = files[0].scheduling.book(office.head, replace(row.draft(), start=NINE + 120)).value
    assert len(moved.party_ids) == 2


def test_two_sides_never_sit_in_one_group(files: tuple[Dispute, Dispute], office: Precinct) -> None:
    draft = replace(group(files), party_ids=files[0].parties)
    with pytest.raises(AppError) as caught:
        files[0].scheduling.book(office.head, draft)
    assert caught.value.key == "scheduling.one_side_only"


def test_who_keeps_a_distance_because_of_another_file_does_not_sit_in_one_group(
    files: tuple[Dispute, Dispute], office: Precinct
) -> None:
    quarrel = dispute(office, 3)
    with office.uow.write(office.head) as tx:
        for party_id, file in zip(quarrel.parties, files, strict=True):
            tx.get(CaseParty, party_id).person_id = file.persons[0]
        tx.record("party.edit", "case", quarrel.case_id)
    meeting = replace(quarrel, persons=tuple(file.persons[0] for file in files))
    meeting.consent(0)
    meeting.screen(0, yes=("weapon_used",))
    with pytest.raises(AppError) as caught:
        files[0].scheduling.book(office.head, group(files))
    assert caught.value.key == "scheduling.one_side_only"


def test_an_outreach_event_has_a_place_and_no_file(office: Precinct, files: tuple[Dispute, Dispute]) -> None:
    draft = AppointmentDraft(None, "outreach", SUNDAY, NINE, None, (office.counsellor.staff_id,), place="مدرسه نمونه")
    row = files[0].scheduling.book(office.head, draft).value
    assert (row.minutes, row.place, row.case_id) == (90, "مدرسه نمونه", None)
    assert files[0].scheduling.row(office.counsellor, row.id).place == "مدرسه نمونه"


def test_an_event_that_took_place_counts_who_listened(office: Precinct, files: tuple[Dispute, Dispute]) -> None:
    """T10: nothing else makes an hour without a file a held one."""
    scheduling = files[0].scheduling
    draft = AppointmentDraft(None, "outreach", SUNDAY, NINE, None, (office.counsellor.staff_id,), place="مدرسه نمونه")
    row = scheduling.book(office.head, draft).value
    with pytest.raises(InvalidError, match="not_begun"):
        scheduling.hold_event(office.counsellor, row.id, row.version, 40)
    office.clock.advance(timedelta(days=8))
    with pytest.raises(InvalidError, match="required"):
        scheduling.hold_event(office.counsellor, row.id, row.version, None)
    held = scheduling.hold_event(office.counsellor, row.id, row.version, 40).value
    assert (held.is_held, held.audience) == (True, 40)
    with pytest.raises(InvalidError, match="not_scheduled"):
        scheduling.hold_event(office.counsellor, held.id, held.version, 40)
    of_file = scheduling.book(office.head, files[0].draft(day=SUNDAY + timedelta(days=14))).value
    with pytest.raises(InvalidError, match="no_event"):
        scheduling.hold_event(office.counsellor, of_file.id, of_file.version, None)


def test_the_place_of_a_hidden_file_is_not_told(files: tuple[Dispute, Dispute], office: Precinct) -> None:
    both = (office.counsellor.staff_id, office.second.staff_id)
    draft = files[0].draft(type="home_visit", room_id=None, staff_ids=both, place="کوچه نمونه")
    row = files[0].scheduling.book(office.head, draft).value
    hide(office, files[0])
    assert files[0].scheduling.row(office.second, row.id).place == ""


def test_a_home_visit_with_one_worker_is_refused(files: tuple[Dispute, Dispute], office: Precinct) -> None:
    with pytest.raises(AppError) as caught:
        files[0].scheduling.book(office.head, files[0].draft(type="home_visit", room_id=None))
    assert caught.value.key == "scheduling.two_workers"
