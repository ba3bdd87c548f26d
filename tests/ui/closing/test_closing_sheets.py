"""Closing a file with its checklist and taking it up again, by the keyboard (domain.md §2.3 step 13, P-35, P-39)."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from services.cases import CaseStatus
from services.closing import CloseDraft, ReopenDraft
from services.outcomes import OutcomeDraft
from services.safety import FlagDraft, FlagLevel
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.case.rounds_sheet import RoundsSheet
from ui.closing.closing_sheet import ClosingSheet
from ui.closing.reopen_sheet import ReopenSheet
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import Sheet, open_sheet_of

TODAY = SUNDAY - timedelta(days=1)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def ended(office: Office, disposition: str = "not_settled") -> UUID:
    case = office.file()
    services, actor = office.desk.services, office.actor()
    version = services.cases.row(actor, case.id).version
    services.outcomes.record(actor, OutcomeDraft(case.id, version, disposition, TODAY))
    return case.id


def opened(page: CasePage, keyboard: Keyboard, key: str = "close") -> Sheet:
    page._do(key)
    sheet = open_sheet_of(page)
    assert sheet is not None
    keyboard.settle(sheet.main.isEnabled if key != "close" else lambda: bool(getattr(sheet, "lines", ())))
    keyboard.settle()
    return sheet


def closed(keyboard: Keyboard) -> None:
    keyboard.settle(lambda: open_sheet_of(keyboard.focused) is None)


def status(office: Office, case_id: UUID) -> CaseStatus:
    return office.desk.services.cases.row(office.actor(), case_id).status


def test_a_file_is_closed_and_taken_up_again(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = ended(office)
    page = open_case(case_id)
    assert {"close", "reopen"} <= set(page.buttons.menu_keys())
    sheet = opened(page, keyboard)
    assert isinstance(sheet, ClosingSheet)
    assert sheet.form.isVisible(), "two lines are not ticked yet"
    for line in sheet.lines:
        if line.tick is not None:
            line.tick.setChecked(True)
    assert not sheet.form.isVisible()
    keyboard.save()
    closed(keyboard)
    keyboard.settle(lambda: "close" not in page.buttons.menu_keys())
    assert status(office, case_id) is CaseStatus.CLOSED
    assert not page.buttons.button("outcome").isVisible()
    assert page.buttons.button("session").isVisible(), "late notes can be added (P-27)"
    again = opened(page, keyboard, "reopen")
    assert isinstance(again, ReopenSheet)
    again.form.set_values({"kind": "new_facts"})
    keyboard.save()
    keyboard.settle(lambda: bool(again.form.field("reason").error()))
    again.form.set_values({"reason": "خبر تازه"})
    keyboard.save()
    keyboard.settle(page.buttons.button("outcome").isVisible)
    assert status(office, case_id) is CaseStatus.ACTIVE


def test_what_is_left_open_is_explained(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = ended(office)
    sheet = opened(open_case(case_id), keyboard)
    assert isinstance(sheet, ClosingSheet)
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.form.field("note").error()))
    assert status(office, case_id) is CaseStatus.OUTCOME_RECORDED
    sheet.form.set_values({"note": "مراجع در دسترس نیست"})
    keyboard.save()
    closed(keyboard)
    assert status(office, case_id) is CaseStatus.CLOSED


def test_what_holds_a_file_open_leads_to_where_it_is_mended(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    """R-8; in neutral words (P-3)."""
    case_id = ended(office)
    person_id = office.desk.services.cases.get(office.actor(), case_id).parties[0].person_id
    office.desk.services.safety.raise_flag(office.actor(), FlagDraft(case_id, person_id, "weapon", FlagLevel.HIGH))
    office.desk.clock.advance(timedelta(days=8))
    sheet = opened(open_case(case_id), keyboard)
    assert isinstance(sheet, ClosingSheet)
    assert not sheet.main.isEnabled()
    assert "سلاح" not in texts(sheet)
    line = next(one for one in sheet.lines if one.item.code == "risk_reviewed")
    assert line.way is not None
    assert line.way.hasFocus()
    keyboard.save()
    assert status(office, case_id) is CaseStatus.OUTCOME_RECORDED
    line.way.click()
    closed(keyboard)
    assert office.heard.went[-1] == ("safety", case_id)


def test_follow_ups_that_are_left_are_told(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = ended(office, "counselling_completed")
    page = open_case(case_id)
    assert page.follow_ups.isVisible()
    assert page.follow_ups.rows.rows()[0].title.startswith("پیگیری یک")
    sheet = opened(page, keyboard)
    assert "پیگیری که هنوز مانده است با آن پایان می‌یابد" in texts(sheet)


def test_a_returning_client_has_the_reason_proposed(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """P-35."""
    case_id = ended(office)
    page = open_case(CaseArgument(case_id, "return"))
    keyboard.settle(lambda: isinstance(open_sheet_of(page), ReopenSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, ReopenSheet)
    keyboard.settle(lambda: bool(sheet.form.field("kind").value()))
    assert sheet.form.field("kind").value() == "breach"
    assert sheet.can_close(), "a proposal is no typing"


@pytest.mark.parametrize("role", ["clerk"])
def test_who_may_not_conclude_finds_neither(office: Office, open_case: OpenCase, role: str) -> None:
    page = open_case(ended(office), role)
    assert not {"close", "reopen"} & set(page.buttons.menu_keys())


def test_how_often_the_file_was_closed_is_looked_up(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case_id = ended(office)
    page = open_case(case_id)
    page._do("rounds")
    never = open_sheet_of(page)
    assert isinstance(never, RoundsSheet)
    keyboard.settle(never.none.isVisible)
    never.close_sheet()
    closing, actor = office.desk.services.closing, office.actor()
    version = office.desk.services.cases.row(actor, case_id).version
    ticked = tuple(item.code for item in closing.checklist(actor, case_id).items if item.is_manual)
    closing.close(actor, CloseDraft(case_id, version, ticked, "تمام شد"))
    version = office.desk.services.cases.row(actor, case_id).version
    closing.reopen(actor, ReopenDraft(case_id, version, "breach", "قسط دوم نرسید"))
    page._do("rounds")
    sheet = open_sheet_of(page)
    assert isinstance(sheet, RoundsSheet)
    keyboard.settle(lambda: len(sheet.rows.rows()) == 2)
    again, over = (row.words() for row in sheet.rows.rows())
    assert "باز شد" in again
    assert "قسط دوم نرسید" in again
    assert "مختومه شد" in over
    assert sheet.rows.hasFocus()
