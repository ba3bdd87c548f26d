"""The editor of a letter text: the lines as they were typed, the wrong one marked."""

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme.theme import px, theme
from ui.widgets.multiline_edit import MultilineEdit

_LEAST = 88
_PLACE = re.compile(r"\{[^{}\n]+\}|\{\{[^{}\n]+\}\}")


class _Places(QSyntaxHighlighter):
    """Places stand out from the words that are printed as they are."""

    def highlightBlock(self, text: str) -> None:
        form, colours = QTextCharFormat(), theme().colours
        form.setForeground(QColor(colours.accent))
        form.setBackground(QColor(colours.accent_soft))
        for place in _PLACE.finditer(text):
            self.setFormat(place.start(), len(place[0]), form)


class LetterEdit(MultilineEdit):
    """As high as there is room. `value` is the text as it stands, so that its lines keep their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._seen = ""
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._places = _Places(self.document())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(
            self, "_places"
        ):  # Qt sends it before __init__ is over
            self._places.rehighlight()

    def value(self) -> str:
        return self.toPlainText()

    def _on_text(self) -> None:
        """Colouring the places counts for Qt as a change of the text; for whoever listens it is none."""
        if self._seen != self.toPlainText():
            self._seen = self.toPlainText()
            super()._on_text()

    def insert_place(self, opens: str, closes: str) -> None:
        """A place at the cursor; of a choice (`closes`), the lines between which one goes on typing."""
        cursor = self.textCursor()
        if closes:
            cursor.insertText(f"{opens}\n\n{closes}\n")
            cursor.movePosition(QTextCursor.MoveOperation.Up, n=2)
        else:
            cursor.insertText(opens)
        self.setTextCursor(cursor)

    def mark_line(self, line: int) -> None:
        """Show which line is wrong, 0 for none; the cursor stays."""
        marks = []
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            mark = QTextEdit.ExtraSelection()
            colour = QColor(theme().colours.danger)
            colour.setAlpha(46)
            mark.format.setBackground(colour)
            mark.format.setProperty(QTextBlockFormat.Property.FullWidthSelection, True)
            mark.cursor = QTextCursor(block)
            marks.append(mark)
        self.setExtraSelections(marks)

    def go_to_line(self, line: int) -> None:
        """The cursor to the end of a line, and the keyboard with it."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.setFocus()
        self.ensureCursorVisible()

    def _fit(self) -> None:
        self.setMinimumHeight(px(_LEAST))
