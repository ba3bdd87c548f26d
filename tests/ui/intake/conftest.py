from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, lay_desk, show
from ui.intake.intake_page import IntakePage
from ui.play.keyboard import Keyboard

OpenPage = Callable[..., IntakePage]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.lanes)


@pytest.fixture
def open_page(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> OpenPage:
    """Open the page as `role`, and wait until it is filled."""

    def opened(role: str = "counsellor", argument: object = None) -> IntakePage:
        page = IntakePage(desk.context_of(role), argument)
        qtbot.addWidget(page)
        show(page)
        page.activate(argument)
        keyboard.settle(lambda: page.focusWidget() is not None)
        keyboard.settle()
        return page

    return opened
