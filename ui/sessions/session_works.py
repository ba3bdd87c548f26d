"""What is done on the case page about sessions' tasks and notes: sheets, and one-key works."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.notes import NoteRow, NoteText
from services.sessions import CaseNoteRow, TaskRow
from ui.context import AppContext
from ui.sessions.case_note_sheet import CaseNoteSheet, CaseNoteView
from ui.sessions.emergency_sheet import EmergencySheet
from ui.sessions.note_sheet import NoteSheet


class SessionWorks(QObject):
    """Sheets open over `window`. `is_closed`: whether the file is closed now."""

    def __init__(self, window: QWidget, context: AppContext, case_id: UUID, is_closed: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._context, self._case_id, self._is_closed = window, context, case_id, is_closed

    def do(self, key: str, note_id: UUID | None = None) -> None:
        """ "note" a process note, a new one or the one that `note_id` names; "case_note" a note of the file."""
        if key == "case_note" and self._context.may(Right.SESSION_WRITE):
            CaseNoteSheet(self._window, self._context, self._case_id, is_closed=self._is_closed()).open_sheet()
        elif key == "note" and self._context.may(Right.PROCESS_NOTE):
            if note_id is None:
                NoteSheet(self._window, self._context, self._case_id).open_sheet()
            else:
                self._read(note_id)

    def open_note(self, row: NoteRow) -> None:
        """With its own keys; the head, who has none, with both holders of the unit's escrow."""
        if row.can_open or row.is_mine or not self._context.may(Right.NOTE_ESCROW):
            self._read(row.id)
        else:
            EmergencySheet(self._window, self._context, row).open_sheet()

    def open_case_note(self, row: CaseNoteRow) -> None:
        CaseNoteView(self._window, row).open_sheet()

    def toggle_task(self, task: TaskRow) -> None:
        """One key: done, or to be done again."""
        if not self._context.may(Right.SESSION_WRITE):
            return
        is_done = task.done_on is None
        said = self.tr("Done: {task}") if is_done else self.tr("To be done again: {task}")
        self._store_task(task, is_done=is_done, said=said.format(task=task.text))

    def _store_task(self, task: TaskRow, *, is_done: bool, said: str) -> None:
        sessions, actor = self._context.services.sessions, self._context.actor

        def told(row: TaskRow) -> None:
            undo = self.tr("Taken back: {task}").format(task=task.text)
            self._context.toasts.show(said, partial(self._store_task, row, is_done=not is_done, said=undo))

        self._context.lanes.write(
            self, lambda: sessions.set_task_done(actor, task.id, task.version, is_done=is_done), told
        )

    def _read(self, note_id: UUID) -> None:
        notes, actor = self._context.services.notes, self._context.actor

        def show(found: NoteText) -> None:
            NoteSheet(self._window, self._context, self._case_id, found).open_sheet()

        self._context.lanes.read(self, lambda: notes.open(actor, note_id), show)
