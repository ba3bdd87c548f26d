"""The list through the keyboard: each row does its next step over the list, and goes when it is done."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from services.worklist import Band, TaskKind, Whose
from tests.ui.scheduling.office import SUNDAY, Office
from tests.ui.worklist.conftest import OpenList
from tests.ui.worklist.duties import Duties
from ui.attachments.attach_sheet import AttachSheet
from ui.case.reply_sheet import ReplySheet
from ui.documents.argument import IssueArgument
from ui.follow_up.call_sheet import CallSheet
from ui.handover.handover_sheet import HandoverSheet
from ui.letters.letter_sheet import LetterSheet
from ui.outcomes.clause_sheet import ClauseSheet
from ui.play.keyboard import Keyboard
from ui.quick_entries.night_sheet import NightSheet
from ui.referrals_out.referral_sheet import ReferralSheet
from ui.safety.flag_sheets import CloseSheet, ReportSheet, ReviewSheet
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.sheet import Sheet, open_sheet_of
from ui.worklist.argument import WorkArgument
from ui.worklist.extend_sheet import ExtendSheet
from ui.worklist.worklist_page import WorklistPage

SATURDAY = SUNDAY - timedelta(days=1)


def sheet_over(page: WorklistPage, keyboard: Keyboard, kind: type[Sheet]) -> Sheet:
    keyboard.settle(lambda: isinstance(open_sheet_of(page), kind))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, kind)
    return sheet


def kinds(page: WorklistPage) -> list[TaskKind]:
    return [row.task.kind for row in page.work.rows] if page.work is not None else []


def titles(page: WorklistPage) -> list[str]:
    return [row.title for row in page.bands.rows()]


# --- the list -----------------------------------------------------------------------------------------------------


def test_groups_stand_under_each_other_and_nobody_is_named(duties: Duties, open_list: OpenList) -> None:
    late = duties.owed(1)
    duties.flag(late.id, "child_at_risk")
    duties.owed(4, 2)
    duties.owed(30, 3)
    duties.owed(24 * 9, 4)
    duties.later(hours=2)
    page = open_list()
    assert [band for band, rows in page.bands.lists.items() if rows.rows()] == list(Band)
    shown = "\n".join(
        [*(row.words() for row in page.bands.rows())]
        + [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    )
    assert "آزمونی" not in shown
    assert "کودک" not in shown
    assert page.title() == "کارهای پیش رو"
    assert page.covers_itself


def test_the_arrows_go_through_all_groups(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    for number, hours in enumerate((1, 4, 30), 1):
        duties.owed(hours, number)
    duties.later(hours=2)
    page = open_list()
    keyboard.settle(page.bands.has_keyboard)
    keys = [row.key for row in page.bands.rows()]
    seen = [page.bands.current()]
    for _ in range(3):
        keyboard.key(Qt.Key.Key_Down)
        seen.append(page.bands.current())
    assert seen == [*keys, keys[-1]]
    assert sum(rows.currentIndex().isValid() for rows in page.bands.lists.values()) == 1
    keyboard.key(Qt.Key.Key_Up)
    assert page.bands.current() == keys[1]
    assert page.bands.has_keyboard()


def test_mine_and_the_units(office: Office, duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    duties.owed()
    page = open_list("unit_head")
    assert page.whose.value() == Whose.UNIT.value, "who has no work of the own sees the unit's"
    assert kinds(page) == [TaskKind.REPLY]
    assert "مینا پارسی‌نیا" in page.bands.rows()[0].quiet
    keyboard.go_to(page.whose)
    keyboard.key(Qt.Key.Key_1, text="1")
    keyboard.settle(lambda: not page.bands.rows())
    assert office.heard.went == []


def test_one_kind_alone(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    case = duties.owed()
    duties.flag(case.id, "weapon")
    page = open_list(argument=WorkArgument(TaskKind.REVIEW))
    assert kinds(page) == [TaskKind.REVIEW]
    keyboard.go_to(page.kind)
    keyboard.choose("پاسخ به")
    keyboard.settle(lambda: kinds(page) == [TaskKind.REPLY])
    keyboard.go_to(page.kind)
    keyboard.choose("همه")
    keyboard.settle(lambda: kinds(page) == [TaskKind.REPLY, TaskKind.REVIEW])


def test_an_empty_list_says_so(open_list: OpenList) -> None:
    page = open_list()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("کاری پیش رو نیست" in text for text in shown)
    assert not page.bar.isVisible()


def test_what_is_done_gives_its_place_to_the_next_row(
    duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    first, second = duties.owed(3, 1), duties.owed(4, 2)
    page = open_list()
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet = sheet_over(page, keyboard, ReplySheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.save()
    keyboard.settle(lambda: len(page.bands.rows()) == 1)
    assert second.case_no != first.case_no
    assert page.bands.current() == page.bands.rows()[0].key
    keyboard.settle(page.bands.has_keyboard)


# --- the steps ----------------------------------------------------------------------------------------------------


def test_more_time_is_asked_for_and_granted_from_the_row(
    office: Office, duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    case = duties.owed(3)
    page = open_list()
    keyboard.settle(page.bands.has_keyboard)
    referral = duties.services.cases.get(duties.actor, case.id).referrals[0]
    keyboard.key(Qt.Key.Key_F6)
    assert office.heard.went == [
        ("issue_paper", IssueArgument(case.id, "deadline_extension", referral_id=referral.id))
    ]
    keyboard.key(Qt.Key.Key_F7)
    sheet_over(page, keyboard, ExtendSheet)
    keyboard.value("۲۰ آذر ۱۴۰۵")
    keyboard.write("۱۲:۰۰")
    keyboard.save()
    keyboard.settle(lambda: page.work is not None and page.work.rows[0].band is Band.LATER)
    assert "۱ بار تمدید" in page.bands.rows()[0].quiet


def test_the_report_stops_the_clock(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    duties.flag(duties.office.file().id, "child_at_risk", hours_ago=3)
    page = open_list()
    assert titles(page) == ["نشان ج"]
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet_over(page, keyboard, ReportSheet)
    keyboard.write("۱۴/۲")
    keyboard.save()
    keyboard.settle(lambda: TaskKind.CHILD_CLOCK not in kinds(page))


def test_the_head_ends_a_clock_with_a_written_reason(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    """R-8: not without «reported», unless the head says why; nobody else is offered it."""
    case_id = duties.office.file().id
    duties.flag(case_id, "child_at_risk", hours_ago=3)
    worker = open_list()
    assert [way.words for way in worker._ways] == ["باز کردن پرونده"]
    page = open_list("unit_head")
    keyboard.settle(page.bands.has_keyboard)
    keyboard.key(Qt.Key.Key_F6)
    sheet = sheet_over(page, keyboard, CloseSheet)
    keyboard.save()
    keyboard.settle()
    assert isinstance(open_sheet_of(page), CloseSheet), "a reason is needed"
    keyboard.go_to(sheet.form.field("reason").edit)  # type: ignore[attr-defined]
    keyboard.write("کودک نزد بهزیستی است؛ گزارش با تلفن داده شد")
    keyboard.save()
    keyboard.settle(lambda: kinds(page) == [])


def test_a_review_is_done_in_place(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    duties.flag(duties.office.file().id, "weapon")
    duties.later(days=8)
    page = open_list(argument=WorkArgument(TaskKind.REVIEW))
    assert page.work is not None
    assert page.work.rows[0].band is Band.LATE
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet_over(page, keyboard, ReviewSheet)
    keyboard.write("آرام است")
    keyboard.save()
    keyboard.settle(lambda: page.work is not None and page.work.rows[0].band is not Band.LATE)


def test_a_past_hour_is_recorded_or_said_not_to_have_been(
    duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    case = duties.office.file()
    duties.office.book(case.id, day=SATURDAY, start=10 * 60)
    duties.later(days=1)
    page = open_list(argument=WorkArgument(TaskKind.UNRECORDED))
    keyboard.settle(page.bands.has_keyboard)
    keyboard.key(Qt.Key.Key_F6)
    sheet = sheet_over(page, keyboard, AppointmentSheet)
    sheet.close_sheet()
    keyboard.settle()
    page.bands.take_keyboard()
    keyboard.enter()
    sheet = sheet_over(page, keyboard, SessionSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.key(Qt.Key.Key_1, text="1")
    keyboard.save()
    keyboard.settle(lambda: not page.bands.rows())


def test_a_wrong_answer_leads_to_the_paper_that_corrects_it(
    office: Office, duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    row = duties.told_wrongly()
    page = open_list()
    keyboard.settle(page.bands.has_keyboard)
    assert kinds(page) == [TaskKind.ANSWER]
    keyboard.enter()
    keyboard.settle(lambda: bool(office.heard.went))
    ((name, about),) = office.heard.went
    assert (name, about.case_id, about.kind) == ("issue_paper", row.id, "referral_reply")


def test_a_settled_file_has_its_calls_its_clauses_and_its_sheet(
    office: Office, duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    duties.settled()
    duties.later(days=29)
    page = open_list(argument=WorkArgument(TaskKind.FOLLOW_UP))
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet = sheet_over(page, keyboard, CallSheet)
    sheet.close_sheet()
    assert office.heard.went == []


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [
        (TaskKind.REFERRAL_OUT, ReferralSheet),
        (TaskKind.LETTER_ORDER, LetterSheet),
        (TaskKind.NIGHT, NightSheet),
        (TaskKind.HANDED, HandoverSheet),
    ],
)
def test_what_others_left_opens_over_the_list(
    duties: Duties, open_list: OpenList, keyboard: Keyboard, kind: TaskKind, sheet: type[Sheet]
) -> None:
    duties.sent_on(duties.office.file().id)
    duties.letter()
    duties.night()
    duties.handed()
    page = open_list(argument=WorkArgument(kind))
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet_over(page, keyboard, sheet)
    if kind is TaskKind.HANDED:
        keyboard.settle(lambda: kinds(page) == [])


def test_a_file_at_rest_opens_and_can_be_given_an_appointment(
    office: Office, duties: Duties, open_list: OpenList, keyboard: Keyboard
) -> None:
    from ui.scheduling.booking_sheet import BookingSheet

    case = duties.office.file()
    duties.later(days=40)
    page = open_list(argument=WorkArgument(TaskKind.RESTING))
    assert titles(page) == ["۴۰ روز بی‌اقدام"]
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    assert office.heard.went == [("case", case.id)]
    keyboard.key(Qt.Key.Key_F6)
    sheet_over(page, keyboard, BookingSheet)


def test_the_mouse_finds_the_same_at_the_foot(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    duties.owed()
    page = open_list()
    assert page.bar.main.text() == "ثبت پاسخ"
    assert [button.text() for button in page.bar.ways if button.isVisible()] == [
        "درخواست تمدید مهلت (اف۶)",
        "مهلت تمدید شد (اف۷)",
        "باز کردن پرونده (اف۹)",
    ]
    page.bar.main.click()
    sheet_over(page, keyboard, ReplySheet)


def test_clauses_and_signed_sheets_open_their_sheets(duties: Duties, open_list: OpenList, keyboard: Keyboard) -> None:
    from dataclasses import replace

    from services.documents import PaperKind, PaperRequest

    case = duties.settled()
    services, actor = duties.services, duties.actor
    agreement = services.agreements.of_case(actor, case.id)[0]
    request = PaperRequest(case.id, PaperKind.SETTLEMENT_RECORD, agreement_id=agreement.id)
    asked = [one for one in services.documents.missing(actor, request) if one.is_required]
    values = tuple((one.name, one.choices[0].value if one.choices else "نمونه") for one in asked)
    services.documents.issue(actor, replace(request, values=values))
    page = open_list(argument=WorkArgument(TaskKind.ORIGINAL))
    keyboard.settle(page.bands.has_keyboard)
    keyboard.enter()
    sheet = sheet_over(page, keyboard, AttachSheet)
    keyboard.settle(sheet.main.isEnabled)
    assert sheet.form.field("document_id").value(), "the paper is chosen already"  # type: ignore[attr-defined]
    sheet.is_dirty = False  # type: ignore[attr-defined]
    sheet.close_sheet()
    clause = agreement.clauses[0]
    _let_fall_due(duties, clause.id)
    page.kind.set_value("all")
    page.refresh()
    keyboard.settle(lambda: TaskKind.CLAUSE in kinds(page))
    page.bands.choose((TaskKind.CLAUSE, clause.id))
    page.bands.take_keyboard()
    keyboard.enter()
    sheet_over(page, keyboard, ClauseSheet)


def _let_fall_due(duties: Duties, clause_id: object) -> None:
    from models.agreement import AgreementClause

    with duties.services.uow.write(duties.actor) as tx:
        row = tx.session.get(AgreementClause, clause_id)
        assert row is not None
        row.due_on = tx.today
        tx.record("clause.correct", "clause", row.id)
