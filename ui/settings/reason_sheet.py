"""One field over the page: a reason, a name, a number."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from ui.runtime.errors import sentence_of
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.line_edit import LineEdit, TextEdit1
from ui.widgets.sheet import Sheet


class ReasonSheet(Sheet):
    """`given(value)`; the owner closes the sheet when it was stored, or calls `refuse`."""

    given = Signal(object)

    def __init__(self, window: QWidget, title: str, words: str, main_words: str, label: str) -> None:
        super().__init__(window, title, main_words, width=480)
        self._label = label
        if words:
            self.body.addWidget(Words(words, "quiet", wrap=True))
        self._field = Field(label, TextEdit1(), lines=2)
        self.body.addWidget(self._field)
        self.submitted.connect(self._give)

    def use_edit(self, edit: LineEdit, hint: str = "") -> None:
        """Another edit than one line of text; before the sheet is opened."""
        self.body.removeWidget(self._field)
        self._field.deleteLater()
        self._field = Field(self._label, edit, hint, lines=2)
        self.body.addWidget(self._field)

    def set_value(self, value: Any) -> None:
        self._field.set_value(value)

    def field(self) -> Field:
        return self._field

    def refuse(self, error: Exception) -> None:
        """Say beside the field why it was not taken."""
        self.main.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self._field.set_error(sentence_of(error))

    def _give(self) -> None:
        if not self._field.check():
            return
        value = self._field.value()
        if value in ("", None):
            self._field.set_error(self.tr("Fill this in."))
            return
        self.main.setEnabled(False)
        self.given.emit(value)
