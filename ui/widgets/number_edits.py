"""Edits of digits: numbers of papers, national codes, telephones, counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.persian import digits, national_code, phones
from services.persian.errors import PersianValueError
from services.persian.text import display_form
from ui.widgets.line_edit import LineEdit, fold
from ui.widgets.reasons import sentence


class CodeEdit(LineEdit):
    """A number of a paper or a code, any characters; shown in Persian digits, its value in ASCII ones."""

    def value(self) -> str:
        return digits.to_ascii(display_form(self.text()))


class _DigitsEdit(LineEdit):
    """Digits and what people put between them; the value is normalised by `read`."""

    kind = ""
    allowed = frozenset("+-()/. ")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def refine(self, text: str) -> str:
        return "".join(char for char in text if char in self.allowed or char.isdigit())

    def value(self) -> str:
        """The normalised ASCII digits; what can't be read comes out as typed, for the service to refuse."""
        typed = digits.to_ascii(self.text().strip())
        try:
            return self.read(typed) if typed else ""
        except PersianValueError:
            return typed

    def leave(self) -> None:
        typed = digits.to_ascii(self.text().strip())
        if not typed:
            self.set_problem("")
            return
        try:
            shown = fold(self.show_value(self.read(typed)))
        except PersianValueError as error:
            self.set_problem(sentence(self.kind, error.reason))
            return
        if shown != self.text():
            self.setText(shown)
        self.set_problem("")

    def read(self, typed: str) -> str:
        """The normalised value, or PersianValueError."""
        return digits.only_digits(typed)

    def show_value(self, value: str) -> str:
        """The value as it stands in the field."""
        return value


class NationalCodeEdit(_DigitsEdit):
    """A national code with its check digit (R-18, P-43); separators and lost zeros are mended on leaving."""

    kind = "national_code"
    allowed = frozenset("- ")

    def read(self, typed: str) -> str:
        return national_code.normalise(typed)


class PhoneEdit(_DigitsEdit):
    """A mobile or a landline with its area code."""

    kind = "phone"

    def read(self, typed: str) -> str:
        return phones.normalise_phone(typed)

    def show_value(self, value: str) -> str:
        return phones.format_phone(value).replace("\u00a0", " ")


class CountEdit(_DigitsEdit):
    """A whole number between two bounds; `number()` is None when empty."""

    kind = "number"
    allowed = frozenset()

    def __init__(self, lowest: int = 0, highest: int = 999_999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest = lowest, highest

    def read(self, typed: str) -> str:
        number = digits.parse_int(typed)
        if not self._lowest <= number <= self._highest:
            raise PersianValueError("out_of_range")
        return str(number)

    def number(self) -> int | None:
        value = self.value()
        return int(value) if value.isdecimal() else None

    def set_number(self, number: int | None) -> None:
        self.set_value("" if number is None else str(number))
