"""The one-line edit under all others: Persian digits and letters while typing, and always on the right."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.style import set_role
from ui.widgets.labels import TO_THE_RIGHT

ZWNJ = "\u200c"
# Digits of three scripts and the Arabic forms of yeh and kaf, one for one, so that the cursor stays in place.
_FOLD = {
    **{ord("0") + n: 0x06F0 + n for n in range(10)},
    **{0x0660 + n: 0x06F0 + n for n in range(10)},
    0x064A: 0x06CC,
    0x0643: 0x06A9,
}
# compiled by `re` with the first text that is typed, not at the start
_BREAKS = "[\r\n\t\v\f\u2028\u2029]+"
_STRAY = "[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"


def fold(text: str) -> str:
    """The text as it should stand in a field: Persian digits, yeh and kaf, no breaks, no direction marks."""
    return re.sub(_STRAY, "", re.sub(_BREAKS, " ", text)).translate(_FOLD)


class LineEdit(QLineEdit):
    """Base of every one-line edit.

    `changed`: the value changed, by hand or by `set_value`. `problem_changed`: what is wrong with the text,
    as a sentence, "" when nothing is; checked on leaving, taken back while typing.
    `hint_changed`: what the text means (an echo), for the line under the field.
    """

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(TO_THE_RIGHT)
        self._problem = ""
        self._refolding = False
        self.textChanged.connect(self._refold)

    def value(self) -> str:
        """The text as services take it; "" when empty."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self.setText(value)
        self.check()
        if not self.hasFocus():
            self.home(False)  # a text longer than its field shows its beginning

    def problem(self) -> str:
        """The sentence about what stands in the field now; "" when it can be taken."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            before = self.blockSignals(False)  # a value that is put in quietly may not leave an old sentence standing
            self.problem_changed.emit(sentence)
            self.blockSignals(before)

    def set_invalid(self, invalid: bool) -> None:
        """The red frame; the words stand in the line of the Field."""
        set_role(self, "invalid", invalid)

    def check(self) -> bool:
        """Read the text now, as on leaving; True when it can be taken."""
        self.leave()
        return not self._problem

    def leave(self) -> None:
        """What happens when the keyboard leaves: tidy the text, look for problems."""

    def refine(self, text: str) -> str:
        """What typing may not do in this edit (letters in a number) is taken out here."""
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            if self.refine(ZWNJ):
                self.insert(ZWNJ)
            return
        typed = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if typed.isprintable() and typed and plain:
            folded = self.refine(fold(typed))
            if folded != typed:
                # insert() keeps the undo history, which a later setText would lose
                if folded and not self.isReadOnly():
                    self.insert(folded)
                event.accept()
                return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file: its path is no text of a case
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            event.setCommitString(self.refine(fold(event.commitString())))
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)  # where one goes on typing after an error

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.leave()
            self.home(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from ui.widgets.edit_menu import rewrite

        menu = rewrite(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(TO_THE_RIGHT)

    def _refold(self, text: str) -> None:
        """Pasted and programmed text comes through here."""
        if self._refolding:
            return
        folded = self.refine(fold(text))
        if folded != text:
            self._refolding = True
            at = len(self.refine(fold(text[: self.cursorPosition()])))
            self.setText(folded)
            self.setCursorPosition(at)
            self._refolding = False
        if self.hasFocus():
            self.set_problem("")
        self.changed.emit()


def display_form(text: str) -> str:
    """The form that is stored; its tables are made with the first field of words, not at the start."""
    from services.persian import text as persian_text

    return persian_text.display_form(text)


class TextEdit1(LineEdit):
    """One line of Persian text: tidied to its display form on leaving, ZWNJ by Shift+Space."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)

    def value(self) -> str:
        return display_form(self.text())

    def leave(self) -> None:
        tidy = fold(display_form(self.text()))
        if tidy != self.text():
            self.setText(tidy)
