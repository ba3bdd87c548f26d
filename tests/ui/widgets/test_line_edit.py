import re

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.conftest import Show
from ui.widgets.edit_menu import rewrite
from ui.widgets.line_edit import TextEdit1, fold
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.number_edits import CodeEdit, CountEdit, NationalCodeEdit, PhoneEdit


def test_latin_digits_and_arabic_letters_become_persian_while_typing(show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    type_text(edit, "علي كريمي 12")
    assert edit.text() == "علی کریمی ۱۲"


def test_undo_survives_the_folding(show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    type_text(edit, "ab1")
    edit.undo()
    assert edit.text() in ("ab", "")
    edit.redo()
    assert edit.text() == "ab۱"


def test_shift_space_types_a_half_space(qtbot: QtBot, show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    type_text(edit, "می")
    qtbot.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    type_text(edit, "رود")
    assert edit.value() == "می\u200cرود"


def test_pasted_breaks_and_direction_marks_are_taken_out(show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    QGuiApplication.clipboard().setText("خیابان\r\nآزادی \u202e12\u202c")
    edit.paste()
    assert edit.text() == "خیابان آزادی ۱۲"


def test_leaving_tidies_the_text(show: Show) -> None:
    edit, other = TextEdit1(), TextEdit1()
    show(edit, other)
    type_text(edit, "  محمد   رضا ")
    other.setFocus()
    assert edit.text() == "محمد رضا"


def test_ten_thousand_characters_are_kept(show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    edit.setText("ب" * 10_000)
    assert len(edit.value()) == 10_000


def test_digits_alone_stay_on_the_right(show: Show) -> None:
    edit = NationalCodeEdit()
    show(edit)
    for text in ("۱۲", "متن"):
        QLineEdit.setText(edit, text)
        edit.setCursorPosition(0 if text == "متن" else len(text))
        assert edit.cursorRect().center().x() > edit.width() * 0.8


@given(st.text())
def test_folding_is_stable_and_never_raises(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not any(char in once for char in "\n\r\u202e\u2066" + "0123456789" + "يك")


def test_a_national_code_is_checked_on_leaving(qtbot: QtBot, show: Show) -> None:
    edit, other = NationalCodeEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "12a345-67890")
    assert edit.text() == "۱۲۳۴۵-۶۷۸۹۰"
    assert edit.problem() == ""
    other.setFocus()
    assert "این کد ملی درست نیست" in edit.problem()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.problem() == ""


def test_a_right_national_code_gets_its_zeros_back(show: Show) -> None:
    edit, other = NationalCodeEdit(), TextEdit1()
    show(edit, other)
    edit.set_value("0012345679")
    assert edit.check()
    assert (edit.text(), edit.value()) == ("۰۰۱۲۳۴۵۶۷۹", "0012345679")
    edit.setFocus()
    edit.setText("12345679")
    other.setFocus()
    assert edit.value() == "0012345679"


def test_an_unreadable_code_is_not_lost(show: Show) -> None:
    edit = NationalCodeEdit()
    show(edit)
    edit.set_value("123")
    assert edit.problem()
    assert edit.value() == "123"


def test_phones_are_normalised_and_grouped(show: Show) -> None:
    edit, other = PhoneEdit(), TextEdit1()
    show(edit, other)
    type_text(edit, "+98 960 000 0000")
    other.setFocus()
    assert edit.value() == "09600000000"
    assert edit.text() == "۰۹۶۰ ۰۰۰ ۰۰۰۰"
    edit.set_value("12")
    assert edit.problem()


def test_numbers_of_papers_keep_their_signs_and_lose_their_script(show: Show) -> None:
    edit = CodeEdit()
    show(edit)
    type_text(edit, "1405/8/217-الف")
    assert edit.text() == "۱۴۰۵/۸/۲۱۷-الف"
    assert edit.value() == "1405/8/217-الف"


def test_counts_have_bounds(show: Show) -> None:
    edit = CountEdit(1, 99)
    show(edit)
    type_text(edit, "1x5")
    assert edit.number() == 15
    assert edit.check()
    edit.set_number(100)
    assert not edit.check()
    edit.set_number(None)
    assert edit.number() is None
    assert edit.check()


def test_a_note_folds_too_and_keeps_its_lines(qtbot: QtBot, show: Show) -> None:
    edit = MultilineEdit()
    show(edit)
    type_text(edit, "يك 1")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    type_text(edit, "دو")
    qtbot.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert edit.toPlainText() == "یک ۱\nدو\u200c"
    assert edit.value() == "یک ۱\nدو"


def test_a_note_grows_with_its_text_and_stops(show: Show) -> None:
    edit = MultilineEdit(lines=2, max_lines=5)
    show(edit)
    low = edit.height()
    edit.set_value("\n".join("متن" for _ in range(4)))
    grown = edit.height()
    edit.set_value("\n".join("متن" for _ in range(50)))
    assert low < grown < edit.height()
    edit.set_value("\n".join("متن" for _ in range(500)))
    assert edit.height() < low * 4


def test_words_under_the_cursor_are_seen_from_the_right(show: Show) -> None:
    edit = TextEdit1()
    show(edit)
    assert edit.cursorPositionAt(QPoint(edit.width() - 4, 10)) == 0


def test_the_menu_of_an_edit_has_no_latin_letter(show: Show) -> None:
    for edit in (TextEdit1(), MultilineEdit()):
        show(edit)
        words = "".join(action.text() for action in rewrite(edit.createStandardContextMenu()).actions())
        assert "کنترل+" in words
        assert not re.search("[A-Za-z&]", words)
