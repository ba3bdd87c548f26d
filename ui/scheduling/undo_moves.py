"""What was moved with the hand and can be taken back, the last first, also after its words have gone."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from services.scheduling.shapes import AppointmentDraft, AppointmentRow
from ui.context import AppContext
from ui.scheduling.words import day_words, hour_words

_MOST = 20


class UndoMoves(QObject):
    """`undone` carries the row as it stands again. Each move is taken back through the service, under its rules."""

    undone = Signal(object)

    def __init__(self, owner: QObject, context: AppContext) -> None:
        super().__init__(owner)
        self._context = context
        self._moves: list[AppointmentDraft] = []
        self._versions: dict[UUID, int] = {}
        """As we left them: whatever somebody else changed since then is not overwritten."""

    def push(self, before: AppointmentDraft, row: AppointmentRow) -> Callable[[], None]:
        """Remember where a moved appointment stood; the result takes this move back, once."""
        self._versions[row.id] = row.version
        self._moves.append(before)
        del self._moves[:-_MOST]
        return lambda: self._undo(before)

    def undo_last(self) -> bool:
        """Whether there was something to take back."""
        if not self._moves:
            return False
        self._undo(self._moves[-1])
        return True

    def _undo(self, before: AppointmentDraft) -> None:
        if not any(one is before for one in self._moves) or before.id is None:
            return
        self._moves = [one for one in self._moves if one is not before]
        draft = replace(before, version=self._versions[before.id])
        scheduling, actor = self._context.services.scheduling, self._context.actor
        self._context.lanes.write(self, lambda: scheduling.book(actor, draft), self._on_undone)

    def _on_undone(self, row: AppointmentRow) -> None:
        self._versions[row.id] = row.version
        words = self.tr("Back at {day}, {hour}").format(day=day_words(row.day), hour=hour_words(row.start))
        self._context.toasts.show(words)
        self.undone.emit(row)
