"""The field for a password: dots, an eye to look, and a line that tells layout and Caps Lock (P-41)."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.sign_in.key_state import caps_lock, layout_language
from ui.widgets.line_edit import LineEdit

_LOOK_MS = 700
_EYE_MS = 80


class PasswordEdit(LineEdit):
    """Value: the text exactly as typed; the vault folds layouts and digits itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhHiddenText)
        self._caps: bool | None = None
        self._language = ""
        self._eye: QAction | None = None
        # the eye comes a moment after the window: the icons would hold up the start
        QTimer.singleShot(_EYE_MS, self, self._show_eye)
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._tell)
        QGuiApplication.inputMethod().localeChanged.connect(self._on_other_layout)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        self.setText(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock and self._caps is not None:
            self._caps = not self._caps
        known = caps_lock(event)
        self._caps = known if known is not None else self._caps
        if event.text().isalpha():
            self._language = layout_language(event)
        super().keyPressEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._watch.start()
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._watch.stop()
        if self._eye is not None:
            self._eye.setChecked(False)
        self.hint_changed.emit("")

    def _show_eye(self) -> None:
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._draw_eye(self._eye, shown=False)
        self._eye.toggled.connect(self._on_eye)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _on_eye(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if self._eye is not None:
            self._draw_eye(self._eye, shown=shown)

    def _draw_eye(self, eye: QAction, *, shown: bool) -> None:
        from ui.theme.icons import icon

        eye.setIcon(icon("eye-off-outline" if shown else "eye-outline", "text"))
        eye.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))

    def _on_other_layout(self) -> None:
        self._language = ""
        if self.hasFocus():
            self._tell()

    def _tell(self) -> None:
        system = caps_lock()
        words = [self._layout_words(self._language or layout_language())]
        if self._caps if system is None else system:
            words.append(self.tr("Caps Lock is on"))
        self.hint_changed.emit(" · ".join(word for word in words if word))

    def _layout_words(self, language: str) -> str:
        if language == "fa":
            return self.tr("The keyboard writes Persian")
        if language == "en":
            return self.tr("The keyboard writes English")
        return ""
