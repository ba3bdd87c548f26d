"""A short form whose text is stored within two seconds and stands there again after a crash (design.md §6)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
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
        self._grid = grid
        self._draft = PageDraft(self, context, name, subject, self._texts)
        self._draft.stored.connect(self.stored)
        self._draft.restored.connect(self.restored)
        grid.changed.connect(self._draft.touch)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._draft.is_dirty()

    def load(self) -> None:
        """Put back what was left, if anything."""
        self._draft.load(self._put_back)

    def quietly(self, fill: Callable[[], None]) -> None:
        """Fill in defaults: they are no typing."""
        self._draft.filling(fill)

    def flush(self) -> None:
        """Store at once: the form is left, or the session locks."""
        self._draft.flush()

    def done(self) -> None:
        """The form was saved or thrown away."""
        self._draft.forget()

    def _texts(self) -> dict[str, Any]:
        return {key: _text(field) for key, field in self._grid.fields().items() if _text(field)}

    def _put_back(self, content: dict[str, Any]) -> None:
        for key, text in content.items():
            field = self._grid.fields().get(key)
            if field is not None:
                _put(field, str(text))


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
