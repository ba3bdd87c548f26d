import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.unit import AuditEvent
from tests.ui.desk import Desk
from tests.ui.keys import press, type_text
from ui.find import search_box
from ui.find.search_box import SearchBox
from ui.widgets.line_edit import TextEdit1
from ui.widgets.row_paint import ROW_ROLE


class _Place:
    """The box in a window, with a field to which the keyboard returns."""

    def __init__(self, desk: Desk, qtbot: QtBot, role: str = "counsellor") -> None:
        self.desk, self.qtbot = desk, qtbot
        self.window = QWidget()
        self.box = SearchBox(desk.context_of(role))
        self.field = TextEdit1()
        lay = QVBoxLayout(self.window)
        lay.addWidget(self.box)
        lay.addWidget(self.field)
        lay.addStretch(1)
        self.window.resize(1000, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def titles(self) -> list[str]:
        listed = self.box.edit._list._list
        rows = [listed.item(number).data(ROW_ROLE) for number in range(listed.count())]
        return [row.title for row in rows if row is not None]

    def words(self) -> list[str]:
        listed = self.box.edit._list._list
        return [listed.item(number).text() for number in range(listed.count())]

    def is_open(self) -> bool:
        return self.box.edit._list.isVisible()

    def type(self, text: str) -> None:
        self.box.open_edit()
        type_text(self.box.edit, text)


@pytest.fixture
def place(filled: Desk, qtbot: QtBot) -> _Place:
    return _Place(filled, qtbot)


def test_results_come_while_typing_in_groups(place: _Place) -> None:
    place.type("محم")
    place.qtbot.waitUntil(lambda: place.titles() != [])
    assert place.titles()[0] == "مریم محمدی"
    assert place.words()[0] == "مراجعان"
    assert "پرونده‌ها" in place.words()


def test_enter_opens_the_first_and_the_box_is_empty_again(place: _Place) -> None:
    place.type("1405/1")
    place.qtbot.waitUntil(lambda: place.titles() != [])
    press(place.box.edit, Qt.Key.Key_Return)
    ((page, _key),) = place.desk.said.went
    assert page == "case"
    assert place.box.edit.text() == ""
    assert not place.is_open()


def test_arrows_choose_and_esc_gives_back(place: _Place) -> None:
    place.type("محم")
    place.qtbot.waitUntil(lambda: len(place.titles()) > 1)
    press(place.box.edit, Qt.Key.Key_Down)
    press(place.box.edit, Qt.Key.Key_Return)
    assert place.desk.said.went[0][0] == "case"
    place.type("محم")
    place.qtbot.waitUntil(place.is_open)
    press(place.box.edit, Qt.Key.Key_Escape)
    assert not place.is_open()
    assert place.box.edit.text() == "محم"
    press(place.box.edit, Qt.Key.Key_Escape)
    assert place.box.edit.text() == ""
    press(place.box.edit, Qt.Key.Key_Escape)
    assert not place.box.edit.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_K, 0x0646])
def test_its_key_works_in_both_layouts(place: _Place, key: int) -> None:
    if key == Qt.Key.Key_K:
        QTest.keyClick(place.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    else:  # QTest knows no Persian keys: the sequence itself must be there
        keys = [shortcut.keys() for shortcut in place.box.findChildren(QShortcut)]
        assert QKeySequence("Ctrl+\u0646") in keys[0]
        place.box.open_edit()
    assert place.box.edit.hasFocus()
    assert place.is_open()
    assert place.words() == [place.box.edit._hint()]


def test_nothing_found_is_said(place: _Place) -> None:
    place.type("ظظظظ")
    place.qtbot.waitUntil(lambda: place.words() != [place.box.edit._hint()] and place.is_open())
    assert "پیدا نشد" in place.words()[0]
    press(place.box.edit, Qt.Key.Key_Return)
    assert place.desk.said.went == []


def test_an_interview_closes_it_until_it_is_asked_for(place: _Place) -> None:
    place.type("محم")
    place.qtbot.waitUntil(place.is_open)
    place.box.set_interview(True)
    assert not place.is_open()
    assert place.box.edit.isHidden()
    place.box._ask.click()
    assert place.box.edit.hasFocus()
    press(place.box.edit, Qt.Key.Key_Escape)
    assert place.box.edit.isHidden()
    place.box.set_interview(False)
    assert not place.box.edit.isHidden()


def test_a_search_at_which_typing_rests_is_recorded_once(place: _Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.box.edit._rest.setInterval(30)
    place.type("محمدی")
    place.qtbot.waitUntil(lambda: _rested(place.desk) == 1)
    place.qtbot.waitUntil(lambda: place.titles() != [])
    press(place.box.edit, Qt.Key.Key_Return)
    place.qtbot.waitUntil(place.desk.lanes.idle)
    assert _rested(place.desk) == 1
    assert place.desk.said.errors == []
    assert search_box._REST_MS == 1000


def _rested(desk: Desk) -> int:
    with Session(desk.services.uow._engine) as session:
        return len(session.scalars(select(AuditEvent).where(AuditEvent.action == "search.rest")).all())


def test_digits_stand_in_persian(place: _Place) -> None:
    place.type("0960")
    assert place.box.edit.text() == "۰۹۶۰"
