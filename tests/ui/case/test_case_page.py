"""The page of a file, through the keyboard, on a real encrypted file (P-3, P-6, P-27, P-39)."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from services.cases import CaseDraft, Confidentiality, PartyDraft, ReferralDraft, Side
from services.intake import IntakeDraft
from services.outcomes import OutcomeDraft
from services.people import PersonDraft
from services.safety import FlagDraft, FlagLevel
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from tests.ui.case.conftest import OpenCase
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.argument import CaseArgument, read_argument
from ui.case.case_page import CasePage
from ui.case.earlier_file_sheet import EarlierFileSheet
from ui.case.hold_sheet import HoldSheet, ResumeSheet
from ui.case.party_sheets import AddPartySheet
from ui.case.reason_sheets import VoidSheet
from ui.case.reply_sheet import ReplySheet
from ui.documents.argument import IssueArgument
from ui.outcomes.outcome_sheet import OutcomeSheet
from ui.play.keyboard import Keyboard
from ui.safety.argument import SafetyArgument
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.sessions.session_sheet import SessionSheet
from ui.widgets.buttons import QuietButton
from ui.widgets.mark import REVEAL_KEY
from ui.widgets.sheet import Sheet, open_sheet_of

TODAY = SUNDAY - timedelta(days=1)


def texts(widget: QWidget) -> str:
    """Everything that can be read on it, tooltips too."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() + label.toolTip() for label in labels)


def titles(page: CasePage) -> list[str]:
    return [row.title for row in page.parties.rows.rows()]


def sheet_over(page: CasePage, kind: type[Sheet]) -> Sheet:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, kind)
    return sheet


def hold(held: bool) -> None:
    kind = QEvent.Type.KeyPress if held else QEvent.Type.KeyRelease
    window = QApplication.focusWindow()
    assert window is not None
    QApplication.sendEvent(window, QKeyEvent(kind, REVEAL_KEY, Qt.KeyboardModifier.NoModifier))


def held_session(office: Office, case_id: UUID, **given: object) -> None:
    party_id = office.parties(case_id)[0]
    came = (AttendanceDraft(party_id, AttendanceMark.ATTENDED),)
    draft = SessionDraft(case_id, "intake", TODAY, 480, 510, came, case_record="شرح جلسه نخست")
    office.desk.services.sessions.record(office.actor(), draft)


def test_who_where_and_next_at_a_glance(office: Office, open_case: OpenCase) -> None:
    case = office.file(inviting=True)
    page = open_case(case.id)
    assert "۱۱۱۲-۱۴۰۵-۰۰۰۱" in page.title()
    assert titles(page) == ["رها آزمونیا", "سام نمونها"]
    assert page.buttons.main.text() == "رضایت‌نامه · رها آزمونیا"
    assert [step.title for step in page.path.timeline.steps()][:2] == ["مراجعه", "پذیرش"]
    assert page.is_interview


def test_control_enter_takes_the_next_step(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file(inviting=True)
    page = open_case(case.id)
    page._on_main_action()
    assert page.shown is not None
    person_id = page.shown.detail.parties[0].person_id
    assert office.heard.went == [("consent", SafetyArgument(case.id, person_id))]


def test_every_part_is_reached_with_tab(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    office.book(case.id)
    held_session(office, case.id)
    page = open_case(case.id)
    for stop in (page.parties.rows, page.appointments.rows, page.sessions.rows, page.buttons.main):
        keyboard.go_to(stop)
        assert QApplication.focusWidget() is stop or stop.isAncestorOf(QApplication.focusWidget() or page)


def test_enter_opens_the_person_and_f2_the_place(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id)
    assert page.shown is not None
    keyboard.go_to(page.parties.rows)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    assert office.heard.went == [("person", page.shown.detail.parties[1].person_id)]
    page.parties.edit_current()
    keyboard.settle()
    sheet = open_sheet_of(page)
    assert sheet is not None
    assert "سام" in sheet.panel.accessibleName()


def test_marks_are_letters_until_the_key_is_held(office: Office, open_case: OpenCase) -> None:
    case = office.file()
    actor = office.actor()
    person_id = office.desk.services.cases.get(actor, case.id).parties[0].person_id
    office.desk.services.safety.raise_flag(actor, FlagDraft(case.id, person_id, "weapon", FlagLevel.HIGH))
    page = open_case(case.id)
    assert page.parties.rows.rows()[0].chip == "د"
    assert "سلاح" not in texts(page)
    hold(True)
    assert "سلاح" in page.parties.rows.rows()[0].chip
    hold(False)
    assert page.parties.rows.rows()[0].chip == "د"


def test_a_hidden_file_is_no_file(office: Office, open_case: OpenCase) -> None:
    case = office.file()
    services, head = office.desk.services, office.actor("unit_head")
    detail = services.cases.get(head, case.id)
    services.cases.set_confidentiality(head, case.id, detail.version, Confidentiality.RESTRICTED)
    page = open_case(case.id, "clerk")
    assert page.missing.isVisible()
    assert page.title() == "پرونده"
    assert titles(page) == []


def test_a_clerk_plans_and_reads_no_notes(office: Office, open_case: OpenCase) -> None:
    case = office.file()
    held_session(office, case.id)
    page = open_case(case.id, "clerk")
    shown = {key for key in ("appointment", "session", "outcome", "paper") if page.buttons.button(key).isVisible()}
    assert not shown, "giving an hour is the next step, and no second button says so"
    assert page.buttons.main.isVisible()
    assert not page.sessions.isVisible()
    assert not page.safety.isVisible()
    assert "شرح جلسه نخست" not in texts(page)


def test_shortcuts_open_the_sheets(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id)
    for key, kind in (("appointment", BookingSheet), ("session", SessionSheet), ("outcome", OutcomeSheet)):
        page.buttons.button(key).click()
        keyboard.settle()
        sheet_over(page, kind).close_sheet()
    page._do("party")
    keyboard.settle()
    sheet_over(page, AddPartySheet).close_sheet()


def test_a_past_hour_offers_to_be_recorded(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    """P-27."""
    case = office.file()
    office.book(case.id)
    page = open_case(case.id)
    page.works.open_appointment(page.shown.appointments[0])  # type: ignore[union-attr]
    sheet_over(page, AppointmentSheet).close_sheet()
    office.desk.clock.advance(timedelta(days=2))
    page.refresh()
    keyboard.settle(lambda: page.appointments.rows.rows()[0].chip == "ثبت شود")
    keyboard.go_to(page.appointments.rows)
    keyboard.enter()
    keyboard.settle()
    sheet = sheet_over(page, SessionSheet)
    assert isinstance(sheet, SessionSheet)
    assert sheet.form.head.field("type").value() == "intake"
    assert [line.marks.value() for line in sheet.form.lines] == ["", ""]


def test_home_opens_the_sheet_of_the_hour(office: Office, open_case: OpenCase) -> None:
    case = office.file()
    booked = office.book(case.id)
    office.desk.clock.advance(timedelta(days=2))
    page = open_case(CaseArgument(case.id, "session", booked.id))
    sheet = sheet_over(page, SessionSheet)
    assert isinstance(sheet, SessionSheet)
    assert sheet._appointment is not None
    assert sheet._appointment.id == booked.id


def test_a_change_shows_at_once_and_opens_nothing_anew(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    case = office.file()
    page = open_case(case.id)
    services = office.desk.services

    def outcome() -> OutcomeDraft:
        version = services.cases.row(office.actor(), case.id).version
        return OutcomeDraft(case.id, version, "not_settled", TODAY)

    office.desk.lanes.write(page, lambda: services.outcomes.record(office.actor(), outcome()))
    keyboard.settle(page.outcome.isVisible)
    assert "عدم سازش" in texts(page.outcome)


def test_a_file_waits_and_is_worked_on_again(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    page = open_case(office.file().id)
    assert "resume" not in page.buttons.menu_keys()
    page._do("hold")
    keyboard.settle()
    sheet = sheet_over(page, HoldSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.save()
    keyboard.settle()
    assert sheet.form.field("reason").error()  # type: ignore[attr-defined]
    sheet.form.field("reason").set_value("awaiting_document")  # type: ignore[attr-defined]
    sheet.form.field("note").set_value("رونوشت سند")  # type: ignore[attr-defined]
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None and "resume" in page.buttons.menu_keys())
    assert "در انتظار مدرک · رونوشت سند" in texts(page)
    page._do("resume")
    keyboard.settle()
    sheet_over(page, ResumeSheet)
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None and "resume" not in page.buttons.menu_keys())


def test_the_head_declares_a_file_void(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id, "unit_head")
    works = ("attach", "refer", "subject", "party", "edit_party", "earlier", "assign", "level", "readers", "void")
    assert set(works) <= set(page.buttons.menu_keys())
    page._do("void")
    keyboard.settle()
    sheet = sheet_over(page, VoidSheet)
    keyboard.save()
    keyboard.settle()
    assert sheet.form.field("reason").error()  # type: ignore[attr-defined]
    keyboard.write("دوبار ثبت شد")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle()
    assert not page.buttons.button("session").isVisible()
    assert open_case(case.id).missing.isVisible(), "for everybody else it is gone"


def test_a_party_is_added_from_the_keyboard(office: Office, open_case: OpenCase, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_case(case.id)
    page._do("party")
    keyboard.settle()
    keyboard.write("بهار")
    keyboard.enter()
    keyboard.write("آزمونی")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: len(titles(page)) == 3)
    assert titles(page)[2] == "بهار آزمونی"


def test_an_earlier_file_is_linked_and_the_link_taken_off(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    earlier, case = office.file(), office.file()
    page = open_case(case.id)
    page._do("earlier")
    keyboard.settle()
    sheet = sheet_over(page, EarlierFileSheet)
    keyboard.save()
    assert sheet.form.field("previous_case_id").error()  # type: ignore[attr-defined]
    keyboard.write(earlier.case_no)
    keyboard.settle(lambda: earlier.id in sheet._edit._rows)  # type: ignore[attr-defined]
    keyboard.enter()
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle()
    actor, cases = office.actor(), office.desk.services.cases
    linked = cases.get(actor, case.id).previous_case
    assert linked is not None
    assert linked.id == earlier.id
    page._do("earlier")
    keyboard.settle()
    sheet = sheet_over(page, EarlierFileSheet)
    next(button for button in sheet.findChildren(QuietButton) if button.text() == "برداشتن پیوند").click()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle()
    assert cases.get(actor, case.id).previous_case is None


def test_the_answer_is_a_letter_made_here_or_one_written_elsewhere(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    """The number alone, for a letter that the program does not write, is among what is seldom needed."""
    actor, services = office.actor(), office.desk.services
    due = office.desk.clock.now() + timedelta(days=2)
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه", is_reply_owed=True, due_at=due)
    parties = (PartyDraft(PersonDraft(given_name="رها", family_name="آزمونی"), "applicant", Side.A),)
    draft = CaseDraft("neighbour_dispute", parties, referral=referral, responsible_id=actor.staff_id)
    case = services.intake.register(actor, IntakeDraft(draft)).value
    page = open_case(case.id)
    page.works.do("reply")
    sheet_over(page, ReplySheet).close_sheet()
    services.outcomes.record(
        actor, OutcomeDraft(case.id, services.cases.row(actor, case.id).version, "not_settled", TODAY)
    )
    page = open_case(case.id)
    assert page.shown is not None
    owed = page.shown.detail.referrals[0].id
    page.main_action()
    assert office.heard.went[-1] == ("issue_paper", IssueArgument(case.id, "referral_reply", referral_id=owed))
    assert "reply_by_hand" in page.buttons.menu_keys()
    page.works.do("reply_by_hand")
    sheet_over(page, ReplySheet)


def test_narrow_windows_keep_every_button(office: Office, open_case: OpenCase) -> None:
    case = office.file()
    page = open_case(case.id, width=800)
    button = page.buttons.button("outcome")
    assert button.text() == ""
    assert button.accessibleName() == "نتیجه"
    assert button.toolTip().startswith("نتیجه (کنترل+")
    assert page.columns.count() == 2


def test_a_drafts_subject_leads_back_to_its_sheet(office: Office) -> None:
    case = office.file()
    argument = CaseArgument(case.id, "session", office.book(case.id).id)
    assert read_argument(argument.subject()) == argument
    assert read_argument(case.id) == CaseArgument(case.id)


def test_what_was_typed_into_a_sheet_is_there_after_a_crash(
    office: Office, open_case: OpenCase, keyboard: Keyboard
) -> None:
    case = office.file()
    page = open_case(case.id)
    page._do("party")
    keyboard.settle()
    keyboard.write("بهار")
    drafts, actor = office.desk.services.drafts, office.actor()
    keyboard.settle(lambda: any(row.form == "case:party" for row in drafts.of(actor)))
    row = next(row for row in drafts.of(actor) if row.form == "case:party")
    again = open_case(case.id)
    argument = read_argument(row.subject)
    assert (argument.case_id, argument.open) == (case.id, "party")
    again._do(argument.open)
    keyboard.settle()
    sheet = sheet_over(again, AddPartySheet)
    assert isinstance(sheet, AddPartySheet)
    keyboard.settle(lambda: sheet.block.texts().get("given_name") == "بهار")
    sheet.block.put_texts({"family_name": "آزمونی"})
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(again) is None)
    keyboard.settle(lambda: not drafts.of(actor))
