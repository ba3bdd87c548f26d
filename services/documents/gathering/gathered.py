"""The result of gathering, and the fields that are asked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.person import Person
from services.catalogue import knows, say
from services.documents.composing import Content
from services.documents.shapes import FieldChoice, FieldKind, MissingField, PaperRequest
from services.errors import AppError, InvalidError
from services.people.rules import NAME_LIMIT
from services.persian import national_code
from services.persian.errors import PersianValueError
from services.persian.text import has_only_name_letters

LINE_LIMIT = 120
LINES_LIMIT = 600
ITEMS = frozenset(
    [
        "promises",
        "conditions",
        "done",
        "report_to",
        "seen",
        "heard",
        "actions",
        "topics",
        "tasks",
        "original_papers",
        "copied_papers",
    ]
)
"""Fields in which each line is an item of its own."""
ITEMS_LIMIT = 2_000
PASSAGE_LIMIT = 12_000
_NAMES = frozenset({"name", "father_name", "guardian_name", "guardian_father", "witness", "child_name"})
_LIMITS = {FieldKind.LINES: LINES_LIMIT, FieldKind.PASSAGE: PASSAGE_LIMIT}
_PLACE = re.compile(r"_\d+$")


@dataclass(frozen=True, slots=True)
class RecipientCopy:
    """An original for somebody: `content` is what that copy says, None where it is the full paper (P-17)."""

    label: str
    person_id: UUID | None = None
    content: Content | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A person of whom facts were asked; the names of the fields end in `place`."""

    person: Person
    place: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The content as far as it is known, everything that is asked for, and who the letter book names.

    `document` is the paper's id in the letter kinds, "" for a paper that stands in no book. `free` are the texts of
    the file that it quotes, each with what it is called: they are searched like what is typed (P-8). `people` are
    those whose facts were asked for, to be kept in the file. `copies` are the originals in their order where not all
    read the same. `enclosures` and
    `urgency` (a code, "" as the kind of letter proposes) are what the letter book says of the letter. `gaps` are
    headings of parts that are empty.
    """

    content: Content
    missing: tuple[MissingField, ...]
    document: str = ""
    correspondent: str = ""
    originals: int = 1
    free: tuple[tuple[str, str], ...] = ()
    people: tuple[Asked, ...] = ()
    copies: tuple[RecipientCopy, ...] = ()
    enclosures: str = ""
    urgency: str = ""
    gaps: tuple[str, ...] = ()

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
    place: str = "",
    whose: str = "",
) -> MissingField:
    """A field with the words of the catalogue. Where the same is asked of several, `place` ends its name and `whose`
    says of whom."""
    hint = f"documents.hint.{name}"
    label = say(f"documents.field.{name}")
    return MissingField(
        f"{name}{place}",
        say("documents.field_of", field=label, name=whose) if whose else label,
        kind,
        required,
        say(hint) if knows(hint) else "",
        tuple(FieldChoice(value, label) for value, label in choices),
        proposal,
    )


def dots(text: str) -> str:
    """The text, or dots to write on where it is not known."""
    return text or say("documents.blank")


def read_day(text: str) -> date | None:
    """The day of a field of kind `FieldKind.DATE`; None while there is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _error(field: MissingField, value: str) -> AppError | None:
    if not value:
        return InvalidError("errors.required", field.name) if field.is_required else None
    if field.choices and value not in {choice.value for choice in field.choices}:
        return InvalidError("people.unknown_code", field.name)
    if field.kind is FieldKind.NATIONAL_CODE:
        return _code_error(field.name, value)
    if field.kind is FieldKind.DATE:
        return None if read_day(value) else InvalidError("errors.required", field.name)
    return _text_error(field, value)


def _text_error(field: MissingField, value: str) -> AppError | None:
    is_name = _PLACE.sub("", field.name) in _NAMES
    limit = NAME_LIMIT if is_name else _limit(field)
    if len(value) > limit:
        return InvalidError("errors.too_long", field.name, limit=limit)
    if is_name and not has_only_name_letters(value):
        return InvalidError("people.name_letters", field.name)
    return None


def _limit(field: MissingField) -> int:
    if field.name in ITEMS:
        return ITEMS_LIMIT
    return _LIMITS.get(field.kind, LINE_LIMIT)


def _code_error(name: str, value: str) -> AppError | None:
    try:
        national_code.normalise(value)
    except PersianValueError:
        return InvalidError("people.code_wrong", name)
    return None
