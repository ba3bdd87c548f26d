"""«It could not be held»: a reason, and who was there; an unfinished talk is never a row of "no" (P-12)."""

from PySide6.QtWidgets import QWidget

from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.sheet import Sheet


class NotDoneSheet(Sheet):
    """`submitted` when the reason is to be stored."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "", "")
        self.set_title(self.tr("The talk could not be held"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        sentence = self.tr("What was answered so far is kept. It counts as not held, and can be held another day.")
        self.body.addWidget(Words(sentence, "quiet", wrap=True))
        self._form = FormGrid(columns=1)
        self._form.add("reason", Field(self.tr("Why"), TextEdit1(), required=True))
        self._form.add("others", Field(self.tr("Who was in the room besides"), TextEdit1()))
        self.body.addWidget(self._form)

    def reason(self) -> str:
        return str(self._form.field("reason").value())

    def others(self) -> str:
        return str(self._form.field("others").value())

    def field(self, key: str) -> Field:
        return self._form.field(key)

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error beside its field; False when none bears that name."""
        return self._form.set_error({"not_done_reason": "reason", "others_present": "others"}.get(path, ""), sentence)

    def focus_first_error(self) -> None:
        self._form.focus_first_error()

    def complain(self) -> None:
        self._form.set_errors({"reason": self.tr("Write the reason in a few words.")})
