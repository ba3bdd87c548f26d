"""The letter book by the keyboard alone, on a real encrypted folder."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from services.documents import BookRange
from services.letters import ActionDraft, LetterDirection, LetterDraft, LetterFilter, LetterRow
from services.worklist import TaskKind
from tests.ui.desk import Desk
from tests.ui.scheduling.office import window_around
from ui.attachments.attachment_sheet import AttachmentSheet
from ui.documents.long_run import LongRun
from ui.home.home_page import HomePage
from ui.letters.book_sheet import BookSheet
from ui.letters.entry_sheet import EntrySheet
from ui.letters.letter_sheet import LetterSheet
from ui.letters.letter_sheets import AssignSheet, CorrectSheet, FinishSheet, LinkSheet, ScanSheet
from ui.letters.letters_page import LettersPage
from ui.letters.void_scan_sheet import VoidScanSheet
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import open_sheet_of

IN, OUT = LetterDirection.INCOMING, LetterDirection.OUTGOING
OpenPage = Callable[..., Any]
T = TypeVar("T")


@pytest.fixture
def keyboard(filled: Desk) -> Keyboard:
    return Keyboard(filled.lanes)


@pytest.fixture
def open_page(filled: Desk, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows: list[QMainWindow] = []

    def opened(role: str = "clerk", argument: UUID | None = None, kind: type[Any] = LettersPage) -> Any:
        while windows:  # one seat at a time: the keyboard is whose window is the last
            windows.pop().close()
        page = kind(filled.context_of(role), argument)
        window = window_around(page, 1170)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()


def entered(desk: Desk, **words: Any) -> LetterRow:
    draft = LetterDraft(IN, "incoming_other", **words)
    return desk.services.letters.register(desk.actors["clerk"], draft).value


def sheet_of(page: Any, kind: type[T]) -> T:
    sheet = open_sheet_of(page)
    assert isinstance(sheet, kind)
    return sheet


def test_a_letter_is_entered_from_the_keyboard_alone(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    question = entered(filled, their_number="77/120", subject="پرسش")
    page = open_page()
    before = page.model.rowCount()
    page.main_action()
    sheet = sheet_of(page, EntrySheet)
    keyboard.settle(lambda: bool(sheet.form.field("urgency").value()))
    keyboard.key(Qt.Key.Key_2, text="2")
    keyboard.settle()
    assert sheet.way() is OUT
    keyboard.go_to(sheet.form.field("kind").edit)
    keyboard.choose("نامه صادره")
    keyboard.value("اداره آموزش")
    keyboard.value("پاسخ پرسش")
    keyboard.go_to(sheet.earlier)
    keyboard.write("77/12")
    keyboard.settle(sheet.earlier._list.isVisible)
    keyboard.enter()
    keyboard.settle(lambda: bool(sheet.form.field("link").value()))
    assert (sheet.earlier.id(), sheet.form.field("link").value()) == (question.id, "refers_to")
    keyboard.go_to(sheet.form.field("channel").edit)
    keyboard.choose("پیک")
    keyboard.value("دبیرخانه")
    keyboard.save()
    keyboard.settle(lambda: page.model.rowCount() == before + 1)
    assert filled.said.errors == []
    row = page.model.row(0)
    assert isinstance(row, LetterRow)
    assert (row.direction, row.correspondent, row.channel_label, row.receipt) == (
        OUT,
        "اداره آموزش",
        "پیک",
        "دبیرخانه",
    )
    assert row.refers == f"عطف به {question.number}"


def test_what_was_typed_stands_there_again(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page()
    page.main_action()
    sheet = sheet_of(page, EntrySheet)
    keyboard.settle(lambda: bool(sheet.form.field("urgency").value()))
    keyboard.go_to(sheet.form.field("correspondent").edit)
    keyboard.value("دادسرای نمونه")
    sheet.kept.flush()
    keyboard.settle()
    sheet.ask_to_close()
    keyboard.settle()
    page.main_action()
    again = sheet_of(page, EntrySheet)
    keyboard.settle(lambda: again.form.field("correspondent").value() == "دادسرای نمونه")


def test_an_unpicked_letter_or_file_is_not_guessed(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    page = open_page()
    page.main_action()
    sheet = sheet_of(page, EntrySheet)
    keyboard.settle(lambda: bool(sheet.form.field("urgency").value()))
    keyboard.go_to(sheet.form.field("kind").edit)
    keyboard.choose("نامه وارده")
    keyboard.go_to(sheet.earlier)
    keyboard.write("999999")
    keyboard.settle()
    keyboard.save()
    keyboard.settle()
    assert "برگزینید" in sheet.form.field("earlier_id").error()
    assert sheet.isVisible()


def test_filters_and_words_narrow_the_book(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    first = entered(filled, subject="استعلام نشانی")
    entered(filled, subject="کارگاه")
    page = open_page()
    keyboard.go_to(page.text)
    keyboard.write("استعلام نشاني")
    keyboard.settle(lambda: page.model.rowCount() == 1)
    assert page.model.row(0).id == first.id
    page.text.set_value("")
    page.kind.set_value("internal_note")
    keyboard.settle(lambda: page._stack.currentWidget() is page._empty)
    page.on_empty_action()
    keyboard.settle(lambda: page.model.rowCount() >= 2)
    services, clerk = filled.services, filled.actors["clerk"]
    services.letters.assign(clerk, ActionDraft(first.id, filled.actors["counsellor"].staff_id, "پاسخ"))
    keyboard.push(page.waits)
    keyboard.settle(lambda: page.model.rowCount() == 1)
    assert page.model.row(0).assigned_to == "مینا پارسی‌نیا"


def test_words_are_mended_and_the_letter_refers_to_another(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard
) -> None:
    earlier, row = entered(filled, subject="نخست"), entered(filled, subject="غلط")
    page = open_page(argument=row.id)
    sheet = sheet_of(page, LetterSheet)
    keyboard.settle(lambda: sheet.detail is not None)
    keyboard.push(sheet._correct)
    correct = sheet_of(page, CorrectSheet)
    keyboard.settle(lambda: correct.form.field("subject").value() == "غلط")
    correct.form.field("subject").edit.clear()
    keyboard.go_to(correct.form.field("subject").edit)
    keyboard.value("درست")
    keyboard.save()
    keyboard.settle(lambda: sheet._row.subject == "درست")
    assert sheet._row.number == row.number
    keyboard.push(sheet._actions[0])
    link = sheet_of(page, LinkSheet)
    keyboard.settle()
    keyboard.go_to(link.earlier)
    keyboard.write(earlier.number)
    keyboard.settle(link.earlier._list.isVisible)
    keyboard.enter()
    keyboard.settle()
    keyboard.go_to(link.form.field("link").edit)
    keyboard.choose("پیرو")
    keyboard.save()
    keyboard.settle(lambda: len(sheet.links.rows.rows()) == 1)
    sheet.links.rows.opened.emit(earlier.id)
    keyboard.settle(lambda: sheet.detail is not None and sheet.detail.row.id == earlier.id)
    assert "به این نامه" in sheet.links.rows.rows()[0].title
    assert filled.said.errors == []


def test_given_to_a_colleague_seen_on_the_desk_and_done(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard
) -> None:
    row = entered(filled, subject="پرسش دادگاه")
    page = open_page(argument=row.id)
    sheet = sheet_of(page, LetterSheet)
    keyboard.settle(lambda: sheet.detail is not None)
    keyboard.push(sheet._actions[1])
    assign = sheet_of(page, AssignSheet)
    keyboard.go_to(assign.form.field("to_staff_id").edit)
    keyboard.choose("مینا")
    keyboard.value("پاسخ آماده شود")
    keyboard.value("1405/9/10")
    keyboard.save()
    keyboard.settle(lambda: len(sheet.orders.rows.rows()) == 1)
    assert filled.said.errors == []
    home = open_page("counsellor", kind=HomePage)
    task = next(task for task in home.home.tasks if task.kind is TaskKind.LETTER_ORDER)
    home._go(task)
    assert filled.said.went[-1] == ("letters", row.id)
    hers = open_page("counsellor", argument=row.id)
    his = sheet_of(hers, LetterSheet)
    keyboard.settle(lambda: len(his.orders.rows.rows()) == 1)
    his.orders.rows.opened.emit(his.detail.actions[0].id)  # type: ignore[union-attr]
    finish = sheet_of(hers, FinishSheet)
    keyboard.settle(finish.form.field("done_word").edit.hasFocus)
    keyboard.value("پاسخ فرستاده شد")
    keyboard.save()
    keyboard.settle(lambda: his.orders.rows.rows()[0].chip == "انجام شد")


def test_a_scan_is_kept_opened_and_declared_void(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard, tmp_path: Path
) -> None:
    row = entered(filled)
    page = open_page(argument=row.id)
    sheet = sheet_of(page, LetterSheet)
    keyboard.settle(lambda: sheet.detail is not None)
    keyboard.push(sheet._actions[2])
    scan = sheet_of(page, ScanSheet)
    keyboard.settle()
    keyboard.save()
    assert "فایل" in scan.form.field("content").error()
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(tmp_path / "scan.png"), "PNG")  # type: ignore[call-overload]
    keyboard.go_to(scan.form.field("kind").edit)
    keyboard.choose("نامه وارده")
    scan.scan.take(tmp_path / "scan.png")
    keyboard.save()
    keyboard.settle(lambda: len(sheet.scans.rows.rows()) == 1)
    sheet.scans.rows.opened.emit(sheet._scans[0].id)
    view = sheet_of(page, AttachmentSheet)
    keyboard.settle(lambda: view.view.pages() == 1)
    view.void.click()
    sheet_of(page, VoidScanSheet)
    keyboard.value("برگه دیگر")
    keyboard.save()
    keyboard.settle(lambda: sheet.scans.rows.rows()[0].chip == "باطل")


def test_the_number_of_a_void_row_is_struck_through(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    row = entered(filled)
    filled.services.letters.void(filled.actors["unit_head"], row.id, row.version, "دو بار")
    page = open_page()
    column = page.model.columns[0]
    assert [column.struck(page.model.row(place)) for place in range(page.model.rowCount())].count(True) == 1
    page.grab()


def test_the_book_is_saved_by_numbers(
    filled: Desk, open_page: OpenPage, keyboard: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in range(3):
        entered(filled, subject=f"نامه {place}")
    page = open_page()
    keyboard.push(page._print)
    sheet = sheet_of(page, BookSheet)
    keyboard.settle(lambda: bool(sheet.book.value()))
    keyboard.go_to(sheet.form.field("what").edit)
    keyboard.key(Qt.Key.Key_2, text="2")
    keyboard.go_to(sheet.form.field("first").edit)
    keyboard.value("3")
    keyboard.value("2")
    keyboard.save()
    assert sheet.form.field("last").error()
    sheet.form.set_values({"last": "4"})
    chosen: list[BookRange] = []
    sheet.chosen.connect(chosen.append)
    target = tmp_path / "book.pdf"
    monkeypatch.setattr(LongRun, "start", lambda run, _words, _name, make: run.save_to(target, make))
    keyboard.save()
    keyboard.settle(target.exists)
    assert (chosen[0].first, chosen[0].last) == (3, 4)
    assert target.read_bytes().startswith(b"%PDF")
    assert filled.said.errors == []


def test_the_head_enters_a_forgotten_letter_on_its_day(filled: Desk, open_page: OpenPage, keyboard: Keyboard) -> None:
    clock = filled.clock
    entered(filled, their_number="1/1")
    clock.advance(timedelta(days=2))
    page = open_page("unit_head")
    page.main_action()
    sheet = sheet_of(page, EntrySheet)
    keyboard.settle(lambda: bool(sheet.form.field("urgency").value()))
    on = (clock.now() - timedelta(days=1)).date()
    words = {"kind": "incoming_other", "backdated_on": on, "backdated_reason": "در کشو مانده بود", "subject": "دیر"}
    sheet.form.set_values(words)
    keyboard.save()
    keyboard.settle()
    row = filled.services.letters.page(filled.actors["unit_head"], LetterFilter(text="دیر")).rows[0]
    assert row.repeat == 1
    assert row.backdated_reason == "در کشو مانده بود"
    page = open_page("clerk")
    page.main_action()
    assert "backdated_on" not in sheet_of(page, EntrySheet).form.fields()
