"""Taking over what was typed: every text gets its display form and a length, every error its path.

Used by the rules of people, cases, letters and intake, so that all errors of a form are known at once.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from services.errors import AppError, InvalidError, refuse
from services.persian.digits import to_ascii
from services.persian.text import display_form, display_multiline

LINE = 200
PARAGRAPH = 4000


class Lists(Protocol):
    """What rules need to know of the unit's code lists."""

    def knows(self, name: str, code: str) -> bool: ...

    def does(self, name: str, code: str, behaviour: str) -> Any: ...

    def first(self, name: str, behaviour: str, value: Any = True) -> str: ...


@dataclass(slots=True)
class Fields:
    """Collects the errors of a form. `path` stands before the name of each field (`parties.0.person`)."""

    path: str = ""
    errors: list[AppError] = field(default_factory=list)

    def under(self, *parts: str | int) -> "Fields":
        """The same collection, one level deeper."""
        return Fields(self.name(".".join(map(str, parts))), self.errors)

    def name(self, field_name: str) -> str:
        """The whole path of a field."""
        return f"{self.path}.{field_name}" if self.path else field_name

    def wrong(self, field_name: str, key: str, **values: Any) -> None:
        """Note an error beside a field."""
        self.errors.append(InvalidError(key, self.name(field_name), **values))

    def note(self, error: AppError) -> None:
        """Note an error that another part raised about its own field."""
        kind = type(error)
        self.errors.append(kind(error.key, self.name(error.field or ""), **error.values))

    def refuse(self) -> None:
        """Raise what was collected, if anything."""
        refuse(self.errors)

    def line(self, field_name: str, text: str, limit: int = LINE) -> str:
        """One line of text in its display form."""
        return self._within(field_name, display_form(text), limit)

    def lines(self, field_name: str, text: str, limit: int = PARAGRAPH) -> str:
        """A text of several lines in its display form."""
        return self._within(field_name, display_multiline(text), limit)

    def number(self, field_name: str, text: str, limit: int = 40) -> str:
        """A number that somebody else gave: any form, slashes kept, ASCII digits (domain.md §4.2)."""
        return to_ascii(self.line(field_name, text, limit))

    def code(self, field_name: str, lists: Lists, name: str, code: str, *, required: bool = False) -> str:
        """A code of an editable list, or none."""
        if not code and required:
            self.wrong(field_name, "errors.required")
        elif code and not lists.knows(name, code):
            self.wrong(field_name, "people.unknown_code")
        return code

    def not_after(self, field_name: str, day: date | None, today: date) -> date | None:
        """A day that can't lie in the future."""
        if day is not None and day > today:
            self.wrong(field_name, "errors.future_date")
        return day

    def _within(self, field_name: str, text: str, limit: int) -> str:
        if len(text) > limit:
            self.wrong(field_name, "errors.too_long", limit=limit)
            return ""
        return text
