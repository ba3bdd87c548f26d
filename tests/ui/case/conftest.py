from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.scheduling.office import Office, lay_office, window_around
from ui.case.argument import CaseArgument
from ui.case.case_page import CasePage
from ui.play.keyboard import Keyboard

OpenCase = Callable[..., CasePage]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = lay_office(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def keyboard(office: Office) -> Keyboard:
    return Keyboard(office.desk.lanes)


@pytest.fixture
def open_case(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenCase]:
    windows: list[QMainWindow] = []

    def opened(case: UUID | CaseArgument | str, role: str = "counsellor", width: int = 1170, **_: Any) -> CasePage:
        page = CasePage(office.context(role), case)
        window = window_around(page, width)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(case)
        keyboard.settle(lambda: page.shown is not None or page.missing.isVisible())
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()
