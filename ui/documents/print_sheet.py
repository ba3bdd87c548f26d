"""Where to print: the printers of the machine, the usual one first; one key more than none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.documents import printers
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet

_last_chosen: dict[str, str] = {}


class PrintSheet(Sheet):
    """`chosen(printer)` or `file_wanted`; the sheet is gone by then. It remembers the printer of this session."""

    chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, window: QWidget, words: str) -> None:
        """`words` say what comes out: originals, a copy, a draft."""
        super().__init__(window, "", "", width=460)
        self.set_title(self.tr("Print"))
        found = printers.names()
        edit = ChoiceEdit([Choice(name, name) for name in found])
        self._printer = Field(self.tr("Printer"), edit)
        self.body.addWidget(Words(words, wrap=True))
        self._has_printer = bool(found)
        if found:
            self.body.addWidget(self._printer)
            edit.set_value(_last_chosen.get("printer", found[0]))
            if not edit.value():
                edit.set_value(found[0])
            to_file = QuietButton(self.tr("Save as PDF"), "content-save-outline")
            to_file.clicked.connect(self._on_file)
            self.add_button(to_file)
        else:
            none = self.tr("This computer knows no printer. Save the paper as PDF and print it elsewhere.")
            self.body.addWidget(Notice(none, "attention"))
            self._printer.hide()
        self.main.setText(self.tr("Print") if found else self.tr("Save as PDF"))
        self.main.show()
        self.submitted.connect(self._on_print if found else self._on_file)

    def open_sheet(self) -> None:
        super().open_sheet()
        if not self._has_printer:
            self.main.setFocus()

    def printer(self) -> str:
        return str(self._printer.value())

    def _on_print(self) -> None:
        if not self._printer.check() or not self.printer():
            return
        name = _last_chosen["printer"] = self.printer()
        self.close_sheet()
        self.chosen.emit(name)

    def _on_file(self) -> None:
        self.close_sheet()
        self.file_wanted.emit()
