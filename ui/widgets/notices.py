"""What a page says in its own place: nothing here yet, somebody changed this, long work is under way."""

import threading

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.icons import icon
from ui.theme.palette import Tone
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class EmptyState(QWidget):
    """An empty list says what to do next; `acted` when its button is pressed."""

    acted = Signal()

    def __init__(
        self, sentence: str, action: str = "", icon_name: str = "tray", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = Words(sentence, "quiet", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "quiet").pixmap(QSize(px(36), px(36))))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QuietButton(action, parent=self)
        self._button.setHidden(not action)
        self._button.clicked.connect(self.acted)
        box = QVBoxLayout(self)
        box.setSpacing(px(10))
        box.addStretch(1)
        box.addWidget(picture)
        box.addWidget(self._words)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def set_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)

    def set_action(self, action: str) -> None:
        """Other words on the button, "" for none."""
        self._button.setText(action)
        self._button.setVisible(bool(action))


class Notice(QFrame):
    """A sentence in a coloured frame with an icon, and buttons at its far end."""

    def __init__(
        self, sentence: str, tone: Tone = "information", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        picture = self._picture = QLabel()
        self._show_icon(tone, icon_name)
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        picture.setFixedWidth(px(24))
        self._words = Words(sentence, wrap=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        box = QHBoxLayout(self)
        box.setContentsMargins(px(12), px(8), px(12), px(8))
        box.setSpacing(px(8))
        box.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self._words, 1)
        box.addLayout(self.buttons)

    def say(self, sentence: str, tone: Tone) -> None:
        """Another sentence in another tone, with that tone's own icon."""
        self._words.setText(sentence)
        set_role(self, "tone", tone)
        self._show_icon(tone)

    def sentence(self) -> str:
        return self._words.text()

    def set_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)

    def _show_icon(self, tone: Tone, icon_name: str = "") -> None:
        names = {"attention": "alert-outline", "danger": "alert-octagon-outline", "accent": "check-circle-outline"}
        name = icon_name or names.get(tone, "information-outline")
        self._picture.setPixmap(icon(name, tone).pixmap(QSize(px(20), px(20))))


class ConflictBar(Notice):
    """Somebody else changed this meanwhile: take theirs, or keep mine and save over it."""

    reload_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "attention", "account-multiple-outline", parent)
        self.set_sentence(self.tr("A colleague changed this meanwhile. What you typed is still here."))
        take, keep = QuietButton(self.tr("Show theirs")), QuietButton(self.tr("Keep mine"))
        take.clicked.connect(self.reload_wanted)
        keep.clicked.connect(self.keep_wanted)
        self.buttons.addWidget(take)
        self.buttons.addWidget(keep)
        self.hide()


class ProgressSheet(Sheet):
    """Progress of long work. `report` and `is_cancelled` may be called from any thread: give them to a service."""

    _reported = Signal(int, int)

    def __init__(self, window: QWidget, title: str, sentence: str = "") -> None:
        super().__init__(window, title, width=420)
        self._cancelled = threading.Event()
        self._done = False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._words = Words(sentence, "quiet", wrap=True)
        self.body.addWidget(self._words)
        self.body.addWidget(self._bar)
        self.cancel.setText(self.tr("Stop"))
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, done: int, total: int) -> None:
        self._reported.emit(done, total)

    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def finish(self) -> None:
        """The work is over, done or stopped."""
        self._done = True
        self.close_sheet()

    def can_close(self) -> bool:
        """Stopping takes a moment: the sheet goes when the work says so."""
        self._cancelled.set()
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping …"))
        return self._done

    def _show(self, done: int, total: int) -> None:
        from services.persian.digits import format_number

        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        if total and not self._cancelled.is_set():
            count = self.tr("{done} of {total}")
            self._words.setText(count.format(done=format_number(done), total=format_number(total)))
