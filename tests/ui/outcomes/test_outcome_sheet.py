"""How a file ended, from the keyboard (R-9, R-23, P-30)."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from services.cases import CaseEdit
from services.overview import CasePage as Shown
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.documents.argument import IssueArgument
from ui.outcomes import outcome_sheet
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.play.keyboard import Keyboard
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import open_sheet_of

TODAY = SUNDAY - timedelta(days=1)


def sheet_of(page: CasePage) -> OutcomeSheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, OutcomeSheet)
    return sheet


def opened(office: Office, open_case: OpenCase, keyboard: Keyboard) -> CasePage:
    case = office.file()
    page = open_case(CaseArgument(case.id, "outcome"))
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    return page


def shown(page: CasePage, keyboard: Keyboard) -> Shown:
    keyboard.settle(lambda: page.shown is not None and page.shown.outcome is not None)
    assert page.shown is not None
    return page.shown


def test_a_settlement_waits_for_its_signatures(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    assert QApplication.focusWidget() is sheet.form.field("disposition").edit
    keyboard.choose("سازش")
    assert sheet._unsigned.isVisible()
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    outcome = shown(page, keyboard).outcome
    assert outcome is not None
    assert (outcome.label, outcome.is_awaiting_signatures, outcome.decided_on) == ("سازش", True, TODAY)
    assert page.buttons.main.text() == "امضای همه طرفین دیده شد"
    page._on_main_action()
    keyboard.settle(lambda: page.shown is not None and not page.shown.outcome.is_awaiting_signatures)  # type: ignore[union-attr]
    assert office.heard.toasts[-1] == "ثبت شد: امضای همه طرفین دیده شد."


def test_signatures_seen_at_once(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("سازش")
    keyboard.go_to(sheet._seen)
    keyboard.write("1")
    assert not sheet._unsigned.isVisible()
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    outcome = shown(page, keyboard).outcome
    assert outcome is not None
    assert outcome.signatures_seen_on == TODAY


def test_signatures_are_asked_only_where_they_count(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    keyboard.choose("عدم سازش")
    assert not sheet_of(page).form.field("signatures_seen_on").isVisible()


def test_public_offences_are_sent_on(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """R-23: the words of the choice and a note say so."""
    case = office.file()
    services, actor = office.desk.services, office.actor()
    version = services.cases.row(actor, case.id).version
    services.cases.edit(actor, case.id, version, CaseEdit("custody_visitation", "", has_criminal_aspect=True))
    page = open_case(CaseArgument(case.id, "outcome"))
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    keyboard.choose("ثبت سازش و")
    sheet = sheet_of(page)
    assert sheet.form.field("disposition").value() == "settled_full"
    assert sheet._judicial.isVisible()


def test_not_coming_says_what_is_missing(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("عدم مراجعه")
    keyboard.save()
    keyboard.settle()
    assert "دعوت" in sheet.form.field("disposition").error()


def test_after_it_the_papers_are_offered(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet_of(page).close_sheet()
    page._do("outcome")
    keyboard.settle(lambda: bool(sheet_of(page)._choices))
    keyboard.choose("عدم سازش")
    keyboard.save()
    keyboard.settle(page.bar.isVisible)
    button = next(one for one in page.bar.findChildren(QuietButton) if one.text() == "گواهی حضور")
    keyboard.push(button)
    assert page.shown is not None
    case_id = page.shown.detail.id
    assert office.heard.went[-1] == ("issue_paper", IssueArgument(case_id, "attendance_certificate"))


def test_a_draft_waits(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    keyboard.choose("انصراف مراجع")
    keyboard.go_to(sheet.form.field("summary").edit)
    keyboard.write("تلفنی خبر داد")
    drafts, actor = office.desk.services.drafts, office.actor()
    keyboard.settle(lambda: [row.form for row in drafts.of(actor)] == [outcome_sheet.FORM])
    again = open_case(drafts.of(actor)[0].subject)
    keyboard.settle(lambda: sheet_of(again).form.field("summary").value() == "تلفنی خبر داد")
    assert sheet_of(again).form.field("disposition").value() == "client_withdrew"


def test_a_file_changed_meanwhile(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = opened(office, open_case, keyboard)
    sheet = sheet_of(page)
    services, head = office.desk.services, office.actor("unit_head")
    assert page.shown is not None
    detail = page.shown.detail
    services.cases.edit(head, detail.id, detail.version, CaseEdit("neighbour_dispute", "موضوع تازه"))
    keyboard.choose("عدم سازش")
    keyboard.save()
    keyboard.settle(sheet._conflict.isVisible)
    sheet._conflict.keep_wanted.emit()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    outcome = shown(page, keyboard).outcome
    assert outcome is not None
    assert outcome.disposition == "not_settled"
