"""The texts of a sheet: stored within two seconds, there again when it is opened for the same (design.md §6).

For sheets that have no draft of their own. Only prose is kept: passwords, codes and what has to be chosen from a list
are not.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
from ui.widgets.field import Field
from ui.widgets.form_text import put_text, text_of
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.sheet import Sheet

FORM = "sheet"
_LOOK_MS, _LOOKS = 30, 100


def keeper(context: AppContext) -> Callable[[Sheet], object]:
    """What `install_keeper` takes for a session."""
    return lambda sheet: KeptTexts(sheet, context)


class KeptTexts(QObject):
    """Follows what is typed by hand; what the program fills in is no typing."""

    def __init__(self, sheet: Sheet, context: AppContext) -> None:
        super().__init__(sheet)
        self._sheet, self._context = sheet, context
        self._edits = _prose(sheet)
        self._typed: set[str] = set()
        self._waiting: dict[str, str] = {}
        form = f"{FORM}:{type(sheet).__name__}"
        self._draft = PageDraft(self, context, form, sheet.kept_about or "", self._texts)
        for key, edit in self._edits.items():
            if isinstance(edit, TextEdit1):
                edit.textEdited.connect(partial(self._on_typed, key))
            elif isinstance(edit, MultilineEdit):
                edit.textChanged.connect(partial(self._on_text, key, edit))
        sheet.closed.connect(self._on_closed)
        if self._edits:
            self._draft.load(self._on_found)

    def _on_text(self, key: str, edit: QPlainTextEdit) -> None:
        if edit.document().isModified():
            self._on_typed(key)

    def _on_typed(self, key: str, _text: str = "") -> None:
        self._typed.add(key)
        self._draft.touch()

    def _texts(self) -> dict[str, Any]:
        return {
            **self._waiting,
            **{key: text_of(self._edits[key]) for key in self._typed if isValid(self._edits[key])},
        }

    def _on_found(self, content: dict[str, Any]) -> None:
        self._waiting = {key: str(text) for key, text in content.items() if text and key in self._edits}
        self._put_back(_LOOKS)

    def _put_back(self, looks: int) -> None:
        """After the sheet was filled from the file; what was typed takes the place of what stands there."""
        if looks and not self._context.lanes.idle():
            QTimer.singleShot(_LOOK_MS, self, partial(self._put_back, looks - 1))
            return
        waiting, self._waiting = self._waiting, {}
        for key in {key for key in waiting.keys() - self._typed if isValid(self._edits[key])}:
            put_text(self._edits[key], waiting[key])
            self._typed.add(key)
        if waiting:
            self._context.toasts.show(self.tr("What you had written here stands here again."))

    def _on_closed(self) -> None:
        """Done, or thrown away when the sheet asked; a sheet that does not ask keeps it for the next time."""
        if not self._draft.is_dirty():
            return
        if self._sheet.is_left and type(self._sheet).can_close is Sheet.can_close:
            self._draft.flush()
        else:
            self._draft.forget()


def _prose(sheet: Sheet) -> dict[str, QWidget]:
    """The edits of prose by their label, and a number where labels are alike."""
    found: dict[str, QWidget] = {}
    for field in sheet.findChildren(Field):
        edit = field.edit
        if type(edit) in (TextEdit1, MultilineEdit):
            label = field.label()
            same = sum(key.rpartition("#")[0] == label for key in found)
            found[f"{label}#{same}"] = edit
    return found
