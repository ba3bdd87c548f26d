"""Stretches of hours of one day, as people type them: from one hour to another, and then further ones."""

from typing import Any

from services.persian.errors import PersianValueError
from services.persian.hour_spans import format_spans, parse_spans
from ui.widgets.line_edit import LineEdit, fold
from ui.widgets.reasons import sentence


class HoursEdit(LineEdit):
    """`value()` is a tuple of (start, end) in minutes after midnight, empty for none; None when it can't be read."""

    def value(self) -> Any:
        try:
            return parse_spans(self.text())
        except PersianValueError:
            return None

    def set_value(self, value: Any) -> None:
        """Stretches; or the text itself, as a draft kept it."""
        self.setText(value if isinstance(value, str) else fold(format_spans(value or ())))
        self.leave()

    def leave(self) -> None:
        try:
            spans = parse_spans(self.text())
        except PersianValueError as error:
            self.set_problem(sentence("hours", error.reason))
            return
        tidy = fold(format_spans(spans))
        if tidy != self.text():
            self.setText(tidy)
        self.set_problem("")
