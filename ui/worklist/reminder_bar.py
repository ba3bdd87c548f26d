"""What is about to be due, in one line under the bar of the window: it takes no keyboard and asks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from services.persian.digits import to_persian
from services.worklist import Reminder
from ui.theme.icons import icon, icon_size
from ui.theme.theme import px
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import OneLine


class ReminderBar(QFrame):
    """`opened` carries the reminder whose thing is to be seen, `put_away` after it was put away."""

    opened = Signal(object)
    put_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ReminderBar")
        self._reminders: tuple[Reminder, ...] = ()
        picture = QLabel()
        picture.setPixmap(icon("bell-outline", "information").pixmap(icon_size(18)))
        self._words = OneLine("")
        self._more = OneLine("", "quiet")
        self.see = LinkButton(self.tr("See"))
        self.close_button = IconButton("close", self.tr("Put the reminder away"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(5), px(24), px(5))
        row.setSpacing(px(10))
        row.addWidget(picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)
        row.addWidget(self.see)
        row.addWidget(self.close_button)
        self.see.clicked.connect(self._see)
        self.close_button.clicked.connect(self._put_away)
        self.hide()

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """The nearest in words, the others as a number; none hides the bar."""
        is_new = bool(reminders) and (not self._reminders or reminders[0] != self._reminders[0])
        self._reminders = tuple(reminders)
        if reminders:
            self._words.setText(reminders[0].words)
            more = len(reminders) - 1
            self._more.setText(self.tr("and {count} more").format(count=to_persian(more)) if more else "")
            self._more.setVisible(bool(more))
            self.setAccessibleName(reminders[0].words)
        self.setVisible(bool(reminders))
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def reminders(self) -> tuple[Reminder, ...]:
        return self._reminders

    def words(self) -> str:
        return self._words.text()

    def _see(self) -> None:
        self.opened.emit(self._reminders[0])

    def _put_away(self) -> None:
        self.put_away.emit(self._reminders[0])
