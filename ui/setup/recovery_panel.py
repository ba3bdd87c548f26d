"""The recovery sheet: saved or printed, then proved by typing one of its groups back."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.persian.digits import to_persian
from ui.documents import printers
from ui.documents.pdf_pages import PrinterGoneError, print_pages
from ui.documents.print_sheet import PrintSheet
from ui.documents.saving import write_file
from ui.runtime.lanes import Lanes
from ui.theme.theme import px
from ui.widgets import file_dialog
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.labels import Words
from ui.widgets.line_edit import LineEdit
from ui.widgets.notices import Notice

if TYPE_CHECKING:
    from services.backup import SheetCode
    from services.unit_profile import UnitDraft


_FILE_NAME = "sazesh-recovery.pdf"


class RecoveryPanel(QWidget):
    """`confirmed` when the asked group was typed right, after the sheet was saved or printed."""

    confirmed = Signal()

    def __init__(
        self, lanes: Lanes, tell: Callable[[Exception], None], words: str = "", letter: str = "recovery_sheet"
    ) -> None:
        """`words`: what another sheet than the recovery sheet is for; `letter`: its text."""
        super().__init__()
        self._lanes, self._tell = lanes, tell
        self._code: SheetCode | None = None
        self._pdf = b""
        self._asked = 1
        self._is_out = False
        words = words or self.tr(
            "If nobody remembers a password, this sheet alone opens the data and the backups. Print it, seal it in "
            "an envelope and put it into the safe of the station. It is shown only now."
        )
        self._letter = letter
        self._print = QuietButton(self.tr("Print"), "printer-outline")
        self._save = QuietButton(self.tr("Save as a file"), "content-save-outline")
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._done = Notice("", "accent")
        self._done.hide()
        self._edit = LineEdit()
        self._group = Field("", self._edit, lines=2)
        self._edit.changed.connect(self._on_typed)
        self._group.setMaximumWidth(px(300))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(12))
        box.addWidget(Words(words, wrap=True))
        box.addLayout(buttons)
        box.addWidget(self._done)
        box.addWidget(self._group)
        box.addStretch(1)
        self._set_ready(ready=False)

    def show_code(
        self, code: "SheetCode", unit: "UnitDraft", head_name: str, made_on: date, *, is_practice: bool
    ) -> None:
        """Make the sheet; the buttons wait until it is set."""
        self._code = code
        self._asked = secrets.randbelow(len(code.groups)) + 1
        label = self.tr("From the sheet, group {number}").format(number=to_persian(self._asked))
        self._group.set_label(label)

        letter = self._letter

        def compose() -> bytes:
            from services.documents.blocks import Letterhead
            from services.documents.papers.recovery_sheet import RecoverySheetContent
            from services.documents.papers.recovery_sheet import compose as sheet
            from services.documents.render import render

            content = RecoverySheetContent(
                code.groups, unit.name, made_on, head_name, code.key_name, is_practice, letter
            )
            return render(sheet(content, Letterhead(unit.letterhead_lines, unit.section)))

        self._lanes.read(self, compose, self._take, self._tell)

    def pdf(self) -> bytes:
        return self._pdf

    def asked_group(self) -> int:
        """Which group is asked back, from 1."""
        return self._asked

    def save_to(self, path: Path) -> None:
        """Write the sheet into a file of the person's choice."""
        try:
            write_file(path, self._pdf)
        except OSError:
            self._say(self.tr("It could not be stored there; choose another place."))
            return
        self._out(self.tr("Stored. Print it and delete the file: whoever has the sheet opens everything."))

    def take_keyboard(self) -> None:
        self._print.setFocus()

    def _take(self, content: bytes) -> None:
        self._pdf = content
        self._set_ready(ready=True)
        self._print.setFocus()

    def _on_print(self) -> None:
        sheet = PrintSheet(self, self.tr("Recovery sheet"))
        sheet.chosen.connect(self.print_on)
        sheet.file_wanted.connect(self._on_save)
        sheet.open_sheet()

    def print_on(self, printer: str) -> None:
        """Draw the sheet on the printer of that name, in a lane."""
        device, content = printers.open_printer(printer, self.tr("Recovery sheet")), self._pdf

        def failed(error: Exception) -> None:
            if isinstance(error, PrinterGoneError):
                self._say(self.tr("The printer does not answer. Look after it and print again."))
            else:
                self._tell(error)

        self._lanes.read(
            self,
            lambda: print_pages(device, content),
            lambda _none: self._out(self.tr("Sent to the printer.")),
            failed,
        )

    def _on_save(self) -> None:
        title, kinds = self.tr("Save the recovery sheet"), self.tr("PDF files (*.pdf)")
        chosen = file_dialog.ask_where_to_save(self, title, _FILE_NAME, kinds)
        if chosen is not None:
            self.save_to(chosen)

    def _out(self, words: str) -> None:
        self._is_out = True
        self._say(words)
        self._group.setEnabled(True)
        self._edit.setFocus()

    def _say(self, words: str) -> None:
        self._done.set_sentence(words)
        self._done.show()

    def _on_typed(self) -> None:
        from services.vault.recovery_code import GROUP_SIGNS, is_group, same_group

        typed = self._edit.text()
        if self._code is None or sum(char.isalnum() for char in typed) < GROUP_SIGNS:
            return
        if same_group(typed, self._code.groups[self._asked - 1]):
            self._group.set_hint(self.tr("Right."))
            self.confirmed.emit()
        elif is_group(self._asked, typed):
            self._group.set_error(self.tr("This group belongs to another sheet."))
        else:
            self._group.set_error(self.tr("This group is not typed right; look at the sheet again."))

    def _set_ready(self, *, ready: bool) -> None:
        for widget in (self._print, self._save):
            widget.setEnabled(ready)
        self._group.setEnabled(self._is_out)
