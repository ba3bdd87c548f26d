"""Money: typed in rial or toman, whichever the person says, and echoed in words in both (P-42)."""

from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.persian import amounts
from services.persian.digits import format_number
from services.persian.errors import PersianValueError
from services.persian.text import search_key
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice
from ui.widgets.line_edit import LineEdit
from ui.widgets.reasons import sentence
from ui.widgets.segments import Segments


class _Figure(LineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """After a digit the first letter of a unit chooses it, and the rest of its word is no part of the figure."""
        owner = self.parent()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        before = self.text()[: self.cursorPosition()]
        if plain and isinstance(owner, AmountEdit) and owner.takes(event.text(), before):
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        owner = self.parent()
        if isinstance(owner, AmountEdit):
            owner.read_now()


class AmountEdit(QWidget):
    """`value()` is whole rials or None. The unit must be chosen once: it is asked, never guessed."""

    changed = Signal()
    problem_changed = Signal(str)
    hint_changed = Signal(str)

    def __init__(self, unit: amounts.Unit | None = None, parent: QWidget | None = None) -> None:
        """`unit` is set beforehand only where the person chose it before."""
        super().__init__(parent)
        self._problem = ""
        self._rest = ""  # of the word of a unit that is being typed
        self._figure = _Figure(self)
        self._unit = Segments((Choice("rial", self.tr("Rial")), Choice("toman", self.tr("Toman"))), self)
        self._unit.setAccessibleName(self.tr("Unit of the amount"))
        self._unit.set_value(unit or "")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(6))
        box.addWidget(self._figure, 1)
        box.addWidget(self._unit)
        self.setFocusProxy(self._figure)
        self._figure.changed.connect(self._on_changed)
        self._figure.problem_changed.connect(self.set_problem)
        self._unit.changed.connect(self._on_changed)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._figure.setAccessibleName(name)

    def value(self) -> Any:
        try:
            return self._read()
        except PersianValueError:
            return None

    def set_value(self, value: Any) -> None:
        """Rials; shown in toman where toman is chosen and the amount is whole in it."""
        if value is None:
            self._figure.set_value("")
            return
        toman = self._unit.value() == "toman" and value % 10 == 0
        self._unit.set_value("toman" if toman else "rial")
        self._figure.set_value(format_number(value // 10 if toman else value))
        self.read_now()

    def unit(self) -> str:
        """In which the amount is typed: "rial", "toman", or "" while it was not chosen."""
        return self._unit.value()

    def typed(self) -> str:
        """What stands in it, readable or not, for a draft."""
        return f"{self._unit.value()}:{self._figure.text()}"

    def put_typed(self, text: str) -> None:
        """The reverse of `typed`; an empty text leaves the unit as it is."""
        unit, _, figure = text.partition(":")
        if text:
            self._unit.set_value(unit)
        self._figure.setText(figure)
        self.read_now()

    def stops(self) -> list[QWidget]:
        """Figure and unit, both places of the Tab key."""
        return [self._figure, self._unit]

    def problem(self) -> str:
        return self._problem

    def set_problem(self, words: str) -> None:
        if words != self._problem:
            self._problem = words
            self.problem_changed.emit(words)

    def set_invalid(self, invalid: bool) -> None:
        self._figure.set_invalid(invalid)

    def check(self) -> bool:
        self.read_now()
        return not self._problem

    def read_now(self) -> None:
        """Say what the amount is in words, or what is wrong with it."""
        try:
            rials = self._read()
        except PersianValueError as error:
            self.set_problem(sentence("amount", error.reason))
            return
        self.set_problem("")
        self.hint_changed.emit("" if rials is None else amounts.amount_line(rials))

    def takes(self, typed: str, before: str) -> bool:
        """Whether a key typed after `before` belongs to the word of a unit: that chooses the unit."""
        key = search_key(typed) if len(typed) == 1 else ""
        if not key or key.isdigit():
            self._rest = ""
            return False
        if key in self._rest:
            self._rest = self._rest.partition(key)[2]
            return True
        self._rest = ""
        if not before.strip()[-1:].isdigit():
            return False
        words = {"rial": search_key(self.tr("Rial")), "toman": search_key(self.tr("Toman"))}
        found = [code for code, word in words.items() if word.startswith(key)]
        if len(found) != 1:
            return False
        self._unit.set_value(found[0])
        self._rest = words[found[0]][1:]
        return True

    def _on_changed(self) -> None:
        try:
            rials = self._read()
            echo = "" if rials is None else amounts.amount_line(rials)
        except PersianValueError:
            echo = ""
        self.hint_changed.emit(echo)
        if self._unit.hasFocus() or not self._figure.text():
            self.set_problem("")
        self.changed.emit()

    def _read(self) -> int | None:
        typed = self._figure.text().strip()
        if not typed:
            return None
        unit = self._unit.value()
        if not unit:
            raise PersianValueError("no_unit")
        return amounts.parse_amount(typed, cast("amounts.Unit", unit))
