from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.case.conftest import keyboard, office
from tests.ui.scheduling.office import Office, window_around
from ui.home.home_page import HomePage
from ui.play.keyboard import Keyboard

__all__ = ["keyboard", "office", "open_home"]

OpenHome = Callable[..., HomePage]


@pytest.fixture
def open_home(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenHome]:
    windows: list[QMainWindow] = []

    def opened(role: str = "counsellor", width: int = 1170) -> HomePage:
        page = HomePage(office.context(role))
        window = window_around(page, width)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate()
        keyboard.settle(lambda: page.home is not None)
        return page

    yield opened
    for window in windows:
        window.close()
