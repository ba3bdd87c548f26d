"""The one signal by which screens learn that data changed (design.md §3 rule 3)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from services.changes import ANYTHING, Change


class ChangeBus(QObject):
    """`changed` carries a `frozenset[Change]`: of our own committed writes, and of other processes' feed."""

    changed = Signal(object)

    def publish(self, changes: Iterable[Change]) -> None:
        """Tell every screen; called on the ui thread only."""
        self.changed.emit(frozenset(changes))

    def on(self, owner: QObject, nouns: Iterable[str], refresh: Callable[[], None]) -> None:
        """Call `refresh` after every change of one of `nouns`, or of `ANYTHING`, as long as `owner` lives."""
        wanted = frozenset(nouns)
        listener = _Listener(wanted, refresh, owner)
        self.changed.connect(listener.hear)


class _Listener(QObject):
    """A child of the owner: Qt ends the connection with it."""

    def __init__(self, nouns: frozenset[str], refresh: Callable[[], None], owner: QObject) -> None:
        super().__init__(owner)
        self._nouns = nouns | {ANYTHING}
        self._refresh = refresh

    def hear(self, changes: frozenset[Change]) -> None:
        if any(change.noun in self._nouns for change in changes):
            self._refresh()
