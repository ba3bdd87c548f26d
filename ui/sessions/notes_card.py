"""What was written down beside the sessions: process notes, of which the list tells author and day alone, and notes
of the file (R-14, P-27)."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.notes import NoteRow
from services.persian.jalali import format_day_month
from services.sessions import CaseNoteRow
from ui.case.rows_card import RowsCard
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.widgets.row_paint import Row

_SHORT = 90


class NotesCard(RowsCard):
    """Reads itself. `note_opened` carries a `NoteRow`, `case_note_opened` a `CaseNoteRow`; `wanted` "note" or
    "case_note" for a new one.
    """

    note_opened = Signal(object)
    case_note_opened = Signal(object)
    wanted = Signal(str)

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Notes"))
        self.rows.setAccessibleName(self.tr("Notes"))
        self._empty.setText(self.tr("Nothing was written down beside the sessions."))
        self._context, self._case_id = context, case_id
        self._notes: dict[UUID, NoteRow] = {}
        self._case_notes: dict[UUID, CaseNoteRow] = {}
        self._is_covering = False
        self.may_note = context.may(Right.PROCESS_NOTE)
        if self.may_note:
            button = self.add_action(self.tr("Process note"), "lock-plus-outline", partial(self.wanted.emit, "note"))
            button.setToolTip(with_keys(self.tr("A note that you alone read"), "Ctrl+Shift+N"))
        if context.may(Right.SESSION_WRITE):
            words = self.tr("Note of the file")
            button = self.add_action(words, "note-plus-outline", partial(self.wanted.emit, "case_note"))
            button.setToolTip(with_keys(self.tr("A note that may be quoted"), "Ctrl+Shift+K"))
        self.rows.opened.connect(self._open)
        context.bus.on(self, ("note", "case_note", "note_escrow"), self.load)

    def load(self) -> None:
        """Read both lists; who may not read of sessions has none."""
        services, actor, case_id = self._context.services, self._context.actor, self._case_id
        may_note = self.may_note

        def both() -> tuple[Sequence[NoteRow], Sequence[CaseNoteRow]]:
            notes = services.notes.of_case(actor, case_id) if may_note else ()
            return notes, services.sessions.notes_of_case(actor, case_id)

        if self._context.may(Right.SESSION_READ):
            self._context.lanes.read(self, both, self._show, lambda _error: None, latest="notes")

    def note(self, note_id: UUID) -> NoteRow | None:
        return self._notes.get(note_id)

    def _show(self, found: tuple[Sequence[NoteRow], Sequence[CaseNoteRow]]) -> None:
        notes, case_notes = found
        self._notes = {row.id: row for row in notes}
        self._case_notes = {row.id: row for row in case_notes}
        self.set_rows([*(self._note(row) for row in notes), *(self._case_note(row) for row in case_notes)])
        if any(row.lacks_escrow for row in notes) and not self._is_covering:
            self._cover()

    def _cover(self) -> None:
        """A new escrow was made: the own notes come under it when their author is there."""
        self._is_covering = True
        notes, actor = self._context.services.notes, self._context.actor
        self._context.lanes.write(self, lambda: notes.cover(actor), lambda _count: None, lambda _error: None)

    def _note(self, row: NoteRow) -> Row:
        day = format_day_month(local(row.written_at).date())
        title = self.tr("Process note · {day}").format(day=day)
        chip, tone = "", "information"
        if row.opened_in_emergency is not None:
            chip, tone = self.tr("opened by two keys"), "danger"
        elif row.is_mine and not row.can_open:
            chip, tone = self.tr("closed by the reset password"), "attention"
        elif not row.is_mine and row.can_open:
            chip = self.tr("shared with you")
        elif row.shares:
            chip = self.tr("shared")
        who = self.tr("yours") if row.is_mine else row.author_name
        name = "lock-open-variant-outline" if row.can_open else "lock-outline"
        return Row(row.id, title, who, chip, tone, icon=name)

    def _case_note(self, row: CaseNoteRow) -> Row:
        first = row.text.partition("\n")[0]
        title = first if len(first) <= _SHORT else f"{first[:_SHORT]}…"
        quiet = f"{row.staff_name} · {format_day_month(row.happened_on)}"
        return Row(row.id, title, quiet, self.tr("late") if row.is_late else "", "attention", icon="note-outline")

    def _open(self, key: object) -> None:
        if not isinstance(key, UUID):
            return
        if key in self._notes:
            self.note_opened.emit(self._notes[key])
        elif key in self._case_notes:
            self.case_note_opened.emit(self._case_notes[key])
