"""Booking: clashes are named, the gate holds, holidays warn, and free times satisfy every rule."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.enums import AppointmentStatus, ConsentDecision, HolidayKind, JointPolicy
from models.safety import RiskFlag
from models.unit import AuditEvent
from models.work import GateOverride
from services.errors import InvalidDraft, InvalidError, NotAllowedError, StaleError
from services.scheduling.shapes import AttemptDraft, OverrideDraft
from services.unit_profile import UnitProfile
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


def test_a_booked_hour_is_found_again(file: Dispute) -> None:
    done = file.scheduling.book(file.precinct.counsellor, file.draft())
    assert done.value.minutes == 45
    found = file.scheduling.between(file.precinct.counsellor, SUNDAY, SUNDAY)
    assert [row.id for row in found] == [done.value.id]
    assert found[0].initials == "ر.آ"


@pytest.mark.parametrize(("busy", "kind"), [("room", "room"), ("staff", "staff"), ("person", "person")])
def test_a_clash_names_what_is_taken(file: Dispute, busy: str, kind: str) -> None:
    office = file.precinct
    file.scheduling.book(office.counsellor, file.draft())
    free = {
        "room_id": office.rooms[1],
        "staff_ids": (office.second.staff_id,),
        "party_ids": file.parties[1:],
    }
    taken = {"room": "room_id", "staff": "staff_ids", "person": "party_ids"}[busy]
    given = {key: value for key, value in free.items() if key != taken}
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(office.head, file.draft(start=NINE + 30, **given))
    assert caught.value.key == f"scheduling.clash_{kind}"


def test_touching_hours_do_not_clash(file: Dispute) -> None:
    file.scheduling.book(file.precinct.counsellor, file.draft())
    file.scheduling.book(file.precinct.counsellor, file.draft(start=NINE + 45))


def test_moving_does_not_clash_with_itself_and_a_stale_version_is_told(file: Dispute) -> None:
    actor = file.precinct.counsellor
    row = file.scheduling.book(actor, file.draft()).value
    moved = file.scheduling.book(actor, file.draft(id=row.id, version=row.version, start=NINE + 15)).value
    assert moved.start == NINE + 15
    with pytest.raises(StaleError):
        file.scheduling.book(actor, file.draft(id=row.id, version=row.version, start=NINE + 30))


def test_a_joint_session_is_refused_in_words_that_tell_nothing(file: Dispute) -> None:
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(file.precinct.counsellor, file.joint())
    assert caught.value.key == "safety.separate_for_now"
    assert caught.value.values == {}


def test_the_gate_opens_when_both_sides_are_clear_and_willing(file: Dispute) -> None:
    file.open_gate()
    assert file.scheduling.book(file.precinct.counsellor, file.joint()).value.is_joint


def test_consent_to_sit_together_is_asked_only_after_the_screen(file: Dispute) -> None:
    file.consent(0)
    with pytest.raises(InvalidError) as caught:
        file.consent(0, "joint_session")
    assert caught.value.key == "safety.screen_before_joint"


def test_one_refusal_shuts_the_gate_again(file: Dispute) -> None:
    file.open_gate()
    file.precinct.clock.advance(timedelta(minutes=1))
    file.consent(1, "joint_session", ConsentDecision.WITHDRAWN)
    with pytest.raises(InvalidError):
        file.scheduling.book(file.precinct.counsellor, file.joint())
    words = file.scheduling.gate_words(file.precinct.counsellor, file.case_id)
    assert words.words == ("به جلسه مشترک رضایت نداد",)


def test_an_old_screen_does_not_hold_the_gate_open(file: Dispute) -> None:
    file.open_gate()
    file.precinct.clock.advance(timedelta(days=31))
    with pytest.raises(InvalidError):
        file.scheduling.book(file.precinct.counsellor, file.joint(day=SUNDAY + timedelta(days=35)))


def test_only_the_head_overrides_with_reason_and_measures(file: Dispute) -> None:
    office = file.precinct
    override = OverrideDraft("دستور قاضی و حضور مأمور", ("officer_near",))
    with pytest.raises(NotAllowedError):
        file.scheduling.book(office.counsellor, file.joint(override=override))
    for half, field in ((replace(override, reason=" "), "reason"), (replace(override, measures=()), "measures")):
        with pytest.raises(InvalidError) as caught:
            file.scheduling.book(office.head, file.joint(override=half))
        assert caught.value.field == f"override.{field}"
    row = file.scheduling.book(office.head, file.joint(override=override)).value
    assert row.is_joint
    with office.uow.read(office.head) as tx:
        [kept] = tx.session.scalars(select(GateOverride))
        assert (kept.appointment_id, kept.staff_id) == (row.id, office.head.staff_id)
        assert (kept.reason, kept.measures) == ("دستور قاضی و حضور مأمور", "officer_near")
        assert kept.conditions == "no_screen,no_joint_consent,no_screen,no_joint_consent"
        assert tx.session.scalar(select(AuditEvent.action).where(AuditEvent.subject_id == row.id)) == "gate.override"


def test_no_override_opens_an_imminent_danger(file: Dispute) -> None:
    file.consent(0)
    file.screen(0, yes=("danger_now",))
    override = OverrideDraft("دستور", ("officer_near",))
    with pytest.raises(InvalidError):
        file.scheduling.book(file.precinct.head, file.joint(override=override))
    checked = file.scheduling.check(file.precinct.head, file.joint())
    assert checked.gate_words
    assert not checked.is_overridable


def test_two_sides_can_not_be_brought_together_by_another_type(file: Dispute) -> None:
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(file.precinct.counsellor, file.draft(party_ids=file.parties))
    assert caught.value.key == "scheduling.one_side_only"


def test_sides_of_a_flagged_file_keep_their_distance(file: Dispute) -> None:
    office = file.precinct
    file.consent(0)
    file.screen(0, yes=("weapon_used",))
    file.scheduling.book(office.counsellor, file.draft())
    close = file.draft(
        start=NINE + 60, party_ids=file.parties[1:], room_id=office.rooms[1], staff_ids=(office.second.staff_id,)
    )
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(office.head, close)
    assert caught.value.key == "scheduling.clash_distance"
    file.scheduling.book(office.head, replace(close, start=NINE + 75))
    late = file.scheduling.book(office.head, file.draft(start=23 * 60)).value
    after = replace(close, day=SUNDAY + timedelta(days=1), start=0)
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(office.head, after)
    assert caught.value.values["start"] == "23:00", "the other side leaves a quarter of an hour before midnight"
    file.scheduling.book(office.head, replace(after, start=15))
    with pytest.raises(InvalidError) as caught:
        file.scheduling.book(office.head, replace(late.draft(), start=23 * 60 + 15))
    assert caught.value.key == "scheduling.clash_distance"
    with office.uow.write(office.head) as tx:
        for flag in tx.session.scalars(select(RiskFlag)):
            flag.closed_at = tx.now
        tx.record("flag.close", "case", file.case_id)
    file.scheduling.book(office.head, replace(late.draft(), start=23 * 60 + 15))


def test_a_holiday_warns_and_does_not_block(file: Dispute) -> None:
    unit = UnitProfile(file.precinct.uow, file.precinct.path.parent)
    unit.add_closure(file.precinct.head, SUNDAY, "تعطیلی سرما", HolidayKind.LOCAL)
    assert file.scheduling.check(file.precinct.counsellor, file.draft()).warnings == ("تعطیلی سرما",)
    file.scheduling.book(file.precinct.counsellor, file.draft())


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"day": date(2026, 11, 20)}, "scheduling.in_the_past"),
        ({"start": 24 * 60}, "errors.required"),
        ({"start": 24 * 60 - 10, "minutes": 721}, "scheduling.length"),
        ({"staff_ids": ()}, "scheduling.who"),
        ({"party_ids": ()}, "scheduling.participants"),
        ({"type": "home_visit"}, "scheduling.two_workers"),
    ],
)
def test_what_can_not_be_is_refused(file: Dispute, given: dict[str, object], key: str) -> None:
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        file.scheduling.book(file.precinct.counsellor, file.draft(**given))
    errors = caught.value.errors if isinstance(caught.value, InvalidDraft) else (caught.value,)
    assert key in {error.key for error in errors}


def test_a_cancelled_hour_is_free_again(file: Dispute) -> None:
    actor = file.precinct.counsellor
    row = file.scheduling.book(actor, file.draft()).value
    file.scheduling.cancel(actor, row.id, row.version, by_party=True, reason="سفر")
    again = file.scheduling.book(actor, file.draft()).value
    assert again.status is AppointmentStatus.SCHEDULED
    with pytest.raises(InvalidError):
        file.scheduling.cancel(actor, row.id, row.version + 1, by_party=True, reason="سفر")


def test_hours_of_a_hidden_file_are_taken_without_a_name(file: Dispute) -> None:
    office = file.precinct
    file.scheduling.book(office.counsellor, file.draft())
    with office.uow.write(office.head) as tx:
        from models.case import CaseFile
        from models.enums import Confidentiality

        tx.get(CaseFile, file.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.restrict", "case", file.case_id)
    row = file.scheduling.between(office.second, SUNDAY, SUNDAY)[0]
    assert (row.case_id, row.case_no, row.initials, row.party_ids, row.marks) == (None, "", "", (), ())


def test_the_other_side_is_not_invited_before_the_inviting_side_answered(file: Dispute) -> None:
    office = file.precinct
    with office.uow.write(office.head) as tx:
        from models.case import CaseParty

        tx.get(CaseParty, file.parties[0]).is_inviting = True
        tx.record("party.edit", "party", file.parties[0])
    attempt = AttemptDraft(file.parties[1], "phone")
    with pytest.raises(InvalidError) as caught:
        file.scheduling.record_attempt(office.counsellor, attempt)
    assert caught.value.key == "scheduling.not_to_invite"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(starts=st.lists(st.integers(NINE // 15, 54).map(lambda quarter: quarter * 15), max_size=6))
def test_every_offered_time_can_be_booked(tmp_path_factory: pytest.TempPathFactory, starts: list[int]) -> None:
    office = precinct(tmp_path_factory.mktemp("slots"))
    file = dispute(office)
    for start in starts:
        try:
            file.scheduling.book(office.counsellor, file.draft(start=start))
        except (InvalidError, InvalidDraft):
            continue
    wanted = file.draft(start=starts[0] if starts else NINE)
    for slot in file.scheduling.free_slots(office.counsellor, wanted, 3):
        checked = file.scheduling.check(
            office.counsellor, replace(wanted, day=slot.day, start=slot.start, room_id=slot.room_id)
        )
        assert checked.clashes == ()
    office.close()


def test_policy_of_the_file_shuts_the_gate_whatever_the_screens_say(file: Dispute) -> None:
    file.open_gate()
    file.safety.set_policy(file.precinct.counsellor, file.case_id, JointPolicy.SEPARATE_ONLY, "نظر مشاور")
    with pytest.raises(InvalidError):
        file.scheduling.book(file.precinct.counsellor, file.joint())
