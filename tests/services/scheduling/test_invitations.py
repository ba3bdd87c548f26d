"""Attempts to reach a party: what is logged, what counts, whom a caller is shown, and what P-1 forbids."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.case import CaseParty
from models.enums import ContactKind, GivenBy
from services.errors import InvalidDraft, InvalidError, StaleError
from services.people import People
from services.people.shapes import ContactDraft, as_stored
from services.scheduling.shapes import AttemptDraft
from tests.factories import Precinct, precinct
from tests.services.scheduling.dispute import NINE, Dispute, dispute


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Dispute]:
    made = precinct(tmp_path)
    file = dispute(made)
    _set_inviting(made, file.parties[0])
    yield file
    made.close()


def _set_inviting(office: Precinct, party_id: object) -> None:
    with office.uow.write(office.head) as tx:
        tx.get(CaseParty, party_id).is_inviting = True  # type: ignore[arg-type]
        tx.record("party.edit", "party")


def test_attempts_are_counted_and_an_unsafe_call_is_none(file: Dispute) -> None:
    actor, scheduling = file.precinct.counsellor, file.scheduling
    for result in ("no_answer", "not_safe_to_talk", "accepted", ""):
        scheduling.record_attempt(actor, AttemptDraft(file.parties[0], "phone", result=result))
        file.precinct.clock.advance(timedelta(minutes=1))
    invitee = scheduling.invitees(actor, file.case_id)[0]
    assert (invitee.counted, invitee.limit) == (2, 3)
    assert [row.result for row in invitee.attempts] == ["", "accepted", "not_safe_to_talk", "no_answer"]
    assert [row.has_reached for row in invitee.attempts] == [False, True, False, False]


def test_a_result_is_written_down_when_it_is_known(file: Dispute) -> None:
    actor, scheduling = file.precinct.counsellor, file.scheduling
    draft = AttemptDraft(file.parties[0], "letter_by_officer", delivered_by="سرباز نمونه")
    attempt_id = scheduling.record_attempt(actor, draft).value
    with pytest.raises(InvalidError) as caught:
        scheduling.set_attempt_result(actor, attempt_id, 1, "handed_to_other")
    assert caught.value.key == "scheduling.receiver"
    scheduling.set_attempt_result(actor, attempt_id, 1, "handed_to_other", "برادر او")
    row = scheduling.attempts(actor, file.case_id)[0]
    assert (row.result_label, row.received_by) == ("به دیگری تحویل شد", "برادر او")
    with pytest.raises(StaleError):
        scheduling.set_attempt_result(actor, attempt_id, 1, "delivered")


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"channel": "pigeon"}, "errors.required"),
        ({"channel": "letter_by_officer"}, "scheduling.deliverer"),
        ({"result": "no_such_result"}, "errors.required"),
        ({"result": "handed_to_other"}, "scheduling.receiver"),
    ],
)
def test_half_an_attempt_is_refused(file: Dispute, given: dict[str, str], key: str) -> None:
    draft = replace(AttemptDraft(file.parties[0], "phone"), **given)
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        file.scheduling.record_attempt(file.precinct.counsellor, draft)
    assert caught.value.key == key


def test_an_attempt_lies_behind_us_and_belongs_to_the_persons_own_appointment(file: Dispute) -> None:
    actor = file.precinct.counsellor
    later = file.precinct.clock.now() + timedelta(hours=1)
    with pytest.raises(InvalidError) as caught:
        file.scheduling.record_attempt(actor, AttemptDraft(file.parties[0], "phone", at=later))
    assert caught.value.key == "scheduling.attempt_in_future"
    other = file.scheduling.book(file.precinct.head, file.draft(party_ids=file.parties[1:], start=NINE + 120)).value
    with pytest.raises(InvalidError) as caught:
        file.scheduling.record_attempt(actor, AttemptDraft(file.parties[0], "phone", appointment_id=other.id))
    assert caught.value.key == "scheduling.other_meeting"


def test_the_panel_knows_the_next_meeting_and_who_may_not_be_invited(file: Dispute) -> None:
    row = file.scheduling.book(file.precinct.head, file.draft()).value
    first, second = file.scheduling.invitees(file.precinct.counsellor, file.case_id)
    assert first.next_meeting is not None
    assert first.next_meeting.id == row.id
    assert first.may_invite
    assert not second.may_invite
    assert second.refusal
    assert second.name not in second.refusal


def test_no_number_is_shown_before_the_invitation_is_allowed(file: Dispute) -> None:
    with pytest.raises(InvalidError) as caught:
        file.scheduling.open_call_sheet(file.precinct.counsellor, file.parties[1])
    assert caught.value.key == "scheduling.not_to_invite"


def test_the_safest_number_comes_first_and_a_forbidden_one_is_not_shown(file: Dispute) -> None:
    office = file.precinct
    contacts = (
        ContactDraft(ContactKind.MOBILE, "09600000001", do_not_call=True),
        ContactDraft(ContactKind.MOBILE, "09600000002", owner="other_side", given_by=GivenBy.REFERRER),
        ContactDraft(ContactKind.MOBILE, "09600000003"),
        ContactDraft(ContactKind.MOBILE, "09600000004", is_safe=True, safe_hours="۹ تا ۱۱", code_word="نسترن"),
        ContactDraft(ContactKind.MOBILE, "09600000005", is_safe=False),
    )
    People(office.uow, office.codes).save(office.head, as_stored(file.persons[0], *contacts), file.case_id)
    sheet = file.scheduling.open_call_sheet(office.counsellor, file.parties[0])
    assert [line.number for line in sheet.lines] == ["09600000004", "09600000003", "", "", ""]
    assert sheet.lines[0].hours == "۹ تا ۱۱"
    assert not sheet.leaves_no_trace
    clerk = file.scheduling.open_call_sheet(office.clerk, file.parties[0])
    assert clerk.lines[0].code_word == ""


def test_a_number_that_both_sides_have_is_asked_about_first(file: Dispute) -> None:
    """A couple with one telephone: a call to her may be answered by him."""
    office = file.precinct
    people = People(office.uow, office.codes)
    shared = ContactDraft(ContactKind.MOBILE, "09600000006")
    for person_id in file.persons[:2]:
        people.save(office.head, as_stored(person_id, shared), file.case_id)
    (line,) = file.scheduling.open_call_sheet(office.counsellor, file.parties[0]).lines
    assert (line.number, line.is_open) == ("", False)
    assert "امن است" in line.owner_label
    stored = people.get(office.head, file.persons[0], file.case_id).contacts[-1]
    safe = ContactDraft(ContactKind.MOBILE, "09600000006", id=stored.id, is_safe=True)
    people.save(office.head, as_stored(file.persons[0], safe), file.case_id)
    (line,) = file.scheduling.open_call_sheet(office.counsellor, file.parties[0]).lines
    assert (line.number, line.is_open) == ("09600000006", True)
