"""Clocks and reminders in the frame: quiet, without words of marks, and silent beside an interview (R-8, P-3)."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.worklist import ReminderKind, TaskKind, Whose
from tests.ui.case.test_case_page import hold
from tests.ui.scheduling.office import SUNDAY, Office
from tests.ui.worklist.duties import Duties
from ui.main_window import MainWindow
from ui.pages import build_watch
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import open_sheet_of
from ui.worklist.argument import WorkArgument
from ui.worklist.watch import Watch

SATURDAY = SUNDAY.replace(day=21)


@pytest.fixture
def window(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.end()
    keyboard.settle()


def sit(window: MainWindow, office: Office, keyboard: Keyboard, role: str = "counsellor") -> Watch:
    context = office.context(role)
    context.navigate = window.navigate
    window.start(context, "کلانتری", "مشاور")
    watch: Watch = build_watch(context)
    window.set_watch(watch)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    keyboard.settle()
    return watch


def test_the_mark_is_a_letter_and_a_time_and_its_words_need_a_held_key(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    duties.flag(office.file().id, "child_at_risk", hours_ago=5)
    watch = sit(window, office, keyboard)
    assert watch.mark.isVisible()
    assert watch.mark.text() == "ج  ۰۷:۰۰"
    assert "کودک" not in watch.mark.accessibleName() + watch.mark.toolTip()
    hold(True)
    assert "کودک" in watch.mark.text()
    hold(False)
    assert watch.mark.text() == "ج  ۰۷:۰۰"


def test_it_goes_on_by_the_clock_and_ends_with_the_report(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    case = office.file()
    duties.flag(case.id, "child_at_risk", hours_ago=5)
    watch = sit(window, office, keyboard)
    duties.later(hours=3, minutes=30)
    watch.show()
    assert watch.mark.text() == "ج  ۰۳:۳۰"
    duties.later(hours=4)
    watch.show()
    assert watch.mark.text() == "ج  گذشت"
    safety, actor = duties.services.safety, duties.actor
    flag = safety.state(actor, case.id).flags[0]
    now = office.desk.clock.now()
    office.desk.lanes.write(watch, lambda: safety.report_child(actor, flag.id, flag.version, "۱۴/۲", now))
    keyboard.settle(lambda: not watch.mark.isVisible())


def test_who_may_not_know_sees_no_mark(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    duties.flag(office.file().id, "child_at_risk")
    watch = sit(window, office, keyboard, "clerk")
    assert not watch.mark.isVisible()


def test_a_click_leads_to_the_list_of_clocks(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard, qtbot: QtBot
) -> None:
    from PySide6.QtCore import Qt

    duties.flag(office.file().id, "child_at_risk")
    watch = sit(window, office, keyboard)
    qtbot.mouseClick(watch.mark, Qt.MouseButton.LeftButton)
    place = window.place()
    assert place is not None
    assert (place.key, place.argument) == ("worklist", WorkArgument(TaskKind.CHILD_CLOCK, Whose.MINE))


def test_reminders_are_quiet_and_take_no_keyboard(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    office.book(office.file().id, day=SATURDAY, start=9 * 60 + 15)
    watch = sit(window, office, keyboard)
    focused = QApplication.focusWidget()
    assert not watch.bar.isVisible()
    duties.later(minutes=6)
    watch.look()
    keyboard.settle(watch.bar.isVisible)
    assert watch.bar.words().startswith("نوبت ۰۹:۱۵ · مصاحبه اولیه · پرونده")
    assert "آزمونی" not in watch.bar.words()
    assert QApplication.focusWidget() is focused
    assert QApplication.activeModalWidget() is None
    assert open_sheet_of(window) is None
    watch.bar.close_button.click()
    assert not watch.bar.isVisible()
    watch.look()
    keyboard.settle()
    assert not watch.bar.isVisible(), "what was put away does not come back"


def test_an_interview_sees_nothing_but_the_mark(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    case = duties.owed(0.9)
    duties.flag(case.id, "child_at_risk", hours_ago=11.5)
    watch = sit(window, office, keyboard)
    assert [one.kind for one in watch.bar.reminders()] == [ReminderKind.CLOCK, ReminderKind.REPLY]
    assert watch.bar.words().startswith("نشان ج")
    window.navigate("case", case.id)
    keyboard.settle()
    assert not watch.bar.isVisible()
    assert watch.mark.isVisible()
    watch.look()
    keyboard.settle()
    assert not watch.bar.isVisible()
    window.navigate("home")
    keyboard.settle()
    assert watch.bar.isVisible(), "what is still ahead is shown after it"


def test_what_is_seen_is_put_away(window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard) -> None:
    duties.owed(0.9)
    watch = sit(window, office, keyboard)
    watch.bar.see.click()
    keyboard.settle()
    place = window.place()
    assert place is not None
    assert (place.key, place.argument) == ("worklist", WorkArgument(TaskKind.REPLY, Whose.MINE))
    assert not watch.bar.isVisible()


def test_the_cover_keeps_the_neutral_mark(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    duties.flag(office.file().id, "child_at_risk", hours_ago=5)
    sit(window, office, keyboard)
    window.set_cover(True)
    assert window._cover._mark.isVisible()
    assert window._cover._mark.text() == "ج  ۰۷:۰۰"


def test_nothing_of_a_session_is_left_in_the_frame(
    window: MainWindow, office: Office, duties: Duties, keyboard: Keyboard
) -> None:
    duties.flag(office.file().id, "child_at_risk")
    sit(window, office, keyboard)
    window.end()
    keyboard.settle()
    assert window.top_bar._clock is None
