"""Whether a font that the unit brought along can set its papers: it must embed, and have every letter they need."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from services.catalogue import say
from services.errors import InvalidError

from .mark_anchors import read_mark_anchors
from .place_forms import read_place_forms
from .shaping import joined_forms

FIELD = "font"
LARGEST = 8_000_000
"""Bytes of a font file."""
_TRUE_TYPE = (b"\x00\x01\x00\x00", b"true")
_NOT_EMBEDDED = 0x0002 | 0x0100 | 0x0200
_NAMED = 12
_LAYOUT: dict[str, Callable[[bytes], object]] = {"GPOS": read_mark_anchors, "GSUB": read_place_forms}


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font that can be used. `lacks_latin`: English words and addresses would be drawn as visible marks."""

    lacks_latin: bool


def examine_font(content: bytes) -> FontFacts:
    """Raises InvalidError beside the field of the font, in words that say what is wrong with it."""
    if len(content) > LARGEST:
        raise InvalidError("documents.font_too_large", FIELD, limit=LARGEST // 1_000_000)
    if content[:4] not in _TRUE_TYPE:
        raise InvalidError("documents.font_not_true_type", FIELD)
    try:
        face: Any = TTFontFace(BytesIO(content))
        rights = struct.unpack_from(">H", face.get_table("OS/2"), 8)[0] if "OS/2" in face.table else 0
        known = frozenset(face.charToGlyph)
        for tag, read in _LAYOUT.items():  # now, and not when the first paper needs them
            read(bytes(face.get_table(tag)) if tag in face.table else b"")
    except (TTFError, struct.error, KeyError, IndexError, ValueError, AssertionError) as error:
        raise InvalidError("documents.font_unreadable", FIELD) from error
    if rights & _NOT_EMBEDDED:
        raise InvalidError("documents.font_not_embedded", FIELD)
    missing = [letter for letter in say("documents.font_letters").split() if not _has(known, letter)]
    missing += [letter for letter in say("documents.font_signs").split() if ord(letter) not in known]
    if 0x20 not in known or missing:
        named = say("documents.list_comma").join(missing[:_NAMED])
        raise InvalidError("documents.font_lacks", FIELD, letters=named, count=len(missing))
    return FontFacts(lacks_latin=not all(ord(letter) in known for letter in "AZaz09@."))


def _has(known: frozenset[int], letter: str) -> bool:
    """The letter itself and the shapes it takes inside words."""
    return ord(letter[0]) in known and all(ord(form) in known for form in joined_forms(letter))
