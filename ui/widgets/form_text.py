"""What stands in an edit, as text for the draft, readable or not, and putting it back (design.md §6)."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.choice_edit import ChoiceEdit


def text_of(edit: QWidget) -> str:
    """What was typed; the code of a choice; "1" for a tick."""
    if isinstance(edit, ChoiceEdit):
        return edit.value()
    if isinstance(edit, QLineEdit):
        return edit.text()
    if isinstance(edit, QPlainTextEdit):
        return edit.toPlainText()
    if isinstance(edit, QCheckBox):
        return "1" if edit.isChecked() else ""
    value: Any = getattr(edit, "value", str)()
    return value if isinstance(value, str) else ""


def put_text(edit: QWidget, text: str) -> None:
    """The reverse of `text_of`: what can't be read stands there again as it was typed."""
    if isinstance(edit, QLineEdit) and not isinstance(edit, ChoiceEdit):
        edit.setText(text)
        leave = getattr(edit, "leave", None)
        if callable(leave):
            leave()
    elif isinstance(edit, QPlainTextEdit):
        edit.setPlainText(text)
    elif isinstance(edit, QCheckBox):
        edit.setChecked(bool(text))
    else:
        put: Any = getattr(edit, "set_value", None)
        if callable(put):
            put(text)
