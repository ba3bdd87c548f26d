"""Invited, not come, invited again, ended; a colleague's work in other hands; the shift: by the keyboard alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from services.handover import HandoverState
from services.scheduling.shapes import AppointmentRow, AttemptDraft
from services.vault.opening import open_with_password
from services.vault.pin import set_pin
from tests.ui.case.conftest import OpenCase, keyboard, office, open_case
from tests.ui.desk import _WORD
from tests.ui.scheduling.office import SUNDAY, Office, window_around
from tests.unit_folder import CHEAP
from ui.case.argument import CaseArgument
from ui.handover.give_page import GivePage
from ui.handover.handover_page import HandoverPage
from ui.handover.handover_sheet import HandoverSheet
from ui.handover.item_sheet import ItemSheet
from ui.handover.shift_page import ShiftPage
from ui.handover.shift_sheet import ShiftSheet
from ui.navigation import Page
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.play.keyboard import Keyboard
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.attempt_sheet import AttemptSheet, ResultSheet
from ui.scheduling.in_field_page import InFieldPage
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.sheet import open_sheet_of

__all__ = ["keyboard", "office", "open_case"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TODAY = SUNDAY - timedelta(days=1)
TEN = 10 * 60
OpenPage = Callable[..., Any]


@pytest.fixture
def open_page(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows: list[QMainWindow] = []

    def opened(kind: type[Page], role: str = "counsellor", argument: Any = None) -> Any:
        page = kind(office.context(role), argument)
        window = window_around(page)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()


def sheet_over(page: Any, keyboard: Keyboard, kind: type) -> Any:
    keyboard.settle(lambda: isinstance(open_sheet_of(page), kind))
    keyboard.settle()
    return open_sheet_of(page)


def at_the_door(page: Any, office: Office, keyboard: Keyboard, row: AppointmentRow, role: str = "counsellor") -> Any:
    """The sheet of an hour as it stands now, the keyboard on the first person without a mark."""
    fresh = office.desk.services.scheduling.row(office.actor(), row.id)
    sheet = AppointmentSheet(page, office.context(role), fresh)
    sheet.open_sheet()
    keyboard.settle(lambda: sheet.door is not None and sheet.door.door is not None)
    keyboard.settle()
    return sheet


def test_invited_not_come_invited_again_and_ended(
    office: Office, keyboard: Keyboard, open_case: OpenCase, open_page: OpenPage
) -> None:
    services, actor = office.desk.services, office.actor()
    case = office.file(3, inviting=True)
    row = office.book(case.id, day=TODAY, start=TEN)
    services.scheduling.record_attempt(actor, AttemptDraft(row.party_ids[0], "phone", row.id, result="accepted"))
    office.desk.clock.advance(timedelta(hours=1, minutes=10))
    page = open_page(InFieldPage)
    sheet = at_the_door(page, office, keyboard, row)
    assert sheet.door.lines[0].marks.hasFocus()
    keyboard.write("ن")
    line = sheet.door.lines[0]
    keyboard.settle(line.buttons["invite"].isVisible)
    assert not sheet.buttons["move"].isVisible()
    assert (line.person.counted, line.person.limit) == (2, 3)
    assert not line.buttons["outcome"].isVisible()
    keyboard.push(line.buttons["invite"])
    attempt = sheet_over(page, keyboard, AttemptSheet)
    keyboard.settle(attempt.main.isEnabled)
    keyboard.choose("تماس")
    keyboard.choose("پاسخ نداد")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    sheet = at_the_door(page, office, keyboard, row)
    line = sheet.door.lines[0]
    assert (line.person.counted, line.buttons["invite"].isVisible()) == (3, False)
    keyboard.push(line.buttons["outcome"])
    place, argument = office.heard.went[-1]
    assert (place, argument) == ("case", CaseArgument(case.id, "outcome", disposition="no_show"))
    file = open_case(argument)
    outcome = sheet_over(file, keyboard, OutcomeSheet)
    keyboard.settle(outcome.main.isEnabled)
    assert outcome.form.field("disposition").value() == "no_show"
    keyboard.save()
    keyboard.settle(lambda: services.cases.get(actor, case.id).row.disposition == "no_show")


def test_who_was_late_at_the_door_stands_late_in_the_session(
    office: Office, keyboard: Keyboard, open_case: OpenCase, open_page: OpenPage
) -> None:
    case = office.file(4)
    row = office.book(case.id, day=TODAY, start=TEN)
    office.desk.clock.advance(timedelta(hours=1, minutes=15))
    page = open_page(InFieldPage, "clerk")
    sheet = at_the_door(page, office, keyboard, row, "clerk")
    keyboard.write("د")
    line = sheet.door.lines[0]
    keyboard.settle(line.minutes.isVisible)
    assert line.minutes.number() == 15
    keyboard.go_to(line.minutes)
    line.minutes.selectAll()
    keyboard.write("20")
    keyboard.enter()
    keyboard.settle(lambda: line.person.arrived == TEN + 20)
    keyboard.key(Qt.Key.Key_Escape)
    office.desk.clock.advance(timedelta(hours=1))
    file = open_case(CaseArgument(case.id, "session", row.id))
    session = sheet_over(file, keyboard, SessionSheet)
    keyboard.settle(session.main.isEnabled)
    keyboard.save()
    keyboard.settle(lambda: bool(office.desk.services.sessions.of_case(office.actor(), case.id)))
    [stored] = office.desk.services.sessions.of_case(office.actor(), case.id)
    assert [(one.mark.value, one.arrived) for one in stored.attendance] == [("late", TEN + 20)]


def test_a_slip_comes_back_from_the_field(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    services, actor = office.desk.services, office.actor()
    case = office.file(5, inviting=True)
    party = office.parties(case.id)[0]
    draft = AttemptDraft(party, "letter_by_officer", delivered_by="سرباز نمونه")
    services.scheduling.record_attempt(actor, draft)
    office.desk.clock.advance(timedelta(days=2))
    page = open_page(InFieldPage)
    keyboard.settle(lambda: bool(page.list.rows()))
    assert page.list.rows()[0].chip == "۲ روز"
    keyboard.go_to(page.list)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    sheet = sheet_over(page, keyboard, ResultSheet)
    keyboard.choose("به دیگری")
    keyboard.settle(sheet.form.field("received_by").isVisible)
    keyboard.value("برادر او")
    keyboard.write("۱۴۰۵۰۹۰۱")
    keyboard.enter()
    keyboard.write("1030")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None and not page.list.rows())
    [stored] = services.scheduling.attempts(actor, case.id)
    assert (stored.result, stored.received_by, stored.told_at is not None) == ("handed_to_other", "برادر او", True)
    assert services.scheduling.in_field(actor) == ()


def test_the_work_of_a_colleague_goes_and_comes_back(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    services, head = office.desk.services, office.actor("unit_head")
    first, second = office.file(1), office.file(2)
    hour = office.book(first.id)
    page = open_page(GivePage)
    keyboard.go_to(page.form.field("first_on").edit)
    page.form.field("first_on").edit.selectAll()
    keyboard.value("۱۴۰۵/۰۹/۰۱")
    keyboard.value("۱۴۰۵/۰۹/۰۵")
    keyboard.settle(lambda: page.work is not None and len(page.list.rows()) == 2)
    keyboard.go_to(page.words.field("to_id").edit)
    keyboard.choose("زهرا")
    keyboard.write("کلید کمد نزد من است")
    assert page.main.isEnabled()
    keyboard.go_to(page.list)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    item = sheet_over(page, keyboard, ItemSheet)
    keyboard.go_to(item.form.field("note").edit)
    keyboard.write("به برادرش زنگ نزنید")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.save()
    keyboard.settle(lambda: services.cases.get(head, first.id).row.responsible_id == head.staff_id)
    assert services.cases.get(head, second.id).row.responsible_id == head.staff_id
    assert services.scheduling.row(head, hour.id).staff_ids == (head.staff_id,)
    [row] = services.handovers.list(head)
    assert sorted(one.note for one in row.items) == ["به برادرش زنگ نزنید", "کلید کمد نزد من است"]
    assert office.heard.went[-1][0] == "handover"
    listed = open_page(HandoverPage)
    keyboard.settle(lambda: bool(listed.list.rows()))
    keyboard.go_to(listed.list)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    sheet = sheet_over(listed, keyboard, HandoverSheet)
    keyboard.push(sheet.one)
    keyboard.settle(lambda: open_sheet_of(listed) is None)
    keyboard.settle()
    assert sum(item.returned_at is not None for item in services.handovers.list(head)[0].items) == 1
    keyboard.go_to(listed.list)
    keyboard.enter()
    sheet = sheet_over(listed, keyboard, HandoverSheet)
    assert not sheet.one.isVisible()
    keyboard.push(sheet.back)
    keyboard.settle(lambda: services.handovers.list(head)[0].state is HandoverState.RETURNED)
    assert services.cases.get(head, first.id).row.responsible_id == office.actor().staff_id


def test_one_key_takes_a_handing_over_back(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    services, head = office.desk.services, office.actor("unit_head")
    case = office.file(1)
    page = open_page(GivePage)
    keyboard.go_to(page.form.field("last_on").edit)
    keyboard.value("۱۴۰۵/۰۹/۰۵")
    keyboard.settle(lambda: page.work is not None)
    keyboard.go_to(page.words.field("to_id").edit)
    keyboard.choose("زهرا")
    keyboard.save()
    keyboard.settle(lambda: office.heard.undo is not None)
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: services.handovers.list(head)[0].state is HandoverState.UNDONE)
    assert services.cases.get(head, case.id).row.responsible_id == office.actor().staff_id


def test_the_shift_is_given_and_taken_with_two_sign_ins(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    services = office.desk.services
    case = office.file(6)
    office.book(case.id, day=TODAY, start=TEN)
    page = open_page(ShiftPage)
    keyboard.go_to(page.words.field("calls").edit)
    keyboard.write("ساعت ده تماس")
    keyboard.go_to(page.people.field("giver").edit)
    keyboard.value("نادرست است این")
    keyboard.choose("زهرا")
    keyboard.write(_WORD)
    keyboard.save()
    keyboard.settle(lambda: bool(page.people.field("giver").error()))
    assert services.shifts.list(office.actor()) == ()
    assert page.people.field("taker").value() == _WORD
    office.desk.clock.advance(timedelta(seconds=30))
    keyboard.go_to(page.people.field("giver").edit)
    keyboard.write(_WORD)
    keyboard.save()
    sheet = sheet_over(page, keyboard, ShiftSheet)
    assert isinstance(sheet, ShiftSheet)
    [row] = services.shifts.list(office.actor())
    assert (row.given_by, row.taken_by, row.calls) == ("مینا پارسی‌نیا", "زهرا فرهمند", "ساعت ده تماس")
    assert case.case_no in {line.case_no for line in row.lists.lines}
    assert {page.people.field(key).value() for key in ("giver", "taker")} == {""}


def test_the_pin_of_the_shift_signs_in_for_it(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    services = office.desk.services
    rows = {row.id: row.username for row in services.staff.list(office.actor())}
    now = office.desk.clock.now()
    keys = open_with_password(services.folder, rows[office.actor().staff_id], _WORD, now=now)
    page = open_page(ShiftPage)
    page.context.pins = {office.actor().staff_id: set_pin(keys, "140523", now, cost=CHEAP)}
    keyboard.go_to(page.people.field("giver").edit)
    keyboard.value("۱۴۰۵۲۳")
    keyboard.choose("زهرا")
    keyboard.write(_WORD)
    keyboard.save()
    sheet_over(page, keyboard, ShiftSheet)
    assert len(services.shifts.list(office.actor())) == 1
