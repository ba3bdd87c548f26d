import sys
import types
from collections.abc import Iterator
from datetime import date
from typing import Any, cast
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.actor import Actor, Right
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.navigation import Page
from ui.pages import PageSpec
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes
from ui.widgets.ask import Action, ask
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet
from ui.widgets.toast import Toast

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BUILT: list[tuple[str, Any]] = []


class _Home(Page):
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None) -> None:
        super().__init__(context, argument)
        BUILT.append((type(self).__name__, argument))
        self.set_title("میز کار", "شنبه")
        self.activated: list[Any] = []
        self.left = self.saved = 0
        self.may_leave = True
        form = FormGrid(2)
        form.add("name", Field("نام", TextEdit1()))
        form.add("family", Field("نام خانوادگی", TextEdit1()))
        self.form = form
        self.body.addWidget(form)

    def activate(self, argument: Any = None) -> None:
        self.activated.append(argument)

    def can_leave(self) -> bool:
        return self.may_leave

    def leave(self) -> None:
        self.left += 1

    def main_action(self) -> None:
        self.saved += 1


class _Case(_Home):
    is_interview = True
    covers_itself = False


class _Search(TextEdit1):
    """A search box, or a watch, that is told of interviews."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[bool] = []
        self.mark, self.bar = QLabel(), QLabel()

    def set_interview(self, is_interview: bool) -> None:
        self.told.append(is_interview)

    def open_edit(self) -> None:
        self.setFocus()

    def begin(self) -> None:
        """Nothing is looked at here."""

    def end(self) -> None:
        self.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    module = types.ModuleType("pages_of_a_test")
    module.Home, module.Case = _Home, _Case  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
    BUILT.clear()
    place = f"{module.__name__}:"
    specs = (
        PageSpec("home", "Home", "home-outline", f"{place}Home", rail=1),
        PageSpec("list", "List", "folder-outline", f"{place}Home", rail=2),
        PageSpec("staff", "Staff", "cog-outline", f"{place}Home", 3, frozenset({Right.STAFF_MANAGE})),
        PageSpec("case", "Case", "folder-outline", f"{place}Case", under=("list",)),
        PageSpec("paper", "Paper", "folder-outline", f"{place}Case", under=("list", "home")),
        PageSpec("intake", "Intake", "plus", f"{place}Case", rights=frozenset({Right.CASE_REGISTER})),
    )
    made = MainWindow(specs)
    qtbot.addWidget(made)
    actor = Actor(uuid4(), uuid4(), uuid4(), "سروان رضایی", "head", frozenset({Right.CASE_REGISTER}))
    lanes = Lanes(ChangeBus(), lambda _error: None)
    context = types.SimpleNamespace(actor=actor, today=lambda: date(2026, 11, 21), lanes=lanes)
    made.start(cast("AppContext", context), "کلانتری ۱۲", "رئیس واحد")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.end()
    lanes.close()


def _home(window: MainWindow) -> _Home:
    page = window.page()
    assert isinstance(page, _Home)
    return page


def _rail_words(window: MainWindow) -> list[str]:
    return [b.accessibleName() for b in window.rail.findChildren(QPushButton) if b.isCheckable()]


def test_the_first_page_is_shown_and_forbidden_ones_are_not_offered(window: MainWindow) -> None:
    assert _home(window).title() == "میز کار"
    assert _rail_words(window) == ["Home", "List"]
    assert window.top_bar.main.isVisible()
    window.navigate("staff")
    place = window.place()
    assert place is not None
    assert place.key == "home"


def _marked(window: MainWindow) -> list[str]:
    return [b.accessibleName() for b in window.rail.findChildren(QPushButton) if b.isCheckable() and b.isChecked()]


def test_the_rail_marks_where_a_page_of_a_thing_belongs(window: MainWindow) -> None:
    window.navigate("case", 7)
    assert _marked(window) == ["List"]
    window.navigate("home")
    window.navigate("paper", 7)
    assert _marked(window) == ["Home"], "it stays where one came from"
    window.navigate("case", 7)
    window.navigate("paper", 7)
    assert _marked(window) == ["List"]
    window.navigate("intake")
    assert _marked(window) == []


def test_pages_are_kept_and_pages_of_a_thing_are_made_anew(window: MainWindow) -> None:
    window.navigate("list")
    window.navigate("home")
    assert len(BUILT) == 2
    window.navigate("case", 7)
    window.navigate("case", 8)
    assert BUILT[2:] == [("_Case", 7), ("_Case", 8)]
    assert _home(window).activated == [8]


def test_pages_are_made_ahead_while_nobody_touches_anything(qtbot: QtBot, window: MainWindow) -> None:
    wanted = PageSpec("list", "List", "folder-outline", f"{sys.modules[__name__].__name__}:_Case", is_ahead=True)
    rests = [False]
    window.rests_for = lambda _ms: rests[0]
    window._ahead = [wanted]
    window._go_ahead()
    qtbot.wait(180)
    assert len(BUILT) == 1, "somebody types"
    rests[0] = True
    qtbot.waitUntil(lambda: len(BUILT) == 2)
    assert _home(window).title() == "میز کار", "it stays behind the page in sight"


def test_shortcuts_of_the_rail_and_the_way_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    place = window.place()
    assert place is not None
    assert place.key == "list"
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    place = window.place()
    assert place is not None
    assert place.key == "intake"
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    place = window.place()
    assert place is not None
    assert place.key == "list"
    window.navigate("intake")
    window.page().is_done = True  # its work is stored: nothing to go back to
    window.navigate("list")
    window.back()
    place = window.place()
    assert place is not None
    assert place.key == "home"


def test_a_page_that_may_not_be_left_stays(window: MainWindow) -> None:
    page = _home(window)
    page.may_leave = False
    window.navigate("list")
    assert window.page() is page
    assert not window.close()
    page.may_leave = True
    window.navigate("list")
    assert page.left == 1


def test_control_enter_is_the_main_action_and_enter_only_walks(window: MainWindow) -> None:
    page = _home(window)
    page.form.focus_first()
    QTest.keyClick(page.form.field("name").edit, Qt.Key.Key_Return)
    assert page.form.field("family").edit.hasFocus()
    assert page.saved == 0
    QTest.keyClick(page.form.field("family").edit, Qt.Key.Key_Return, CTRL)
    assert page.saved == 1


def test_an_interview_hides_what_concerns_others(window: MainWindow) -> None:
    told: list[bool] = []
    window.interview_changed.connect(told.append)
    search, watch = _Search(), _Search()
    window.top_bar.set_search(search)
    window.navigate("case", 1)
    window.set_watch(watch)
    assert watch.told == [True], "who comes during an interview is told at once"
    window.navigate("home")
    assert told == [True, False]
    assert search.told == [True, False]
    assert watch.told == [True, False]
    watch.said.emit("در مهلت")
    window.set_cover(True)
    assert any(mark.text() == "در مهلت" for mark in window.findChildren(Chip))
    window.set_watch(None)


def test_nothing_moves_under_a_sheet(window: MainWindow) -> None:
    sheet = Sheet(window, "برگه")
    sheet.open_sheet()
    window.navigate("list")
    place = window.place()
    assert place is not None
    assert place.key == "home"
    sheet.close_sheet()
    window.navigate("list")
    place = window.place()
    assert place is not None
    assert place.key == "list"


def test_lock_and_switch_go_to_whoever_owns_the_session(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    with qtbot.waitSignal(window.switch_wanted):
        QTest.keyClick(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_the_end_of_a_session_leaves_nothing_behind(window: MainWindow) -> None:
    page = _home(window)
    window.end()
    assert page.left == 1
    assert window.page() is None
    assert _rail_words(window) == []
    window.navigate("home")
    assert window.page() is None


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1280, 1024)])
def test_the_frame_fits_every_screen(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.grab()
    assert (window.width(), window.height()) == size
    narrow = size[0] < 1100
    assert window.rail.width() < 100 if narrow else window.rail.width() == 196
    users = [w for w in window.rail.findChildren(QPushButton) if w.isVisible()]
    assert all(window.rail.rect().contains(u.geometry()) for u in users)


def test_the_cover_hides_the_page_and_leaves_the_name(window: MainWindow) -> None:
    window.set_cover(True)
    page = window.page()
    centre = page.mapTo(window, page.rect().center())
    child = window.childAt(centre)
    assert child is not None
    assert not page.isAncestorOf(child)
    window.set_cover(False)
    child = window.childAt(centre)
    assert child is None or child.objectName() != "Cover"


def test_the_cover_hides_sheets_and_toasts_too(window: MainWindow) -> None:
    sheet = Sheet(window, "برگه")
    sheet.open_sheet()
    window.toasts.show("پرونده محمدی بسته شد")
    window.set_cover(True)
    child = window.childAt(sheet.panel.mapTo(window, sheet.panel.rect().center()))
    assert child is not None
    assert not sheet.isAncestorOf(child)
    toast = window.findChild(Toast)
    assert toast is not None
    assert not isinstance(window.childAt(toast.geometry().center()), Toast)
    window.set_cover(False)
    child = window.childAt(sheet.panel.mapTo(window, sheet.panel.rect().center()))
    assert child is not None
    assert sheet.isAncestorOf(child)
    sheet.close_sheet()


def test_the_cover_leaves_no_question_open(window: MainWindow) -> None:
    """It would tell over the cover what it asks about."""
    QTimer.singleShot(0, lambda: window.set_cover(True))
    assert ask(window, "مشاوره", "مریم محمدی", (Action("file", "پرونده شود"),)) == ""
    window.set_cover(False)


def test_the_search_box_is_found_by_its_key(window: MainWindow) -> None:
    search = TextEdit1("جست‌وجو")
    window.top_bar.set_search(search)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert search.hasFocus()


def test_a_page_of_rows_stands_in_the_middle_of_a_wide_window(window: MainWindow) -> None:
    page = _home(window)
    page.widest = 600
    for width, side in ((500, 24), (1000, 200)):
        page._set_sides(width)
        margins = [layout.contentsMargins() for layout in (page._head, page.body)]
        assert [(one.left(), one.right()) for one in margins] == [(side, side)] * 2
