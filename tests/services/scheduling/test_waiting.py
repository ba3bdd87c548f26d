"""The waiting list: whom a time that came free is offered, and that nobody is offered what a rule forbids."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.case import CaseFile
from models.enums import CaseStatus, Confidentiality
from services.errors import AppError, InvalidDraft, NotFoundError
from services.scheduling import WaitingList
from services.scheduling.waiting_shapes import WaitingDraft
from services.working_time import Band, WorkingTime
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, SUNDAY, Dispute, dispute


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    WorkingTime(made.uow).set_week(made.head, tuple(Band(day, NINE, NINE + 45) for day in range(5)))
    yield made
    made.close()


@pytest.fixture
def file(office: Precinct) -> Dispute:
    return dispute(office)


@pytest.fixture
def waiting(office: Precinct) -> WaitingList:
    return WaitingList(office.uow, office.codes)


def wish(file: Dispute, **given: Any) -> WaitingDraft:
    """The first side waits for the counsellor on a Sunday."""
    fields: dict[str, Any] = {
        "staff_id": file.precinct.counsellor.staff_id,
        "weekdays": (1,),
        "not_after": SUNDAY,
        "urgency": "normal",
    }
    return WaitingDraft(file.case_id, "individual", file.parties[:1], **(fields | given))


def test_a_time_that_comes_free_is_offered_and_booked_in_one_step(
    file: Dispute, waiting: WaitingList, office: Precinct
) -> None:
    other = dispute(office, 2)
    held = other.scheduling.book(office.head, other.draft()).value
    entry = waiting.save(office.counsellor, wish(file)).value
    assert waiting.offers(office.counsellor) == ()
    assert waiting.rows(office.counsellor)[0].offer is None
    other.scheduling.cancel(office.head, held.id, held.version, by_party=True, reason="سفر")
    [offered] = waiting.offers(office.counsellor)
    slot = offered.offer
    assert slot is not None
    assert (slot.day, slot.start, offered.offered_staff) == (SUNDAY, NINE, (office.counsellor.staff_id,))
    done = waiting.book(office.counsellor, entry.id, entry.version, slot, offered.offered_staff)
    assert (done.value.day, done.value.case_id) == (SUNDAY, file.case_id)
    assert waiting.rows(office.counsellor) == ()
    with pytest.raises(AppError):
        waiting.book(office.counsellor, entry.id, entry.version, slot, offered.offered_staff)


def test_an_offer_that_was_taken_meanwhile_leaves_the_entry_on_the_list(
    file: Dispute, waiting: WaitingList, office: Precinct
) -> None:
    entry = waiting.save(office.counsellor, wish(file)).value
    [offered] = waiting.offers(office.counsellor)
    other = dispute(office, 2)
    other.scheduling.book(office.head, other.draft())
    assert offered.offer is not None
    with pytest.raises(AppError) as caught:
        waiting.book(office.counsellor, entry.id, entry.version, offered.offer, offered.offered_staff)
    assert caught.value.key == "scheduling.clash_room"
    assert [row.id for row in waiting.rows(office.counsellor)] == [entry.id]


def test_the_most_urgent_comes_first_then_who_waits_longest(
    file: Dispute, waiting: WaitingList, office: Precinct
) -> None:
    others = [dispute(office, number) for number in (2, 3)]
    waiting.save(office.counsellor, wish(file))
    waiting.save(office.counsellor, wish(others[0]))
    waiting.save(office.counsellor, wish(others[1], urgency="urgent"))
    found = [row.draft.case_id for row in waiting.rows(office.counsellor)]
    assert found == [others[1].case_id, file.case_id, others[0].case_id]
    assert waiting.rows(office.counsellor)[0].is_marked


def test_whoever_is_free_first_where_nobody_is_named(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    other = dispute(office, 2)
    other.scheduling.book(office.head, other.draft())
    waiting.save(office.counsellor, wish(file, staff_id=None))
    [offered] = waiting.offers(office.counsellor)
    assert offered.offer is not None
    assert offered.offer.day == SUNDAY
    assert offered.offered_staff != (office.counsellor.staff_id,)


def test_hours_and_days_that_do_not_suit_are_not_offered(
    file: Dispute, waiting: WaitingList, office: Precinct
) -> None:
    waiting.save(office.counsellor, wish(file, opens=NINE + 15))
    assert waiting.offers(office.counsellor) == ()
    entry = waiting.rows(office.counsellor)[0]
    waiting.save(office.counsellor, replace(entry.draft, opens=0, weekdays=(2,)))
    assert waiting.offers(office.counsellor) == ()
    entry = waiting.rows(office.counsellor)[0]
    waiting.save(office.counsellor, replace(entry.draft, not_after=SUNDAY + timedelta(days=1)))
    assert [row.offer.day for row in waiting.offers(office.counsellor) if row.offer] == [SUNDAY + timedelta(days=1)]


def test_nothing_is_offered_before_the_gate_is_open(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    draft = replace(wish(file), type="joint_mediation", party_ids=file.parties)
    WorkingTime(office.uow).set_week(office.head, tuple(Band(day, NINE, NINE + 60) for day in range(5)))
    waiting.save(office.counsellor, draft)
    assert waiting.offers(office.counsellor) == ()
    file.open_gate()
    assert len(waiting.offers(office.counsellor)) == 1


def test_an_appointment_made_otherwise_closes_the_entry(
    file: Dispute, waiting: WaitingList, office: Precinct
) -> None:
    waiting.save(office.counsellor, wish(file))
    file.scheduling.book(office.counsellor, file.draft(start=NINE + 180))
    assert len(waiting.rows(office.counsellor)) == 1
    file.scheduling.book(office.counsellor, file.draft(type="individual", start=NINE + 240))
    assert waiting.rows(office.counsellor) == ()


def test_who_waits_no_longer_and_again(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    entry = waiting.save(office.counsellor, wish(file)).value
    waiting.withdraw(office.counsellor, entry.id, entry.version)
    assert waiting.rows(office.counsellor) == ()
    waiting.wait_again(office.counsellor, entry.id)
    assert [row.id for row in waiting.rows(office.counsellor)] == [entry.id]


def test_entries_of_a_hidden_file_do_not_exist(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    entry = waiting.save(office.counsellor, wish(file)).value
    with office.uow.write(office.head) as tx:
        tx.get(CaseFile, file.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.restrict", "case", file.case_id)
    assert waiting.rows(office.second) == ()
    assert waiting.offers(office.second) == ()
    with pytest.raises(NotFoundError):
        waiting.withdraw(office.second, entry.id, entry.version)
    with pytest.raises(NotFoundError):
        waiting.save(office.second, wish(file))
    assert len(waiting.rows(office.counsellor)) == 1


def test_nobody_waits_in_a_closed_file(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    waiting.save(office.counsellor, wish(file))
    with office.uow.write(office.head) as tx:
        tx.get(CaseFile, file.case_id).status = CaseStatus.CLOSED
        tx.record("case.close", "case", file.case_id)
    assert waiting.rows(office.counsellor) == ()
    assert waiting.offers(office.counsellor) == ()


def test_people_of_another_file_can_not_be_listed(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    with pytest.raises(NotFoundError):
        waiting.save(office.head, replace(wish(file), party_ids=dispute(office, 2).parties))


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"type": ""}, "errors.required"),
        ({"party_ids": ()}, "scheduling.participants"),
        ({"minutes": 4}, "scheduling.length"),
        ({"urgency": "no_such"}, "errors.required"),
        ({"opens": 720, "closes": 600}, "scheduling.wish_hours"),
        ({"not_after": SUNDAY - timedelta(days=9)}, "scheduling.wish_days"),
    ],
)
def test_wishes_that_can_not_be(file: Dispute, waiting: WaitingList, given: dict[str, Any], key: str) -> None:
    with pytest.raises(AppError) as caught:
        waiting.save(file.precinct.head, replace(wish(file), **given))
    errors = caught.value.errors if isinstance(caught.value, InvalidDraft) else (caught.value,)
    assert {error.key for error in errors} == {key}


def test_a_wish_whose_days_have_passed_is_marked(file: Dispute, waiting: WaitingList, office: Precinct) -> None:
    waiting.save(office.counsellor, wish(file))
    office.clock.advance(timedelta(days=5))
    [row] = waiting.rows(office.counsellor)
    assert row.is_expired
    assert row.offer is None
