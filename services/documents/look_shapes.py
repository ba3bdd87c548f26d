"""What goes into and comes out of the service of the papers' look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookDraft:
    """The head of the unit's papers as typed; empty words are the program's own.

    `number_format` is the form of letter numbers in Persian tokens (`unit_profile.letter_pattern`). `emblem`, `font`
    and `bold` are whole files, empty for none; `font_name` is what the font is called.
    """

    opening: str = ""
    motto: str = ""
    greeting: str = ""
    to_first: bool = False
    number_format: str = ""
    emblem: bytes = b""
    font: bytes = b""
    bold: bytes = b""
    font_name: str = ""


@dataclass(frozen=True, slots=True)
class LookDetail:
    """What is stored; `versions` (of the look and of the unit) is what `save` expects to find.

    `opening` and `greeting` are the program's own words; `places` the tokens of the number with their names.
    """

    draft: LookDraft
    versions: tuple[int, int]
    opening: str
    greeting: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookPreview:
    """A letter with made-up content in this look, and two numbers of this form: an open and a confidential one."""

    content: bytes
    pages: int
    numbers: tuple[str, str]
    warnings: tuple[str, ...] = ()
