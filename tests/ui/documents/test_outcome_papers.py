"""Papers of an outcome at the desk: by keyboard, corrected, numbered by the registry, copied for one of them."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.enums import AgreementKind
from services.agreements import AgreementDraft, ClauseDraft
from services.documents import IssuedPaper, PaperKind, PaperRequest
from tests.ui.documents.conftest import PaperDesk, framed, settle
from ui.documents.argument import IssueArgument, PaperArgument
from ui.documents.issue_page import IssuePage, draft_subject, read_argument
from ui.documents.paper_page import PaperPage
from ui.documents.registry_sheet import RegistrySheet
from ui.play.keyboard import type_text
from ui.widgets.sheet import open_sheet_of

CTRL = Qt.KeyboardModifier.ControlModifier


def agree(papers: PaperDesk) -> None:
    services, head = papers.desk.services, papers.desk.actors["unit_head"]
    her, him = services.cases.get(head, papers.case_id).parties
    draft = AgreementDraft(
        papers.case_id,
        AgreementKind.SETTLEMENT,
        date(2026, 11, 21),
        (ClauseDraft(him.id, "دیوار را کوتاه کند", her.id, due_on=date(2026, 12, 20)),),
        (her.id, him.id),
        subject="دیوار مشترک",
    )
    services.agreements.save(head, draft)


def settled(papers: PaperDesk) -> IssuedPaper:
    agree(papers)
    values = {"was_read_all": "yes", "father_name_1": "حسن", "father_name_2": "ناصر", "breach": "شورا"}
    request = PaperRequest(papers.case_id, PaperKind.SETTLEMENT_RECORD, None, values=tuple(values.items()))
    return papers.context.services.documents.issue(papers.context.actor, request).value


def issuing(papers: PaperDesk, qtbot: QtBot, about: IssueArgument) -> IssuePage:
    page = IssuePage(papers.context, about)
    framed(papers, qtbot, page)
    page.activate()
    settle(papers, qtbot, page)
    return page


def opened(papers: PaperDesk, qtbot: QtBot, document_id: UUID) -> PaperPage:
    page = PaperPage(papers.context, PaperArgument(document_id))
    framed(papers, qtbot, page)
    page.activate()
    settle(papers, qtbot, page)
    return page


def test_a_settlement_is_read_aloud_asked_for_and_issued_by_keyboard(papers: PaperDesk, qtbot: QtBot) -> None:
    agree(papers)
    page = issuing(papers, qtbot, IssueArgument(papers.case_id, "settlement_record"))
    assert page._views.value() == "spoken"
    assert not page.choosing.form.field("whom").isVisible()
    assert page.asking.field("breach").value().startswith("طرف دیگر می‌تواند")
    QTest.keyClick(page.asking.tick("was_read_all"), Qt.Key.Key_Space)
    for name, words in (("father_name_1", "حسن"), ("father_name_2", "ناصر")):
        type_text(page.asking.field(name).edit, words)
    QTest.keyClick(page.asking.field("father_name_2").edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    [(key, argument)] = papers.desk.said.went
    assert key == "paper"
    paper = papers.context.services.documents.get(papers.context.actor, argument.document_id)
    assert (paper.title, len(paper.recipients)) == ("صورت‌جلسه سازش", paper.originals)
    assert papers.desk.said.errors == []


def test_an_undertaking_is_typed_line_by_line_and_issued(papers: PaperDesk, qtbot: QtBot) -> None:
    """Also that its kind stands in a group of the list."""
    her, him = papers.persons
    page = issuing(papers, qtbot, IssueArgument(papers.case_id, "undertaking", her))
    kinds = {choice.code: choice.group for choice in page.choosing._kind.choices()}
    assert kinds["undertaking"] == kinds["settlement_record"] == "توافق و پایان"
    assert next(iter(dict.fromkeys(kinds.values()))) == "آغاز کار"
    QTest.keyClick(page.asking.tick("was_read_all"), Qt.Key.Key_Space)
    page.asking.field("promises").set_value("دیوار را کوتاه کند\nراه را باز بگذارد")
    assert page.asking.field("beneficiary").value() == him.hex
    for name, words in (("duration", "یک سال"), ("subject", "دیوار"), ("father_name", "حسن")):
        type_text(page.asking.field(name).edit, words)
    QTest.keyClick(page.asking.field("duration").edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    [(key, argument)] = papers.desk.said.went
    assert key == "paper"
    paper = papers.context.services.documents.get(papers.context.actor, argument.document_id)
    assert (paper.title, paper.originals) == ("تعهدنامه", 3)
    assert papers.desk.said.errors == []


def test_without_an_agreement_the_page_says_what_comes_first(papers: PaperDesk, qtbot: QtBot) -> None:
    page = issuing(papers, qtbot, IssueArgument(papers.case_id, "settlement_record"))
    assert page._notice.sentence() == "نخست توافق طرفین را در نتیجه پرونده ثبت کنید."
    assert not page._issue.isEnabled()


def test_a_paper_is_corrected_from_its_page(papers: PaperDesk, qtbot: QtBot) -> None:
    old = papers.issued()
    shown = opened(papers, qtbot, old)
    QTest.keyClick(shown._correct, Qt.Key.Key_Space)
    [(key, argument)] = papers.desk.said.went
    assert (key, argument.replaces_id) == ("issue_paper", old)
    page = issuing(papers, qtbot, argument)
    assert not page.choosing.isVisible()
    assert page.asking.names()[0] == "void_reason"
    assert page.asking.field("addressee").value() == "محل کار"
    page.main_action()
    settle(papers, qtbot, page)
    assert page.asking.field("void_reason").error() == "این خانه را پر کنید."
    type_text(page.asking.field("void_reason").edit, "نام مرجع")
    QTest.keyClick(page.asking.field("void_reason").edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    new = papers.desk.said.went[-1][1].document_id
    after = opened(papers, qtbot, old)
    assert not after._correct.isVisible()
    assert after.facts._other.isVisible()
    after.facts._other.click()
    assert papers.desk.said.went[-1] == ("paper", PaperArgument(new))


def test_the_registrys_number_is_typed_on_its_sheet(papers: PaperDesk, qtbot: QtBot) -> None:
    services, head = papers.desk.services, papers.desk.actors["unit_head"]
    services.settings.set(head, "registry_attendance_certificate", True)
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    assert page.facts._state.text() == "در انتظار شماره"
    page.facts._type_number.click()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, RegistrySheet)
    QTest.keyClick(sheet.form.field("number").edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert sheet.form.field("number").error() == "شماره‌ای را که دبیرخانه روی برگه نوشته است وارد کنید."
    type_text(sheet.form.field("number").edit, "33/12")
    QTest.keyClick(sheet.form.field("number").edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert papers.context.services.documents.get(papers.context.actor, document_id).number == "33/12"
    assert not page.facts._type_number.isVisible()


def test_a_copy_is_of_what_one_of_them_got(papers: PaperDesk, qtbot: QtBot) -> None:
    paper = settled(papers)
    page = opened(papers, qtbot, paper.id)
    assert not page.facts._whose.isVisible()
    page.run.print_on("چاپگر", page._make_job)
    settle(papers, qtbot, page)
    assert page.facts._whose.isVisible()
    page.facts._whose.set_value("1")
    assert page.facts.copy_for() == 1


@pytest.mark.parametrize("count", [3, 6])
def test_a_draft_leads_back_to_its_page(count: int) -> None:
    """Also one that an earlier program stored, with fewer parts."""
    from services.documents import PaperOffer

    ids = [UUID(int=number) for number in range(1, count + 1)]
    offer = PaperOffer(
        PaperKind.REFERRAL_REPLY,
        "",
        ids[0],
        "",
        ids[1],
        ids[2],
        agreement_id=(*ids, *[None] * 3)[3],
        referral_id=(*ids, *[None] * 3)[4],
    )
    replaces = (*ids, *[None] * 3)[5]
    subject = draft_subject(IssueArgument(UUID(int=9), replaces_id=replaces), offer)
    if count == 3:
        subject = subject.rstrip(":")
    assert read_argument(subject) == IssueArgument(
        UUID(int=9), "referral_reply", *ids[:3], offer.agreement_id, offer.referral_id, replaces
    )
