"""Recording a session from the keyboard: one key a person, the record, Ctrl+Enter (P-27, P-39)."""

from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from services.scheduling.shapes import AppointmentRow
from services.sessions import AttendanceMark, SessionRow
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import Office
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.play.keyboard import Keyboard
from ui.runtime import page_draft
from ui.sessions import session_sheet
from ui.sessions.session_sheet import SessionSheet
from ui.sessions.session_view import SessionView
from ui.widgets.sheet import open_sheet_of


def sheet_of(page: CasePage) -> SessionSheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, SessionSheet)
    return sheet


def stored(office: Office, page: CasePage) -> tuple[SessionRow, ...]:
    assert page.shown is not None
    return office.desk.services.sessions.of_case(office.actor(), page.shown.detail.id)


def booked_yesterday(office: Office) -> AppointmentRow:
    case = office.file()
    booked: AppointmentRow = office.book(case.id)
    office.desk.clock.advance(timedelta(days=2))
    return booked


def opened(office: Office, open_case: OpenCase, booked: AppointmentRow) -> CasePage:
    return open_case(CaseArgument(booked.case_id, "session", booked.id))  # type: ignore[arg-type]


def test_one_key_a_person_then_the_record(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    booked = booked_yesterday(office)
    page = opened(office, open_case, booked)
    sheet = sheet_of(page)
    assert QApplication.focusWidget() is sheet.form.lines[0].marks, "hour and place stand there already"
    keyboard.write("ح")
    assert QApplication.focusWidget() is sheet.form.lines[1].marks
    keyboard.write("غ")
    assert QApplication.focusWidget() is sheet.form.record
    keyboard.write("گفت‌وگو شد")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    row = stored(office, page)[0]
    assert [one.mark for one in row.attendance] == [AttendanceMark.ATTENDED, AttendanceMark.NO_SHOW]
    assert (row.appointment_id, row.case_record, row.start) == (booked.id, "گفت‌وگو شد", booked.start)
    keyboard.settle(lambda: bool(page.sessions.rows.rows()))
    assert office.heard.toasts == ["جلسه ثبت شد."]


def test_who_came_late_gets_an_hour(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, booked_yesterday(office))
    line = sheet_of(page).form.lines[0]
    assert not line.arrived.isVisible()
    keyboard.write("د")
    assert line.arrived.isVisible()
    assert QApplication.focusWidget() is line.arrived.edit
    keyboard.value("910")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    assert stored(office, page)[0].attendance[0].arrived == 9 * 60 + 10


def test_each_mark_has_a_letter_of_its_own(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, booked_yesterday(office))
    line = sheet_of(page).form.lines[0]
    chosen = []
    for letter in "حدزغمن":
        line.marks.setFocus()
        keyboard.write(letter)
        chosen.append(line.marks.value())
    assert chosen == [mark.value for mark in AttendanceMark]


def test_what_is_missing_is_said_beside_it(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(CaseArgument(case.id, "session"))
    form = sheet_of(page).form
    keyboard.save()
    assert form.head.field("type").error()
    assert form.head.field("start").error()
    form.fill(kind="intake", day=page.context.today(), start=8 * 60, end=8 * 60 + 30)
    keyboard.save()
    keyboard.settle()
    assert QApplication.focusWidget() is form.lines[0].marks, "somebody must have been there"
    keyboard.write("ح")
    form.head.field("end").set_value(time(7))
    keyboard.save()
    keyboard.settle()
    assert "پس از ساعت شروع" in form.head.field("end").error()
    assert stored(office, page) == ()


def test_two_sides_in_one_room_is_told(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, booked_yesterday(office))
    form = sheet_of(page).form
    keyboard.write("حح")
    keyboard.save()
    keyboard.settle()
    assert "جلسه مشترک" in form._under.text()
    keyboard.write("غ")
    assert form._under.text() == ""


def drafts_of(office: Office) -> list[str]:
    return [row.form for row in office.desk.services.drafts.of(office.actor())]


def test_a_power_cut_loses_nothing(
    office: Office, open_case: OpenCase, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft lies in its file within two seconds, and the page offers it again."""
    booked = booked_yesterday(office)
    page = opened(office, open_case, booked)
    keyboard.write("ح")
    sheet_of(page).form.record.setFocus()
    keyboard.write("نیمه‌کاره")
    keyboard.settle(lambda: drafts_of(office) == [session_sheet.FORM])
    page.window().close()
    again = open_case(booked.case_id)
    keyboard.settle(again.bar.isVisible)
    assert "جلسه" in again.bar.sentence()
    row = office.desk.services.drafts.of(office.actor())[0]
    resumed = open_case(row.subject)
    sheet = sheet_of(resumed)
    keyboard.settle(sheet._restored.isVisible)
    assert sheet.form.record.value() == "نیمه‌کاره"
    assert [line.marks.value() for line in sheet.form.lines] == ["attended", ""]
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(resumed) is None)
    keyboard.settle(lambda: drafts_of(office) == [])
    assert stored(office, resumed)[0].case_record == "نیمه‌کاره"


@pytest.mark.parametrize(
    ("answer", "is_open", "drafts"), [("stay", True, 1), ("keep", False, 1), ("discard", False, 0)]
)
def test_leaving_asks(
    office: Office,
    open_case: OpenCase,
    keyboard: Keyboard,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    is_open: bool,
    drafts: int,
) -> None:
    monkeypatch.setattr(page_draft, "ask", lambda *_: answer)
    page = opened(office, open_case, booked_yesterday(office))
    keyboard.write("ح")
    keyboard.key(Qt.Key.Key_Escape)
    keyboard.settle(lambda: len(drafts_of(office)) == drafts)
    assert (open_sheet_of(page) is not None) is is_open


def test_nothing_typed_asks_nothing(
    office: Office, open_case: OpenCase, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any) -> str:
        raise AssertionError("nothing was typed")

    monkeypatch.setattr(page_draft, "ask", never)
    page = opened(office, open_case, booked_yesterday(office))
    keyboard.key(Qt.Key.Key_Escape)
    assert open_sheet_of(page) is None


def test_reading_and_correcting(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    booked = booked_yesterday(office)
    page = opened(office, open_case, booked)
    keyboard.write("حغ")
    keyboard.save()
    keyboard.settle(lambda: bool(page.sessions.rows.rows()))
    keyboard.go_to(page.sessions.rows)
    keyboard.enter()
    keyboard.settle()
    view = open_sheet_of(page)
    assert isinstance(view, SessionView)
    keyboard.save()
    keyboard.settle()
    sheet = sheet_of(page)
    assert [line.marks.value() for line in sheet.form.lines] == ["attended", "no_show"]
    sheet.form.record.setFocus()
    keyboard.write("افزوده")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    assert stored(office, page)[0].case_record == "افزوده"


def test_a_colleagues_correction_is_not_overwritten_unseen(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    booked = booked_yesterday(office)
    page = opened(office, open_case, booked)
    keyboard.write("حغ")
    keyboard.save()
    keyboard.settle(lambda: bool(page.sessions.rows.rows()))
    row = stored(office, page)[0]
    page.works.correct(row)
    keyboard.settle()
    sheet = sheet_of(page)
    theirs = sheet.form.draft(row.case_id)
    from dataclasses import replace

    services = office.desk.services
    services.sessions.record(
        office.actor("unit_head"), replace(theirs, id=row.id, version=row.version, case_record="از همکار")
    )
    sheet.form.record.setFocus()
    keyboard.write("از من")
    keyboard.save()
    keyboard.settle(sheet._conflict.isVisible)
    sheet._conflict.keep_wanted.emit()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    assert stored(office, page)[0].case_record == "از من"


def test_a_certificate_is_one_key_away(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    from ui.documents.argument import IssueArgument
    from ui.widgets.buttons import QuietButton

    booked = booked_yesterday(office)
    page = opened(office, open_case, booked)
    keyboard.write("حغ")
    keyboard.save()
    keyboard.settle(lambda: bool(page.sessions.rows.rows()))
    row = stored(office, page)[0]
    page.works.open_session(row)
    view = open_sheet_of(page)
    assert view is not None
    button = next(one for one in view.findChildren(QuietButton) if one.text() == "گواهی حضور")
    keyboard.push(button)
    person_id = row.attendance[0].person_id
    assert office.heard.went[-1] == (
        "issue_paper",
        IssueArgument(row.case_id, "attendance_certificate", person_id, session_id=row.id),
    )
