"""The neutral mark of flags and protections (P-3): a letter, whose words appear only while F8 is held."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.runtime.window_watch import WindowWatch
from ui.theme.palette import Tone
from ui.theme.style import set_role
from ui.widgets.labels import Chip

REVEAL_KEY = Qt.Key.Key_F8


class RevealKey(WindowWatch):
    """Watches the whole program for the key; says "not held" also when the window loses the keyboard."""

    held = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        self.is_held = False
        super().__init__(parent)

    @staticmethod
    def of_program() -> "RevealKey":
        program = QCoreApplication.instance()
        if program is None:
            raise RuntimeError("there is no QApplication yet")
        found = program.findChild(RevealKey)
        return found if isinstance(found, RevealKey) else RevealKey(program)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            if event.key() == REVEAL_KEY and not event.isAutoRepeat():
                self._set(kind == QEvent.Type.KeyPress)
        elif kind == QEvent.Type.FocusOut:
            self._set(False)
        return False

    def on_window(self, window: QObject | None) -> None:
        super().on_window(window)
        self._set(False)

    def _set(self, held: bool) -> None:
        if held != self.is_held:
            self.is_held = held
            self.held.emit(held)


class Mark(Chip):
    """One letter in a neutral tone. Neither tooltip nor accessible name tells more than the letter."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None, tone: Tone = "information") -> None:
        super().__init__(letter, tone, parent)
        self._letter = letter
        self._words = words
        self.setAccessibleName(self.tr("Mark {letter}").format(letter=letter))
        RevealKey.of_program().held.connect(self._show)

    def set_mark(self, letter: str, words: str, tone: Tone = "information") -> None:
        self._letter, self._words = letter, words
        self.setText(letter)
        self.setAccessibleName(self.tr("Mark {letter}").format(letter=letter))
        set_role(self, "chip", tone)

    def _show(self, held: bool) -> None:
        self.setText(self._words if held else self._letter)
        self.updateGeometry()
