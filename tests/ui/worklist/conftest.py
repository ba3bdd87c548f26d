from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.case.conftest import keyboard, office
from tests.ui.scheduling.office import Office, window_around
from tests.ui.worklist.duties import Duties
from ui.play.keyboard import Keyboard
from ui.worklist.worklist_page import WorklistPage

__all__ = ["duties", "keyboard", "office", "open_list"]

OpenList = Callable[..., WorklistPage]


@pytest.fixture
def duties(office: Office) -> Duties:
    return Duties(office)


@pytest.fixture
def open_list(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenList]:
    windows: list[QMainWindow] = []

    def opened(role: str = "counsellor", argument: Any = None, width: int = 1170) -> WorklistPage:
        page = WorklistPage(office.context(role), argument)
        window = window_around(page, width)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle(lambda: page.work is not None)
        return page

    yield opened
    for window in windows:
        window.close()
