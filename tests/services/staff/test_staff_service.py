"""Accounts and signing in, on a folder that was really set up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from services import data_folder
from services.actor import Right
from services.errors import InvalidDraft, InvalidError, NotAllowedError, StaleError
from services.opening import front_door
from services.staff import StaffDraft
from services.staff.rules import password_errors, username_for
from services.vault.errors import WrongPasswordError
from services.vault.sealing import Purpose
from tests.services.opened_unit import (
    CONSCRIPT,
    CONSCRIPT_WORD,
    COUNSELLOR,
    COUNSELLOR_WORD,
    HEAD,
    HEAD_WORD,
    OpenedUnit,
    opened_unit,
)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


def _row(unit: OpenedUnit, name: str):
    return next(row for row in unit.services.staff.list(unit.head, with_ended=True) if row.full_name == name)


def test_sign_in_makes_the_actor_of_the_role(unit: OpenedUnit) -> None:
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    assert actor.name == COUNSELLOR
    assert actor.role == "counsellor"
    assert actor.may(Right.CASE_REGISTER)
    assert not actor.may(Right.STAFF_MANAGE)
    assert _row(unit, COUNSELLOR).last_signed_in_at is not None


def test_signing_in_and_out_is_recorded_and_changes_no_version(unit: OpenedUnit) -> None:
    before = _row(unit, COUNSELLOR).version
    links = unit.services.audit_trail.verify(unit.head).links
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    unit.services.staff.sign_out(actor)
    unit.services.staff.sign_out(actor)
    verdict = unit.services.audit_trail.verify(unit.head)
    assert verdict.links == links + 2
    assert verdict.broken_at is None
    assert _row(unit, COUNSELLOR).version == before


def test_keys_are_there_only_while_signed_in(unit: OpenedUnit) -> None:
    staff = unit.services.staff
    assert staff.keys_of(unit.head).staff_id == unit.head.staff_id
    staff.lock(unit.head)
    with pytest.raises(NotAllowedError):
        staff.keys_of(unit.head)
    back = staff.come_back(unit.head, unit.unlock(HEAD, HEAD_WORD)).value
    assert back == unit.head
    with pytest.raises(NotAllowedError):
        staff.come_back(unit.head, unit.unlock(COUNSELLOR, COUNSELLOR_WORD))


def test_switch_signs_the_other_out(unit: OpenedUnit) -> None:
    other = unit.services.staff.switch(unit.head, unit.unlock(COUNSELLOR, COUNSELLOR_WORD)).value
    assert other.name == COUNSELLOR
    with pytest.raises(NotAllowedError):
        unit.services.staff.keys_of(unit.head)


def test_a_new_colleague_can_sign_in(unit: OpenedUnit) -> None:
    draft = StaffDraft("سارا بهرامی", "clerk", "civil_employee")
    row = unit.services.staff.add(unit.head, draft, "third word 7").value
    assert row.is_active
    assert unit.sign_in("سارا بهرامی", "third word 7").role == "clerk"
    names = [account.full_name for account in data_folder.read_front(unit.folder).accounts]
    assert "سارا بهرامی" in names


def test_two_people_of_one_name_have_two_accounts(unit: OpenedUnit) -> None:
    added = unit.services.staff.add(unit.head, StaffDraft(COUNSELLOR, "clerk"), "third word 7").value
    assert added.username != _row(unit, COUNSELLOR).username or added.id == _row(unit, COUNSELLOR).id


@pytest.mark.parametrize(
    ("draft", "password", "field"),
    [
        (StaffDraft("  ", "clerk"), "third word 7", "full_name"),
        (StaffDraft("س" * 121, "clerk"), "third word 7", "full_name"),
        (StaffDraft("سارا", "stranger"), "third word 7", "role"),
        (StaffDraft("سارا", "conscript"), "third word 7", "service_end_on"),
        (StaffDraft("سارا", "clerk", service_end_on=date(2026, 11, 1)), "third word 7", "service_end_on"),
        (StaffDraft("سارا", "clerk"), "short", "password"),
        (StaffDraft("سارا", "clerk"), "aaaaaaaa", "password"),
    ],
)
def test_what_an_account_needs(unit: OpenedUnit, draft: StaffDraft, password: str, field: str) -> None:
    with pytest.raises(InvalidError) as caught:
        unit.services.staff.add(unit.head, draft, password)
    assert caught.value.field == field


def test_several_faults_come_together(unit: OpenedUnit) -> None:
    with pytest.raises(InvalidDraft) as caught:
        unit.services.staff.add(unit.head, StaffDraft("", ""), "")
    assert [error.field for error in caught.value.errors] == ["full_name", "role", "password"]


def test_only_who_may_manages_accounts(unit: OpenedUnit) -> None:
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    with pytest.raises(NotAllowedError):
        unit.services.staff.add(actor, StaffDraft("سارا", "clerk"), "third word 7")


def test_a_new_role_brings_its_keys(unit: OpenedUnit) -> None:
    row = _row(unit, COUNSELLOR)
    unit.services.staff.edit(unit.head, row.id, row.version, StaffDraft(COUNSELLOR, "unit_head"))
    assert unit.unlock(COUNSELLOR, COUNSELLOR_WORD).purposes >= {Purpose.BACKUP, Purpose.SIGNING}
    row = _row(unit, COUNSELLOR)
    unit.services.staff.edit(unit.head, row.id, row.version, StaffDraft(COUNSELLOR, "clerk"))
    assert not unit.unlock(COUNSELLOR, COUNSELLOR_WORD).purposes & {Purpose.BACKUP, Purpose.SIGNING}


def test_a_change_seen_too_late_is_refused(unit: OpenedUnit) -> None:
    row = _row(unit, COUNSELLOR)
    unit.services.staff.edit(unit.head, row.id, row.version, StaffDraft(COUNSELLOR, "psychologist"))
    with pytest.raises(StaleError):
        unit.services.staff.edit(unit.head, row.id, row.version, StaffDraft(COUNSELLOR, "clerk"))


def test_the_last_head_stays(unit: OpenedUnit) -> None:
    row = _row(unit, HEAD)
    with pytest.raises(InvalidError) as caught:
        unit.services.staff.edit(unit.head, row.id, row.version, StaffDraft(HEAD, "counsellor"))
    assert caught.value.key == "staff.last_head"
    with pytest.raises(InvalidError) as caught:
        unit.services.staff.end(unit.head, row.id, row.version, "رفت")
    assert caught.value.key == "staff.own_account"


def test_an_ended_account_opens_nothing_and_keeps_its_name(unit: OpenedUnit) -> None:
    unlocked = unit.unlock(COUNSELLOR, COUNSELLOR_WORD)
    row = _row(unit, COUNSELLOR)
    unit.services.staff.end(unit.head, row.id, row.version, "انتقال")
    with pytest.raises(WrongPasswordError):
        unit.unlock(COUNSELLOR, COUNSELLOR_WORD)
    with pytest.raises(NotAllowedError):
        unit.services.staff.sign_in(unlocked)
    assert _row(unit, COUNSELLOR).is_active is False
    assert COUNSELLOR not in [a.full_name for a in data_folder.read_front(unit.folder).accounts]


def test_ending_needs_a_reason(unit: OpenedUnit) -> None:
    row = _row(unit, COUNSELLOR)
    with pytest.raises(InvalidError) as caught:
        unit.services.staff.end(unit.head, row.id, row.version, " ")
    assert caught.value.field == "reason"


def test_service_ends_by_itself(unit: OpenedUnit) -> None:
    unlocked = unit.unlock(CONSCRIPT, CONSCRIPT_WORD)
    assert unit.services.staff.sign_in(unlocked).value.name == CONSCRIPT
    unit.clock.advance(timedelta(days=9))
    assert unit.services.staff.sign_in(unlocked).value.name == CONSCRIPT  # the last day is a day of service
    unit.clock.advance(timedelta(days=1))
    with pytest.raises(NotAllowedError):
        unit.services.staff.sign_in(unlocked)


def test_the_slot_of_an_ended_account_goes_before_the_sign_in_page(unit: OpenedUnit) -> None:
    before = front_door.tidy(unit.folder, unit.clock.now())
    assert CONSCRIPT in [account.full_name for account in before.accounts]
    after = front_door.tidy(unit.folder, unit.clock.now() + timedelta(days=20))
    assert CONSCRIPT not in [account.full_name for account in after.accounts]


def test_a_clock_set_back_reopens_nothing(unit: OpenedUnit) -> None:
    unit.clock.advance(timedelta(days=20))
    unit.services.unit.add_room(unit.head, "اتاق ۳")  # the witness now knows the day
    shown = front_door.tidy(unit.folder, unit.clock.now() - timedelta(days=20))
    assert CONSCRIPT not in [account.full_name for account in shown.accounts]


def test_a_reset_password_opens_and_the_old_one_does_not(unit: OpenedUnit) -> None:
    row = _row(unit, COUNSELLOR)
    unit.services.staff.reset_password(unit.head, row.id, "new word 99")
    assert unit.sign_in(COUNSELLOR, "new word 99").name == COUNSELLOR
    with pytest.raises(WrongPasswordError):
        unit.unlock(COUNSELLOR, COUNSELLOR_WORD)


def test_ones_own_password(unit: OpenedUnit) -> None:
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    with pytest.raises(WrongPasswordError):
        unit.services.staff.change_password(actor, "not this one", "new word 99")
    unit.services.staff.change_password(actor, COUNSELLOR_WORD, "new word 99")
    assert unit.sign_in(COUNSELLOR, "new word 99").name == COUNSELLOR


def test_password_and_username_rules() -> None:
    assert password_errors("درازتر از هشت") == []
    assert [error.key for error in password_errors("۱۲۳")] == ["staff.password_short"]
    draft = StaffDraft("مریم رضایی", "clerk")
    assert username_for(draft, lambda _name: False) == "مریمرضایی"
    assert username_for(draft, {"مریمرضایی", "مریمرضایی2"}.__contains__) == "مریمرضایی3"
    assert username_for(replace(draft, username=" Maryam "), lambda _name: False) == "Maryam"
