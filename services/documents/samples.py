"""Made-up content of every paper whose texts the unit can edit: what a preview of a text is filled with."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from resources import shelf
from services.documents.composing import Content, content_type, letters_of
from services.documents.shapes import PaperKind
from services.documents.snapshot import from_plain

_VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with the paper that shows it. `is_first`: the paper takes its name and subject from this text."""

    letter: str
    kind: PaperKind
    content: Content
    is_first: bool


@cache
def samples() -> dict[str, Sample]:
    """By letter, in the order of the papers."""
    tables = shelf.read_toml("letters", "samples.toml")
    variants: dict[str, dict[str, Any]] = tables.get(_VARIANT, {})
    found: dict[str, Sample] = {}
    for kind in PaperKind:
        if kind.value not in tables:
            continue
        content: Content = from_plain(content_type(kind), tables[kind.value])
        _add(found, kind, content)
        for values in variants.values():
            if values["kind"] == kind.value:
                changed = {name: value for name, value in values.items() if name != "kind"}
                _add(found, kind, replace(content, **changed))
    return found


def _add(found: dict[str, Sample], kind: PaperKind, content: Content) -> None:
    for place, letter in enumerate(letters_of(content)):
        found.setdefault(letter, Sample(letter, kind, content, is_first=not place))
