"""What the sheets over a letter have in common: one form, one use-case, errors beside its fields."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from services.changes import Done
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.widgets.ask import ask_to_discard
from ui.widgets.form_grid import FormGrid
from ui.widgets.sheet import Sheet


class SmallSheet(Sheet):
    """A subclass fills `form` and gives `save`, which calls `store`. Esc asks when something was typed."""

    def __init__(self, window: QWidget, context: AppContext, form: FormGrid, *, width: int = 480) -> None:
        super().__init__(window, "", width=width)
        self.context, self.form = context, form
        self.is_dirty = False
        self.main.show()
        form.changed.connect(self._touch)
        self.submitted.connect(self.save)

    def dress(self, title: str, main_words: str) -> None:
        self.set_title(title)
        self.main.setText(main_words)
        self.main.setToolTip(with_keys(main_words, "Ctrl+Return"))
        self.body.addWidget(self.form)

    def save(self) -> None:
        """Check the form and `store`."""

    def settled(self) -> None:
        """The form stands as it was found: nothing was typed yet."""
        self.is_dirty = False

    def store(self, use_case: Callable[[], Done[Any]], said: str) -> None:
        self.main.setEnabled(False)

        def done(_value: Any) -> None:
            self.is_dirty = False
            self.context.toasts.show(said)
            self.close_sheet()

        def refused(error: Exception) -> None:
            self.main.setEnabled(True)
            self.context.errors.present(error, self.form)

        self.context.lanes.write(self, use_case, done, refused)

    def can_close(self) -> bool:
        return not self.is_dirty or ask_to_discard(self.window())

    def _touch(self) -> None:
        self.is_dirty = True
