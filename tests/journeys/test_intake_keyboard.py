"""A referral with both sides is registered from the keyboard alone, with few keys beyond what is typed (P-39)."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.cases import Side
from services.clock import local
from services.persian.jalali import from_jalali
from tests.ui.desk import MORNING, Desk, lay_desk, show
from ui.intake.intake_page import IntakePage
from ui.play.keyboard import Keyboard

MOST_KEYS = 60


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.lanes)


def open_page(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, role: str = "counsellor", argument: object = None
) -> IntakePage:
    page = IntakePage(desk.context_of(role), argument)
    qtbot.addWidget(page)
    show(page)
    page.activate()
    keyboard.settle(lambda: page.focusWidget() is not None)
    keyboard.beyond = 0
    return page


def type_referral(keyboard: Keyboard) -> None:
    keyboard.choose("دادس")
    keyboard.value("دادیاری شعبه ۳")
    keyboard.value("۱۴۰۵/۸/۲۱۷")
    keyboard.value("7/10")
    keyboard.value("140511920001234567")
    keyboard.value("مددکاری؛ اقدام و گزارش شود")
    keyboard.value("+10")
    keyboard.enter(3)  # the hour of the deadline, both ordered, reply owed
    keyboard.choose("زنا")
    keyboard.value("درگیری لفظی بر سر هزینه زندگی")
    keyboard.enter(2)  # criminal aspect, responsible


def type_wife(keyboard: Keyboard) -> None:
    for value in ("مریم", "محمدی", "حسن"):
        keyboard.value(value)
    keyboard.enter()  # the role stands there already
    for value in ("۰۰۰۲۱۸۵۶۷۹", "71/2/14", "09600000000"):
        keyboard.value(value)
    keyboard.enter()  # identity paper


def type_husband(keyboard: Keyboard) -> None:
    for value in ("علی", "کریمی", "رضا"):
        keyboard.value(value)
    keyboard.enter()
    for value in ("0001595679", "1367", "09600000001"):
        keyboard.value(value)


def test_two_new_parties_with_at_most_sixty_keys(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    open_page(desk, keyboard, qtbot)
    type_referral(keyboard)
    type_wife(keyboard)
    type_husband(keyboard)
    keyboard.settle()
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))

    assert keyboard.beyond <= MOST_KEYS, f"{keyboard.beyond} keys beyond the typed values"
    assert desk.said.errors == []
    assert desk.said.toasts == ["پرونده ۱۱۱۲-۱۴۰۵-۰۰۰۱ ثبت شد"]
    key, case_id = desk.said.went[0]
    assert key == "case"
    actor = desk.actors["counsellor"]
    case = desk.services.cases.get(actor, case_id)
    assert case.row.case_no == "1112-1405-0001"
    assert case.row.subject_line == "درگیری لفظی بر سر هزینه زندگی"
    (referral,) = case.referrals
    assert (referral.source, referral.branch) == ("prosecutor", "دادیاری شعبه ۳")
    assert referral.letter_no == "1405/8/217"
    assert referral.letter_on == from_jalali(1405, 7, 10)
    assert referral.is_reply_owed
    assert referral.due_at is not None
    assert local(referral.due_at).date() == local(MORNING).date() + timedelta(days=10)
    assert local(referral.due_at).time() == time(14)
    assert referral.incoming_no
    wife, husband = case.parties
    assert [(p.name, p.role, p.relation, p.side) for p in case.parties] == [
        ("مریم محمدی", "wife", "spouse", Side.A),
        ("علی کریمی", "husband", "spouse", Side.B),
    ]
    assert (wife.is_inviting, husband.is_inviting) == (True, False)
    person = desk.services.people.get(actor, wife.person_id)
    assert (person.national_code, person.birth_on, person.sex) == ("0002185679", from_jalali(1371, 2, 14), "female")
    assert [contact.value for contact in person.contacts] == ["09600000000"]
    other = desk.services.people.get(actor, husband.person_id)
    assert (other.birth_year, other.birth_precision, other.sex) == (1367, "year", "male")
    assert [contact.given_by for contact in other.contacts] == ["referrer"]


def test_the_two_interviews_stand_apart_and_only_hours_are_kept(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    open_page(desk, keyboard, qtbot)
    type_referral(keyboard)
    type_wife(keyboard)
    type_husband(keyboard)
    keyboard.settle()
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    actor, case_id = desk.actors["counsellor"], desk.said.went[0][1]
    first, second = desk.services.scheduling.of_case(actor, case_id)
    assert (first.day, first.start) == (date(2026, 11, 21), 9 * 60 + 15)
    assert second.start >= first.start + first.minutes + 30
    assert len(first.party_ids) == len(second.party_ids) == 1
    assert first.party_ids != second.party_ids
    assert desk.services.scheduling.attempts(actor, case_id) == ()


def test_a_clerk_registers_a_person_who_came_by_themselves(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    open_page(desk, keyboard, qtbot, "clerk")
    keyboard.choose("مراجعه")
    keyboard.enter()  # how they heard of us
    keyboard.choose("همسایگی")
    keyboard.enter(3)
    keyboard.value("نامشخص")
    keyboard.save()
    keyboard.settle(lambda: bool(desk.said.went))
    assert desk.said.errors == []
    case = desk.services.cases.get(desk.actors["unit_head"], desk.said.went[0][1])
    assert [party.name for party in case.parties] == ["نامشخص"]
    assert case.referrals[0].incoming_no == ""
    assert keyboard.beyond <= 25


def test_errors_stand_beside_their_fields_and_the_first_gets_the_keyboard(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page = open_page(desk, keyboard, qtbot)
    page.parties.blocks()[0].focus_first()
    keyboard.value("مریم12")
    keyboard.save()
    keyboard.settle(page.has_error)
    assert page.referral.field("primary_category").error()
    assert page.parties.blocks()[0].grid.field("given_name").error()
    assert keyboard.focused is page.referral.field("primary_category").edit
    assert desk.said.went == []


def test_a_wrong_code_offers_to_go_on_without(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_page(desk, keyboard, qtbot)
    block = page.parties.blocks()[0]
    block.grid.field("identity").edit.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.value("1234567890")
    assert "بدون کد" in block.bar.sentence() or not block.bar.isHidden()
    keyboard.key(Qt.Key.Key_F7)
    assert block.bar.isHidden()
    person = block.person()
    assert (person.national_code, person.id_kind) == ("", "no_document_shown")
    assert keyboard.focused is block.grid.field("birth_on").edit
