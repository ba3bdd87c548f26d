"""The editor of letter texts, from the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.documents.conftest import PaperDesk, framed, papers, settle
from tests.ui.keys import press, type_text
from ui.pages import draft_argument, draft_page
from ui.play.keyboard import Keyboard
from ui.settings.letter_text_page import FORM, LetterTextPage
from ui.settings.versions_sheet import SHIPPED, VersionsSheet
from ui.widgets.sheet import open_sheet_of

__all__ = ["papers"]

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(papers: PaperDesk, qtbot: QtBot, letter: str = "invitation_letter") -> LetterTextPage:
    page = LetterTextPage(papers.context, letter)
    framed(papers, qtbot, page)
    page.activate(letter)
    settle(papers, qtbot, page)
    return page


def at_the_end(page: LetterTextPage) -> None:
    page.edit.moveCursor(QTextCursor.MoveOperation.End)


def stored(papers: PaperDesk, letter: str = "invitation_letter") -> str:
    context = papers.context
    return context.services.letter_texts.get(context.actor, letter).draft.body


def test_a_new_version_from_the_keyboard(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    assert page.edit.hasFocus()
    at_the_end(page)
    press(page.edit, Qt.Key.Key_Return)
    press(page.edit, Qt.Key.Key_Return)
    type_text(page.edit, "چای هم هست.")
    QTest.keyClick(page.edit, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert stored(papers).endswith("\n\nچای هم هست.")
    assert papers.desk.said.toasts == ["متن ثبت شد؛ برگه‌های بعدی با آن ساخته می‌شود."]
    assert page._subtitle.text() == "متن خود واحد"
    assert papers.context.services.drafts.of(papers.context.actor) == ()


def test_the_paper_follows_what_is_typed(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    before = page.card.view.grab().toImage()
    at_the_end(page)
    type_text(page.edit, " چای هم هست و این سطر تازه است.")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert page.card.view.pages() == 1
    assert page.card.view.grab().toImage() != before
    assert "چای" not in stored(papers)


def test_a_place_is_inserted_by_key(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "attendance_certificate")
    at_the_end(page)
    QTest.keyClick(page.edit, Qt.Key.Key_Space, CTRL)
    assert page.place.hasFocus()
    keys = Keyboard(papers.desk.lanes)
    keys.write("نام پدر")
    keys.enter()
    qtbot.waitUntil(page.edit.hasFocus)
    assert page.edit.value().endswith("{نام پدر}")
    assert page.place.value() == ""


def test_a_choice_is_inserted_with_its_end(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot, "absence_note")
    page.edit.setPlainText("{نام و نام خانوادگی}\n")
    at_the_end(page)
    page.place.set_value("no_joint")
    qtbot.waitUntil(lambda: "پایان اگر" in page.edit.value())
    type_text(page.edit, "چنین شد.")
    assert page.edit.value() == ("{نام و نام خانوادگی}\n{اگر واحد جلسه مشترک را مناسب ندید}\nچنین شد.\n{پایان اگر}\n")
    settle(papers, qtbot, page)
    assert page.text.error() == ""


def test_an_unknown_place_is_told_by_its_line_and_the_cursor_goes_there(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    page.edit.setPlainText("یک\n\nسه {نامم}\nچهار")
    page.edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert page.text.error() == "خط ۳: خانه «نامم» شناخته نیست."
    assert page.edit.textCursor().blockNumber() == 0  # while one types the cursor stays
    assert [mark.cursor.blockNumber() for mark in page.edit.extraSelections()] == [2]
    page.card.setFocus()
    page.main_action()
    settle(papers, qtbot, page)
    assert page.edit.textCursor().blockNumber() == 2
    assert page.edit.hasFocus()
    assert page._save.isEnabled()
    assert "نامم" not in stored(papers)
    page.edit.setPlainText("یک")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert (page.text.error(), page.edit.extraSelections()) == ("", [])
    assert papers.desk.said.errors == []


def test_a_name_is_asked_for_beside_its_field(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    page.form.field("title").set_value("")
    page.main_action()
    settle(papers, qtbot, page)
    assert page.form.field("title").error() == "نام برگه را بنویسید."


def test_a_threat_is_warned_of_and_stored_all_the_same(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    page.edit.setPlainText("این اخطار است.")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert page._notice.isVisible()
    assert "«اخطار»" in page._notice.sentence()
    page.main_action()
    settle(papers, qtbot, page)
    assert stored(papers) == "این اخطار است."


def test_going_back_from_the_keyboard(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    shipped = stored(papers)
    for body in ("نخست", "دوم"):
        page.edit.setPlainText(body)
        page.main_action()
        settle(papers, qtbot, page)
    page._versions.click()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, VersionsSheet)
    rows = sheet.list.rows()
    assert [row.title for row in rows] == ["نسخه ۲", "نسخه ۱", "متن برنامه"]
    assert "زهرا فرهمند" in rows[0].quiet
    assert "۱۴۰۵/۰۸/۳۰" in rows[0].quiet
    assert sheet.list.hasFocus()
    press(sheet.list, Qt.Key.Key_Down)
    assert "نخست" in sheet.text.toPlainText()
    press(sheet.list, Qt.Key.Key_Return)
    settle(papers, qtbot, page)
    assert (stored(papers), page.edit.value()) == ("نخست", "نخست")
    page._versions.click()
    again = open_sheet_of(page)
    assert isinstance(again, VersionsSheet)
    again.list.choose(SHIPPED)
    QTest.keyClick(again.list, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    assert stored(papers) == shipped
    context = papers.context
    assert context.services.letter_texts.get(context.actor, "invitation_letter").number == 4


def test_what_was_typed_is_there_again(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    at_the_end(page)
    type_text(page.edit, " نیمه‌کاره {{")
    page.leave()
    settle(papers, qtbot, page)
    [row] = papers.context.services.drafts.of(papers.context.actor)
    spec = draft_page(row.form)
    assert spec is not None
    assert (spec.key, draft_argument(row.subject), row.form) == ("letter_text", "invitation_letter", FORM)
    again = opened(papers, qtbot)
    assert again.edit.value().endswith(" نیمه‌کاره {{")
    other = opened(papers, qtbot, "own_data")
    assert "نیمه" not in other.edit.value()


def test_a_colleague_was_quicker(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    context = papers.context
    texts, actor = context.services.letter_texts, context.actor
    detail = texts.get(actor, "invitation_letter")
    texts.save(actor, detail.draft, 0)
    page.edit.setPlainText("متن من")
    page.main_action()
    settle(papers, qtbot, page)
    assert page._conflict.isVisible()
    assert page.edit.value() == "متن من"
    page._conflict.keep_wanted.emit()
    settle(papers, qtbot, page)
    assert stored(papers) == "متن من"


@pytest.mark.parametrize("letter", ["safety_card", "recovery_sheet"])
def test_other_texts(papers: PaperDesk, qtbot: QtBot, letter: str, tmp_path: Path) -> None:
    page = opened(papers, qtbot, letter)
    assert page._save.isEnabled() is (letter == "safety_card")
    assert page._place_field.isVisible() is (letter == "recovery_sheet")
