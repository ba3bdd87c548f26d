"""The shift is given by one and taken by another, both signed in for it; the lists hold numbers alone (P-34)."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from models.enums import Confidentiality, FlagLevel
from models.unit import Staff
from services.actor import Actor
from services.errors import InvalidError, NotAllowedError
from services.handover import ShiftDraft, ShiftRow, Shifts, ShiftSection
from services.quick_entries import NightDraft, QuickEntries
from tests.services.work import TODAY, Work


def shifts(work: Work) -> Shifts:
    return Shifts(work.unit.uow, work.unit.codes)


def sign_in(work: Work, *who: Actor) -> None:
    """As `staff.sign_in` leaves it."""
    with work.unit.uow.write(work.unit.head) as tx:
        for actor in who:
            stamp = update(Staff).where(Staff.id == actor.staff_id).values(last_signed_in_at=tx.now)
            tx.session.execute(stamp)
        tx.record("staff.sign_in", "staff")


def hand_over(work: Work, giver: Actor, taker: Actor, **texts: str) -> ShiftRow:
    return shifts(work).hand_over(giver, taker, ShiftDraft(**texts)).value


def busy(work: Work) -> UUID:
    case_id = work.register()
    work.book(case_id, day=TODAY + timedelta(days=1))
    work.flag(case_id, "child_at_risk", FlagLevel.HIGH)
    work.flag(case_id, "weapon", FlagLevel.IMMINENT)
    return case_id


def test_the_lists_hold_numbers_and_no_names(work: Work) -> None:
    case_id = busy(work)
    lists = shifts(work).lists(work.worker)
    assert {line.section for line in lists.lines} == {
        ShiftSection.DANGERS,
        ShiftSection.CLOCKS,
        ShiftSection.EXPECTED,
    }
    number = work.detail(case_id).row.case_no
    assert {line.case_no for line in lists.lines} == {number}
    names = {party.name for party in work.detail(case_id).parties}
    assert not [line for line in lists.lines for name in names if name in line.words]


def test_a_night_in_danger_is_handed_on_until_it_is_completed(work: Work) -> None:
    """P-26: nobody's name, and no file yet."""
    entries = QuickEntries(work.unit.uow, work.unit.codes)
    officer = work.unit.actors["duty_officer"]
    entries.write_night(officer, NightDraft("سارا نوری", "صبح می‌آید.", False))
    now = work.unit.clock.now()
    draft = NightDraft("رضا نوری", "چاقو داشت.", True, actions=("called_110",), done_at=now, happened_at=now)
    entries.write_night(officer, draft)
    [line] = shifts(work).lists(work.worker).lines
    assert (line.section, line.case_id, line.case_no, line.at) == (ShiftSection.DANGERS, None, "", now)
    assert not [word for word in ("رضا", "چاقو") if word in line.words]
    night = entries.nights_to_complete(work.worker)[0]
    entries.close_night(work.worker, night.id, night.version, "با او گفت‌وگو شد")
    assert shifts(work).lists(work.worker).lines == ()


def test_what_stood_then_stands_later_too(work: Work) -> None:
    busy(work)
    sign_in(work, work.worker, work.unit.second)
    before = shifts(work).lists(work.worker).lines
    row = hand_over(work, work.worker, work.unit.second, calls="فردا ساعت ده", note="کلید کمد در کشو")
    work.later(days=2)
    found = shifts(work).list(work.unit.second)
    assert [one.id for one in found] == [row.id]
    assert found[0].lists.lines == before
    assert (found[0].given_by, found[0].taken_by) == (work.worker.name, work.unit.second.name)
    assert (found[0].calls, found[0].note) == ("فردا ساعت ده", "کلید کمد در کشو")
    assert "shift.hand_over" in work.actions()


def test_both_must_have_signed_in_just_now(work: Work) -> None:
    sign_in(work, work.worker)
    with pytest.raises(NotAllowedError) as caught:
        hand_over(work, work.worker, work.unit.second)
    assert (caught.value.key, caught.value.field) == ("handover.sign_in_again", "taker")
    sign_in(work, work.unit.second)
    work.later(minutes=6)
    with pytest.raises(NotAllowedError) as caught:
        hand_over(work, work.worker, work.unit.second)
    assert caught.value.field == "giver"
    assert shifts(work).list(work.worker) == ()


def test_nobody_hands_over_to_themselves_or_to_who_may_not(work: Work) -> None:
    sign_in(work, work.worker, work.unit.clerk)
    with pytest.raises(InvalidError) as caught:
        hand_over(work, work.worker, replace(work.worker))
    assert caught.value.key == "handover.two_people"
    with pytest.raises(NotAllowedError):
        hand_over(work, work.worker, work.unit.clerk)
    with pytest.raises(NotAllowedError):
        hand_over(work, work.unit.clerk, work.worker)


def test_lines_of_a_hidden_file_are_left_out_for_who_may_not_know_of_it(work: Work) -> None:
    case_id = busy(work)
    version = work.detail(case_id).version
    work.cases.set_confidentiality(work.unit.head, case_id, version, Confidentiality.RESTRICTED)
    sign_in(work, work.worker, work.unit.second)
    hand_over(work, work.worker, work.unit.second)
    assert shifts(work).list(work.worker)[0].lists.lines
    assert shifts(work).list(work.unit.second)[0].lists.lines == ()


def test_a_text_that_is_too_long_is_refused_beside_its_field(work: Work) -> None:
    sign_in(work, work.worker, work.unit.second)
    with pytest.raises(InvalidError) as caught:
        hand_over(work, work.worker, work.unit.second, note="ک" * 4001)
    assert caught.value.field == "note"
