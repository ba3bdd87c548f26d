"""A window that is shown and active, so that widgets in it really get the keyboard."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets import calendar_facts

TODAY = date(2026, 11, 21)  # Saturday, 30 Aban 1405
HOLIDAY = date(2026, 11, 23)

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _standing_calendar() -> Iterator[None]:
    calendar_facts.install(
        lambda: TODAY, lambda first, last: {HOLIDAY: "تعطیل رسمی"} if first <= HOLIDAY <= last else {}
    )
    yield
    calendar_facts.install(calendar_facts._system_today, calendar_facts._no_holidays)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    kept: list[QWidget] = []

    def put(*widgets: QWidget) -> QWidget:
        window = QWidget()
        box = QVBoxLayout(window)
        for widget in widgets:
            box.addWidget(widget)
        window.resize(900, 700)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        widgets[0].setFocus()
        return window

    return put
