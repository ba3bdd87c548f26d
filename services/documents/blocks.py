"""What a paper is made of: frozen, picklable blocks in which the composers speak and which typesetting sets.

Texts are Persian strings in logical order. Identifiers with hyphens or slashes are isolated by the composer
(`services.persian.text.isolate_ltr`); everything else about direction, joining and lines is typesetting's.
"""

from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256


class PageSize(Enum):
    A4 = "A4"
    A5 = "A5"
    A4_ACROSS = "A4 across"


class Alignment(Enum):
    """`JUSTIFY` widens spaces only; `START` is the right edge."""

    JUSTIFY = "justify"
    START = "start"
    CENTRE = "centre"


class Tone(Enum):
    """How loud a paragraph speaks."""

    BODY = "body"
    STRONG = "strong"
    LARGE = "large"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Title:
    """`level` 1: the name of the paper, centred; 2: a heading, which stays with what follows it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    alignment: Alignment = Alignment.JUSTIFY
    tone: Tone = Tone.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """Items with a hanging number (counted from `first`) or, unnumbered, a hanging dash."""

    items: tuple[str, ...]
    numbered: bool = True
    first: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """First column on the right; the head is repeated on every page. `weights` share out the width."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...] = ()
    strong_column: int | None = None


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with their values, in one column or several; an empty value leaves a dotted line to write on."""

    items: tuple[tuple[str, str], ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Who signs: the part played, name, father's name and code printed under the box (R-15)."""

    part: str
    name: str = ""
    father_name: str = ""
    code: str = ""
    fingerprint: bool = False


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Boxes that never part from their names; the first row stays with the text before it."""

    boxes: tuple[SignatureBox, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """The signature of the one who issues the paper, on the left, with room for a stamp of 40 mm."""

    lines: tuple[str, ...]
    stamp: bool = True


@dataclass(frozen=True, slots=True)
class DeliverySlip:
    """A slip to cut off, with dotted lines to write on: each row holds the labels of its fields."""

    title: str
    intro: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Checkbox:
    text: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Checkboxes:
    """Choices with drawn boxes, in `columns` side by side."""

    items: tuple[Checkbox, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class CodeGroups:
    """A long code in big, numbered groups from left to right."""

    groups: tuple[str, ...]
    columns: int = 4


@dataclass(frozen=True, slots=True)
class Cards:
    """The same small card several times on a page, with lines to cut along; sizes in millimetres."""

    blocks: tuple["Block", ...]
    count: int = 10
    width: float = 85.0
    height: float = 54.0


@dataclass(frozen=True, slots=True)
class Notice:
    """A framed paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class PhotoBox:
    """A frame of 35 by 45 mm for a photograph, and a dashed one for the stamp that lies half across it."""

    text: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Spacer:
    millimetres: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = (
    Title
    | Paragraph
    | Clauses
    | Table
    | KeyValues
    | SignatureRow
    | SignOff
    | DeliverySlip
    | Checkboxes
    | CodeGroups
    | Cards
    | Notice
    | PhotoBox
    | Spacer
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The organisation's lines, greatest first, and the unit's own line, which some papers must not show (P-2).

    `opening` stands in the middle of the head ("": the program's), with the `motto` of the year under it; `greeting`
    begins a letter ("": the program's); `to_first` puts who gets it before who sends it (domain.md §3.1).
    """

    lines: tuple[str, ...]
    unit_line: str = ""
    opening: str = ""
    motto: str = ""
    greeting: str = ""
    to_first: bool = False

    def without_unit(self) -> "Letterhead":
        return replace(self, unit_line="")


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Label and value of number, date and enclosure; an empty value prints dots to write on (P-21)."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What makes a paper prove itself: the letters of its QR code, the short code, the id of the key."""

    payload: str
    code: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Look:
    """The files of the unit that a paper is drawn with, as bytes; empty: none, and the program's own font.

    `emblem` is a PNG, `font` and `bold` are TrueType files; without `bold` the one weight serves for all.
    """

    emblem: bytes = b""
    font: bytes = b""
    bold: bytes = b""

    def without_emblem(self) -> "Look":
        return replace(self, emblem=b"")

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file that there is, by its part."""
        parts = (("emblem", self.emblem), ("font", self.font), ("bold", self.bold))
        return {name: sha256(content).hexdigest() for name, content in parts if content}


NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, ready to be set.

    `opening` is the line in the middle of the head; `classification` stands on top and bottom of every page (R-16);
    `marks` are written across every page; `footer` is said beside the page numbers; a paper without `page_numbers`
    shows nothing outside its blocks. `title` and `subject` are metadata: what a file list may show. `proof` stands
    beside the signature, its short code in the foot.
    """

    title: str
    blocks: tuple[Block, ...]
    letterhead: Letterhead | None = None
    number_block: NumberBlock | None = None
    opening: str = ""
    footer: tuple[str, ...] = ()
    classification: str = ""
    marks: tuple[str, ...] = ()
    size: PageSize = PageSize.A4
    subject: str = ""
    page_numbers: bool = True
    proof: Proof | None = None
    look: Look = NO_LOOK
