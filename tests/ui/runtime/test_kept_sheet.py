"""Nothing typed into a sheet is lost: not by a crash, not by Esc; and every sheet with prose keeps it somehow."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.unit_profile import RoomRow
from tests.ui.desk import Desk, lay_desk, show
from tests.ui.keys import type_text
from ui.context import AppContext
from ui.navigation import Page
from ui.play.keyboard import turn
from ui.runtime.kept_sheet import keeper
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.rooms_section import RoomSheet
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.sheet import Sheet, install_keeper

UI = Path(inspect.getfile(import_module("ui"))).parent
_PROSE = re.compile(r"\b(TextEdit1|MultilineEdit)\(")
_KEPT = re.compile(r"kept_about = |\.keep\(|keep_form\(|PageDraft\(|KeptForm\(|SealedDraft\(|DraftsFeed\(")
_ELSEWHERE = {
    "ui.letters.letter_sheet": "one line for a reason, in the view of the letter",
    "ui.safety.flag_sheets": "`kept_about` is set by who opens them and knows the flag",
    "ui.safety.not_done_sheet": "`kept_about` is set by the page of the talk",
    "ui.settings.reason_sheet": "`kept_about` is set by who opens it: it may ask for a password",
    "ui.settings.notes_section": "a reason beside a secret",
    "ui.settings.versions_sheet": "an older text to be read",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    laid = lay_desk(tmp_path)
    yield laid
    install_keeper(None)
    laid.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Page:
    context: AppContext = desk.context_of()
    install_keeper(keeper(context))
    made = Page(context)
    qtbot.addWidget(made)
    show(made)
    return made


def _settle(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(desk.lanes.idle, timeout=20_000)
        qtbot.wait(40)
        turn()


def _room(desk: Desk, page: Page, qtbot: QtBot, row: RoomRow) -> RoomSheet:
    sheet = RoomSheet(page, row)
    sheet.open_sheet()
    _settle(desk, qtbot)
    return sheet


def _drafts(desk: Desk) -> int:
    return len(desk.services.drafts.of(desk.actors["unit_head"]))


def test_texts_survive_a_crash_and_esc_and_end_with_the_work(desk: Desk, page: Page, qtbot: QtBot) -> None:
    one, other = desk.services.unit.rooms(desk.actors["unit_head"])
    sheet = _room(desk, page, qtbot, one)
    assert not desk.said.toasts
    edit = sheet.form.field("door").edit
    edit.setFocus()
    type_text(edit, "در پشتی، کنار حیاط")
    qtbot.waitUntil(lambda: _drafts(desk) == 1, timeout=2_000)
    sheet.deleteLater()  # as in a crash, it was never closed
    turn()
    assert _room(desk, page, qtbot, other).form.field("door").value() == "", "another room is another matter"
    sheet = _room(desk, page, qtbot, one)
    assert sheet.form.field("door").value() == "در پشتی، کنار حیاط"
    assert sheet.form.field("name").value() == "اتاق ۱"
    assert len(desk.said.toasts) == 1
    QTest.keyClick(sheet.form.field("door").edit, Qt.Key.Key_Escape)
    turn()
    sheet = _room(desk, page, qtbot, one)
    assert sheet.form.field("door").value() == "در پشتی، کنار حیاط"
    sheet.close_sheet()  # stored
    _settle(desk, qtbot)
    assert _drafts(desk) == 0
    assert _room(desk, page, qtbot, one).form.field("door").value() == ""


def test_a_password_is_never_kept(desk: Desk, page: Page, qtbot: QtBot) -> None:
    sheet = ReasonSheet(page, "گذرواژه", "", "ثبت", "گذرواژه")
    sheet.use_edit(PasswordEdit())
    sheet.kept_about = "password"
    sheet.open_sheet()
    edit = sheet.field().edit
    edit.setFocus()
    type_text(edit, "very secret 12")
    qtbot.wait(600)
    _settle(desk, qtbot)
    assert _drafts(desk) == 0
    sheet.close_sheet()


def test_every_sheet_with_prose_keeps_it() -> None:
    lost = [
        name
        for path in sorted(UI.rglob("*.py"))
        if (code := path.read_text("utf-8")) and _PROSE.search(code) and not _KEPT.search(code)
        for name in [".".join(("ui", *path.relative_to(UI).with_suffix("").parts))]
        if name not in _ELSEWHERE and _sheets(name)
    ]
    assert lost == [], "what is typed there is lost by a crash"


def _sheets(name: str) -> list[type[Sheet]]:
    kinds = [kind for _name, kind in inspect.getmembers(import_module(name), inspect.isclass)]
    return [kind for kind in kinds if issubclass(kind, Sheet) and kind.__module__ == name]
