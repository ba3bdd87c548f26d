"""The errors that a person can answer. Everything else that is raised is a bug and becomes a crash report.

An error holds a catalogue key (`resources/texts/<noun>.toml`) and the values for its sentence, never the
sentence itself, so the same error can be shown, logged without personal data, or sent between processes.
"""

from collections.abc import Sequence
from typing import Any


class AppError(Exception):
    """A use-case was refused for a reason that the person can act on.

    `key` names a sentence in the catalogue that says what to do; `field` the draft field beside which it
    belongs (`parties.0.national_code` for a nested one), or None for the whole form.
    """

    def __init__(self, key: str, field: str | None = None, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        return (_revive, (type(self), self.key, self.field, self.values))


def _revive(kind: type[AppError], key: str, field: str | None, values: dict[str, Any]) -> AppError:
    return kind(key, field, **values)


class InvalidError(AppError):
    """What was typed can't be accepted."""


class InvalidDraft(AppError):  # noqa: N818 - it carries errors, it is not one sentence
    """Several fields can't be accepted; `errors` has one error a field, in the order of the form."""

    def __init__(self, key: str = "errors.several", field: str | None = None, **values: Any) -> None:
        super().__init__(key, field, **values)
        self.errors: tuple[AppError, ...] = tuple(values.get("errors", ()))


class NotAllowedError(AppError):
    """The actor lacks the right. The sentence never says whether the thing exists."""


class NotFoundError(AppError):
    """No such row, or none that this actor may see: the two are indistinguishable (P-6)."""


class StaleError(AppError):
    """Somebody else changed the row since it was read: the person reloads or keeps theirs."""


class DuplicateError(AppError):
    """A unique rule would be broken."""


class StorageError(AppError):
    """The file, the disk or the server failed; nothing was stored."""


class ClockError(AppError):
    """The computer's clock stands before the last thing that was recorded."""


def refuse(errors: Sequence[AppError]) -> None:
    """Raise what the list holds: nothing, the one error, or all of them as one `InvalidDraft`."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise InvalidDraft(errors=tuple(errors))
