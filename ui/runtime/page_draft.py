"""The draft of a page or sheet: stored within two seconds, taken up when the page opens again, gone once saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.runtime.drafts_feed import DraftsFeed
from ui.widgets.ask import Action, ask


class PageDraft(QObject):
    """`touch` after every change; the snapshot is plain data of texts, numbers and lists.

    `stored`: what was typed is safe now. `restored`: what was left stands there again. Filling a page from its data
    or its draft is no typing: wrap it in `filling`.
    """

    stored = Signal()
    restored = Signal()

    def __init__(
        self, page: QObject, context: AppContext, form: str, subject: str, snapshot: Callable[[], dict[str, Any]]
    ) -> None:
        super().__init__(page)
        self._context, self._form, self._subject, self._snapshot = context, form, subject, snapshot
        self._is_dirty = self._is_filling = False
        self._feed = self._new_feed()

    def touch(self) -> None:
        """Something was typed or answered."""
        if self._is_filling:
            return
        self._is_dirty = True
        self._feed.touch()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._is_dirty

    def filling(self, fill: Callable[[], None]) -> None:
        """Run `fill`, whose changes are not typing."""
        before, self._is_filling = self._is_filling, True
        try:
            fill()
        finally:
            self._is_filling = before

    def flush(self) -> None:
        """Store at once: the page is left or the session locks."""
        if self._is_dirty:
            self._feed.flush()

    def load(self, on_found: Callable[[dict[str, Any]], None]) -> None:
        """Give the waiting draft, if there is one and nothing was typed meanwhile, to `on_found`."""
        drafts, actor = self._context.services.drafts, self._context.actor
        form, subject = self._form, self._subject

        def show(content: dict[str, Any] | None) -> None:
            if content and not self._is_dirty:
                self.filling(lambda: on_found(content))
                self._is_dirty = True
                self.restored.emit()

        self._context.lanes.draft(self, lambda: drafts.load(actor, form, subject), show)

    def may_go(self, window: QWidget, question: str) -> bool:
        """Whether the form may be closed: what was typed is kept or thrown away, but never lost by a key."""
        if not self._is_dirty:
            return True
        actions = (
            Action("stay", self.tr("Go on writing"), "primary"),
            Action("keep", self.tr("Keep as a draft")),
            Action("discard", self.tr("Discard what was typed"), "danger"),
        )
        answer = ask(window, question, self.tr("It is not recorded yet."), actions)
        if answer == "discard":
            self.forget()
        elif answer == "keep":
            self.flush()
        return answer in ("keep", "discard")

    def forget(self) -> None:
        """The page was saved."""
        self._feed.close()
        self._is_dirty = False
        drafts, actor = self._context.services.drafts, self._context.actor
        form, subject = self._form, self._subject
        self._context.lanes.draft(self, lambda: drafts.discard(actor, form, subject))
        self._feed = self._new_feed()

    def _new_feed(self) -> "DraftsFeed[dict[str, Any]]":
        drafts, actor = self._context.services.drafts, self._context.actor
        form, subject = self._form, self._subject
        feed = DraftsFeed(
            self, self._context.lanes, self._snapshot, lambda content: drafts.save(actor, form, subject, content)
        )
        feed.stored.connect(self.stored)
        feed.failed.connect(self._context.errors.present)
        return feed
