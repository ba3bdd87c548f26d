"""A short form whose text is stored within two seconds and stands there again after a crash (design.md §6)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.runtime.drafts_feed import DraftsFeed
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.multi_choice import MultiChoice


class KeptForm(QObject):
    """Looks after the draft of one form. `restored`: something was put back. Call `done` when it was saved."""

    restored = Signal()
    stored = Signal()

    def __init__(self, owner: QWidget, context: AppContext, name: str, grid: FormGrid, *, subject: str = "") -> None:
        """`name` is the draft's form: the key of its page, or "key:part"; `subject` the row that page opens with."""
        super().__init__(owner)
        self._context, self._name, self._grid = context, name, grid
        self._subject = subject
        self._is_filling = False
        self.is_dirty = False
        self._feed = self._new_feed()
        grid.changed.connect(self._touch)

    def load(self) -> None:
        """Put back what was left, if anything."""
        drafts, actor, name, subject = self._context.services.drafts, self._context.actor, self._name, self._subject
        self._context.lanes.draft(self, lambda: drafts.load(actor, name, subject), self._on_loaded)

    def quietly(self, fill: Callable[[], None]) -> None:
        """Fill in defaults: they are no typing."""
        self._is_filling = True
        fill()
        self._is_filling = False

    def flush(self) -> None:
        if self.is_dirty:
            self._feed.flush()

    def done(self) -> None:
        """The form was saved or thrown away."""
        self._feed.close()
        self.is_dirty = False
        drafts, actor, name, subject = self._context.services.drafts, self._context.actor, self._name, self._subject
        self._context.lanes.draft(self, lambda: drafts.discard(actor, name, subject))
        self._feed = self._new_feed()

    def _new_feed(self) -> "DraftsFeed[dict[str, Any]]":
        drafts, actor, name, subject = self._context.services.drafts, self._context.actor, self._name, self._subject
        feed = DraftsFeed(
            self, self._context.lanes, self._texts, lambda content: drafts.save(actor, name, subject, content)
        )
        feed.stored.connect(self.stored)
        feed.failed.connect(self._context.errors.present)
        return feed

    def _touch(self) -> None:
        if not self._is_filling:
            self.is_dirty = True
            self._feed.touch()

    def _texts(self) -> dict[str, Any]:
        return {key: _text(field) for key, field in self._grid.fields().items() if _text(field)}

    def _on_loaded(self, content: dict[str, Any] | None) -> None:
        if not content or self.is_dirty:
            return
        self._is_filling = True
        for key, text in content.items():
            field = self._grid.fields().get(key)
            if field is not None:
                _put(field, str(text))
        self._is_filling = False
        self.is_dirty = True
        self.restored.emit()


def clear_form(grid: FormGrid) -> None:
    """Every field empty and without errors."""
    for field in grid.fields().values():
        _put(field, "")
        field.set_error("")


def _text(field: Field) -> str:
    return ",".join(field.edit.value()) if isinstance(field.edit, MultiChoice) else text_of(field.edit)


def _put(field: Field, text: str) -> None:
    if isinstance(field.edit, MultiChoice):
        field.edit.set_value([code for code in text.split(",") if code])
    else:
        put_text(field.edit, text)
