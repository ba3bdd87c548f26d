import threading
import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from services.changes import Change, Done
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes

FAILURES: list[Exception] = []


@pytest.fixture
def bus() -> ChangeBus:
    return ChangeBus()


@pytest.fixture
def lanes(bus: ChangeBus) -> Iterator[Lanes]:
    FAILURES.clear()
    made = Lanes(bus, FAILURES.append)
    yield made
    made.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_answers_come_home_to_the_ui_thread(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    home = QThread.currentThread()
    seen: list[tuple[int, bool]] = []
    lanes.read(owner, lambda: 7, lambda value: seen.append((value, QThread.currentThread() == home)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, True)]


def test_reads_run_off_the_ui_thread(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    seen: list[int] = []
    lanes.read(owner, threading.get_ident, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] != threading.get_ident()


def test_writes_run_one_after_the_other_in_their_order(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    running, most, order = [0], [0], []

    def write(number: int) -> Done[int]:
        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.01)
        running[0] -= 1
        return Done(number, frozenset())

    for number in range(5):
        lanes.write(owner, lambda number=number: write(number), order.append)
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == [0, 1, 2, 3, 4]
    assert most == [1]


def test_a_write_says_what_it_changed_before_its_owner_hears(
    qtbot: QtBot, lanes: Lanes, bus: ChangeBus, owner: QObject
) -> None:
    heard: list[object] = []
    change = Change("case", uuid4())
    bus.changed.connect(heard.append)
    lanes.write(owner, lambda: Done("value", frozenset({change})), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [frozenset({change}), "value"]


def test_a_dead_owner_hears_nothing_but_the_change_is_told(qtbot: QtBot, lanes: Lanes, bus: ChangeBus) -> None:
    heard: list[object] = []
    bus.changed.connect(heard.append)
    gate, owner = threading.Event(), QObject()

    def write() -> Done[int]:
        gate.wait(2)
        return Done(1, frozenset({Change("case")}))

    lanes.write(owner, write, heard.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(20)
    assert heard == [frozenset({Change("case")})]


def test_a_failed_write_of_a_dead_owner_is_still_told(qtbot: QtBot, lanes: Lanes) -> None:
    gate, owner = threading.Event(), QObject()

    def write() -> Done[int]:
        gate.wait(2)
        raise OSError

    lanes.write(owner, write)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: len(FAILURES) == 1)


def test_an_older_answer_is_dropped(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    seen: list[str] = []

    def search(text: str, seconds: float) -> str:
        time.sleep(seconds)
        return text

    lanes.read(owner, lambda: search("old", 0.2), seen.append, latest="search")
    lanes.read(owner, lambda: search("new", 0), seen.append, latest="search")
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(250)
    assert seen == ["new"]


def test_an_older_question_that_still_waits_is_not_even_asked(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    gate, asked, seen = threading.Event(), [], []
    for _ in range(2):
        lanes.read(owner, lambda: gate.wait(2), lambda _value: None)
    for number in range(5):
        lanes.read(owner, lambda number=number: asked.append(number) or number, seen.append, latest="search")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert asked == [4]
    assert seen == [4]


def test_a_void_answer_is_dropped(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    seen: list[int] = []
    lanes.read(owner, lambda: time.sleep(0.05) or 1, seen.append, latest="search")
    lanes.void(owner, "search")
    qtbot.wait(120)
    assert seen == []


def test_errors_go_to_the_caller_or_to_the_presenter(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    def fail() -> int:
        raise KeyError

    mine: list[Exception] = []
    lanes.read(owner, fail, lambda _value: None, mine.append)
    lanes.read(owner, fail, lambda _value: None)
    qtbot.waitUntil(lambda: len(mine) == 1 and len(FAILURES) == 1)


def test_drafts_do_not_wait_behind_a_long_write(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    gate, stored = threading.Event(), []

    def write() -> Done[int]:
        gate.wait(2)
        return Done(1, frozenset())

    lanes.write(owner, write)
    lanes.draft(owner, lambda: 1, stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    assert not gate.is_set()
    gate.set()


def test_closing_finishes_writes(lanes: Lanes, owner: QObject) -> None:
    done: list[int] = []

    def write() -> Done[None]:
        time.sleep(0.05)
        done.append(1)
        return Done(None, frozenset())

    for _ in range(3):
        lanes.write(owner, write)
    assert lanes.close()
    assert done == [1, 1, 1]
    assert lanes.idle()


def test_busy_tells_how_many_writes_are_under_way(qtbot: QtBot, lanes: Lanes, owner: QObject) -> None:
    counts: list[int] = []
    lanes.busy_changed.connect(counts.append)
    for _ in range(2):
        lanes.write(owner, lambda: Done(None, frozenset()))
    qtbot.waitUntil(lambda: counts == [1, 2, 1, 0])


def test_screens_listen_to_their_nouns_as_long_as_they_live(qtbot: QtBot, bus: ChangeBus) -> None:
    refreshed: list[int] = []
    owner = QObject()
    bus.on(owner, ("case", "person"), lambda: refreshed.append(1))
    bus.publish({Change("letter")})
    assert refreshed == []
    bus.publish({Change("person"), Change("case")})
    assert refreshed == [1]
    shiboken6.delete(owner)
    bus.publish({Change("case")})
    assert refreshed == [1]
