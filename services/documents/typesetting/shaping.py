"""From words to glyphs: joined letters, ligatures, harakat on their letters, ZWNJ kept, unknown characters marked.

`shape_line` is the one door through which every string of a paper passes, `split_words` its half for paragraphs that
are broken into lines first. A glyph carries its source letters in the order in which readers of right-to-left text
expect them: the letters of a ligature and the marks of a letter stand reversed, since every reader turns them back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import bidirectional, category, combining, normalize

from arabic_reshaper import ArabicReshaper
from arabic_reshaper.letters import LETTERS_ARABIC

from services.persian.text import isolate_codes

from .codes import as_readers_want
from .direction import embedding_levels, mirrored
from .font_file import Part
from .fonts import AnyFace, Glyph, Typeface, typeface
from .place_forms import PLACES

ZWNJ = "\u200c"
_ZWJ = "\u200d"
_UNKNOWN = "\ufffd"
_JOINS, _JOINS_BEFORE = "\u0628", "\u062f"
"""A letter that joins on both sides, and one that joins only the letter before it."""
_ALLAH = "\ufdf2"
_SHAPER = ArabicReshaper(
    {
        "delete_harakat": False,
        "delete_tatweel": False,
        "support_zwj": True,
        "support_ligatures": True,
        "RIAL SIGN": False,
        "ARABIC LIGATURE ALLAH": True,
        **{
            f"ARABIC LIGATURE LAM WITH ALEF{kind}": True
            for kind in ("", " WITH HAMZA ABOVE", " WITH HAMZA BELOW", " WITH MADDA ABOVE")
        },
    }
)
_PLACES = {
    LETTERS_ARABIC[letter][number]: place
    for letter in (_JOINS, _JOINS_BEFORE)
    for number, place in enumerate(("", *PLACES))
}
_LIGATURE_LENGTH = {_ALLAH: 4, **{chr(code): 2 for code in range(0xFEF5, 0xFEFD)}}
_MOST_MARKS = 8
_MOST_LEANING = 15
"""Readers take no more than 63 characters for a glyph, the direction marks between them included."""
_UNKNOWN_TO_POPPLER = frozenset("\u0606\u0607\u0608\u060b\u0659\u065a\u065b\u065c\u065d\u065e\u065f")
_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\0-\x20\x7f-\x9f\u1680\u2000-\u200a\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch without a space, in logical order. `width` is in ems; `unknown` are characters without a glyph."""

    face: AnyFace
    glyphs: tuple[Glyph, ...]
    levels: tuple[int, ...]
    width: float
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapedText:
    """The words of one paragraph without a forced break, and the level of the space after each but the last."""

    words: tuple[Word, ...]
    space_levels: tuple[int, ...]
    space: Glyph

    @property
    def width(self) -> float:
        return sum(word.width for word in self.words) + self.space.width * len(self.space_levels)


@dataclass(slots=True)
class _Cluster:
    """One letter with what leans on it: the marks drawn on it, and the whole source it stands for."""

    letter: str
    level: int
    source: str
    marks: list[str] = field(default_factory=list)
    place: str = ""
    """Where in the word it stands, for a letter that has no characters for its joined forms."""


def split_lines(text: str) -> list[str]:
    """The pieces between forced breaks."""
    return _BREAKS.split(text)


def split_words(text: str, face: AnyFace, base: int = 1) -> ShapedText:
    """Shape a paragraph (no forced break in it); runs of spaces count as one, numbers of files keep their order."""
    clean = _SPACES.sub(" ", isolate_codes(text) if base else text).strip(" ")
    levels = embedding_levels(clean, base)
    words = []
    space_levels = []
    at = 0
    for piece in clean.split(" "):
        end = at + len(piece)
        words.append(_word(face, piece, tuple(levels[at:end])))
        if end < len(clean):
            space_levels.append(levels[end])
        at = end + 1
    return ShapedText(tuple(words), tuple(space_levels), space_glyph(face))


def shape_line(text: str, face: AnyFace, base: int = 1) -> ShapedText:
    """Shape a string that stays on one line: forced breaks become spaces."""
    return split_words(_BREAKS.sub(" ", text), face, base)


@lru_cache(maxsize=8)
def space_glyph(face: AnyFace) -> Glyph:
    font = typeface(face)
    return font.glyph((Part(font.file.glyph_of[0x20]),), " ")


@lru_cache(maxsize=16384)
def _word(face: AnyFace, text: str, levels: tuple[int, ...]) -> Word:
    font = typeface(face)
    clusters = _clusters(text, levels)
    glyphs: list[Glyph] = []
    glyph_levels: list[int] = []
    unknown: list[str] = []
    at = 0
    for form, length in _joined(clusters, font):
        group = clusters[at : at + length]
        at += length
        glyphs.append(_glyph(font, form, group, unknown))
        glyph_levels.append(group[0].level)
    whole, whole_levels = as_readers_want(font, glyphs, glyph_levels)
    width = sum(glyph.width for glyph in whole)
    return Word(face, whole, whole_levels, width, tuple(unknown))


def _clusters(text: str, levels: Sequence[int]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    held = ""
    for letter, level in zip(text, levels, strict=True):
        kind = category(letter)
        if clusters and _leans(letter):
            if len(clusters[-1].source) < _MOST_LEANING:
                clusters[-1].source += letter
                clusters[-1].marks += [letter] if kind in ("Mn", "Me") else []
        elif letter in (ZWNJ, _ZWJ):
            held = letter
        elif kind not in ("Cc", "Cf") or letter in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd":
            clusters.append(_Cluster(letter, level, held + letter))
            held = ""
    return clusters


def _joined(clusters: Sequence[_Cluster], font: Typeface) -> list[tuple[str, int]]:
    """The joined form of each letter and how many letters it stands for."""
    for cluster in clusters:
        _compose(cluster)
    bare = []
    for cluster in clusters:
        bare.append(_stand_in(font, cluster.letter))
        if ZWNJ in cluster.source:
            bare.append(ZWNJ)
        elif _ZWJ in cluster.source:
            bare.append(_ZWJ)
    text = "".join(bare)
    forms = _reshaped(text)
    if _ALLAH in forms and not font.has(_ALLAH):
        forms = _reshaped(text.replace("\u0647", "\u0647\u034f"))
    joined = [(form, _LIGATURE_LENGTH.get(form, 1)) for form in forms if form not in (ZWNJ, _ZWJ, "\u034f")]
    if sum(length for _, length in joined) != len(clusters):
        # the shaper loses count of a ligature behind a joiner: its letters are drawn as they were typed
        return [(cluster.letter, 1) for cluster in clusters]
    return _without_stand_ins(clusters, joined, font)


def _stand_in(font: Typeface, letter: str) -> str:
    """What the shaper is given for a letter whose joined forms are in the font alone (Kurdish, Pashto)."""
    places = font.own_places(letter)
    if not places:
        return letter
    return _JOINS if "init" in places else _JOINS_BEFORE


def _without_stand_ins(
    clusters: Sequence[_Cluster], joined: Sequence[tuple[str, int]], font: Typeface
) -> list[tuple[str, int]]:
    own: list[tuple[str, int]] = []
    at = 0
    for form, length in joined:
        cluster = clusters[at]
        at += length
        if form in _PLACES and font.own_places(cluster.letter):
            cluster.place = _PLACES[form]
            own.append((cluster.letter, 1))
        else:
            own.append((form, length))
    return own


def joined_forms(letter: str) -> frozenset[str]:
    """Every form that a letter (or a lam with its alef) is drawn in: alone, and at each place of a word."""
    around = (("", ""), (_JOINS, ""), ("", _JOINS), (_JOINS, _JOINS))
    words = (_reshaped(before + letter + after) for before, after in around)
    return frozenset("".join(words)) - {ZWNJ, _ZWJ}


@lru_cache(maxsize=16384)
def _reshaped(text: str) -> str:
    try:
        return str(_SHAPER.reshape(text))
    except IndexError:  # the shaper stumbles over a ligature behind a joiner; without the joiner it stands
        return str(_SHAPER.reshape(text.replace(_ZWJ, "")))


def _compose(cluster: _Cluster) -> None:
    """Draw alef and a madda mark as the one letter that they make."""
    if cluster.marks:
        whole = normalize("NFC", cluster.letter + cluster.marks[0])
        if len(whole) == 1:
            cluster.letter = whole
            del cluster.marks[0]


def _glyph(font: Typeface, form: str, group: Sequence[_Cluster], unknown: list[str]) -> Glyph:
    first = group[0]
    right_to_left = first.level % 2 == 1
    source = "".join(cluster.source for cluster in group)
    text = _turned(source) if right_to_left else source
    if right_to_left and len(group) == 1:
        form = mirrored(form)
    parts, advance = _outlines(font, form, first)
    if not parts:
        unknown.append(first.letter)
        return font.glyph((Part(font.file.glyph_of.get(ord(_UNKNOWN), 0)),), text)
    for component, cluster in enumerate(group):
        parts += _marks(font, parts[0].glyph, cluster.marks, component)
    return font.glyph(parts, text, advance)


@lru_cache(maxsize=4096)
def _turned(source: str) -> str:
    """Right to left. PDFium leaves two marks (or a mark and a ZWNJ) side by side as they are: U+200F parts them.

    Poppler does not know some later characters for Persian, and takes with them what stands on their left.
    """
    pieces: list[str] = ["\u200f"] if source[-1:] in _UNKNOWN_TO_POPPLER else []
    for letter in reversed(source):
        if pieces and _leans(letter) and _leans(pieces[-1]):
            pieces.append("\u200f")
        pieces.append(letter)
    return "".join(pieces)


def _leans(letter: str) -> bool:
    return letter in (ZWNJ, _ZWJ) or category(letter) in ("Mn", "Me")


def _outlines(font: Typeface, form: str, first: _Cluster) -> tuple[tuple[Part, ...], int | None]:
    glyph_of = font.file.glyph_of
    letter = first.letter
    if first.place:
        return (Part(font.own_places(letter)[first.place]),), None
    if ord(form) in glyph_of:
        return (Part(glyph_of[ord(form)]),), None
    if normalize("NFKC", form) == letter and ord(letter) in glyph_of:
        return (Part(glyph_of[ord(letter)]),), None
    canonical = normalize("NFD", letter)
    if len(canonical) > 1 and ord(canonical[0]) in glyph_of:
        base = glyph_of[ord(canonical[0])]
        return (Part(base), *_marks(font, base, list(canonical[1:]), 0)), None
    plain = normalize("NFKC", form)
    if bidirectional(letter) == "AL":  # words in one character, as the blessing upon the Prophet
        plain = _reshaped(plain)[::-1]
    if plain != form and all(ord(piece) in glyph_of for piece in plain):
        parts = []
        at = 0
        for piece in plain:
            parts.append(Part(glyph_of[ord(piece)], at))
            at += font.file.advance(glyph_of[ord(piece)])
        return tuple(parts), at
    return (), None


def _marks(font: Typeface, base: int, marks: Sequence[str], component: int) -> tuple[Part, ...]:
    """The marks of a letter, each above the one before; no word has more than `_MOST_MARKS`, further ones are read
    and not drawn: a pile of hundreds leaves the page, and the numbers of a font file."""
    placed: list[Part] = []
    file = font.file
    for letter in sorted(marks[:_MOST_MARKS], key=_stacking):
        glyph = file.glyph_of.get(ord(letter))
        if glyph is None:
            continue
        place = None
        for lower in reversed(placed):
            shift = file.marks.on_mark(lower.glyph, glyph)
            if shift is not None:
                place = Part(glyph, lower.dx + shift[0], lower.dy + shift[1])
                break
        if place is None:
            shift = file.marks.on_letter(base, glyph, component)
            place = Part(glyph, *(shift or _above(font, base, glyph, combining(letter))))
        placed.append(place)
    return tuple(placed)


def _stacking(mark: str) -> int:
    """Tashdid lies nearest to the letter, whichever was typed first."""
    return 0 if mark in "\u0651\u0654\u0655\u0653" else 1


def _above(font: Typeface, base: int, mark: int, combining_class: int) -> tuple[int, int]:
    """A place for a mark that the font gives no anchor: centred, close above or below the letter."""
    letter = font.file.extent(base)
    ink = font.file.extent(mark)
    if letter is None or ink is None:
        return 0, 0
    gap = font.file.units // 20
    across = (letter[0] + letter[2] - ink[0] - ink[2]) // 2
    if combining_class == 220 or combining_class in (29, 32):
        return across, letter[1] - gap - ink[3]
    return across, letter[3] + gap - ink[1]
