from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.conftest import Show
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.option_list import OptionList
from ui.widgets.segments import Segments, YesNoRefused

SUBJECTS = (
    Choice("marital", "اختلافات زناشویی", "خانواده", "1"),
    Choice("parent", "اختلاف والد و فرزند", "خانواده", "2"),
    Choice("neighbour", "همسایگی", "محله", "3"),
    Choice("money", "مطالبه وجه", "محله", "14"),
)


def _list(edit: ChoiceEdit) -> OptionList:
    found = edit.window().findChild(OptionList)
    assert found is not None
    return found


def test_typing_opens_and_filters_and_enter_picks_and_goes_on(show: Show) -> None:
    edit, other = ChoiceEdit(SUBJECTS), TextEdit1()
    show(edit, other)
    type_text(edit, "همسا")
    assert _list(edit).isVisible()
    assert edit.value() == ""
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.value() == "neighbour"
    assert edit.text() == "همسایگی"
    assert other.hasFocus()


def test_any_spelling_any_word_initials_and_numbers_find_a_row(show: Show) -> None:
    edit, other = ChoiceEdit(SUBJECTS), TextEdit1()
    show(edit, other)
    for typed, code in (
        ("زناشويي", "marital"),
        ("فرزند", "parent"),
        ("14", "money"),
        ("مو", "money"),
        ("۳", "neighbour"),
    ):
        edit.setFocus()
        edit.selectAll()
        type_text(edit, typed)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert edit.value() == code, typed


def test_leaving_takes_what_fits_and_refuses_what_does_not(show: Show) -> None:
    edit, other = ChoiceEdit(SUBJECTS), TextEdit1()
    field = Field("", edit)
    show(field, other)
    type_text(edit, "والد")
    other.setFocus()
    assert edit.value() == "parent"
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "چیز دیگر")
    other.setFocus()
    assert edit.problem()
    field.set_error("این خانه را پر کنید.")  # all that the page knows
    assert field.error() == edit.problem()
    field.set_error("")
    assert edit.text() == "چیز دیگر"
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "همسایگی")
    assert not field.error()  # while one types what is right
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.value(), field.error()) == ("neighbour", "")


def test_an_emptied_field_has_no_value(qtbot: QtBot, show: Show) -> None:
    edit, other = ChoiceEdit(SUBJECTS), TextEdit1()
    show(edit, other)
    edit.set_value("marital")
    other.setFocus()
    edit.setFocus()  # by a page: what is typed takes the place of the row
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    with qtbot.waitSignal(edit.changed):
        other.setFocus()
    assert edit.value() == ""


def test_arrows_move_and_escape_takes_back(show: Show) -> None:
    edit = ChoiceEdit(SUBJECTS)
    show(edit)
    edit.set_value("parent")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert _list(edit).current_key() == "parent"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert _list(edit).current_key() == "neighbour"
    QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert _list(edit).current_key() == "marital"
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert _list(edit).current_key() == "money"
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not _list(edit).isVisible()
    assert edit.value() == "parent"


def test_a_value_that_the_list_lost_is_no_value(show: Show) -> None:
    edit = ChoiceEdit(SUBJECTS)
    show(edit)
    edit.set_value("money")
    edit.set_choices(SUBJECTS[:2])
    assert (edit.value(), edit.text()) == ("", "")


def test_a_click_on_a_row_picks_it(show: Show) -> None:
    edit, other = ChoiceEdit(SUBJECTS), TextEdit1()
    show(edit, other)
    edit.open_list()
    _list(edit).picked.emit("money")
    assert edit.value() == "money"


def test_answers_by_digit_by_letter_and_by_arrow(show: Show) -> None:
    edit, other = YesNoRefused(), TextEdit1()
    show(edit, other)
    assert edit.value() == ""
    type_text(edit, "2")
    assert edit.value() == "no"
    type_text(edit, "ب")
    assert edit.value() == "yes"
    type_text(edit, "۳")
    assert edit.value() == "refused"
    QTest.keyClick(edit, Qt.Key.Key_Left)
    assert edit.value() == "yes"
    QTest.keyClick(edit, Qt.Key.Key_Right)
    assert edit.value() == "refused"
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.value() == ""


def test_an_answer_can_go_on_by_itself(show: Show) -> None:
    edit, other = YesNoRefused(walks_on=True), TextEdit1()
    show(edit, other)
    type_text(edit, "1")
    assert edit.value() == "yes"
    assert other.hasFocus()


def test_an_unknown_answer_is_none(show: Show) -> None:
    edit = Segments(SUBJECTS[:2])
    show(edit)
    edit.set_value("nonsense")
    assert edit.value() == ""


def test_several_are_ticked_with_space_and_walked_with_arrows(show: Show) -> None:
    edit, other = MultiChoice(SUBJECTS), TextEdit1()
    window = show(edit, other)
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    QTest.keyClick(focused, Qt.Key.Key_Left)
    second = window.focusWidget()
    assert second is not None
    assert second is not focused
    QTest.keyClick(second, Qt.Key.Key_Left)
    third = window.focusWidget()
    assert third is not None
    QTest.keyClick(third, Qt.Key.Key_Space)
    assert edit.value() == ("marital", "neighbour")
    QTest.keyClick(third, Qt.Key.Key_Return)
    assert other.hasFocus()
    edit.set_value(("money",))
    assert edit.value() == ("money",)


def test_the_unit_of_an_amount_is_asked_never_guessed(show: Show) -> None:
    edit, other = AmountEdit(), TextEdit1()
    hints: list[str] = []
    edit.hint_changed.connect(hints.append)
    window = show(edit, other)
    figure = window.focusWidget()
    assert figure is not None
    type_text(figure, "15000000")
    other.setFocus()
    assert "ریال یا تومان" in edit.problem()
    assert edit.value() is None
    edit.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Tab)
    unit = window.focusWidget()
    assert isinstance(unit, Segments)
    type_text(unit, "ت")
    other.setFocus()
    assert edit.problem() == ""
    assert edit.value() == 150_000_000
    assert "یکصد و پنجاه میلیون ریال" in hints[-1]
    assert "پانزده میلیون تومان" in hints[-1]


def test_the_word_of_a_unit_may_be_typed_after_the_figure(show: Show) -> None:
    """One letter suffices; the rest of the word, however it is spelt, is no part of the figure."""
    for word in ("ت", "تومان", "تومن", " تومان"):
        edit = AmountEdit()
        figure = show(edit).focusWidget()
        assert figure is not None
        type_text(figure, f"2500000{word}")
        assert (edit.value(), edit.unit()) == (25_000_000, "toman"), word
    edit = AmountEdit("rial")
    figure = show(edit).focusWidget()
    assert figure is not None
    type_text(figure, "3 هزار")
    assert (edit.value(), edit.unit()) == (3_000, "rial")


def test_an_amount_comes_back_from_a_draft_as_it_was_typed(show: Show) -> None:
    for typed in ("toman:۱۲", "rial:دوازده", ":۵", "toman:", ":"):
        edit = AmountEdit()
        show(edit)
        edit.put_typed(typed)
        assert edit.typed() == typed
    edit = AmountEdit("toman")
    edit.put_typed("")
    assert (edit.value(), edit.unit()) == (None, "toman")


def test_amounts_are_shown_in_the_chosen_unit(show: Show) -> None:
    edit = AmountEdit("toman")
    show(edit)
    edit.set_value(150_000_000)
    assert edit.value() == 150_000_000
    edit.set_value(None)
    assert edit.value() is None
    edit.set_value(15)
    assert edit.value() == 15
