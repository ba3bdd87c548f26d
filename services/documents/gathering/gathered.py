"""The result of gathering, and the fields that are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.catalogue import knows, say
from services.documents.composing import Content
from services.documents.shapes import FieldChoice, FieldKind, MissingField, PaperRequest
from services.errors import AppError, InvalidError
from services.people.rules import NAME_LIMIT
from services.persian import national_code
from services.persian.errors import PersianValueError
from services.persian.text import has_only_name_letters

LINE_LIMIT = 120
_NAMES = frozenset({"name", "father_name", "guardian_name", "guardian_father", "witness_1", "witness_2"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The content as far as it is known, everything that is asked for, and who the letter book names.

    `document` is the paper's id in the letter kinds, "" for a paper that stands in no book.
    """

    content: Content
    missing: tuple[MissingField, ...]
    document: str = ""
    correspondent: str = ""
    originals: int = 1

    def errors(self, request: PaperRequest) -> list[AppError]:
        """What must be mended in the typed values before a number is drawn, in the order of the fields."""
        found = (_error(field, request.value(field.name)) for field in self.missing)
        return [error for error in found if error is not None]


def asked(
    name: str,
    kind: FieldKind = FieldKind.LINE,
    *,
    required: bool = False,
    choices: Iterable[tuple[str, str]] = (),
    proposal: str = "",
) -> MissingField:
    """A field with the words of the catalogue."""
    hint = f"documents.hint.{name}"
    return MissingField(
        name,
        say(f"documents.field.{name}"),
        kind,
        required,
        say(hint) if knows(hint) else "",
        tuple(FieldChoice(value, label) for value, label in choices),
        proposal,
    )


def dots(text: str) -> str:
    """The text, or dots to write on where it is not known."""
    return text or say("documents.blank")


def _error(field: MissingField, value: str) -> AppError | None:
    if not value:
        return InvalidError("errors.required", field.name) if field.is_required else None
    if field.choices and value not in {choice.value for choice in field.choices}:
        return InvalidError("people.unknown_code", field.name)
    if field.kind is FieldKind.NATIONAL_CODE:
        return _code_error(field.name, value)
    limit = NAME_LIMIT if field.name in _NAMES else LINE_LIMIT
    if len(value) > limit:
        return InvalidError("errors.too_long", field.name, limit=limit)
    if field.name in _NAMES and not has_only_name_letters(value):
        return InvalidError("people.name_letters", field.name)
    return None


def _code_error(name: str, value: str) -> AppError | None:
    try:
        national_code.normalise(value)
    except PersianValueError:
        return InvalidError("people.code_wrong", name)
    return None
