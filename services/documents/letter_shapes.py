"""What goes into and comes out of the service of letter texts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter text as typed, its places in Persian words (`letter_words`).

    `title` and `subject` are passed over where the paper takes none from this text.
    """

    letter: str
    title: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A text in the list. `paper` is the kind of paper in words, `part` which text of the paper it is.

    `is_own`: the unit wrote it; `is_behind`: the program brought a newer text since then, which changed nothing here.
    """

    letter: str
    paper: str
    part: str
    is_own: bool = False
    is_behind: bool = False
    saved_at: datetime | None = None
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """A place that the text may use, and what it is called.

    `opens` is what is written for it, and of a choice (`is_choice`) `closes` the line that ends it.
    """

    name: str
    label: str
    is_choice: bool = False
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class LetterVersion:
    """A stored version, latest first; `is_shipped`: the unit went back to the text of the program."""

    number: int
    at: datetime
    by: str
    draft: LetterDraft
    is_shipped: bool


@dataclass(frozen=True, slots=True)
class LetterDetail:
    """All about one text. `number` is the last version, 0 for none: what `save` expects to find."""

    row: LetterRow
    draft: LetterDraft
    shipped: LetterDraft
    number: int
    has_title: bool
    has_subject: bool
    places: tuple[LetterPlace, ...]
    versions: tuple[LetterVersion, ...]


@dataclass(frozen=True, slots=True)
class LetterPreview:
    """The paper with made-up content. `warnings` may be heeded or not (R-11)."""

    title: str
    content: bytes
    pages: int
    warnings: tuple[str, ...] = ()
