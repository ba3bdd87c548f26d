from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.follow_up.calls import Calls, lay_calls
from tests.ui.scheduling.office import window_around
from ui.follow_up.follow_ups_page import FollowUpsPage
from ui.play.keyboard import Keyboard

OpenPage = Callable[..., FollowUpsPage]


@pytest.fixture
def calls(tmp_path: Path) -> Iterator[Calls]:
    made = lay_calls(tmp_path)
    yield made
    made.office.desk.close()


@pytest.fixture
def keyboard(calls: Calls) -> Keyboard:
    return Keyboard(calls.office.desk.lanes)


@pytest.fixture
def open_page(calls: Calls, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows: list[QMainWindow] = []

    def opened(argument: UUID | None = None, role: str = "counsellor") -> FollowUpsPage:
        page = FollowUpsPage(calls.office.context(role), argument)
        window = window_around(page)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()
