from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.conftest import Show
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field, UnderLine
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import NationalCodeEdit
from ui.widgets.segments import Segments
from ui.widgets.walking import EnterWalk

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _form(columns: int = 2, *, submits: bool = False) -> FormGrid:
    form = FormGrid(columns, submits=submits)
    form.add("name", Field("نام", TextEdit1()))
    form.add("family", Field("نام خانوادگی", TextEdit1()))
    form.add("answer", Field("پاسخ", Segments((Choice("a", "یک"), Choice("b", "دو")))), 2)
    form.add("code", Field("کد ملی", NationalCodeEdit()))
    return form


def test_enter_walks_on_and_shift_enter_back(show: Show) -> None:
    form = _form()
    window = show(form)
    form.focus_first()
    order = []
    for _ in range(4):
        focused = window.focusWidget()
        assert focused is not None
        order.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert order == ["نام", "نام خانوادگی", "پاسخ", "کد ملی"]
    form.field("code").edit.setFocus()
    QTest.keyClick(form.field("code").edit, Qt.Key.Key_Return, SHIFT)
    assert form.field("answer").edit.hasFocus()


def test_fields_stand_from_right_to_left(show: Show) -> None:
    form = _form()
    show(form)
    name, family = form.field("name"), form.field("family")
    assert name.x() > family.x()
    assert name.y() == family.y()
    assert form.field("answer").width() > name.width() * 1.8


def test_enter_on_the_last_field_goes_to_the_main_button_and_never_presses_it(show: Show) -> None:
    page = QWidget()
    box = QVBoxLayout(page)
    first, second, save = _form(), _form(), PrimaryButton("ثبت")
    pressed: list[bool] = []
    save.clicked.connect(lambda: pressed.append(True))
    for widget in (first, second, save):
        box.addWidget(widget)
    EnterWalk(page)
    show(page)
    first.field("code").edit.setFocus()
    QTest.keyClick(first.field("code").edit, Qt.Key.Key_Return)
    assert second.field("name").edit.hasFocus()
    second.field("code").edit.setFocus()
    QTest.keyClick(second.field("code").edit, Qt.Key.Key_Return)
    assert save.hasFocus()
    QTest.keyClick(save, Qt.Key.Key_Return)
    assert not pressed
    QTest.keyClick(save, Qt.Key.Key_Space)
    assert pressed


def test_control_enter_submits_and_enter_does_not(qtbot: QtBot, show: Show) -> None:
    form = _form(submits=True)
    submitted: list[bool] = []
    form.submitted.connect(lambda: submitted.append(True))
    show(form)
    form.focus_first()
    QTest.keyClick(form.field("name").edit, Qt.Key.Key_Return)
    assert not submitted
    with qtbot.waitSignal(form.submitted, timeout=2000):
        QTest.keyClick(form.field("family").edit, Qt.Key.Key_Return, CTRL)


def test_enter_in_a_note_makes_a_line(show: Show) -> None:
    form = FormGrid(1)
    form.add("note", Field("شرح", MultilineEdit()))
    form.add("name", Field("نام", TextEdit1()))
    show(form)
    form.focus_first()
    QTest.keyClick(form.field("note").edit, Qt.Key.Key_Return)
    assert form.field("note").edit.hasFocus()
    QTest.keyClick(form.field("note").edit, Qt.Key.Key_Tab)
    assert form.field("name").edit.hasFocus()


def test_enter_presses_a_quiet_button(show: Show) -> None:
    button = QuietButton("افزودن طرف")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    show(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(button, held)
    assert pressed == [True]  # held down, it is one press


def test_errors_stand_beside_their_field_until_it_changes(show: Show) -> None:
    form = _form()
    show(form)
    form.set_errors({"family": "این خانه را پر کنید."})
    field = form.field("family")
    assert field.error() == "این خانه را پر کنید."
    assert field.edit.hasFocus()
    assert field.edit.accessibleDescription() == "این خانه را پر کنید."
    assert field.edit.property("invalid") is True
    type_text(field.edit, "ک")
    assert field.error() == ""
    assert field.edit.property("invalid") is False
    assert form.set_error("name", "نادرست")
    assert not form.set_error("no_such_field", "نادرست")


def test_an_error_does_not_move_what_stands_below(show: Show) -> None:
    form = _form()
    show(form)
    before = form.field("answer").mapTo(form, form.field("answer").rect().topLeft())
    form.set_error("name", "نادرست است.")
    form.layout().activate()  # type: ignore[union-attr]
    assert form.field("answer").mapTo(form, form.field("answer").rect().topLeft()) == before


def test_a_long_error_wraps_and_does_not_widen_the_column(show: Show) -> None:
    form = _form(4)
    show(form)
    width = form.field("name").width()
    form.set_error("name", "این کد ملی درست نیست؛ از روی کارت دوباره بزنید — کارت همراه نیست؟ بدون کد ادامه دهید.")
    form.layout().activate()  # type: ignore[union-attr]
    assert form.field("name").width() == width
    under = form.field("name").findChild(UnderLine)
    assert under is not None
    assert under.height() > 40


def test_check_goes_to_the_first_field_that_cannot_be_taken(show: Show) -> None:
    form = _form()
    show(form)
    form.focus_first()
    assert form.check()
    form.set_values({"code": "1234567890", "name": "مریم", "unknown": 1})
    assert not form.check()
    assert form.field("code").edit.hasFocus()
    assert form.values()["name"] == "مریم"


def test_a_field_that_was_wrong_before_says_so(show: Show) -> None:
    edit = NationalCodeEdit()
    edit.set_value("1234567890")
    field = Field("کد ملی", edit)
    show(field)
    assert field.error()
