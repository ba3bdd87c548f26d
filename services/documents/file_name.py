"""The name of a saved paper: what it is and its number, nobody's name and no subject."""

import re

from services.catalogue import say
from services.documents.shapes import PaperKind
from services.persian.digits import to_ascii

_KEPT = re.compile(r"[^\w-]+")


def file_name(kind: PaperKind, number: str) -> str:
    """`number` is the letter's or, for a paper without one, the case's; ASCII digits, hyphens for slashes."""
    return listed_file_name(kind.value, number)


def listed_file_name(name: str, number: str) -> str:
    """As `file_name`, of a paper that is no kind of its own: a printed book, a list."""
    plain = _KEPT.sub("-", to_ascii(number)).strip("-")
    words = say(f"documents.file.{name}")
    return f"{words}-{plain}.pdf" if plain else f"{words}.pdf"
