import threading

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.conftest import Show
from ui.play.keyboard import turn
from ui.widgets.ask import Action, Question, ask
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip, OneLine, Words, hold_numbers
from ui.widgets.line_edit import TextEdit1
from ui.widgets.mark import Mark, RevealKey
from ui.widgets.notices import ConflictBar, EmptyState, ProgressSheet
from ui.widgets.sheet import Sheet, open_sheet_of
from ui.widgets.timeline import Step, Timeline
from ui.widgets.toast import Toast, Toasts

CTRL = Qt.KeyboardModifier.ControlModifier


def _sheet(window: QWidget) -> tuple[Sheet, FormGrid]:
    sheet, form = Sheet(window, "نوبت تازه", "ثبت نوبت"), FormGrid(1)
    form.add("room", Field("اتاق", TextEdit1()))
    form.add("name", Field("نام", TextEdit1()))
    sheet.body.addWidget(form)
    sheet.open_sheet()
    return sheet, form


def test_a_sheet_takes_the_keyboard_and_gives_it_back(qtbot: QtBot, show: Show) -> None:
    below = TextEdit1()
    window = show(below)
    sheet, form = _sheet(window)
    assert form.field("room").edit.hasFocus()
    assert open_sheet_of(window) is sheet
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(form.field("room").edit, Qt.Key.Key_Escape)
    assert below.hasFocus()
    assert open_sheet_of(window) is None


def test_a_sheet_is_as_high_as_its_fields_need_once_they_have_their_width(show: Show) -> None:
    """A long hint is one line in the width of the sheet; reckoned for less it would leave an empty foot. What goes
    in the first moment goes with its room; later the sheet keeps its height."""
    below = TextEdit1()
    sheet = Sheet(show(below), "اتاق", "ثبت")
    hinted = Field("در", TextEdit1(), "اگر ساختمان چند در دارد: کسانی که نباید روبه‌رو شوند از درهای جدا می‌آیند.")
    other = Field("نام", TextEdit1())
    for field in (hinted, other):
        sheet.body.addWidget(field)
    sheet.open_sheet()
    turn()
    whole = sheet.panel.height()
    assert whole == sheet._wanted_height(sheet.panel.width())
    other.hide()
    turn()
    turn()
    assert sheet.panel.height() < whole
    sheet._settling.stop()
    low = sheet.panel.height()
    hinted.hide()
    turn()
    turn()
    assert sheet.panel.height() == low


def test_a_sheet_closes_when_what_it_covered_was_read_anew(show: Show) -> None:
    """A change of a colleague puts other rows on the page below; the one that had the keyboard is gone."""
    below = TextEdit1()
    window = show(below)
    below.setFocus()
    sheet, _ = _sheet(window)
    below.deleteLater()
    turn()
    sheet.ask_to_close()
    assert open_sheet_of(window) is None


def test_tab_stays_inside_a_sheet(show: Show) -> None:
    below = TextEdit1()
    window = show(below)
    sheet, form = _sheet(window)
    first = form.field("room").edit
    seen = []
    for _ in range(12):
        focused = window.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen.count(first) >= 2
    assert sheet.main in seen


def test_enter_walks_through_a_sheet_and_control_enter_submits_it(qtbot: QtBot, show: Show) -> None:
    window = show(TextEdit1())
    sheet, form = _sheet(window)
    QTest.keyClick(form.field("room").edit, Qt.Key.Key_Return)
    assert form.field("name").edit.hasFocus()
    QTest.keyClick(form.field("name").edit, Qt.Key.Key_Return)
    assert sheet.main.hasFocus()
    form.field("name").edit.setFocus()
    with qtbot.waitSignal(sheet.submitted):
        QTest.keyClick(form.field("name").edit, Qt.Key.Key_Return, CTRL)
    assert sheet.isVisible()
    sheet.set_notice("ذخیره نشد")
    sheet.close_sheet()


def test_a_sheet_that_may_not_close_stays(show: Show) -> None:
    class Stubborn(Sheet):
        def can_close(self) -> bool:
            return False

    window = show(TextEdit1())
    sheet = Stubborn(window, "عنوان")
    sheet.open_sheet()
    sheet.ask_to_close()
    assert sheet.isVisible()
    sheet.close_sheet()


def test_progress_is_reported_from_another_thread_and_can_be_stopped(qtbot: QtBot, show: Show) -> None:
    window = show(TextEdit1())
    sheet = ProgressSheet(window, "ورود پرونده‌ها")
    sheet.open_sheet()
    worker = threading.Thread(target=lambda: sheet.report(50, 200))
    worker.start()
    worker.join()
    words = lambda: [label.text() for label in sheet.findChildren(Words)]  # noqa: E731
    qtbot.waitUntil(lambda: "۵۰ از ۲۰۰" in words())
    assert not sheet.is_cancelled()
    sheet.cancel.click()
    assert sheet.is_cancelled()
    assert sheet.isVisible()
    sheet.finish()
    assert not sheet.isVisible()


def test_a_question_stands_on_what_destroys_nothing(show: Show) -> None:
    window = show(TextEdit1())
    actions = (Action("drop", "کنار گذاشتن", "danger"), Action("keep", "ادامه نوشتن", "primary"))

    def answer() -> None:
        question = window.findChild(Question)
        assert question is not None
        focused = question.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "ادامه نوشتن"
        QTest.keyClick(focused, Qt.Key.Key_Return)

    QTimer.singleShot(50, answer)
    assert ask(window, "پیش‌نویس", "کنار گذاشته شود؟", actions) == "keep"


def test_escape_answers_nothing(show: Show) -> None:
    window = show(TextEdit1())

    def escape() -> None:
        question = window.findChild(Question)
        assert question is not None
        QTest.keyClick(question, Qt.Key.Key_Escape)

    QTimer.singleShot(50, escape)
    assert ask(window, "پیش‌نویس", "کنار گذاشته شود؟", (Action("keep", "ادامه"),)) == ""


def test_what_can_be_undone_offers_it_once(show: Show) -> None:
    window = show(TextEdit1())
    undone: list[bool] = []
    toasts = Toasts(window)
    toasts.show("نوبت لغو شد", lambda: undone.append(True))
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    assert toast.text() == "نوبت لغو شد"
    button = toast.findChild(QPushButton)
    assert button is not None
    assert button.toolTip() == "کنترل+ظ"
    button.click()
    assert undone == [True]
    assert not toast.isVisible()
    toasts.show("ثبت شد")
    assert not button.isVisible()
    assert window.findChildren(Toast) == [toast]


def test_a_long_toast_stays_inside_the_window(show: Show) -> None:
    window = show(TextEdit1())
    Toasts(window).show("این پیام بسیار بلند است و باید در پنجره جا شود. " * 6)
    toast = window.findChild(Toast)
    assert toast is not None
    assert window.rect().contains(toast.geometry())


def test_the_words_of_a_mark_show_only_while_the_key_is_held(show: Show) -> None:
    mark = Mark("ک", "کودک در خطر")
    window = show(mark)
    assert mark.text() == "ک"
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_F8)
    assert mark.text() == "کودک در خطر"
    QTest.keyRelease(handle, Qt.Key.Key_F8)
    assert mark.text() == "ک"
    QTest.keyPress(handle, Qt.Key.Key_F8)
    assert mark.text() == "کودک در خطر"
    QApplication.sendEvent(handle, QFocusEvent(QEvent.Type.FocusOut))
    assert mark.text() == "ک"
    assert not RevealKey.of_program().is_held
    assert "خطر" not in mark.accessibleName() + mark.toolTip()


def test_conflict_and_empty_state_say_what_to_do(qtbot: QtBot, show: Show) -> None:
    bar, empty = ConflictBar(), EmptyState("هنوز چیزی نیست.", "پذیرش جدید")
    show(bar, empty)
    bar.show()
    buttons = {button.text(): button for button in bar.findChildren(QPushButton)}
    with qtbot.waitSignal(bar.reload_wanted):
        buttons["نمایش نسخه همکار"].click()
    with qtbot.waitSignal(bar.keep_wanted):
        buttons["نگه داشتن نوشته من"].click()
    with qtbot.waitSignal(empty.acted):
        empty.findChildren(QPushButton)[0].click()


def test_the_path_of_a_case_is_also_said(show: Show) -> None:
    path = Timeline([Step("ارجاع", "۱۲ مهر"), Step("پیگیری", "۴ دی", done=False)])
    show(path)
    assert path.accessibleDescription() == "ارجاع ۱۲ مهر, انجام‌شده; پیگیری ۴ دی, پیش رو"


def test_a_crowded_path_takes_a_second_line(show: Show) -> None:
    path = Timeline([Step(f"گام {n}") for n in range(20)])
    assert path.heightForWidth(400) > path.heightForWidth(3000)


@pytest.mark.parametrize("widget", [Words, OneLine])
def test_labels_hold_numbers_with_parts_together(widget: type[Words], show: Show) -> None:
    label = widget("پرونده ۱۱۱۲-۱۴۰۵-۰۰۳۷")
    show(label)
    assert "\u2066۱۱۱۲-۱۴۰۵-۰۰۳۷\u2069" in label.text()
    assert hold_numbers(label.text()) == label.text()


def test_a_number_at_the_beginning_needs_no_holding() -> None:
    assert hold_numbers("۱۱۱۲-۱۴۰۵-۰۰۳۷") == "۱۱۱۲-۱۴۰۵-۰۰۳۷"
    assert hold_numbers("۳ نامه، عطف ۱۱۱۲-۱۴۰۵") == "۳ نامه، عطف \u2066۱۱۱۲-۱۴۰۵\u2069"
    assert hold_numbers("ساعت ۰۹:۰۰") == "ساعت ۰۹:۰۰"


def test_a_narrow_line_ends_in_dots_and_tells_the_rest(show: Show) -> None:
    line = OneLine("این جمله بلندتر از جای خود است و بریده می‌شود")
    window = show(line)
    line.setFixedWidth(80)
    window.grab()
    assert line.toolTip() == line.text()


def test_a_chip_does_not_stretch(show: Show) -> None:
    chip = Chip("امروز", "information")
    show(chip)
    assert chip.width() < 100
    chip.set("۴ روز گذشته", "danger")
    assert chip.property("chip") == "danger"


def test_typing_goes_on_while_a_toast_stands(show: Show) -> None:
    edit = TextEdit1()
    window = show(edit)
    Toasts(window).show("ثبت شد", lambda: None)
    type_text(edit, "علی")
    assert edit.value() == "علی"
    assert edit.hasFocus()
