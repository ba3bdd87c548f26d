"""The field for one of several: typing opens and filters the list, Enter picks and goes on (P-39)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from services.persian import digits
from services.persian.text import search_key, search_tokens
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px
from ui.widgets.labels import TO_THE_RIGHT, elided
from ui.widgets.line_edit import LineEdit, fold
from ui.widgets.option_list import OptionList
from ui.widgets.reasons import sentence
from ui.widgets.row_paint import Row
from ui.widgets.walking import ENTER, walk


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list: `code` is the value. `number` is what may be typed for it besides its words."""

    code: str
    label: str
    group: str = ""
    number: str = ""
    quiet: str = ""


class ChoiceEdit(LineEdit):
    """Value: the code of the chosen row, "" when none. Arrow keys, F4 or a click open the list."""

    def __init__(self, choices: Sequence[Choice] = (), placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._keys: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._code = ""
        self._typing = False
        self._made_list: OptionList | None = None
        self.setPlaceholderText(placeholder)
        self.setTextMargins(px(24), 0, 0, 0)
        self.textEdited.connect(self._on_edited)
        self.set_choices(choices)

    @property
    def _list(self) -> OptionList:
        """Made when first opened: a form has many choices, of which few are opened."""
        if self._made_list is None:
            self._made_list = OptionList(self)
            self._made_list.picked.connect(self._on_picked)
        return self._made_list

    def _is_open(self) -> bool:
        return self._made_list is not None and self._made_list.isVisible()

    def _hide_list(self) -> None:
        if self._made_list is not None:
            self._made_list.hide()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Another list; the value stays when the list still has it."""
        self._choices = tuple(choices)
        self._keys = {c.code: (search_key(c.label), search_tokens(c.label)) for c in self._choices}
        self.set_value(self._code)

    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def value(self) -> str:
        return self._code

    def set_value(self, value: str) -> None:
        chosen = self._find(value)
        before = self._code
        self._code = chosen.code if chosen else ""
        self._typing = False
        self._show_label()
        self.set_problem("")
        if before != self._code:
            self.changed.emit()

    def chosen(self) -> Choice | None:
        return self._find(self._code)

    def leave(self) -> None:
        """Words that fit a row pick it; an emptied field chooses nothing; other words are a problem."""
        self._hide_list()
        if not self._typing:
            return
        typed = self.text().strip()
        fitting = self._fitting(typed) if typed else ()
        if not typed:
            self._choose("")
        elif fitting:
            self._choose(str(self._list.current_key(fitting[0].code)))
        else:
            self.set_problem(sentence("choice", "not_in_list"))

    def open_list(self) -> None:
        """Show the whole list with the chosen row current."""
        self._show_rows(self._choices)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._is_open() and self._list.handle_key(event):
            return
        if key in ENTER and self._is_open():
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            current = self._list.current_key()
            self._hide_list()
            if current:
                self._choose(str(current))
            walk(self, backwards=backwards)
            return
        if key == Qt.Key.Key_Escape and self._is_open():
            self._hide_list()
            self.set_value(self._code)
            return
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4) and not self.isReadOnly():
            self.open_list()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._is_open():
            self._hide_list()
        else:
            self.selectAll()
            self.open_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._typing and event.reason() == Qt.FocusReason.OtherFocusReason:
            self.selectAll()  # a page gave it the keyboard: what is typed takes the place of the row

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_list()

    def event(self, event: QEvent) -> bool:
        # Escape first closes the list; only the next one reaches the sheet around it
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self._is_open() and event.key() in (Qt.Key.Key_Escape, *ENTER)
            if mine:
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_cut():
            self._paint_cut(painter)
        else:
            super().paintEvent(event)
        side = px(18)
        box = QRectF(px(10), (self.height() - side) / 2, side, side)
        paint_glyph(painter, box, "chevron-down", colour_of("quiet"))

    def _is_cut(self) -> bool:
        """Whether the words of the row don't fit, and nobody is in them now."""
        return not self.hasFocus() and self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        margins = self.textMargins()
        return inner.adjusted(margins.left() + px(2), 0, -margins.right() - px(2), 0)

    def _paint_cut(self, painter: QPainter) -> None:
        """With dots at the end: Qt would cut a word or a number in two, which then says something else."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        room = self._room()
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(TO_THE_RIGHT), elided(self.fontMetrics(), self.text(), room.width()))

    def _on_edited(self, _text: str) -> None:
        self._typing = True
        typed = self.text().strip()
        rows = self._fitting(typed) if typed else self._choices
        if rows:
            self._show_rows(rows, first=bool(typed))
        else:
            self._hide_list()

    def _on_picked(self, key: object) -> None:
        self._hide_list()
        self._choose(str(key))
        walk(self)

    def _choose(self, code: str) -> None:
        self.set_value(code)
        self.selectAll()

    def _find(self, code: str) -> Choice | None:
        return next((choice for choice in self._choices if choice.code == code), None) if code else None

    def _show_label(self) -> None:
        chosen = self._find(self._code)
        label = fold(chosen.label) if chosen else ""
        if self.text() != label:
            before = self.blockSignals(True)
            self.setText(label)
            self.blockSignals(before)
            self.setCursorPosition(0)

    def _refold(self, text: str) -> None:
        """Typing in the list is not yet a change of the value."""
        before = self.blockSignals(True)
        super()._refold(text)
        self.blockSignals(before)
        if self.hasFocus():
            self.set_problem("")

    def _show_rows(self, choices: Sequence[Choice], *, first: bool = False) -> None:
        rows = [(c.group, Row(c.code, c.label, c.quiet, lead=digits.to_persian(c.number))) for c in choices]
        current = None if first else self._code or None
        self._list.show_rows(rows, current)

    def _fitting(self, typed: str) -> tuple[Choice, ...]:
        """Rows for what was typed: a number, then words that begin so, initials, then anything inside."""
        number, key = digits.to_ascii(typed), search_key(typed)
        ranked: list[tuple[int, int, Choice]] = []
        for place, choice in enumerate(self._choices):
            whole, tokens = self._keys[choice.code]
            rank = _rank(number, key, choice, whole, tokens)
            if rank is not None:
                ranked.append((rank, place, choice))
        ranked.sort(key=lambda item: item[:2])
        return tuple(choice for _, _, choice in ranked)


def _rank(number: str, key: str, choice: Choice, whole: str, tokens: tuple[str, ...]) -> int | None:
    if choice.number and choice.number == number:
        return 0
    if not key:
        return None
    initials = "".join(token[0] for token in tokens if token)
    tests = (whole.startswith(key), any(token.startswith(key) for token in tokens), initials.startswith(key))
    for rank, fits in enumerate(tests, 1):
        if fits:
            return rank
    return 4 if key in whole else None
