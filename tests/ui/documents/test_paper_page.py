from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.documents import IssuedPaper, OpenRun, PrintKind
from tests.ui.documents.conftest import PaperDesk, framed, settle
from ui.documents import printers
from ui.documents.argument import PaperArgument
from ui.documents.open_runs import OpenRuns
from ui.documents.paper_page import PaperPage
from ui.documents.print_sheet import PrintSheet
from ui.documents.spoilt_sheet import SpoiltSheet
from ui.documents.void_sheet import VoidSheet
from ui.widgets import file_dialog
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import Sheet, open_sheet_of

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(papers: PaperDesk, qtbot: QtBot, document_id: UUID, *, prints_now: bool = False) -> PaperPage:
    page = PaperPage(papers.context, PaperArgument(document_id, prints_now))
    framed(papers, qtbot, page)
    page.activate()
    settle(papers, qtbot, page)
    return page


def sheet(page: PaperPage) -> Sheet | None:
    return open_sheet_of(page)


def facts(papers: PaperDesk, document_id: UUID) -> IssuedPaper:
    return papers.context.services.documents.get(papers.context.actor, document_id)


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def open_runs(papers: PaperDesk) -> tuple[OpenRun, ...]:
    return papers.desk.services.documents.open_runs(papers.context.actor)


def test_issue_then_print_then_it_came_out_well(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id, prints_now=True)
    ask = sheet(page)
    assert isinstance(ask, PrintSheet)
    assert ask.printer() == "چاپگر"
    QTest.keyClick(ask.main, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert pages_of(papers.out / "1.pdf") == 1
    after = sheet(page)
    assert isinstance(after, SpoiltSheet)
    assert [run.document_id for run in open_runs(papers)] == [document_id], "asked again if the power goes now"
    QTest.keyClick(after.main, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert open_runs(papers) == ()
    paper = facts(papers, document_id)
    assert paper.due == ()
    assert [row.target for row in paper.prints] == ["چاپگر"]
    (queued,) = papers.titles
    assert queued.startswith("گواهی-")
    assert "مشاوره" not in queued, "everybody who shares the printer reads its queue"


def test_spoilt_sheets_are_asked_for_again_as_originals(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued(originals=3)
    page = opened(papers, qtbot, document_id)
    page.run.print_on("چاپگر", page._make_job)
    settle(papers, qtbot, page)
    assert pages_of(papers.out / "1.pdf") == 3
    ask = sheet(page)
    assert isinstance(ask, SpoiltSheet)
    ask._ticks[2].setChecked(True)
    ask._on_spoilt()
    settle(papers, qtbot, page)
    assert facts(papers, document_id).due == (2,)
    again = sheet(page)
    assert isinstance(again, PrintSheet)
    again._on_print()
    settle(papers, qtbot, page)
    assert pages_of(papers.out / "2.pdf") == 1
    paper = facts(papers, document_id)
    assert paper.due == ()
    assert [row.kind for row in paper.prints] == [PrintKind.ORIGINAL, PrintKind.SPOILT, PrintKind.ORIGINAL]


def test_what_was_on_its_way_when_the_power_went_is_asked_about(papers: PaperDesk, qtbot: QtBot) -> None:
    documents, actor = papers.desk.services.documents, papers.context.actor
    whole, part = papers.issued(), papers.issued(originals=3)
    for document_id in (whole, part):
        documents.record_print(actor, document_id, "چاپگر")
        papers.desk.clock.advance(timedelta(minutes=1))
    page = opened(papers, qtbot, whole)
    asked = OpenRuns(page.window(), papers.context, open_runs(papers))
    asked.open_sheet()
    lacks = [button for button in asked.findChildren(QuietButton) if button.text() == "درنیامد"]
    came = [button for button in asked.findChildren(QuietButton) if button.text() == "درآمد"]
    lacks[0].click()
    which = sheet(page)
    assert isinstance(which, SpoiltSheet)
    which._ticks[3].setChecked(True)
    which._on_spoilt()
    settle(papers, qtbot, page)
    assert facts(papers, part).due == (3,)
    assert [run.document_id for run in open_runs(papers)] == [whole]
    came[1].click()
    settle(papers, qtbot, page)
    assert open_runs(papers) == ()
    assert facts(papers, whole).due == ()
    assert sheet(page) is None


@pytest.mark.parametrize("have_come", [True, False])
def test_a_broken_run_of_many_is_answered_at_once(papers: PaperDesk, qtbot: QtBot, have_come: bool) -> None:
    documents, actor = papers.desk.services.documents, papers.context.actor
    ids = [papers.issued() for _ in range(3)]
    for document_id in ids:
        documents.record_print(actor, document_id, "چاپگر")
    page = opened(papers, qtbot, ids[0])
    asked = OpenRuns(page.window(), papers.context, open_runs(papers))
    asked.open_sheet()
    (asked.all if have_come else asked.none).click()
    settle(papers, qtbot, page)
    assert open_runs(papers) == ()
    assert [facts(papers, document_id).due for document_id in ids] == [() if have_come else (1,)] * 3
    assert sheet(page) is None


def test_a_sheet_may_be_found_spoilt_later(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    assert not page.facts._spoilt.isVisible()
    page.run.save_to(papers.out / "1.pdf", page._make_job)
    settle(papers, qtbot, page)
    assert page.facts._spoilt.isVisible()
    page.facts._spoilt.click()
    ask = sheet(page)
    assert isinstance(ask, SpoiltSheet)
    ask._on_spoilt()
    settle(papers, qtbot, page)
    assert facts(papers, document_id).due == (1,)


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QFile", extend=True)
def test_a_printer_that_vanished_leaves_the_paper_whole(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    page.run.print_on("گم‌شده", page._make_job)
    settle(papers, qtbot, page)
    assert len(papers.desk.said.toasts) == 1
    assert "چاپگر پاسخ نداد" in papers.desk.said.toasts[0]
    paper = facts(papers, document_id)
    assert (paper.due, paper.is_void) == ((1,), False)
    assert sheet(page) is None
    page.run.print_on("چاپگر", page._make_job)
    settle(papers, qtbot, page)
    assert facts(papers, document_id).due == ()


def test_the_original_is_saved_as_a_file_and_later_a_copy(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    stored = papers.context.services.documents.content(papers.context.actor, document_id)
    first, second = papers.out / "گواهی-1112-1.pdf", papers.out / "رونوشت.pdf"
    page.run.save_to(first, page._make_job)
    settle(papers, qtbot, page)
    page.run.save_to(second, page._make_job)
    settle(papers, qtbot, page)
    assert first.read_bytes() == stored
    assert second.read_bytes().startswith(stored)
    assert second.read_bytes() != stored
    assert sorted(path.name for path in papers.out.iterdir()) == sorted([first.name, second.name])


def test_a_place_that_takes_no_file_says_so(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    page.run.save_to(papers.out / "nowhere" / "x.pdf", page._make_job)
    settle(papers, qtbot, page)
    assert papers.desk.said.toasts == ["آنجا ذخیره نشد؛ جای دیگری برگزینید."]
    assert facts(papers, document_id).due == (1,)


def test_a_spoiled_paper_is_made_void_with_a_reason(papers: PaperDesk, qtbot: QtBot) -> None:
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id)
    page._ask_void()
    ask = sheet(page)
    assert isinstance(ask, VoidSheet)
    ask.form.field("reason").set_value("نام درست نبود")
    ask._on_submit()
    settle(papers, qtbot, page)
    assert sheet(page) is None
    paper = facts(papers, document_id)
    assert (paper.is_void, paper.void_reason) == (True, "نام درست نبود")
    settle(papers, qtbot, page)
    assert not page._print.isEnabled()
    page.main_action()
    assert sheet(page) is None


def test_a_machine_without_printers_offers_a_file(
    papers: PaperDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "names", lambda: ())
    monkeypatch.setattr(file_dialog, "ask_where_to_save", lambda *_given: papers.out / "گواهی.pdf")
    document_id = papers.issued()
    page = opened(papers, qtbot, document_id, prints_now=True)
    ask = sheet(page)
    assert isinstance(ask, PrintSheet)
    assert ask.main.hasFocus()
    QTest.keyClick(ask.main, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert pages_of(papers.out / "گواهی.pdf") == 1
    assert [row.target for row in facts(papers, document_id).prints] == ["گواهی.pdf"]


def test_zoom_and_pages_by_keyboard(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, papers.issued())
    view = page.card.view
    fitting = view.percent()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent() > fitting
    QTest.keyClick(view, Qt.Key.Key_End)
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(view, Qt.Key.Key_0)
    settle(papers, qtbot, page)
    assert view.percent() == fitting
    assert (view.page(), view.pages()) == (1, 1)
