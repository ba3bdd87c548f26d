from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.documents import PaperKind
from tests.ui.documents.conftest import SHELTER, PaperDesk, framed, settle
from tests.ui.keys import press, type_text
from ui.documents.argument import IssueArgument, PaperArgument
from ui.documents.issue_page import IssuePage, draft_subject, read_argument

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(papers: PaperDesk, qtbot: QtBot, kind: str = "", who: int | None = None) -> IssuePage:
    person = None if who is None else papers.persons[who]
    argument = IssueArgument(papers.case_id, kind, person)
    page = IssuePage(papers.context, argument)
    framed(papers, qtbot, page)
    page.activate(argument)
    settle(papers, qtbot, page)
    return page


def test_a_certificate_from_the_keyboard_alone(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    assert page.asking.names() == ("form", "addressee", "father_name", "national_code", "originals")
    form, addressee = page.asking.field("form").edit, page.asking.field("addressee").edit
    press(form, Qt.Key.Key_2)
    type_text(form, "۲")
    type_text(addressee, "محل کار")
    QTest.keyClick(addressee, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    [(key, argument)] = papers.desk.said.went
    assert key == "paper"
    assert isinstance(argument, PaperArgument)
    assert argument.prints_now
    paper = papers.context.services.documents.get(papers.context.actor, argument.document_id)
    assert (paper.number, paper.title) == ("1112/1", "گواهی حضور در جلسه مشاوره")
    assert papers.desk.said.errors == []


def test_the_preview_follows_what_is_typed(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    before = page.card.view.grab().toImage()
    type_text(page.asking.field("addressee").edit, "آموزشگاه نمونه")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert page.card.view.pages() == 1
    assert page.card.view.grab().toImage() != before
    assert papers.context.services.documents.of_case(papers.context.actor, papers.case_id) == ()


def test_what_is_missing_is_said_beside_its_field(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    page.main_action()
    settle(papers, qtbot, page)
    for name in ("form", "addressee"):
        assert page.asking.field(name).error() == "این خانه را پر کنید."
    assert page.asking.field("father_name").error() == ""
    assert (papers.desk.said.went, papers.desk.said.toasts) == ([], [])


def test_a_hidden_address_is_refused_beside_its_field(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    page.asking.field("form").set_value("plain")
    page.asking.field("addressee").set_value(SHELTER)
    page.main_action()
    settle(papers, qtbot, page)
    assert "نباید روی برگه بیاید" in page.asking.field("addressee").error()
    assert SHELTER not in page.asking.field("addressee").error()
    assert papers.desk.said.toasts == []
    assert page._issue.isEnabled()


def test_who_may_not_be_invited_now_is_told_in_neutral_words(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "invitation_letter", 1)
    assert page._notice.isVisible()
    assert page._notice.sentence() == "دعوت‌نامه برای او فعلاً صادر نمی‌شود."
    assert not page._issue.isEnabled()
    page.main_action()
    settle(papers, qtbot, page)
    assert papers.desk.said.went == []


def test_choosing_leads_to_the_paper(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    assert not page._issue.isEnabled()
    kind = page.choosing.form.field("kind")
    kind.set_value("invitation_letter")
    settle(papers, qtbot, page)
    offer = page.choosing.offer()
    assert offer is not None
    assert (offer.kind, offer.person_id) == (PaperKind.INVITATION_LETTER, papers.persons[0])
    assert page._issue.isEnabled()
    assert "channel" in page.asking.names()


def test_a_consent_is_read_aloud_first(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "informed_consent", 0)
    assert page._stack.currentWidget() is page.spoken
    assert page.asking.names()[:1] != ()
    page.asking.tick("was_read").setChecked(True)
    page.asking.field("decision").set_value("given")
    page.main_action()
    settle(papers, qtbot, page)
    assert [key for key, _ in papers.desk.said.went] == ["paper"]
    sheet = papers.context.services.safety.consent_sheet(papers.context.actor, papers.case_id, papers.persons[0])
    assert [row.kind for row in sheet.rows] == ["counselling"]


def test_what_was_typed_is_offered_again(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    page.asking.field("addressee").set_value("یگان خدمتی")
    qtbot.wait(500)
    settle(papers, qtbot, page)
    offer = page.choosing.offer()
    assert offer is not None
    services, actor = papers.context.services, papers.context.actor
    [row] = services.drafts.of(actor)
    assert (row.form, row.subject) == ("issue_paper", draft_subject(IssueArgument(papers.case_id), offer))
    again = opened(papers, qtbot, "attendance_certificate", 0)
    assert again.asking.field("addressee").value() == "یگان خدمتی"
    about = read_argument(row.subject)
    assert (about.case_id, about.kind, about.session_id) == (
        papers.case_id,
        "attendance_certificate",
        papers.session_id,
    )
    again.asking.field("form").set_value("neutral")
    again.main_action()
    settle(papers, qtbot, again)
    assert services.drafts.of(actor) == ()


def test_looking_leaves_no_draft(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate", 0)
    page.leave()
    settle(papers, qtbot, page)
    assert papers.context.services.drafts.of(papers.context.actor) == ()
