"""The editor of a letter text: the lines as they were typed, the wrong one marked."""

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme.theme import px, theme
from ui.widgets.multiline_edit import MultilineEdit

_LEAST = 190


class LetterEdit(MultilineEdit):
    """As high as there is room. `value` is the text as it stands, so that its lines keep their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def value(self) -> str:
        return self.toPlainText()

    def insert_place(self, name: str, *, is_choice: bool) -> None:
        """A place at the cursor; of a choice, the lines between which one goes on typing."""
        cursor = self.textCursor()
        if is_choice:
            cursor.insertText(f"{{% if {name} %}}\n\n{{% endif %}}\n")
            cursor.movePosition(QTextCursor.MoveOperation.Up, n=2)
        else:
            cursor.insertText(f"{{{{ {name} }}}}")
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
