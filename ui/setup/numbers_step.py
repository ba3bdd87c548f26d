"""Step four: the last numbers in use, so that the unit goes on in mid-year (P-22)."""

from ui.setup.step import Step
from ui.widgets.field import Field
from ui.widgets.number_edits import CountEdit

_HIGHEST = 999_999


class NumbersStep(Step):
    owns = ("last_numbers",)

    def __init__(self) -> None:
        super().__init__("", columns=3)
        self.title = self.tr("Last numbers in use")
        hint = self.tr("Empty: begins with 1")
        for key, words in (
            ("cases", self.tr("Case register")),
            ("normal", self.tr("Letter book")),
            ("confidential", self.tr("Confidential letter book")),
        ):
            self.form.add(key, Field(words, CountEdit(0, _HIGHEST), hint))

    def last_numbers(self) -> dict[str, int]:
        """By book; an empty field is 0."""
        return {key: int(value or 0) for key, value in self.form.values().items()}
