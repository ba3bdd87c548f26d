"""Breaking paragraphs into lines: the whole paragraph is weighed at once, so no line is loose beside a tight one.

Only spaces stretch and shrink (no kashida). A word wider than the line is cut between letters.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from .fonts import AnyFace, Glyph, typeface
from .reading import in_visual_order
from .shaping import ShapedText, Word, split_lines, split_words

_SHRINK = 0.25
_STRETCH = 0.6
_LONE_WORD = 40_000.0
_SHORT_LAST = 0.12
_LOOSE_LIMIT = 24.0
_WIDEST = 0.42
_LOOSEST = 0.3
_HOLLOW = 1e13
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Face, size and line distance in points; `ink` is the grey, 0 black."""

    face: AnyFace
    size: float
    leading: float
    ink: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Glyphs from left to right. `gap` is added after every space, `width` is the width so drawn (points)."""

    style: TextStyle
    glyphs: tuple[Glyph, ...]
    gap: float
    width: float
    order: tuple[int, ...] = ()
    """In which order the glyphs are drawn, where it is not from left to right (`reading`)."""


@dataclass(frozen=True, slots=True)
class BrokenText:
    """`has_cut` says that a word wider than the line was cut."""

    lines: tuple[Line, ...]
    unknown: tuple[str, ...]
    has_cut: bool = False


@lru_cache(maxsize=512)
def break_text(text: str, style: TextStyle, width: float, *, justify: bool = False) -> BrokenText:
    """The lines of a text that may hold forced breaks; an empty text gives one empty line.

    Remembered: the copies of one paper, and its previews while one types, hold the same texts again and again.
    """
    lines: list[Line] = []
    unknown: list[str] = []
    widest = 0.0
    for piece in split_lines(text):
        shaped = split_words(piece, style.face)
        unknown += [letter for word in shaped.words for letter in word.unknown]
        widest = max(widest, *[word.width for word in shaped.words])
        lines += _paragraph(shaped, style, width, justify)
    return BrokenText(tuple(lines), tuple(unknown), widest > width / style.size)


def widest_word(text: str, style: TextStyle) -> float:
    """The width of the widest stretch without a space, in points."""
    words = (word for piece in split_lines(text) for word in split_words(piece, style.face).words)
    return max((word.width for word in words), default=0.0) * style.size


@lru_cache(maxsize=512)
def single_line(text: str, style: TextStyle, base: int = 1) -> BrokenText:
    """The whole text on one line, as wide as it is."""
    shaped = split_words(" ".join(split_lines(text)), style.face, base)
    unknown = tuple(letter for word in shaped.words for letter in word.unknown)
    return BrokenText((_line(shaped, 0, len(shaped.words), style, None, is_latin=not base),), unknown)


def _paragraph(shaped: ShapedText, style: TextStyle, width: float, justify: bool) -> list[Line]:
    room = width / style.size
    if shaped.width <= room:
        return [_line(shaped, 0, len(shaped.words), style, width if justify else None)]
    fitted = _cut_long_words(shaped, room)
    last = len(fitted.words)
    breaks = _best_breaks(fitted, room, _SHRINK if justify else 0.0)
    return [
        _line(fitted, start, end, style, width if justify else None, is_last=end == last)
        for start, end in zip([0, *breaks], [*breaks, last], strict=True)
    ]


def _line(
    shaped: ShapedText,
    start: int,
    end: int,
    style: TextStyle,
    fill: float | None,
    *,
    is_last: bool = True,
    is_latin: bool = False,
) -> Line:
    """One line of the paragraph; `fill` is the width to reach (the last line only ever shrinks to it)."""
    glyphs: list[Glyph] = []
    levels: list[int] = []
    spaces = 0
    for place in range(start, end):
        word = shaped.words[place]
        glyphs += word.glyphs
        levels += word.levels
        if place < end - 1 and shaped.space_levels[place] >= 0:
            glyphs.append(shaped.space)
            levels.append(shaped.space_levels[place])
            spaces += 1
    natural = sum([glyph.width for glyph in glyphs]) * style.size
    gap = 0.0
    if spaces and fill is not None and (natural > fill or not is_last):
        gap = (fill - natural) / spaces
        gap = gap if gap <= style.size * _WIDEST else 0.0
    face = typeface(style.face)
    visual, order = in_visual_order(face, glyphs, levels, has_left_neighbour=fill is None and not is_latin)
    return Line(style, visual, gap, natural + gap * spaces, order)


def _cut_long_words(shaped: ShapedText, room: float) -> ShapedText:
    """Words wider than the line become several; a level of -1 stands for "no space here"."""
    if all(word.width <= room for word in shaped.words):
        return shaped
    words: list[Word] = []
    levels: list[int] = []
    for place, word in enumerate(shaped.words):
        pieces = _pieces(word, room)
        words += pieces
        levels += [-1] * (len(pieces) - 1)
        if place < len(shaped.space_levels):
            levels.append(shaped.space_levels[place])
    return ShapedText(tuple(words), tuple(levels), shaped.space)


def _pieces(word: Word, room: float) -> list[Word]:
    if word.width <= room:
        return [word]
    pieces: list[Word] = []
    start = 0
    while start < len(word.glyphs):
        end = start + 1
        width = word.glyphs[start].width
        while end < len(word.glyphs) and width + word.glyphs[end].width <= room:
            width += word.glyphs[end].width
            end += 1
        pieces.append(Word(word.face, word.glyphs[start:end], word.levels[start:end], width, ()))
        start = end
    return pieces


def _best_breaks(shaped: ShapedText, room: float, shrink: float) -> list[int]:
    """The word indexes before which a new line begins, the whole paragraph as even as can be."""
    count = len(shaped.words)
    space = shaped.space.width
    gaps = [space if level >= 0 else 0.0 for level in shaped.space_levels]
    starts = [0.0, *accumulate(word.width + gap for word, gap in zip(shaped.words, [*gaps, 0.0], strict=True))]
    spaces = [0, *accumulate(int(gap > 0) for gap in gaps)]
    best = [0.0] + [_INFINITE] * count
    before = [0] * (count + 1)
    slack = room * 1e-9
    for end in range(1, count + 1):
        right = starts[end] - (gaps[end - 1] if end < count else 0.0)
        fullest = min(bisect_left(starts, right - room * (1 + shrink / 2) - slack), end - 1)
        for start in range(fullest, end):
            free = room - (right - starts[start])
            stretchable = (spaces[end - 1] - spaces[start]) * space
            if free < -stretchable * shrink - slack and start < end - 1:
                continue
            cost = best[start] + _demerit(free, stretchable, room if end == count else None)
            if cost < best[end]:
                best[end] = cost
                before[end] = start
            elif free > room * _LOOSEST and end < count and best[end] < _INFINITE:
                break
    breaks: list[int] = []
    at = before[count]
    while at:
        breaks.append(at)
        at = before[at]
    return breaks[::-1]


def _demerit(free: float, stretchable: float, last_room: float | None) -> float:
    """How bad a line with `free` ems too many (negative: too few) is; `last_room` is given for the last one."""
    if last_room is not None and free >= 0:
        return _LONE_WORD if last_room - free < last_room * _SHORT_LAST else 0.0
    if not stretchable:
        return _HOLLOW if free > 0 else 10.0
    ratio = free / (stretchable * (_STRETCH if free > 0 else _SHRINK))
    badness = 100.0 * min(abs(ratio), _LOOSE_LIMIT) ** 3
    return float((10.0 + badness) ** 2)


@lru_cache(maxsize=64)
def text_height(style: TextStyle) -> tuple[float, float]:
    """(above, below) the baseline within one line of this style."""
    file = typeface(style.face).file
    ascent = file.ascent / 1000 * style.size
    descent = -file.descent / 1000 * style.size
    spare = style.leading - ascent - descent
    return ascent + spare / 2, descent + spare / 2
