"""A note of the file outside its sessions; into a closed file a late one, which reopens nothing (P-27)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.persian.jalali import format_long
from services.sessions import CaseNoteDraft, CaseNoteRow
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Chip, Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet

FORM = "case:case-note"


class CaseNoteSheet(Sheet):
    """`saved` carries the `CaseNoteRow`."""

    saved = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, case_id: UUID, *, is_closed: bool) -> None:
        super().__init__(window, "", width=600)
        self._context, self._case_id = context, case_id
        self.set_title(self.tr("Note of the file"))
        words = self.tr("Write down")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        self.form = FormGrid(2)
        text = MultilineEdit(self.tr("What may be quoted in a report"), lines=6, max_lines=14)
        self.form.add("happened_on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("text", Field(self.tr("Note"), text, required=True), 2)
        self.form.field("happened_on").set_value(context.today())
        if is_closed:
            told = self.tr("The file is closed: this is stored as a late note and opens nothing.")
            self.body.addWidget(Notice(told, "attention", "clock-alert-outline"))
        self._restored = Notice(self.tr("What you wrote before is here again."), "information", "history")
        self._restored.hide()
        self.body.addWidget(self._restored)
        self.body.addWidget(self.form)
        subject = CaseArgument(case_id, "case_note").subject()
        self.draft = PageDraft(self, context, FORM, subject, self._texts)
        self.form.changed.connect(self.draft.touch)
        self.submitted.connect(self._save)
        self.draft.load(self._take_up)

    def open_sheet(self) -> None:
        super().open_sheet()
        self.form.field("text").edit.setFocus()

    def can_close(self) -> bool:
        return self.draft.may_go(self.window(), self.tr("Leave the note?"))

    def _texts(self) -> dict[str, Any]:
        return {key: text_of(field.edit) for key, field in self.form.fields().items()}

    def _take_up(self, texts: dict[str, Any]) -> None:
        for key, field in self.form.fields().items():
            put_text(field.edit, str(texts.get(key, "")))
        self._restored.show()
        self.refit()

    def _save(self) -> None:
        day = self.form.field("happened_on")
        if not self.form.check():
            return
        if day.value() is None:
            day.set_error(self.tr("Fill this in."))
            day.edit.setFocus()
            return
        draft = CaseNoteDraft(self._case_id, str(self.form.field("text").value()), day.value())
        sessions, actor = self._context.services.sessions, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: sessions.add_note(actor, draft), self._on_saved, self._on_refused)

    def _on_saved(self, row: CaseNoteRow) -> None:
        self.draft.forget()
        self._context.toasts.show(self.tr("The note is written down."))
        self.saved.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)


class CaseNoteView(Sheet):
    """A note of the file to read; it is never changed, only another one is added."""

    def __init__(self, window: QWidget, row: CaseNoteRow) -> None:
        super().__init__(window, "", width=600)
        self.set_title(self.tr("Note of the file"))
        self.cancel.setText(self.tr("Close"))
        if row.is_late:
            self.body.addWidget(Chip(self.tr("late note"), "attention"))
        self.body.addWidget(Words(f"{row.staff_name} · {format_long(row.happened_on)}", "quiet"))
        self.body.addWidget(Words(row.text, wrap=True))
        self.body.addStretch(1)
