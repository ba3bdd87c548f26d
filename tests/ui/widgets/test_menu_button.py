"""Several actions under one button, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import show
from ui.widgets.menu_button import MenuButton


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of every menu
def test_actions_are_opened_and_chosen_from_the_keyboard(qtbot: QtBot) -> None:
    page, done = QWidget(), []
    button = MenuButton("چاپ", "printer-outline", page)
    assert button.isHidden()
    button.add("برنامه هفته", "printer-outline", lambda: done.append("plan"))
    button.add("دعوت‌نامه‌ها", "email-outline", lambda: done.append("letters"), is_allowed=False)
    button.add("فهرست", "tray", lambda: done.append("list"))
    QVBoxLayout(page).addWidget(button)
    qtbot.addWidget(page)
    show(page).activateWindow()
    assert [action.text() for action in button.actions_shown()] == ["برنامه هفته", "فهرست"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert done == ["list"]


def test_who_may_do_nothing_sees_no_button(qtbot: QtBot) -> None:
    page = QWidget()
    button = MenuButton("چاپ", "printer-outline", page)
    button.add("برنامه هفته", "printer-outline", lambda: None, is_allowed=False)
    qtbot.addWidget(page)
    show(page)
    assert not button.isVisible()
