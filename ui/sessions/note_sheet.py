"""A process note on its own sheet: to write, to read what was shared, to share and to take back (R-14)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.clock import local
from services.errors import StaleError
from services.notes import NoteDraft, NoteRow, NoteText
from services.persian.jalali import format_long, format_time
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.sessions.note_pad import NotePad
from ui.sessions.sealed_draft import SealedDraft
from ui.theme.theme import px
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.labels import OneLine, Words
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.sheet import Sheet

FORM = "case:note"


class NoteSheet(Sheet):
    """Opens with a new note, or with one that was opened by its own keys. `saved` carries the `NoteRow`."""

    saved = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, case_id: UUID, found: NoteText | None = None) -> None:
        super().__init__(window, "", side=True, width=620)
        self._context, self._case_id = context, case_id
        self._row: NoteRow | None = found.row if found is not None else None
        self.pad = NotePad(lines=10)
        note_id = self._row.id if self._row is not None else None
        subject = CaseArgument(case_id, "note", note_id=note_id).subject()
        self.draft = SealedDraft(self, context, FORM, subject, self.pad)
        self._conflict = ConflictBar()
        self._restored = Notice(self.tr("What you wrote before is here again."), "information", "history")
        self._told = Notice("", "danger", "shield-key-outline")
        self.sharing = SharePanel(context)
        self._dress()
        if found is not None:
            self.draft.filling(lambda: self.pad.set_text(found.text))
        if self.is_mine():
            self.submitted.connect(self._save)
            self.draft.load(self._restored.show)
        self._conflict.reload_wanted.connect(self._take_theirs)
        self._conflict.keep_wanted.connect(self._keep_mine)
        self.sharing.shared.connect(self._on_shared)

    def is_mine(self) -> bool:
        return self._row is None or self._row.is_mine

    def open_sheet(self) -> None:
        super().open_sheet()
        self.pad.reveal()

    def can_close(self) -> bool:
        """What was typed is kept or thrown away, but never lost by a key."""
        if not self.draft.is_dirty():
            return True
        actions = (
            Action("stay", self.tr("Go on writing"), "primary"),
            Action("keep", self.tr("Keep as a draft")),
            Action("discard", self.tr("Discard what was typed"), "danger"),
        )
        answer = ask(self.window(), self.tr("Leave the note?"), self.tr("It is not stored yet."), actions)
        if answer == "discard":
            self.draft.forget()
        elif answer == "keep":
            self.draft.flush()
        return answer in ("keep", "discard")

    def set_error(self, key: str, sentence: str) -> bool:
        """The text's error stands under it (`ui.runtime.errors.Form`)."""
        if key != "text":
            return False
        self.pad.set_error(sentence)
        return True

    def focus_first_error(self) -> None:
        if self.pad.error():
            self.pad.reveal()

    def _dress(self) -> None:
        row = self._row
        self.set_title(self.tr("Process note"))
        if self.is_mine():
            words = self.tr("Store")
            self.main.setText(words)
            self.main.setToolTip(with_keys(words, "Ctrl+Return"))
            self.main.show()
        else:
            self.cancel.setText(self.tr("Close"))
            self.pad.set_read_only(True)
        self._restored.hide()
        self._told.hide()
        for part in (self._conflict, self._restored, self._told):
            self.body.addWidget(part)
        if row is not None:
            wall = local(row.changed_at)
            when = f"{format_long(wall.date())}\u060c {format_time(wall.time())}"
            self.body.addWidget(Words(f"{row.author_name} · {when}", "quiet"))
            self._tell_of_emergency(row)
        self.body.addWidget(self.pad)
        hint = self.tr("Sealed with your own key: no colleague, no search, no report and no backup reads it.")
        self.body.addWidget(Words(hint, "quiet", wrap=True))
        self.body.addSpacing(px(6))
        self.body.addWidget(self.sharing)
        self.body.addStretch(1)
        self.sharing.show_note(row)

    def _tell_of_emergency(self, row: NoteRow) -> None:
        if row.opened_in_emergency is None:
            return
        wall = local(row.opened_in_emergency)
        when = f"{format_long(wall.date())}\u060c {format_time(wall.time())}"
        told = self.tr("Opened by two keys on {when}, by {name}; the reason is in the log.")
        self._told.set_sentence(told.format(when=when, name=row.opened_by))
        away = LinkButton(self.tr("Seen"))
        away.clicked.connect(lambda: self._put_away(row))
        self._told.buttons.addWidget(away)
        self._told.show()

    def _put_away(self, row: NoteRow) -> None:
        notes, actor = self._context.services.notes, self._context.actor
        self._context.lanes.write(self, lambda: notes.put_away(actor, row.id), lambda _none: self._told.hide())

    # --- storing ----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        row, notes, actor = self._row, self._context.services.notes, self._context.actor
        session_id = row.session_id if row is not None else None
        draft = NoteDraft(
            self._case_id, self.pad.text(), session_id, row.id if row else None, row.version if row else None
        )
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: notes.write(actor, draft), self._on_saved, self._on_refused)

    def _on_saved(self, row: NoteRow) -> None:
        self.draft.forget()
        self._context.toasts.show(self.tr("The note is stored; only you read it."))
        self.saved.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
        else:
            self._context.errors.present(error, self)

    def _take_theirs(self) -> None:
        self._reread(self._put_theirs)

    def _keep_mine(self) -> None:
        self._reread(self._put_mine)

    def _reread(self, take: Callable[[NoteText], None]) -> None:
        self._conflict.hide()
        row, notes, actor = self._row, self._context.services.notes, self._context.actor
        if row is not None:
            self._context.lanes.read(self, lambda: notes.open(actor, row.id), take)

    def _put_theirs(self, found: NoteText) -> None:
        self._row = found.row
        self.draft.forget()
        self.draft.filling(lambda: self.pad.set_text(found.text, covered=False))

    def _put_mine(self, found: NoteText) -> None:
        self._row = found.row
        self._save()

    def _on_shared(self, row: NoteRow) -> None:
        self._row = row


class SharePanel(QWidget):
    """Who else can open the note: sharing by one choice, taking back by one key. Hidden for a new note."""

    shared = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._row: NoteRow | None = None
        self.lines = QVBoxLayout()
        self.lines.setSpacing(px(6))
        self.who = ChoiceEdit((), self.tr("A colleague who may see this file"))
        self.who.setAccessibleName(self.tr("Share with"))
        self.give = QuietButton(self.tr("Share"), "account-key-outline")
        self.give.clicked.connect(self._share)
        across = QHBoxLayout()
        across.setSpacing(px(8))
        across.addWidget(self.who, 1)
        across.addWidget(self.give)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(Words(self.tr("Who else can open it"), "strong"))
        box.addLayout(self.lines)
        box.addLayout(across)
        self.hide()

    def show_note(self, row: NoteRow | None) -> None:
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for share in row.shares:
            self.lines.addWidget(self._line(row, share.staff_id, share.name))
        if not row.shares:
            self.lines.addWidget(Words(self.tr("Nobody but its author."), "quiet"))
        notes, actor = self._context.services.notes, self._context.actor
        self._context.lanes.read(self, lambda: notes.receivers(actor, row.id), self._offer, latest="receivers")

    def _offer(self, found: Sequence[tuple[UUID, str]]) -> None:
        have = {share.staff_id for share in self._row.shares} if self._row is not None else set()
        self.who.set_choices([Choice(str(key), name) for key, name in found if key not in have])
        self.who.set_value("")

    def _line(self, row: NoteRow, staff_id: UUID, name: str) -> QFrame:
        line = QFrame()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(OneLine(name), 1)
        if row.is_mine:
            back = LinkButton(self.tr("Take back"))
            back.setAccessibleName(f"{back.text()} · {name}")
            back.clicked.connect(partial(self._take_back, staff_id))
            across.addWidget(back)
        return line

    def _share(self) -> None:
        if self._row is None or not self.who.value():
            self.who.setFocus()
            return
        notes, actor, note_id = self._context.services.notes, self._context.actor, self._row.id
        staff_id = UUID(self.who.value())
        said = self.tr("Your colleague can open the note.")
        self._context.lanes.write(self, lambda: notes.share(actor, note_id, staff_id), partial(self._changed, said))

    def _take_back(self, staff_id: UUID) -> None:
        if self._row is None:
            return
        notes, actor, note_id = self._context.services.notes, self._context.actor, self._row.id
        said = self.tr("The note opens to your colleague no longer.")
        self._context.lanes.write(
            self, lambda: notes.take_back(actor, note_id, staff_id), partial(self._changed, said)
        )

    def _changed(self, said: str, row: NoteRow) -> None:
        self._context.toasts.show(said)
        self.show_note(row)
        self.shared.emit(row)
