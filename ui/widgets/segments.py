"""An answer of a few words, all in sight: one key each, arrows between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from services.persian import digits
from services.persian.text import search_key
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice
from ui.widgets.walking import walk

_ARROWS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -1}


class Segments(QFrame):
    """One of a few answers. A digit (1 …), the first letter of an answer or the arrows choose; Enter goes on.

    Value: the code of the answer, "" while unanswered. Nothing is answered beforehand unless set.
    """

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, answers: Sequence[Choice], parent: QWidget | None = None, *, walks_on: bool = False) -> None:
        """`walks_on`: choosing by digit or letter also goes to the next field."""
        super().__init__(parent)
        self.setObjectName("Segments")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._answers: tuple[Choice, ...] = ()
        self._value = ""
        self._walks_on = walks_on
        self._buttons: dict[str, QPushButton] = {}
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(px(2), px(2), px(2), px(2))
        self._box.setSpacing(px(2))
        self._fill(answers)

    def _fill(self, answers: Sequence[Choice]) -> None:
        self._answers = tuple(answers)
        for answer in self._answers:
            button = QPushButton(answer.label, self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(answer.label)
            button.clicked.connect(lambda _checked=False, code=answer.code: self._click(code))
            self._buttons[answer.code] = button
            self._box.addWidget(button, 1)

    def set_tip(self, code: str, words: str) -> None:
        """What is told when the mouse rests on an answer."""
        self._buttons[code].setToolTip(words)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        value = value if value in self._buttons else ""
        for code, button in self._buttons.items():
            button.setChecked(code == value)
        if value != self._value:
            self._value = value
            self.changed.emit()

    def problem(self) -> str:
        return ""

    def set_problem(self, sentence: str) -> None:
        self.problem_changed.emit(sentence)

    def set_invalid(self, invalid: bool) -> None:
        set_role(self, "invalid", invalid)

    def check(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(_ARROWS[key])
            return
        code = self._code_of(event.text())
        if code:
            self.set_value(code)
            if self._walks_on:
                walk(self)
            return
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value("")
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        set_role(self, "focused", True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_role(self, "focused", False)

    def _click(self, code: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.set_value(code)

    def _step(self, step: int) -> None:
        codes = [answer.code for answer in self._answers]
        at = codes.index(self._value) + step if self._value in codes else (0 if step > 0 else len(codes) - 1)
        self.set_value(codes[at % len(codes)])

    def _code_of(self, typed: str) -> str:
        """The answer of a typed digit or first letter; "" when the key means nothing here."""
        number = digits.to_ascii(typed)
        if number.isdecimal() and 1 <= int(number) <= len(self._answers):
            return self._answers[int(number) - 1].code
        key = search_key(typed)
        if not key:
            return ""
        return next((a.code for a in self._answers if search_key(a.label).startswith(key)), "")


class YesNoRefused(Segments):
    """Yes, no, or no answer given: codes "yes", "no", "refused" (an unfinished screen is never "no", P-12)."""

    def __init__(self, parent: QWidget | None = None, *, walks_on: bool = False) -> None:
        super().__init__((), parent, walks_on=walks_on)
        answers = (
            Choice("yes", self.tr("Yes")),
            Choice("no", self.tr("No")),
            Choice("refused", self.tr("Did not answer")),
        )
        self._fill(answers)
