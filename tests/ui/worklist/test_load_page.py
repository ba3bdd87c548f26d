"""The head's pictures: their words for who does not see them, and the table beside them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.scheduling.office import Office, window_around
from tests.ui.worklist.conftest import OpenList
from ui.pages import may_open
from ui.play.keyboard import Keyboard
from ui.widgets.buttons import QuietButton
from ui.worklist.load_page import LoadPage


@pytest.fixture
def open_load(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[Callable[[], LoadPage]]:
    windows: list[QMainWindow] = []

    def opened() -> LoadPage:
        page = LoadPage(office.context("unit_head"))
        windows.append(window_around(page))
        qtbot.addWidget(windows[-1])
        page.activate()
        keyboard.settle(lambda: page.load is not None)
        return page

    yield opened
    for window in windows:
        window.close()


def test_every_picture_says_its_figures_in_words(office: Office, open_load: Callable[[], LoadPage]) -> None:
    case = office.file()
    office.book(case.id, minutes=90)
    page = open_load()
    told = [card.bars.accessibleDescription() for card in page.cards()]
    assert all(told)
    assert "مینا پارسی‌نیا، در حال رسیدگی: ۱" in told[0]
    assert "۷ روز آینده: ۱:۳۰" in told[1]
    assert "تا ۷ روز، پرونده: ۱" in told[2]
    assert "یکشنبه ۱ آذر، گرفته: ۱:۳۰" in told[3]
    assert "تعطیل" in told[3]


def test_the_table_has_the_same_figures(
    office: Office, keyboard: Keyboard, open_load: Callable[[], LoadPage]
) -> None:
    office.file()
    page = open_load()
    keyboard.go_to(page.how)
    keyboard.key(Qt.Key.Key_2, text="2")
    for card in page.cards():
        assert card.table.isVisible()
        assert not card.bars.isVisible()
        rows = card.bars.rows()
        assert card.model.rowCount() == len(rows)
        for number, row in enumerate(rows):
            cells = [card.model.data(card.model.index(number, column)) for column in range(len(row.words) + 1)]
            assert cells == [row.label, *row.words]


def test_it_is_the_heads_alone(office: Office) -> None:
    assert [role for role, actor in office.desk.actors.items() if may_open("load", actor)] == ["unit_head"]


def test_the_head_gets_there_from_the_list(office: Office, keyboard: Keyboard, open_list: OpenList) -> None:
    page = open_list("unit_head")
    keyboard.push(next(one for one in page.findChildren(QuietButton) if one.text() == "بار کار واحد"))
    assert office.heard.went == [("load", None)]
    others = open_list("counsellor").findChildren(QuietButton)
    assert [one for one in others if one.text() == "بار کار واحد"] == []
