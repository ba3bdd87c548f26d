"""The draft of a process note: sealed to its author while it is typed, offered again after a crash (R-14)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.context import AppContext
from ui.runtime.drafts_feed import DraftsFeed
from ui.sessions.note_pad import NotePad


class SealedDraft(QObject):
    """Follows a pad. `form` and `subject` lead back to its place, as every draft's."""

    def __init__(self, owner: QObject, context: AppContext, form: str, subject: str, pad: NotePad) -> None:
        super().__init__(owner)
        self._context, self._form, self._subject, self._pad = context, form, subject, pad
        self._is_dirty = self._is_filling = False
        self._feed = self._new_feed()
        pad.changed.connect(self._touch)

    def is_dirty(self) -> bool:
        """Whether something was typed that is not stored."""
        return self._is_dirty

    def filling(self, fill: Callable[[], None]) -> None:
        """Run `fill`, whose changes are not typing."""
        self._is_filling = True
        try:
            fill()
        finally:
            self._is_filling = False

    def load(self, on_found: Callable[[], None]) -> None:
        """Put the waiting draft, covered, unless something was typed meanwhile."""
        notes, actor, form, subject = self._context.services.notes, self._context.actor, self._form, self._subject

        def show(text: str | None) -> None:
            if text and not self._is_dirty:
                self.filling(lambda: self._pad.set_text(text))
                self._is_dirty = True
                on_found()

        self._context.lanes.draft(self, lambda: notes.draft(actor, form, subject), show)

    def flush(self) -> None:
        if self._is_dirty:
            self._feed.flush()

    def move(self, subject: str) -> None:
        """What was typed belongs to another thing from now on: kept there first, then gone here."""
        notes, actor, form, former = self._context.services.notes, self._context.actor, self._form, self._subject
        self._feed.close()
        self._subject = subject
        self._feed = self._new_feed()
        self.flush()
        self._context.lanes.draft(self, lambda: notes.discard_draft(actor, form, former))

    def forget(self) -> None:
        """The note was stored or thrown away."""
        self._feed.close()
        self._is_dirty = False
        notes, actor, form, subject = self._context.services.notes, self._context.actor, self._form, self._subject
        self._context.lanes.draft(self, lambda: notes.discard_draft(actor, form, subject))
        self._feed = self._new_feed()

    def _touch(self) -> None:
        if not self._is_filling:
            self._is_dirty = True
            self._feed.touch()

    def _new_feed(self) -> "DraftsFeed[str]":
        notes, actor, form, subject = self._context.services.notes, self._context.actor, self._form, self._subject
        feed = DraftsFeed(
            self,
            self._context.lanes,
            self._pad.edit.toPlainText,
            lambda text: notes.keep_draft(actor, form, subject, text),
        )
        feed.failed.connect(self._context.errors.present)
        return feed
