"""Whom to call today, and one call by the keyboard (P-3, P-18, P-31, P-37, P-39)."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from services.follow_up import ClauseState, FollowUpState
from tests.ui.follow_up.calls import Calls
from tests.ui.follow_up.conftest import OpenPage
from ui.case.argument import CaseArgument
from ui.documents.argument import IssueArgument
from ui.follow_up.call_sheet import CallSheet
from ui.follow_up.follow_ups_page import FollowUpsPage
from ui.follow_up.put_off_sheets import DropSheet, PutOffSheet
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import Sheet, open_sheet_of


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def the_sheet(page: QWidget, kind: type[Sheet]) -> Sheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, kind)
    return sheet


def call(page: FollowUpsPage, keyboard: Keyboard, follow_up_id: UUID) -> CallSheet:
    page.open_call(follow_up_id)
    sheet = the_sheet(page, CallSheet)
    assert isinstance(sheet, CallSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.settle()
    return sheet


def closed(keyboard: Keyboard) -> None:
    """The sheet went away: what was said is stored."""
    keyboard.settle(lambda: open_sheet_of(keyboard.focused) is None)


def answer(sheet: CallSheet, **values: object) -> None:
    sheet.form.set_values({"who": "self", "was_safe": "yes"} | values)


def test_an_empty_day_says_where_calls_come_from(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    calls.settled()
    page = open_page()
    assert page.today.rows() == ()
    assert "امروز پیگیری نیست" in texts(page)
    keyboard.settle(lambda: bool(page.later.rows()))


def test_what_is_due_stands_above_and_takes_the_keyboard(
    calls: Calls, keyboard: Keyboard, open_page: OpenPage
) -> None:
    calls.settled()
    calls.later(31)
    page = open_page()
    keyboard.settle(lambda: bool(page.today.rows()))
    assert [row.title for row in page.today.rows()] == ["۱۱۱۲-۱۴۰۵-۰۰۰۱ · ر.آ", "۱۱۱۲-۱۴۰۵-۰۰۰۱ · س.ن"]
    assert "رها" not in texts(page)
    assert {row.tone for row in page.today.rows()} == {"attention"}, "never red (P-37)"
    assert page.today.hasFocus()
    keyboard.key(Qt.Key.Key_Return)
    the_sheet(page, CallSheet)


def test_the_sheet_covers_whom_and_where_until_somebody_looks(
    calls: Calls, keyboard: Keyboard, open_page: OpenPage
) -> None:
    """P-3."""
    case = calls.settled()
    page = open_page()
    sheet = call(page, keyboard, calls.hers(case.id).id)
    seen = texts(sheet)
    assert "رها" not in seen
    assert "۰۹۶۰" not in seen
    assert "به هیچ‌کس جز خود او نگویید" in seen
    sheet.whom.reveal.button().click()
    assert "رها" in texts(sheet)
    assert "ساعت تماس: ۹ تا ۱۱" in texts(sheet)
    sheet.whom.reveal.hide_words()
    assert "رها" not in texts(sheet)


def test_without_consent_there_is_no_call(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    """P-18."""
    case = calls.settled(agrees=False)
    sheet = call(open_page(), keyboard, calls.hers(case.id).id)
    assert "رضایت به تماس ثبت نشده است" in texts(sheet)
    assert sheet.form.field("method").value() == "in_person"
    assert sheet.unsafe.isHidden()
    assert not sheet.form.field("was_safe").isVisible()
    answer(sheet, result="improved")
    sheet.submitted.emit()
    closed(keyboard)
    assert calls.hers(case.id).state is FollowUpState.DONE


def test_one_key_ends_a_call_that_is_not_safe(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    call(open_page(), keyboard, calls.hers(case.id).id)
    keyboard.key(Qt.Key.Key_F9)
    closed(keyboard)
    row = calls.hers(case.id)
    assert (row.state, row.tries) == (FollowUpState.DUE, 0)
    again = call(open_page(), keyboard, row.id)
    keyboard.settle(lambda: "مکالمه امن نبود" in texts(again))


def test_a_no_to_the_first_question_is_the_same_key(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    call(open_page(), keyboard, calls.hers(case.id).id)
    keyboard.key(Qt.Key.Key_Return)
    keyboard.write("1")
    keyboard.write("2")
    keyboard.save()
    closed(keyboard)
    assert (calls.hers(case.id).state, calls.hers(case.id).tries) == (FollowUpState.DUE, 0)


def test_somebody_else_or_nobody_is_an_honest_attempt(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    """P-37: two of them end it without news."""
    case = calls.settled()
    page = open_page()
    sheet = call(page, keyboard, calls.hers(case.id).id)
    sheet.form.set_values({"who": "other"})
    assert sheet.form.field("answered_by").isVisible()
    assert not sheet.form.field("result").isVisible()
    sheet.form.set_values({"answered_by": "صدای مردانه"})
    keyboard.save()
    closed(keyboard)
    assert calls.hers(case.id).tries == 1
    calls.office.desk.clock.advance(timedelta(days=1))
    second = call(page, keyboard, calls.hers(case.id).id)
    second.form.set_values({"who": "nobody"})
    keyboard.save()
    closed(keyboard)
    assert calls.hers(case.id).state is FollowUpState.NO_NEWS


def test_what_is_missing_is_said_beside_its_field(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    sheet = call(open_page(), keyboard, calls.hers(case.id).id)
    keyboard.save()
    assert sheet.form.field("who").error()
    answer(sheet)
    keyboard.save()
    assert sheet.form.field("result").error()
    assert calls.hers(case.id).state is FollowUpState.DUE


def test_the_debtors_word_is_refused_beside_its_clause(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    """P-18: a receipt may speak for him."""
    case = calls.settled()
    party_id = calls.office.parties(case.id)[1]
    row = next(one for one in calls.of_case(case.id) if one.party_id == party_id)
    sheet = call(open_page(), keyboard, row.id)
    answer(sheet, result="improved")
    sheet.clauses[0].form.set_values({"state": ClauseState.KEPT.value})
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.clauses[0].form.field("state").error()))
    assert "متعهد" in sheet.clauses[0].form.field("state").error()
    sheet.clauses[0].form.set_values({"receipt": "رسید بانک ۱۲"})
    keyboard.save()
    closed(keyboard)
    kept = calls.office.desk.services.follow_ups.open_sheet(calls.office.actor(), calls.hers(case.id).id).clauses[0]
    assert kept.state is ClauseState.KEPT


def test_a_breach_leads_on_by_one_key(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    """P-31: call, session, letter, taking the file up again."""
    ways = (
        ("session", ("case", "appointment")),
        ("letter", ("issue_paper", "")),
        ("reopen", ("case", "return")),
    )
    page = open_page()
    for number, (way, (key, opens)) in enumerate(ways, start=1):
        case = calls.settled(number)
        sheet = call(page, keyboard, calls.hers(case.id).id)
        assert not sheet.form.field("next_action").isVisible()
        answer(sheet, result="breached")
        assert sheet.form.field("next_action").isVisible()
        sheet.form.set_values({"next_action": way})
        keyboard.save()
        closed(keyboard)
        went, argument = calls.office.heard.went[-1]
        assert went == key
        expected = CaseArgument(case.id, opens) if opens else IssueArgument(case.id)
        assert argument == expected


def test_a_further_call_asks_for_its_day(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    sheet = call(open_page(), keyboard, calls.hers(case.id).id)
    answer(sheet, result="breached", next_action="call")
    assert sheet.form.field("next_on").isVisible()
    sheet.form.set_values({"next_on": calls.today + timedelta(days=2)})
    keyboard.save()
    closed(keyboard)
    assert calls.due(2)[0].due_on == calls.today + timedelta(days=2)


def test_nothing_typed_is_lost(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    page = open_page()
    sheet = call(page, keyboard, calls.hers(case.id).id)
    answer(sheet, result="same", words="هنوز نگران است")
    sheet.clauses[0].form.set_values({"state": ClauseState.KEPT.value})
    sheet._draft.flush()
    keyboard.settle()
    sheet.close_sheet()
    again = call(page, keyboard, calls.hers(case.id).id)
    keyboard.settle(lambda: again.form.values()["words"] == "هنوز نگران است")
    assert again.form.values()["result"] == "same"
    word = again.clauses[0].word()
    assert word is not None
    assert word.state is ClauseState.KEPT


def test_another_day_and_not_at_all(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    page = open_page()
    call(page, keyboard, calls.hers(case.id).id)._put_off()
    put_off = the_sheet(page, PutOffSheet)
    assert isinstance(put_off, PutOffSheet)
    keyboard.save()
    assert put_off.form.field("due_on").error()
    put_off.form.set_values({"due_on": calls.today})
    keyboard.save()
    closed(keyboard)
    assert calls.hers(case.id).due_on == calls.today
    call(page, keyboard, calls.hers(case.id).id)._drop()
    drop = the_sheet(page, DropSheet)
    assert isinstance(drop, DropSheet)
    drop.form.set_values({"reason": "درگذشت"})
    keyboard.save()
    closed(keyboard)
    assert calls.office.parties(case.id)[0] not in {row.party_id for row in calls.due()}


def test_a_colleague_asked_meanwhile(calls: Calls, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = calls.settled()
    row = calls.hers(case.id)
    sheet = call(open_page(), keyboard, row.id)
    answer(sheet, result="improved")
    calls.office.desk.services.follow_ups.put_off(calls.office.actor(), row.id, row.version, calls.today)
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.notice.text()))
    assert "پیش‌نویس" in sheet.notice.text()


def test_who_has_no_files_of_the_own_sees_those_of_the_unit(
    calls: Calls, keyboard: Keyboard, open_page: OpenPage
) -> None:
    calls.settled()
    calls.later(31)
    page = open_page(role="unit_head")
    keyboard.settle(lambda: bool(page.today.rows()))
    assert page.whose.value() == "all"
    assert "پرونده همکار" in page.today.rows()[0].quiet
