"""The drafts of the intake: each form has one of its own, so that an older one that waits is never overwritten."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from services.drafts import DraftRow
from ui.context import AppContext
from ui.runtime.drafts_feed import DraftsFeed

FORM = "intake"


class FormDrafts(QObject):
    """`stored`: what stands in the form is safe. `found`: the latest other draft of this colleague, or None."""

    stored = Signal()
    found = Signal(object)

    def __init__(
        self, owner: QObject, context: AppContext, texts: Callable[[], dict[str, Any]], subject: str
    ) -> None:
        """`texts` gives what stands in the form; `subject` names the draft that the form goes on with, or ""."""
        super().__init__(owner)
        self._context, self._texts = context, texts
        self.subject = subject or uuid4().hex
        self._feed = self._new_feed()

    def touch(self) -> None:
        """Something was typed."""
        self._feed.touch()

    def flush(self) -> None:
        """Store now, without waiting for it."""
        self._feed.flush()

    def forget(self) -> None:
        """The form was registered or thrown away; the next one gets a draft of its own."""
        drafts, actor, subject = self._context.services.drafts, self._context.actor, self.subject
        self._begin("")
        self._context.lanes.draft(self, lambda: drafts.discard(actor, FORM, subject))

    def set_aside(self, next_subject: str = "") -> None:
        """Store what stands in the form for later; the form goes on under another name."""
        drafts, actor, subject = self._context.services.drafts, self._context.actor, self.subject
        content = self._texts()
        self._context.lanes.draft(self, lambda: drafts.save(actor, FORM, subject, content))
        self._begin(next_subject)

    def go_on_with(self, subject: str) -> None:
        """The form takes over a stored draft."""
        self._begin(subject)

    def look(self) -> None:
        """Ask for another draft that waits; answered by `found`."""
        drafts, actor, mine = self._context.services.drafts, self._context.actor, self.subject

        def find() -> DraftRow | None:
            return next((row for row in drafts.of(actor) if row.form == FORM and row.subject != mine), None)

        self._context.lanes.draft(self, find, self.found.emit)

    def load(self, subject: str, show: Callable[[dict[str, Any]], None]) -> None:
        """Read a stored draft; nothing happens when there is none any more."""
        drafts, actor = self._context.services.drafts, self._context.actor
        self._context.lanes.draft(
            self, lambda: drafts.load(actor, FORM, subject), lambda content: show(content) if content else None
        )

    def discard(self, draft: DraftRow) -> None:
        """Throw a waiting draft away, and look whether another waits."""
        drafts, actor = self._context.services.drafts, self._context.actor
        self._context.lanes.draft(self, lambda: drafts.discard(actor, FORM, draft.subject), lambda _none: self.look())

    def _begin(self, subject: str) -> None:
        self._feed.close()
        self.subject = subject or uuid4().hex
        self._feed = self._new_feed()

    def _new_feed(self) -> "DraftsFeed[dict[str, Any]]":
        drafts, actor, subject = self._context.services.drafts, self._context.actor, self.subject
        feed = DraftsFeed(
            self, self._context.lanes, self._texts, lambda content: drafts.save(actor, FORM, subject, content)
        )
        feed.stored.connect(self.stored)
        feed.failed.connect(self._context.errors.present)
        return feed
