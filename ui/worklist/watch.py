"""Asks every minute, and after each change, what the frame of every page shows (R-8), and keeps quiet reminders."""

from PySide6.QtCore import QObject, QTimer, Signal

from services.actor import Right
from services.worklist import Pulse, Reminder, ReminderKind, TaskKind, Whose
from ui.context import AppContext
from ui.pages import may_open
from ui.worklist.argument import WorkArgument
from ui.worklist.clock_mark import ClockMark
from ui.worklist.reminder_bar import ReminderBar

NOUNS = ("case", "flag", "danger", "screen", "referral", "letter", "appointment", "session", "document", "setting")
_MINUTE_MS = 60_000
_TICK_MS = 15_000
_RIGHTS = (Right.SAFETY_READ, Right.CASE_FIND, Right.APPOINTMENT_READ)


class Watch(QObject):
    """Of one session. `mark` stands in the bar of the window, `bar` under it (`ui.main_window.SessionWatch`).

    While an interview is open nothing but the neutral mark is in sight; what came meanwhile and is still ahead is
    shown after it (P-3). A reminder that was put away does not come back. `said`: the mark as it stands, "" for none.
    """

    said = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.mark, self.bar = ClockMark(), ReminderBar()
        self._pulse = Pulse((), ())
        self._away: set[tuple[ReminderKind, object]] = set()
        self._is_interview = False
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.look)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)
        self.mark.wanted.connect(self._open_clocks)
        self.bar.opened.connect(self._open)
        self.bar.put_away.connect(self._put_away)

    def begin(self) -> None:
        """Look now and from now on, if this actor may know of anything that it shows."""
        if any(self._context.may(right) for right in _RIGHTS):
            self._context.bus.on(self, NOUNS, self.look)
            self._minute.start()
            self._tick.start()
            self.look()

    def end(self) -> None:
        """The session is over."""
        self._minute.stop()
        self._tick.stop()
        self.deleteLater()

    def set_interview(self, is_interview: bool) -> None:
        self._is_interview = is_interview
        self.show()

    def look(self) -> None:
        """Ask again; what stands there stays until the answer comes."""
        worklist, actor = self._context.services.worklist, self._context.actor
        self._context.lanes.read(self, lambda: worklist.pulse(actor), self._take, latest="pulse")

    def show(self) -> None:
        """As of now: time went on, or the page changed."""
        now = self._context.services.uow.clock.now()
        self.mark.show_clocks(self._pulse.clocks, now)
        near = [one for one in self._pulse.reminders if one.at > now and (one.kind, one.subject_id) not in self._away]
        self.bar.show_reminders([] if self._is_interview else near)
        self.said.emit(self.mark.said()[0] if self._pulse.clocks else "")

    def _take(self, found: Pulse) -> None:
        self._pulse = found
        self.show()

    def _put_away(self, reminder: Reminder) -> None:
        self._away.add((reminder.kind, reminder.subject_id))
        self.show()

    def _open(self, reminder: Reminder) -> None:
        """Where the thing stands; seeing it puts the reminder away."""
        self._put_away(reminder)
        navigate, actor = self._context.navigate, self._context.actor
        if reminder.kind is ReminderKind.APPOINTMENT and may_open("case", actor) and reminder.case_id is not None:
            navigate("case", reminder.case_id)
        elif may_open("worklist", actor):
            kind = TaskKind.REPLY if reminder.kind is ReminderKind.REPLY else TaskKind.CHILD_CLOCK
            navigate("worklist", WorkArgument(kind, Whose.MINE))

    def _open_clocks(self) -> None:
        if may_open("worklist", self._context.actor):
            self._context.navigate("worklist", WorkArgument(TaskKind.CHILD_CLOCK, Whose.MINE))
