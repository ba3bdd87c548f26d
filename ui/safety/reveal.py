"""Words for the worker alone: dots until F8 is held or «show» is pressed, and dots again soon after (P-3)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.mark import RevealKey

KEY = "F8"
DOTS = "\u2022 \u2022 \u2022"
_SHOWN_MS = 30_000


class Reveal(QWidget):
    """The button «show»; `changed` says whether the words of its card may be read now. They hide by themselves."""

    changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_held = self._is_open = False
        self._button = LinkButton("", "eye-outline")
        self._button.clicked.connect(self._on_click)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide_words)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addWidget(self._button)
        RevealKey.of_program().held.connect(self._on_held)
        self._show_button()

    def is_shown(self) -> bool:
        return self._is_held or self._is_open

    def button(self) -> LinkButton:
        return self._button

    def hide_words(self) -> None:
        """Dots again, whatever was pressed; a held key still shows."""
        self._set(is_open=False)

    def _on_click(self) -> None:
        self._set(is_open=not self._is_open)

    def _on_held(self, held: bool) -> None:
        before = self.is_shown()
        self._is_held = held
        if before != self.is_shown():
            self.changed.emit(self.is_shown())

    def _set(self, *, is_open: bool) -> None:
        before = self.is_shown()
        self._is_open = is_open
        self._timer.start() if is_open else self._timer.stop()
        self._show_button()
        if before != self.is_shown():
            self.changed.emit(self.is_shown())

    def _show_button(self) -> None:
        self._button.setText(self.tr("Hide") if self._is_open else with_keys(self.tr("Show"), KEY))
        self._button.set_icon("eye-off-outline" if self._is_open else "eye-outline")
