"""Short words at the foot of the window that go by themselves; what can be undone offers it here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.runtime.shortcuts import key_shortcut, written
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words

_SHORT_MS, _LONG_MS = 4_000, 9_000


class Toast(QFrame):
    """One message of a window. A new one takes the place of the old; the mouse over it makes it stay."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("Toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._undo: Callable[[], None] | None = None
        self._words = Words("", wrap=False)
        self._button = QuietButton(self.tr("Undo"))
        self._button.clicked.connect(self._on_undo)
        self._keys = key_shortcut("Ctrl+Z", self, self._on_undo, Qt.ShortcutContext.WindowShortcut)
        self._button.setToolTip(written("Ctrl+Z"))
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(px(16), px(8), px(16), px(8))
        box.setSpacing(px(14))
        box.addWidget(self._words)
        box.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def show_words(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """`undo` runs once, if the person asks for it while the words stand."""
        self._undo = undo
        self._words.setWordWrap(False)
        self._words.setText(text)
        self._button.setVisible(undo is not None)
        self._keys.setEnabled(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_LONG_MS if undo is not None or len(text) > 70 else _SHORT_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start(_SHORT_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._undo = None
        self._keys.setEnabled(False)

    def _on_undo(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        window = self._window
        most = window.width() - px(48)
        if self.sizeHint().width() > most:
            self._words.setWordWrap(True)
        self.setFixedWidth(min(self.sizeHint().width(), most))
        height = self._box.heightForWidth(self.width()) if self._words.wordWrap() else -1
        self.resize(self.width(), max(height, self.sizeHint().height()))
        self.move(px(24), window.height() - self.height() - px(20))


class Toasts:
    """The toasts of one window, made when first needed."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._toast: Toast | None = None

    def show(self, text: str, undo: Callable[[], None] | None = None) -> None:
        if self._toast is None:
            self._toast = Toast(self._window)
        self._toast.show_words(text, undo)
