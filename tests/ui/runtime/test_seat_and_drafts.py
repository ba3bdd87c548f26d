import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.runtime.change_bus import ChangeBus
from ui.runtime.drafts_feed import DraftsFeed
from ui.runtime.lanes import Lanes
from ui.runtime.session_lock import COVER_SECONDS, Seat, SessionLock
from ui.runtime.shortcuts import key_shortcut, sequences, with_keys, written

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Draft:
    text: str


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes(ChangeBus(), lambda _error: None)
    yield made
    made.close()


@pytest.fixture
def lock(qtbot: QtBot) -> Iterator[SessionLock]:
    made = SessionLock()
    made.start(300, 1_800)
    yield made
    made.stop()


def test_an_empty_seat_locks_after_the_idle_time(qtbot: QtBot, lock: SessionLock) -> None:
    lock.advance(299)
    assert lock.seat() is Seat.TAKEN
    with qtbot.waitSignal(lock.locked):
        lock.advance(1)
    assert lock.seat() is Seat.LOCKED


def test_a_touch_begins_the_count_anew(lock: SessionLock) -> None:
    lock.advance(299)
    lock.touch()
    lock.advance(299)
    assert lock.seat() is Seat.TAKEN


def test_a_key_in_any_window_is_a_touch(qtbot: QtBot, lock: SessionLock) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lock.advance(299)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_A)
    lock.advance(299)
    assert lock.seat() is Seat.TAKEN


def test_the_minute_until_a_page_covers_itself_is_a_setting(lock: SessionLock) -> None:
    covered: list[bool] = []
    lock.covered.connect(covered.append)
    lock.start(600, 600, 90)
    lock.set_covers(True)
    lock.advance(COVER_SECONDS)
    assert covered == []
    lock.advance(30)
    assert covered == [True]


def test_a_page_covers_itself_and_comes_back_with_a_touch(lock: SessionLock) -> None:
    covered: list[bool] = []
    lock.covered.connect(covered.append)
    lock.advance(COVER_SECONDS)
    assert covered == []
    lock.set_covers(True)
    lock.advance(1)
    assert covered == [True]
    lock.touch()
    assert covered == [True, False]


def test_an_interview_locks_only_when_the_seat_is_left_longer(lock: SessionLock) -> None:
    lock.set_interview(True)
    lock.advance(1_799)
    assert lock.seat() is Seat.TAKEN
    lock.advance(1)
    assert lock.seat() is Seat.LOCKED


def test_the_lock_key_locks_once(lock: SessionLock) -> None:
    locked: list[bool] = []
    lock.locked.connect(lambda: locked.append(True))
    lock.lock_now()
    lock.lock_now()
    assert locked == [True]


def test_typing_is_stored_within_two_seconds_and_once_it_rests(qtbot: QtBot, lanes: Lanes) -> None:
    owner, stored, text = QObject(), [], [""]
    feed = DraftsFeed(owner, lanes, lambda: Draft(text[0]), stored.append)
    began = time.monotonic()
    while time.monotonic() - began < 1.6:
        text[0] += "ا"
        feed.touch()
        qtbot.wait(50)
    assert stored, "a second of unbroken typing was not stored"
    qtbot.waitUntil(lambda: bool(stored) and stored[-1] == Draft(text[0]), timeout=2000)
    count = len(stored)
    feed.flush()
    qtbot.wait(100)
    assert len(stored) == count, "an unchanged form was stored again"


def test_a_slow_store_never_lets_an_older_draft_win(qtbot: QtBot, lanes: Lanes) -> None:
    owner, stored, text, gate = QObject(), [], ["old"], threading.Event()

    def store(draft: Draft) -> None:
        gate.wait(2)
        stored.append(draft.text)

    feed = DraftsFeed(owner, lanes, lambda: Draft(text[0]), store)
    feed.flush()
    text[0] = "new"
    feed.flush()
    gate.set()
    qtbot.waitUntil(lambda: len(stored) == 2)
    assert stored == ["old", "new"]


def test_a_failed_store_is_told_and_tried_again(qtbot: QtBot, lanes: Lanes) -> None:
    owner, stored, broken = QObject(), [], [True]

    def store(draft: Draft) -> None:
        if broken:
            raise OSError
        stored.append(draft)

    feed = DraftsFeed(owner, lanes, lambda: Draft("x"), store)
    with qtbot.waitSignal(feed.failed):
        feed.flush()
    broken.clear()
    with qtbot.waitSignal(feed.stored):
        feed.flush()
    assert stored == [Draft("x")]


def test_a_closed_form_stores_nothing_more(qtbot: QtBot, lanes: Lanes) -> None:
    owner, stored = QObject(), []
    feed = DraftsFeed(owner, lanes, lambda: Draft("x"), stored.append)
    feed.touch()
    feed.close()
    feed.flush()
    qtbot.wait(600)
    assert stored == []


def test_shortcuts_have_a_persian_twin() -> None:
    assert [s.toString() for s in sequences("Ctrl+N")] == ["Ctrl+N", "Ctrl+د"]
    assert [s.toString() for s in sequences("Ctrl+1")] == ["Ctrl+1", "Ctrl+۱"]
    assert [s.toString() for s in sequences("Ctrl+Shift+L")] == ["Ctrl+Shift+L", "Ctrl+Shift+م"]
    assert [s.toString() for s in sequences("Ctrl+;")] == ["Ctrl+;", "Ctrl+ک"]
    assert len(sequences("F8")) == 1


def test_shortcuts_are_written_in_persian() -> None:
    assert written("Ctrl+N") == "کنترل+د"
    assert written("Ctrl+1") == "کنترل+۱"
    assert with_keys("قفل", "Ctrl+L") == "قفل (کنترل+م)"
    assert with_keys("قفل", "") == "قفل"
    for keys in ("Ctrl+Return", "Esc", "F8", "Ctrl+Shift+L", "Alt+Right", "Ctrl+Space"):
        assert not any("a" <= letter.lower() <= "z" for letter in written(keys)), keys


def test_a_shortcut_answers_to_both_layouts(qtbot: QtBot) -> None:
    window, pressed = QWidget(), []
    qtbot.addWidget(window)
    shortcut = key_shortcut("Ctrl+N", window, lambda: pressed.append(1))
    assert not shortcut.autoRepeat()  # held down, it would press what the next page has there
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert pressed == [1]


def test_a_pause_is_told_once(qtbot: QtBot, lock: SessionLock) -> None:
    pauses: list[bool] = []
    lock.rested.connect(lambda: pauses.append(True))
    for _ in range(8):
        lock.advance(1)
    assert len(pauses) == 1
    lock.touch()
    lock.advance(5)
    assert len(pauses) == 2
