"""Python's cycle collector, on the window's own thread and between events alone."""

import gc

from PySide6.QtCore import QObject, QTimer

from ui.runtime.session_lock import SessionLock

_EVERY_MS = 250
_YOUNG = 5_000
"""So many new objects are worth a look."""


class Collector(QObject):
    """Takes over from the automatic one until `end`.

    That one starts wherever something is allocated: in a lane, where it may take down widgets of the window's
    thread, or in the middle of a key press, where it walks over all that lives. This one looks at what is young
    a few times a second, and at everything while nobody touches the keyboard.
    """

    def __init__(self, parent: QObject, seat: SessionLock) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what a start has loaded stays to the end
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look_at_young)
        self._timer.start()
        seat.rested.connect(self._look_at_all)
        seat.locked.connect(self._look_at_all)

    def end(self) -> None:
        self._timer.stop()
        gc.enable()

    def _look_at_all(self) -> None:
        gc.collect()  # about a tenth of a second

    def _look_at_young(self) -> None:
        if gc.get_count()[0] > _YOUNG:
            gc.collect(0)
