"""The password field tells layout and Caps Lock, and keeps what was typed (P-41)."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from ui.sign_in.password_edit import PasswordEdit
from ui.sign_in.pin_edit import PinEdit
from ui.sign_in.tiles import Person, Tiles


@pytest.fixture
def edit(qtbot: QtBot) -> PasswordEdit:
    made = PasswordEdit()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_the_layout_is_that_of_the_letter_just_typed(edit: PasswordEdit) -> None:
    hints: list[str] = []
    edit.hint_changed.connect(hints.append)
    type_text(edit, "ب")
    assert hints[-1] == "صفحه‌کلید: فارسی"
    type_text(edit, "b")
    assert hints[-1] == "صفحه‌کلید: انگلیسی"
    type_text(edit, "7")
    assert hints[-1] == "صفحه‌کلید: انگلیسی"


def test_caps_lock_shows_by_a_capital_without_shift(edit: PasswordEdit) -> None:
    hints: list[str] = []
    edit.hint_changed.connect(hints.append)
    type_text(edit, "A")
    assert "قفل حروف بزرگ روشن است" in hints[-1]
    shift = Qt.KeyboardModifier.ShiftModifier
    QCoreApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, shift, "B"))
    assert "قفل" not in hints[-1]


def test_the_eye_shows_and_leaving_hides(edit: PasswordEdit, qtbot: QtBot) -> None:
    type_text(edit, "abc")
    qtbot.waitUntil(lambda: bool(edit.actions()))
    edit.actions()[0].toggle()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    edit.clearFocus()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_spaces_at_the_ends_belong_to_a_password(edit: PasswordEdit) -> None:
    edit.setText(" a b ")
    assert edit.value() == " a b "


def test_a_pin_takes_six_digits_of_any_script(qtbot: QtBot) -> None:
    pin = PinEdit()
    qtbot.addWidget(pin)
    type_text(pin, "12a²۳٤56789")
    assert pin.is_complete()
    assert pin.value() == "۱۲۳۴۵۶"


def test_tiles_by_arrows_letters_and_enter(qtbot: QtBot) -> None:
    from uuid import UUID

    tiles = Tiles()
    qtbot.addWidget(tiles)
    people = [Person(UUID(int=n), name, "مشاور") for n, name in enumerate(("مریم رضایی", "علی کریمی", "رضا نوری"), 1)]
    tiles.set_people(people)
    chosen: list[object] = []
    picked: list[object] = []
    tiles.chosen.connect(chosen.append)
    tiles.picked.connect(picked.append)
    tiles.show()
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    assert tiles.current() == people[0].key
    QTest.keyClick(tiles, Qt.Key.Key_Up)
    assert tiles.current() == people[2].key
    type_text(tiles, "ع")
    assert tiles.current() == people[1].key
    type_text(tiles, "v")  # the key of «ر» on the Latin layout
    assert tiles.current() in {people[2].key, people[0].key}
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert picked[-1] == tiles.current()
    assert all(tile.accessibleName() for tile in tiles._tiles.values())
    tiles.set_people(people[:1])
    assert tiles.current() in {None, people[0].key}
