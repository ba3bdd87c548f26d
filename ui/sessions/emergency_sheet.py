"""Opening a colleague's process note with both holders of the escrow: for a reason, logged, told to its author."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from services.clock import local
from services.notes import EmergencyDraft, EscrowRow, EscrowState, NoteRow, NoteText
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.sessions.note_pad import NotePad
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import LineEdit, TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet

MINUTES = 5
"""How long the text stands there; the program keeps this time, not the keys (design.md §5)."""


class EmergencySheet(Sheet):
    """For the head, who has a half of the escrow and brings the second holder along."""

    def __init__(self, window: QWidget, context: AppContext, row: NoteRow) -> None:
        super().__init__(window, "", width=600)
        self.kept_about = row.id.hex
        self._context, self._row = context, row
        self.set_title(self.tr("Open with two keys"))
        self.pad = NotePad(lines=8)
        self.pad.set_read_only(True)
        self.form = FormGrid(1)
        self._told = Words("", "quiet", wrap=True)
        self._away = QTimer(self, singleShot=True, interval=MINUTES * 60_000)
        self._away.timeout.connect(self.close_sheet)
        day = format_long(local(row.written_at).date())
        words = self.tr("A process note of {name}, {day}. Its author is told that it was opened, when and by whom.")
        self.body.addWidget(Notice(words.format(name=row.author_name, day=day), "attention", "shield-key-outline"))
        self.body.addWidget(self._told)
        self._told.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.pad)
        self.pad.hide()
        self.submitted.connect(self._open)
        notes, actor = context.services.notes, context.actor
        context.lanes.read(self, lambda: notes.escrow(actor, row.id), self._show)

    def set_error(self, key: str, sentence: str) -> bool:
        """A wrong password stands beside the second holder's field (`ui.runtime.errors.Form`)."""
        return self.form.set_error("second_proof" if key == "password" else key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()

    def _show(self, state: EscrowState) -> None:
        if state.escrow is None:
            self._told.setText(
                self.tr(
                    "This note is under no two keys. They are made in the settings, and reach a note when its author "
                    "next looks at it; until then only its author reads it."
                )
            )
            self.cancel.setText(self.tr("Close"))
            return
        self._ask(state.escrow)
        words = self.tr("Open")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self.refit()
        self.form.focus_first()

    def _ask(self, escrow: EscrowRow) -> None:
        self.form.add("reason", Field(self.tr("Why it must be opened"), TextEdit1(), required=True))
        if escrow.is_sheet:
            words, edit = self.tr("The seven groups of the sheet"), LineEdit()
            self.form.add("second_proof", Field(words, edit, required=True, lines=2))
        else:
            words = self.tr("Password of {name}").format(name=escrow.second_holder)
            self.form.add("second_proof", Field(words, PasswordEdit(), required=True, lines=2))

    def _open(self) -> None:
        if not self.form.fields():
            return
        empty = [field for field in self.form.fields().values() if not field.value()]
        for field in empty:
            field.set_error(self.tr("Fill this in."))
        if empty:
            self.form.focus_first_error()
            return
        values = self.form.values()
        draft = EmergencyDraft(self._row.id, str(values["reason"]), str(values["second_proof"]))
        notes, actor = self._context.services.notes, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: notes.open_in_emergency(actor, draft), self._on_opened, self._refused)

    def _on_opened(self, found: NoteText) -> None:
        self.form.hide()
        self.main.hide()
        self.cancel.setText(self.tr("Close"))
        told = self.tr("It closes by itself after {minutes} minutes.")
        self._tell(told.format(minutes=to_persian(MINUTES)))
        self.pad.show()
        self.pad.set_text(found.text, covered=False)
        self._away.start()
        self.refit()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        self.refit()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self)
