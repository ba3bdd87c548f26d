"""The number of whatever identity paper was shown: a national code with its check digit, or another number."""

from typing import Any

from services.persian import digits, national_code
from services.persian.errors import PersianValueError
from services.persian.text import display_form
from ui.widgets.line_edit import LineEdit, fold

_PARTED = "- "


class IdentityEdit(LineEdit):
    """`asks`: the behaviour `field` of the chosen `id_kind`. A wrong national code is a problem only for that kind
    (R-18); its long sentence stands in the bar under the person (P-43), here only the short one."""

    def __init__(self, asks: str = "national_code") -> None:
        super().__init__()
        self._asks = asks
        self._short = self.tr("This code is not right.")

    def set_asks(self, asks: str) -> None:
        self._asks = asks
        self.leave()

    def is_national(self) -> bool:
        return self._asks == "national_code"

    def code(self) -> str:
        """The ten digits of a right national code, "" for anything else."""
        typed = digits.to_ascii(self.text())
        try:
            return national_code.normalise(typed) if typed.strip() and self.is_national() else ""
        except PersianValueError:
            return ""

    def is_wrong(self) -> bool:
        """A national code stands here whose check digit fails."""
        return self.is_national() and bool(self.text().strip()) and not self.code()

    def value(self) -> Any:
        return self.code() or digits.to_ascii(display_form(self.text()))

    def refine(self, text: str) -> str:
        if not self.is_national():
            return text
        return "".join(char for char in text if char in _PARTED or char.isdigit())

    def leave(self) -> None:
        if self.is_wrong():
            self.set_problem(self._short)
            return
        code = self.code()
        if code and fold(code) != self.text():
            self.setText(fold(code))
        self.set_problem("")
