"""The printed book with its progress: set outside the write lane, and stopped while it is set or printed."""

import time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.changes import Done
from services.documents import BookRange, Listed
from services.documents.printouts import set_up
from services.documents.watching import WHOLE
from services.letters import LetterDirection, LetterDraft
from services.letters.registering import register_letter
from tests.ui.documents.conftest import PaperDesk, framed, settle
from ui.documents import long_run
from ui.documents.long_run import LongRun
from ui.navigation import Page
from ui.widgets.notices import ProgressSheet
from ui.widgets.sheet import open_sheet_of

ROWS = 200


@pytest.fixture
def page(papers: PaperDesk, qtbot: QtBot) -> Page:
    services, head = papers.desk.services, papers.desk.actors["unit_head"]
    with services.uow.write(head) as tx:
        lists = services.codes.of(head)
        for place in range(ROWS):
            register_letter(
                tx, lists, LetterDraft(LetterDirection.INCOMING, "incoming_other", subject=f"نامه {place}")
            )
    made = Page(papers.context)
    framed(papers, qtbot, made)
    return made


def gather(page: Page) -> Done[Listed]:
    return page.context.services.printouts.gather_book(page.context.actor, BookRange("normal", 1405))


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_a_book_is_stored_and_its_progress_seen(papers: PaperDesk, qtbot: QtBot, page: Page) -> None:
    run, seen = LongRun(page, page.context), []
    run.save_to(papers.out / "book.pdf", lambda: gather(page))
    progress = open_sheet_of(page)
    assert isinstance(progress, ProgressSheet)
    # told in the lane itself: a queued one would be heard after the sheet is gone
    progress._reported.connect(lambda done, total: seen.append((done, total)), Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    assert pages_of(papers.out / "book.pdf") > 5
    assert seen == sorted(seen)
    assert len(seen) > 20
    assert open_sheet_of(page) is None
    assert papers.desk.said.toasts == ["صفحه‌ها ذخیره شد."]


def test_others_write_while_it_is_set(
    papers: PaperDesk, qtbot: QtBot, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, actor, order = papers.desk.services, page.context.actor, []
    run = LongRun(page, page.context)

    def slow(*given):  # type: ignore[no-untyped-def]
        order.append("begun")
        found = set_up(*given)
        deadline = time.monotonic() + 20
        while "written" not in order and time.monotonic() < deadline:
            time.sleep(0.01)
        order.append("set")
        return found

    monkeypatch.setattr(long_run, "set_up", slow)
    run.save_to(papers.out / "book.pdf", lambda: gather(page))
    request = papers.request()
    page.context.lanes.write(
        page, lambda: services.documents.issue(actor, request), lambda _paper: order.append("written")
    )
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    assert order == ["begun", "written", "set"]


def test_it_can_be_stopped_while_it_is_set(papers: PaperDesk, qtbot: QtBot, page: Page) -> None:
    run = LongRun(page, page.context)
    run.save_to(papers.out / "book.pdf", lambda: gather(page))
    progress = open_sheet_of(page)
    assert isinstance(progress, ProgressSheet)
    progress.ask_to_close()
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    settle(papers, qtbot, page)
    assert list(papers.out.iterdir()) == []
    assert "متوقف شد" in papers.desk.said.toasts[0]


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QFile", extend=True)
def test_it_can_be_stopped_while_it_is_printed_and_a_lost_printer_is_told(
    papers: PaperDesk, qtbot: QtBot, page: Page
) -> None:
    run = LongRun(page, page.context)
    stopped = []

    def stop(done: int, total: int) -> None:
        if total != WHOLE and done == 2:
            progress._cancelled.set()
            stopped.append(done)

    run.print_on("چاپگر", lambda: gather(page))
    progress = open_sheet_of(page)
    assert isinstance(progress, ProgressSheet)
    progress._reported.connect(stop, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    assert stopped == [2]
    assert "متوقف شد" in papers.desk.said.toasts[-1]
    run.print_on("گم‌شده", lambda: gather(page))
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    assert "چاپگر پاسخ نمی‌دهد" in papers.desk.said.toasts[-1]
    run.print_on("چاپگر", lambda: gather(page))
    with qtbot.waitSignal(run.ended, timeout=120_000):
        pass
    assert "فرستاده شد" in papers.desk.said.toasts[-1]
