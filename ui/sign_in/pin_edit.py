"""The field for a PIN."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.line_edit import LineEdit


class PinEdit(LineEdit):
    """Six digits; `complete` tells the page that the sixth is there."""

    DIGITS = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(self.DIGITS)
        hints = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def refine(self, text: str) -> str:
        return "".join(char for char in text if char.isdecimal())

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        self.setText(value)

    def is_complete(self) -> bool:
        return len(self.text()) == self.DIGITS
