"""Python's collector on the window's thread (nothing of it in a lane, nothing in a key press)."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.runtime.collector import Collector
from ui.runtime.session_lock import SessionLock


class Ring:
    """Garbage that only the cycle collector finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def seat(qtbot: QtBot) -> Iterator[SessionLock]:
    made = SessionLock()
    made.start(300, 1_800)
    parent = QObject()
    collector = Collector(parent, made)
    yield made
    collector.end()
    made.stop()
    gc.unfreeze()


def test_a_lane_never_collects(seat: SessionLock) -> None:
    seen: list[int] = []
    gc.callbacks.append(lambda phase, _info: seen.append(threading.get_ident()) if phase == "start" else None)
    try:
        worker = threading.Thread(target=lambda: [Ring() for _ in range(50_000)])
        worker.start()
        worker.join()
    finally:
        gc.callbacks.pop()
    assert seen == []


def test_what_is_young_goes_within_seconds(seat: SessionLock, qtbot: QtBot) -> None:
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(20_000)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: ring() is None, timeout=5_000)
    assert kept


def test_a_pause_takes_the_rest(seat: SessionLock) -> None:
    ring = weakref.ref(Ring())
    seat.advance(5)
    assert ring() is None
