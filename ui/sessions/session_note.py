"""The writer's own process note beside a session's sheet: written with it, and opened only when asked for."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.notes import NoteDraft, NoteRow, NoteText
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.sessions.note_pad import NotePad
from ui.sessions.sealed_draft import SealedDraft
from ui.widgets.buttons import QuietButton

FORM = "case:session-note"


class SessionNote(QWidget):
    """An empty pad for a new note; behind a button where the session has a note of this writer already."""

    def __init__(self, context: AppContext, case_id: UUID, session_id: UUID | None, subject: str) -> None:
        super().__init__()
        self._context, self._case_id, self._session_id = context, case_id, session_id
        self._stored: NoteRow | None = None
        self.pad = NotePad(lines=4)
        self.opener = QuietButton(self.tr("Open my process note"), "lock-open-outline")
        self.opener.hide()
        self.opener.clicked.connect(self._open)
        self.draft = SealedDraft(self, context, FORM, subject, self.pad)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pad)
        box.addWidget(self.opener)

    def load(self, on_draft: Callable[[], None]) -> None:
        """Look for the own note of the session, and for what was typed before a crash (`on_draft`)."""
        if self._session_id is None:
            self.draft.load(on_draft)
            return
        notes, actor, case_id = self._context.services.notes, self._context.actor, self._case_id

        def found(rows: Sequence[NoteRow]) -> None:
            mine = [row for row in rows if row.is_mine and row.session_id == self._session_id]
            self._stored = mine[0] if mine else None
            self.opener.setVisible(bool(mine))
            self.pad.setHidden(bool(mine))
            self.draft.load(lambda: self._found_draft(on_draft))

        self._context.lanes.read(self, lambda: notes.of_case(actor, case_id), found)

    def is_dirty(self) -> bool:
        return self.draft.is_dirty()

    def save(self, session_id: UUID, done: Callable[[], None], refused: Callable[[Exception], None]) -> None:
        """Store what was typed, after its session; nothing typed stores nothing."""
        text = self.pad.text()
        if not self.draft.is_dirty() or not (text or self._stored):
            self.draft.forget()
            done()
            return
        if self._session_id != session_id:
            self._session_id = session_id
            self.draft.move(CaseArgument(self._case_id, "session", None, session_id).subject())
        stored = self._stored
        draft = NoteDraft(
            self._case_id, text, session_id, stored.id if stored else None, stored.version if stored else None
        )
        notes, actor = self._context.services.notes, self._context.actor

        def kept(row: NoteRow) -> None:
            self._stored = row
            self.draft.forget()
            done()

        self._context.lanes.write(self, lambda: notes.write(actor, draft), kept, refused)

    def forget(self) -> None:
        """Throw away what was typed."""
        self.draft.forget()
        self.draft.filling(lambda: self.pad.set_text(""))

    def last_stop(self, before: QWidget) -> None:
        """Tab comes here after `before`."""
        for stop in (self.opener, self.pad.cover, self.pad.edit):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _open(self) -> None:
        row = self._stored
        if row is None:
            return
        notes, actor = self._context.services.notes, self._context.actor

        def show(found: NoteText) -> None:
            self._stored = found.row
            self._show_pad()
            self.draft.filling(lambda: self.pad.set_text(found.text, covered=False))

        self._context.lanes.read(self, lambda: notes.open(actor, row.id), show)

    def _found_draft(self, on_draft: Callable[[], None]) -> None:
        self._show_pad()
        on_draft()

    def _show_pad(self) -> None:
        self.opener.hide()
        self.pad.show()
