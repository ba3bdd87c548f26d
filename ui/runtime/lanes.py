"""Work off the ui thread: one lane for writes, two for reads, one for drafts; answers come home in order.

Nothing here knows what the work is. A function runs in its lane; its result or error comes back to the ui
thread through one queued signal, and is delivered only while its owner lives.
"""

import sys
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from services.changes import Change, Done
from ui.runtime.change_bus import ChangeBus

T = TypeVar("T")
Failure = Callable[[Exception], None]

# A thread gives the interpreter back ten times as often as by default, so that a frame is not held up.
_SWITCH_INTERVAL = 0.0005


@dataclass(frozen=True, slots=True)
class _Answer:
    owner: "weakref.ref[QObject]"
    slot: tuple[int, str] | None
    turn: int
    value: Any
    error: Exception | None
    writes: bool
    on_done: Callable[[Any], None] | None
    on_error: Failure | None


class Lanes(QObject):
    """The lanes of one program. `busy_changed` tells how many writes are under way."""

    busy_changed = Signal(int)
    _came_home = Signal(object)

    def __init__(self, bus: ChangeBus, on_failure: Failure, parent: QObject | None = None) -> None:
        """`on_failure` presents every error whose caller gave no `on_error`."""
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._bus = bus
        self._on_failure = on_failure
        self._writes, self._reads, self._drafts = (_pool(self, count) for count in (1, 2, 1))
        self._turns: dict[tuple[int, str], int] = {}
        self._lock = threading.Lock()
        self._writing = 0
        self._came_home.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: QObject,
        func: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Failure | None = None,
        latest: str | None = None,
    ) -> None:
        """Run `func` in a read lane and give its result to `on_done` on the ui thread.

        With `latest`, a name, a newer read of the same owner and name makes the older one void: its
        function is not begun if it still waits, and its answer is dropped if it comes after.
        """
        self._start(self._reads, owner, func, on_done, on_error, latest=latest)

    def write(
        self,
        owner: QObject,
        func: Callable[[], Done[T]],
        on_done: Callable[[T], None] | None = None,
        on_error: Failure | None = None,
    ) -> None:
        """Run one use-case in the write lane, one after the other in the order given.

        What its `Done` says it changed is published on the bus before `on_done` receives the value, and
        even when the owner is gone by then: a committed change is a fact.
        """
        self._writing += 1
        self.busy_changed.emit(self._writing)
        self._start(self._writes, owner, func, on_done, on_error)

    def draft(
        self,
        owner: QObject,
        func: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Failure | None = None,
    ) -> None:
        """Run a function of the drafts' own store, which must not wait behind an import."""
        self._start(self._drafts, owner, func, on_done, on_error)

    def void(self, owner: QObject, latest: str) -> None:
        """Drop whatever answer of this name is still under way."""
        slot = (id(owner), latest)
        with self._lock:
            self._turns[slot] = self._turns.get(slot, 0) + 1

    def close(self, wait_ms: int = 30_000) -> bool:
        """Finish writes and drafts, drop waiting reads; False when something ran longer than `wait_ms`."""
        self._reads.clear()
        pools = (self._writes, self._drafts, self._reads)
        finished = [pool.waitForDone(wait_ms) for pool in pools]
        return all(finished)

    def idle(self) -> bool:
        """Whether no function is running or waiting in any lane."""
        return not any(pool.activeThreadCount() for pool in (self._writes, self._reads, self._drafts))

    def _start(
        self,
        pool: QThreadPool,
        owner: QObject,
        func: Callable[[], Any],
        on_done: Callable[[Any], None] | None,
        on_error: Failure | None = None,
        *,
        latest: str | None = None,
    ) -> None:
        slot = None if latest is None else (id(owner), latest)
        turn = self._next_turn(owner, slot)
        ref = weakref.ref(owner)

        def run() -> None:
            if self._is_old(slot, turn):
                return
            value, error = None, None
            try:
                value = func()
            except Exception as raised:  # every error goes home and is presented there
                error = raised
            self._send(_Answer(ref, slot, turn, value, error, pool is self._writes, on_done, on_error))

        pool.start(run)

    def _send(self, answer: _Answer) -> None:
        try:
            self._came_home.emit(answer)
        except RuntimeError:  # the program is being taken down and this object is gone
            return

    def _next_turn(self, owner: QObject, slot: tuple[int, str] | None) -> int:
        if slot is None:
            return 0
        with self._lock:
            fresh = slot not in self._turns
            self._turns[slot] = turn = self._turns.get(slot, 0) + 1
        if fresh:
            # ids are used again after an object's death
            owner.destroyed.connect(lambda: self._turns.pop(slot, None))
        return turn

    def _is_old(self, slot: tuple[int, str] | None, turn: int) -> bool:
        if slot is None:
            return False
        with self._lock:
            return self._turns.get(slot) != turn

    def _deliver(self, answer: _Answer) -> None:
        if isinstance(answer.value, Done):
            self._publish(answer.value.changes)
        if answer.writes:
            self._writing -= 1
            self.busy_changed.emit(self._writing)
        owner = answer.owner()
        if owner is None or not shiboken6.isValid(owner):
            if answer.writes and answer.error is not None:
                self._on_failure(answer.error)  # a write that failed is told even when its page is gone
            return
        if self._is_old(answer.slot, answer.turn):
            return
        if answer.error is not None:
            (answer.on_error or self._on_failure)(answer.error)
        elif answer.on_done is not None:
            answer.on_done(answer.value.value if isinstance(answer.value, Done) else answer.value)

    def _publish(self, changes: frozenset[Change]) -> None:
        if changes:
            self._bus.publish(changes)


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(-1)  # lanes keep their threads: a new thread would open a new connection
    return pool
