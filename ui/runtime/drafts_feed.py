"""What is typed is stored within two seconds: a page gives snapshots, the feed stores them on its own lane."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.runtime.lanes import Lanes

T = TypeVar("T")

_QUIET_MS = 400
_LONGEST_MS = 1_000


class _Signals(QObject):
    stored = Signal()
    failed = Signal(object)


class DraftsFeed(Generic[T]):
    """`touch` after every change; the snapshot is taken 0.4 s after the last one, at the latest after 1 s.

    While one snapshot is being stored the next waits, so that an older one never overwrites a newer.
    `stored` tells the page to say «draft stored»; a store that fails is tried again with the next change and
    told by `failed`.
    """

    def __init__(self, owner: QObject, lanes: Lanes, snapshot: Callable[[], T], store: Callable[[T], object]) -> None:
        """`snapshot` runs on the ui thread and gives frozen data; `store` runs in the drafts' lane."""
        self._owner, self._lanes = owner, lanes
        self._snapshot, self._store = snapshot, store
        self._signals = _Signals(owner)
        self.stored, self.failed = self._signals.stored, self._signals.failed
        self._last: T | None = None
        self._storing = self._again = self._closed = False
        self._quiet = QTimer(owner, singleShot=True, interval=_QUIET_MS)
        self._longest = QTimer(owner, singleShot=True, interval=_LONGEST_MS)
        self._quiet.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)

    def touch(self) -> None:
        """Something was typed."""
        if self._closed:
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Store now what stands there, without waiting for it (before locking, switching or leaving)."""
        self._quiet.stop()
        self._longest.stop()
        if self._closed:
            return
        if self._storing:
            self._again = True
            return
        taken = self._snapshot()
        if taken == self._last:
            return
        self._storing = True
        store = self._store
        self._lanes.draft(
            self._owner,
            lambda: store(taken),
            lambda _result: self._on_stored(taken),
            self._on_failed,
        )

    def close(self) -> None:
        """The form was saved or discarded: nothing more is stored."""
        self._closed = True
        self._quiet.stop()
        self._longest.stop()

    def _on_stored(self, taken: T) -> None:
        self._last = taken
        self._next()
        self.stored.emit()

    def _on_failed(self, error: Exception) -> None:
        self._next()
        self.failed.emit(error)

    def _next(self) -> None:
        self._storing = False
        if self._again:
            self._again = False
            self.flush()
