"""Several lines of text: notes, descriptions, addresses."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from services.persian import text as persian_text
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.edit_menu import rewrite
from ui.widgets.line_edit import ZWNJ, fold
from ui.widgets.walking import ENTER


class MultilineEdit(QPlainTextEdit):
    """Enter makes a new line, and with `walks_on` goes to the next field as everywhere else; Shift+Enter goes back,
    Tab on, Ctrl+Enter is the page's main action (P-39). Grows to `max_lines`."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(
        self,
        placeholder: str = "",
        *,
        lines: int = 3,
        max_lines: int = 12,
        walks_on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._walks_on = walks_on
        self._lines, self._max_lines = lines, max(lines, max_lines)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.textChanged.connect(self._on_text)
        self._fit()

    def value(self) -> str:
        """The text with each line tidied; "" when empty."""
        return persian_text.display_multiline(self.toPlainText())

    def set_value(self, value: str) -> None:
        self.setPlainText(_fold_lines(value))

    def problem(self) -> str:
        return ""

    def set_problem(self, sentence: str) -> None:
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        set_role(self, "invalid", invalid)

    def check(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space and shift:
            self.insertPlainText(ZWNJ)
            return
        if event.key() in ENTER and (shift or self._walks_on):
            event.ignore()  # the form around it walks, or Ctrl+Enter saves
            return
        typed = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if typed and typed.isprintable() and plain and fold(typed) != typed:
            self.insertPlainText(fold(typed))
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)  # the path of a file is no text

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(_fold_lines(source.text()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = rewrite(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def _on_text(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        layout = self.document().documentLayout()
        lines = max(self._lines, min(self._max_lines, int(layout.documentSize().height())))
        height = lines * self.fontMetrics().lineSpacing() + px(20)
        if height != self.maximumHeight():
            self.setFixedHeight(height)


def _fold_lines(text: str) -> str:
    return "\n".join(fold(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
