"""The look of the papers, from the keyboard."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from resources import shelf
from tests.ui.documents.conftest import PaperDesk, framed, papers, settle
from tests.ui.keys import type_text
from ui.play.keyboard import Keyboard
from ui.settings import look_page
from ui.settings.look_page import LookPage

__all__ = ["papers"]

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(papers: PaperDesk, qtbot: QtBot) -> LookPage:
    page = LookPage(papers.context)
    framed(papers, qtbot, page)
    page.activate()
    settle(papers, qtbot, page)
    return page


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of fonts as a machine has it."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for name in ("Medium", "Bold"):
        (folder / f"{name}.ttf").write_bytes(shelf.path("fonts", f"Vazirmatn-{name}.ttf").read_bytes())
    import reportlab

    latin = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    (folder / "latin.ttf").write_bytes(latin.read_bytes())
    monkeypatch.setattr(QStandardPaths, "standardLocations", lambda _kind: [str(folder)])
    return folder


def test_words_and_number_from_the_keyboard(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    number = page.form.field("number_format").edit
    assert number.hasFocus()
    keys = Keyboard(papers.desk.lanes)
    keys.key(Qt.Key.Key_A, CTRL)
    keys.value("{سال}/{شماره:4}")
    keys.value("سال سرمایه‌گذاری برای تولید")
    QTest.keyClick(keys.focused, Qt.Key.Key_Return, CTRL)
    settle(papers, qtbot, page)
    context = papers.context
    stored = context.services.paper_looks.get(context.actor).draft
    assert (stored.number_format, stored.motto) == ("{سال}/{شماره:۴}", "سال سرمایه‌گذاری برای تولید")
    assert papers.desk.said.toasts == ["ظاهر ثبت شد؛ برگه‌های بعدی آن را دارد."]
    assert context.services.documents.get(context.actor, papers.issued()).number == "1405/0001"


def test_the_letter_follows_and_tells_the_number(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    before = page.card.view.grab().toImage()
    field = page.form.field("number_format")
    field.set_value("{سال}-{شماره}")
    page.form.field("order").set_value("to")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert page.card.view.grab().toImage() != before
    assert "۱۴۰۵-۳۷" in field.edit.accessibleDescription()
    field.set_value("{سال}")
    qtbot.wait(260)
    settle(papers, qtbot, page)
    assert "یک بار" in field.error()
    page.main_action()
    settle(papers, qtbot, page)
    assert "یک بار" in field.error()
    assert papers.desk.said.toasts == []
    assert page._save.isEnabled()


def test_an_emblem(papers: PaperDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(papers, qtbot)
    out = BytesIO()
    Image.new("RGB", (300, 300), "green").save(out, "PNG")
    (tmp_path / "emblem.png").write_bytes(out.getvalue())
    (tmp_path / "text.png").write_bytes(b"no picture")
    assert not page.remove.isEnabled()
    for name, is_one in (("text.png", False), ("emblem.png", True)):
        monkeypatch.setattr(look_page, "ask_for_existing_file", lambda *_, name=name: tmp_path / name)
        page.choose.click()
        settle(papers, qtbot, page)
        assert page._emblem_error.isVisible() is not is_one
    page.main_action()
    settle(papers, qtbot, page)
    context = papers.context
    assert context.services.paper_looks.get(context.actor).draft.emblem
    page.remove.click()
    page.main_action()
    settle(papers, qtbot, page)
    assert not context.services.paper_looks.get(context.actor).draft.emblem


def test_a_font_of_the_machine(papers: PaperDesk, qtbot: QtBot, fonts: Path) -> None:
    page = opened(papers, qtbot)
    labels = [choice.label for choice in page.font_edit.choices()]
    assert "Vazirmatn Medium" in labels
    page.font_edit.set_value(str(fonts / "latin.ttf"))
    settle(papers, qtbot, page)
    assert "را ندارد" in page.form.field("font").error()
    page.main_action()
    settle(papers, qtbot, page)
    assert papers.desk.said.toasts == []
    page.font_edit.set_value(str(fonts / "Medium.ttf"))
    settle(papers, qtbot, page)
    assert page.form.field("font").error() == ""
    page.main_action()
    settle(papers, qtbot, page)
    context = papers.context
    stored = context.services.paper_looks.get(context.actor).draft
    assert stored.font_name == "Vazirmatn Medium"
    assert page.font_edit.value() == "stored"
    (fonts / "Medium.ttf").unlink()
    content = context.services.documents.content(context.actor, papers.issued())
    assert b"Vazirmatn-Medium" in content


def test_what_was_typed_is_there_again(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    type_text(page.form.field("motto").edit, "سال نیمه‌کاره")
    page.leave()
    settle(papers, qtbot, page)
    assert [row.form for row in papers.context.services.drafts.of(papers.context.actor)] == ["paper_look"]
    assert opened(papers, qtbot).form.field("motto").value() == "سال نیمه‌کاره"


def test_a_colleague_was_quicker(papers: PaperDesk, qtbot: QtBot) -> None:
    page = opened(papers, qtbot)
    context = papers.context
    looks, actor = context.services.paper_looks, context.actor
    detail = looks.get(actor)
    looks.save(actor, detail.draft, detail.versions)
    page.form.field("motto").set_value("شعار من")
    page.main_action()
    settle(papers, qtbot, page)
    assert page._conflict.isVisible()
    page._conflict.keep_wanted.emit()
    settle(papers, qtbot, page)
    assert looks.get(actor).draft.motto == "شعار من"
