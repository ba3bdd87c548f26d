"""The faces of the program's papers, and the sheet of glyphs that one PDF takes from each of them.

A glyph is an outline together with the source letters it stands for; the same outline may occur with other letters
(a letter with and without a ZWNJ after it). The PDF font is a two-byte one (Type0, Identity-H) whose ToUnicode map
gives back exactly those letters, so that readers find the words of the source and no presentation forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any
from unicodedata import bidirectional

from arabic_reshaper.letters import LETTERS_ARABIC
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import shelf

from .font_file import FontFile, Part
from .streams import Packed, Stream, pack

_SYMBOLIC = 4


class Face(Enum):
    """The weights in use, by file name."""

    REGULAR = "Vazirmatn-Regular"
    MEDIUM = "Vazirmatn-Medium"
    SEMIBOLD = "Vazirmatn-SemiBold"
    BOLD = "Vazirmatn-Bold"


@dataclass(frozen=True, slots=True)
class OwnFace:
    """A face that the unit brought along, by the SHA-256 of its file (`own_face` makes one)."""

    sha256: str

    @property
    def value(self) -> str:
        """The name by which reportlab knows it."""
        return f"own-{self.sha256[:24]}"


AnyFace = Face | OwnFace
_own_files: dict[OwnFace, bytes] = {}


def own_face(content: bytes) -> OwnFace:
    """The face of a TrueType file."""
    face = OwnFace(sha256(content).hexdigest())
    _own_files[face] = content
    return face


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """An outline (letter and its marks), its width in ems and the letters, left to right, that a reader gets back."""

    parts: tuple[Part, ...]
    advance: int
    width: float
    text: str
    is_letter: bool
    """A right-to-left letter: a reader needs no help with it, whatever stands beside it."""
    lean: int
    """How many characters run from right to left, less those that run from left to right."""


class Typeface:
    """One font. Glyphs are made once and shared by all papers."""

    def __init__(self, name: str, source: str | BytesIO) -> None:
        """`source` is a path or the file itself."""
        registered = TTFont(name, source, shapable=False)
        pdfmetrics.registerFont(registered)
        self.name = name
        self.file = FontFile(registered.face)
        self._glyphs: dict[tuple[tuple[Part, ...], str], Glyph] = {}
        self._own_places: dict[str, dict[str, int]] = {}

    def has(self, letter: str) -> bool:
        return ord(letter) in self.file.glyph_of

    def own_places(self, letter: str) -> dict[str, int]:
        """The glyphs of its joined forms by place (`PLACES`), for a letter that Unicode gives no such characters."""
        found = self._own_places.get(letter)
        if found is None:
            found = self._own_places.setdefault(letter, self._read_places(letter))
        return found

    def _read_places(self, letter: str) -> dict[str, int]:
        glyph = self.file.glyph_of.get(ord(letter))
        characters = LETTERS_ARABIC.get(letter)
        if glyph is None or (characters and all(self.has(form) for form in characters[1:] if form)):
            return {}
        return {place: forms[glyph] for place, forms in self.file.place_forms.items() if glyph in forms}

    def glyph(self, parts: tuple[Part, ...], text: str, advance: int | None = None) -> Glyph:
        """The glyph of these outlines for these letters, as wide as the first outline unless `advance` is given."""
        key = parts, text
        found = self._glyphs.get(key)
        if found is None:
            if advance is None:
                advance = self.file.advance(parts[0].glyph)
            found = Glyph(parts, advance, advance / self.file.units, text, _is_letter(text), _lean(text))
            found = self._glyphs.setdefault(key, found)
        return found


@cache
def typeface(face: AnyFace) -> Typeface:
    rl_config.useA85 = 0
    if isinstance(face, OwnFace):
        return Typeface(face.value, BytesIO(_own_files[face]))
    return Typeface(face.value, str(shelf.path("fonts", f"{face.value}.ttf")))


class FontSheet:
    """The glyphs that one PDF uses of one typeface, numbered in the order of their first use."""

    def __init__(self, face: Typeface) -> None:
        self._face = face
        self._glyphs: list[Glyph] = [face.glyph((Part(0),), "\ufffd")]
        self._codes: dict[Glyph, str] = {}
        self._internal_name = ""

    def codes(self, glyphs: Sequence[Glyph]) -> str:
        """The glyphs as hexadecimal digits for a PDF string."""
        known = self._codes
        return "".join([known.get(glyph) or self._add(glyph) for glyph in glyphs])

    def internal_name(self, document: Any) -> str:
        """The name by which page streams call the font (reportlab asks for the objects when it saves)."""
        if not self._internal_name:
            self._internal_name = f"F{len(document.fontMapping) + 1}"
            document.fontMapping[self._face.name] = f"/{self._internal_name}"
            document.delayedFonts.append(self)
        return self._internal_name

    def addObjects(self, document: Any) -> None:
        """Write the subset, its widths and its ToUnicode map into the document (called by reportlab)."""
        file = self._face.file
        name = f"AAAAAA+{file.ps_name}"
        cut = _cut(self._face, tuple(self._glyphs))
        font_file = Stream(cut.outlines, Length1=str(cut.outlines.length))
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC,
                "FontBBox": f"[{' '.join(map(str, file.box))}]",
                "Ascent": file.ascent,
                "Descent": file.descent,
                "CapHeight": file.cap_height,
                "ItalicAngle": file.italic_angle,
                "StemV": file.stem_v,
                "FontFile2": document.Reference(font_file, f"fontFile:{name}"),
            }
        )
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": document.Reference(descriptor, f"fontDescriptor:{name}"),
                "CIDToGIDMap": "/Identity",
                "DW": 1000,
                "W": f"[0 [{cut.widths}]]",
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"cidFont:{name}")]),
                "ToUnicode": document.Reference(Stream(cut.to_unicode), f"toUnicode:{name}"),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self._internal_name] = document.Reference(font, f"font:{name}")

    def _add(self, glyph: Glyph) -> str:
        code = f"{len(self._glyphs):04X}"
        self._glyphs.append(glyph)
        self._codes[glyph] = code
        return code


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a PDF takes of a font. `widths` in thousandths of an em, separated by spaces."""

    outlines: Packed
    widths: str
    to_unicode: Packed


@lru_cache(maxsize=16)
def _cut(face: Typeface, glyphs: tuple[Glyph, ...]) -> _Cut:
    """Remembered: the copies of one paper, and the labels of all papers of a kind, take the same glyphs."""
    scale = 1000 / face.file.units
    return _Cut(
        pack(face.file.subset([(glyph.parts, glyph.advance) for glyph in glyphs])),
        # written here: reportlab takes longer for a number than the font for a glyph
        " ".join([f"{glyph.advance * scale:.2f}" for glyph in glyphs]),
        pack(_to_unicode([glyph.text for glyph in glyphs])),
    )


def _is_letter(text: str) -> bool:
    return text != "" and bidirectional(text[-1]) == "AL" and bidirectional(text[0]) in ("AL", "NSM", "BN")


def _lean(text: str) -> int:
    kinds = [bidirectional(letter) for letter in text]
    return kinds.count("AL") + kinds.count("R") - kinds.count("L")


def _to_unicode(texts: Sequence[str]) -> bytes:
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, text in enumerate(texts)
        if text
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
