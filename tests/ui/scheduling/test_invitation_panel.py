"""The card of invitations: what a caller sees, what is logged, and what P-1 keeps back."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from services.scheduling.shapes import AttemptDraft
from tests.ui.scheduling.office import Office, window_around
from ui.documents.argument import IssueArgument
from ui.play.keyboard import Keyboard
from ui.scheduling.attempt_sheet import AttemptSheet, ResultSheet
from ui.scheduling.invitation_panel import InvitationPanel
from ui.widgets.row_list import RowList
from ui.widgets.sheet import open_sheet_of

OpenPanel = Callable[..., InvitationPanel]


@pytest.fixture
def open_panel(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPanel]:
    windows = []

    def opened(case_id: UUID, role: str = "counsellor") -> InvitationPanel:
        panel = InvitationPanel(office.context(role), case_id)
        window = window_around(panel, 900)
        windows.append(window)
        qtbot.addWidget(window)
        keyboard.settle(lambda: bool(panel.parts()))
        panel.parts()[0].take_keyboard()
        return panel

    yield opened
    for window in windows:
        window.close()


def words_of(widget: QWidget) -> str:
    labels = " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    lists = " ".join(row.words() for rows in widget.findChildren(RowList) for row in rows.rows())
    return f"{labels} {lists}"


def test_an_attempt_is_logged_with_number_and_hours_in_sight(
    office: Office, keyboard: Keyboard, open_panel: OpenPanel
) -> None:
    case = office.file(7, inviting=True)
    row = office.book(case.id)
    panel = open_panel(case.id)
    first = panel.parts()[0]
    assert "نوبت یکشنبه ۱ آذر، ساعت ۰۹:۰۰" in words_of(panel)
    keyboard.push(first.record)
    sheet = open_sheet_of(panel)
    assert isinstance(sheet, AttemptSheet)
    keyboard.settle(sheet.main.isEnabled)
    said = words_of(sheet)
    assert "ساعت تماس: ۹ تا ۱۱" in said
    assert "۰۹۶۰" in said
    keyboard.choose("تماس")
    assert "الان راحت می‌توانید صحبت کنید" in words_of(sheet)
    keyboard.choose("پاسخ نداد")
    keyboard.save()
    keyboard.settle(lambda: "پاسخ نداد" in words_of(panel))
    [attempt] = office.desk.services.scheduling.attempts(office.actor(), case.id)
    assert (attempt.result, attempt.counts) == ("no_answer", True)
    assert "۱ از ۳ بار" in words_of(panel)
    assert row.id


def test_the_other_side_is_kept_back_in_neutral_words(
    office: Office, keyboard: Keyboard, open_panel: OpenPanel
) -> None:
    case = office.file(inviting=True)
    panel = open_panel(case.id)
    second = panel.parts()[1]
    assert not second.record.isVisible()
    assert not second.print.isVisible()
    assert "دعوت این طرف هنوز ثبت نشده است" in words_of(second)
    for word in ("خطر", "ترس", "ایمنی", "هرگز", "مانع"):
        assert word not in words_of(second)


def test_a_letter_needs_its_bearer_and_its_result_comes_later(
    office: Office, keyboard: Keyboard, open_panel: OpenPanel
) -> None:
    case = office.file(inviting=True)
    panel = open_panel(case.id)
    keyboard.push(panel.parts()[0].record)
    sheet = open_sheet_of(panel)
    assert isinstance(sheet, AttemptSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose("دعوت‌نامه با مأمور")
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.form.field("delivered_by").error()))
    keyboard.write("سرباز نمونه")
    keyboard.save()
    keyboard.settle(lambda: "در انتظار نتیجه" in words_of(panel))
    keyboard.go_to(panel.parts()[0].rows)
    keyboard.enter()
    result = open_sheet_of(panel)
    assert isinstance(result, ResultSheet)
    keyboard.choose("ابلاغ")
    keyboard.save()
    keyboard.settle(lambda: "ابلاغ شد" in words_of(panel))
    assert office.desk.services.scheduling.attempts(office.actor(), case.id)[0].has_reached


def test_the_letter_is_printed_for_the_person_and_the_appointment(
    office: Office, keyboard: Keyboard, open_panel: OpenPanel
) -> None:
    case = office.file(inviting=True)
    row = office.book(case.id)
    panel = open_panel(case.id)
    part = panel.parts()[0]
    keyboard.push(part.print)
    wanted = IssueArgument(case.id, "invitation_letter", part.invitee.person_id, row.id)
    assert office.heard.went == [("issue_paper", wanted)]


def test_the_panel_follows_what_others_log(office: Office, keyboard: Keyboard, open_panel: OpenPanel) -> None:
    case = office.file(inviting=True)
    panel = open_panel(case.id)
    scheduling, actor = office.desk.services.scheduling, office.actor()
    draft = AttemptDraft(office.parties(case.id)[0], "phone", result="accepted")
    office.desk.lanes.write(panel, lambda: scheduling.record_attempt(actor, draft))
    keyboard.settle(lambda: "پذیرفت که بیاید" in words_of(panel))


def test_enter_on_a_known_result_opens_nothing(office: Office, keyboard: Keyboard, open_panel: OpenPanel) -> None:
    case = office.file(inviting=True)
    draft = AttemptDraft(office.parties(case.id)[0], "phone", result="accepted")
    office.desk.services.scheduling.record_attempt(office.actor(), draft)
    panel = open_panel(case.id)
    keyboard.go_to(panel.parts()[0].rows)
    keyboard.key(Qt.Key.Key_Return)
    assert open_sheet_of(panel) is None


def test_an_hour_to_come_is_no_attempt(office: Office, keyboard: Keyboard, open_panel: OpenPanel) -> None:
    case = office.file(inviting=True)
    panel = open_panel(case.id)
    keyboard.push(panel.parts()[0].record)
    sheet = open_sheet_of(panel)
    assert isinstance(sheet, AttemptSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.choose("حضوری")
    sheet.form.field("hour").edit.setText("23:00")  # type: ignore[attr-defined]
    keyboard.save()
    keyboard.settle(lambda: sheet.form.field("hour").error() == "این ساعت هنوز نرسیده است.")
