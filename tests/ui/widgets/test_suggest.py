import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.conftest import Show
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes
from ui.widgets.line_edit import TextEdit1
from ui.widgets.option_list import OptionList
from ui.widgets.row_paint import Row
from ui.widgets.suggest_edit import SuggestEdit
from ui.widgets.walking import EnterWalk

NAMES = ("مریم محمدی", "مریم کریمی", "علی محمدی")


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes(ChangeBus(), lambda _error: None)
    yield made
    made.close()


def _find(text: str) -> list[Row]:
    return [Row(name, name, "فرزند حسن") for name in NAMES if text in name]


def _list(edit: SuggestEdit) -> OptionList:
    found = edit.window().findChild(OptionList)
    assert found is not None
    return found


def test_suggestions_come_while_typing_and_down_enter_picks(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    edit, other = SuggestEdit(lanes, _find), TextEdit1()
    show(edit, other)
    type_text(edit, "مریم")
    qtbot.waitUntil(_list(edit).isVisible)
    assert _list(edit).current_key() is None
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(edit.picked) as picked:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert picked.args[0].key == "مریم کریمی"
    assert other.hasFocus()


def test_enter_after_free_typing_keeps_the_text(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    edit, other = SuggestEdit(lanes, _find), TextEdit1()
    EnterWalk(show(edit, other))
    type_text(edit, "مریم")
    qtbot.waitUntil(_list(edit).isVisible)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.value() == "مریم"
    assert other.hasFocus()
    assert not _list(edit).isVisible()


def test_where_one_must_pick_the_first_row_is_marked(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    edit = SuggestEdit(lanes, _find, must_pick=True)
    show(edit)
    type_text(edit, "علی")
    qtbot.waitUntil(_list(edit).isVisible)
    with qtbot.waitSignal(edit.picked) as picked:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert picked.args[0].key == "علی محمدی"


def test_a_new_one_can_be_asked_for(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    edit = SuggestEdit(lanes, _find, create_words="شخص تازه: {text}")
    show(edit)
    type_text(edit, "زهرا")
    qtbot.waitUntil(_list(edit).isVisible)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(edit.created) as created:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert created.args == ["زهرا"]


def test_a_slow_old_answer_never_replaces_a_newer_one(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    def slow_for_one_letter(text: str) -> list[Row]:
        time.sleep(0.3 if len(text) == 1 else 0)
        return [Row(text, text)]

    edit = SuggestEdit(lanes, slow_for_one_letter)
    show(edit)
    type_text(edit, "م")
    qtbot.wait(60)
    type_text(edit, "ر")
    qtbot.waitUntil(_list(edit).isVisible)
    qtbot.wait(400)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert _list(edit).current_key() == "مر"


def test_leaving_or_escape_closes_and_forgets(qtbot: QtBot, show: Show, lanes: Lanes) -> None:
    edit, other = SuggestEdit(lanes, _find), TextEdit1()
    show(edit, other)
    type_text(edit, "مریم")
    other.setFocus()
    qtbot.wait(120)
    assert not _list(edit).isVisible()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    qtbot.waitUntil(_list(edit).isVisible)
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not _list(edit).isVisible()
    assert edit.value() == "مریم"
