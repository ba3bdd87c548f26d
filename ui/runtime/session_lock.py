"""When the seat is left: the page is covered, then the session locks (P-3, P-28)."""

from enum import Enum

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal

from ui.runtime.window_watch import WindowWatch

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_TICK_MS = 1_000
COVER_SECONDS = 60
_REST_SECONDS = 4


class Seat(Enum):
    """How the seat looks from the outside."""

    TAKEN = "taken"
    COVERED = "covered"
    LOCKED = "locked"


class SessionLock(WindowWatch):
    """Counts the seconds without a key or the mouse anywhere in the program.

    `covered(True)` after a minute (a setting) on a page that asked for it, `covered(False)` with the first touch;
    `rested` after the first few of them, once a pause: what would make a key wait can be done. `locked` after the
    role's idle time or on `lock_now`. While an interview is open only a longer absence
    locks: nobody types while people talk.
    """

    locked = Signal()
    covered = Signal(bool)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle_seconds, self._interview_seconds, self._cover_seconds = 300, 1_800, COVER_SECONDS
        self._elapsed = 0
        self._seat = Seat.LOCKED
        self._is_interview = self._covers = False
        self._since_press = QElapsedTimer()
        self._since_press.start()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self, idle_seconds: int, interview_seconds: int, cover_seconds: int = COVER_SECONDS) -> None:
        """Somebody signed in; the seconds are settings, the first two of the role."""
        self._idle_seconds, self._interview_seconds = idle_seconds, max(idle_seconds, interview_seconds)
        self._cover_seconds = cover_seconds
        self._seat = Seat.TAKEN
        self._elapsed = 0
        self._timer.start()

    def stop(self) -> None:
        """Nobody is signed in."""
        self._timer.stop()
        self._seat = Seat.LOCKED

    def seat(self) -> Seat:
        return self._seat

    def set_interview(self, is_interview: bool) -> None:
        self._is_interview = is_interview

    def set_covers(self, covers: bool) -> None:
        """Whether the page in sight covers itself (the home page, lists)."""
        self._covers = covers

    def lock_now(self) -> None:
        """The lock key; also what the idle time ends in."""
        if self._seat is Seat.LOCKED:
            return
        self.stop()
        self.locked.emit()

    def touch(self, *, is_press: bool = True) -> None:
        """Somebody is there; `is_press`: a key, a button or the wheel, and not a hand that only moves the mouse."""
        self._elapsed = 0
        if is_press:
            self._since_press.start()
        if self._seat is Seat.COVERED:
            self._seat = Seat.TAKEN
            self.covered.emit(False)

    def rests_for(self, milliseconds: int) -> bool:
        """Whether the last key or click was that long ago."""
        return self._since_press.hasExpired(milliseconds)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._seat is not Seat.LOCKED and event.type() in _INPUT and event.spontaneous():
            self.touch(is_press=event.type() is not QEvent.Type.MouseMove)
        return False

    def advance(self, seconds: int) -> None:
        """That many seconds went by without a touch."""
        has_rested = self._elapsed < _REST_SECONDS <= self._elapsed + seconds
        self._elapsed += seconds
        if has_rested:
            self.rested.emit()
        limit = self._interview_seconds if self._is_interview else self._idle_seconds
        if self._elapsed >= limit:
            self.lock_now()
        elif self._covers and self._elapsed >= self._cover_seconds and self._seat is Seat.TAKEN:
            self._seat = Seat.COVERED
            self.covered.emit(True)

    def _tick(self) -> None:
        self.watch()  # menus and lists that dropped down are windows too, and take no keyboard
        self.advance(_TICK_MS // 1_000)
