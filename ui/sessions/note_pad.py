"""Where a process note is written: apart from everything that is stored for others, and covered as soon as the
writer looks elsewhere (R-14, P-3, P-44)."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.icons import icon, icon_size
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.field import UnderLine
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit

KEY = "Ctrl+Shift+N"
AWAY_MS = 10_000
"""How long the window may be without the keyboard before the note is covered."""
QUIET_MS = 60_000
"""How long nothing may be typed: the client sits opposite (P-3)."""
_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class NotePad(QFrame):
    """A text that covers itself: at once when the keyboard goes to another field, after a while when the window loses
    it or nothing is typed. An empty note covers nothing. `changed`: something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 5) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.setProperty("tone", "attention")
        self.edit = MultilineEdit(self.tr("What is for yourself alone"), lines=lines, max_lines=16)
        self.edit.setAccessibleName(self.tr("Process note"))
        words = self.tr("Covered; show it")
        self.cover = QuietButton(words, "eye-off-outline")
        self.cover.setToolTip(with_keys(words, KEY))
        self.cover.clicked.connect(self.reveal)
        self._under = UnderLine(0)
        self._away = QTimer(self, singleShot=True, interval=AWAY_MS)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        for timer in (self._away, self._quiet):
            timer.timeout.connect(self.hide_text)
        self._lay_out()
        self.cover.hide()
        self.edit.changed.connect(self._on_changed)
        self.edit.installEventFilter(self)
        key_shortcut(KEY, self.edit, self.hide_text, Qt.ShortcutContext.WidgetShortcut)

    def text(self) -> str:
        return self.edit.value()

    def set_text(self, text: str, *, covered: bool = True) -> None:
        """Another text; covered unless the person just asked to see it."""
        self.edit.set_value(text)
        self._under.say("", "quiet")
        if covered:
            self.hide_text()
        else:
            self.reveal()

    def is_covered(self) -> bool:
        return self.edit.isHidden()

    def hide_text(self) -> None:
        """Cover it; what stands there stays."""
        self._away.stop()
        self._quiet.stop()
        if not self.edit.toPlainText() or self.is_covered():
            return
        had_keyboard = self.edit.hasFocus()
        self.cover.show()
        self.edit.hide()
        if had_keyboard:
            self.cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Show it and take the keyboard there."""
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cover.hide()
        self._quiet.start()

    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def set_error(self, sentence: str) -> None:
        self._under.say(sentence, "danger")

    def error(self) -> str:
        return self._under.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.edit and kind == QEvent.Type.FocusOut:
            reason = event.reason()  # type: ignore[attr-defined]
            if reason not in _STAYS:
                QTimer.singleShot(0, self, self.hide_text)  # hiding in the midst of a change of focus confuses Qt
            elif reason == Qt.FocusReason.ActiveWindowFocusReason:
                self._away.start()
        elif watched is self.edit and kind == QEvent.Type.FocusIn:
            self._away.stop()
            self._quiet.start()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self._under.say("", "quiet")
        if not self.is_covered():
            self._quiet.start()
        self.changed.emit()

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(icon("lock-outline", "attention").pixmap(icon_size(18)))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(sign)
        head.addWidget(Words(self.tr("Process note"), "strong"))
        head.addStretch(1)
        head.addWidget(Words(self.tr("Only you read it; it is not printed"), "quiet"))
        box = QVBoxLayout(self)
        box.setContentsMargins(px(14), px(10), px(14), px(12))
        box.setSpacing(px(8))
        box.addLayout(head)
        box.addWidget(self.edit)
        box.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        box.addWidget(self._under)
