"""Glyphs of a line from left to right, with the source letters that make readers give the line back in its order.

Poppler and PDFium store what they see from left to right and turn it back with rules of their own:
- Poppler takes a number, a comma or a percent sign and everything on its left, up to the next right-to-left
  character, as left to right; so U+200F stands on the left of such a run.
- Poppler takes a hyphen at the right end of a line, where a Persian line begins, for a word divided there.
- PDFium mirrors every bracket in right-to-left text, Poppler none; so U+200E stands on the right of a bracket, which
  keeps PDFium from mirroring it, between two U+200F, which keep Poppler's left-to-right run to that one bracket.
- PDFium leaves commas, digits and marks side by side as they stand; so U+200F parts a letter's mark from them.
- PDFium turns a line only if it counts more right-to-left stretches than Latin ones; so lines with much Latin get
  a few more (U+200F between U+200B). Persian words then keep their order; Latin words of one line come out singly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from unicodedata import bidirectional

from .direction import mirrored, visual_order
from .fonts import Glyph, Typeface

_RLM = "\u200f"
_LRM = "\u200e"
_NUMBER_LIKE = ("EN", "ES", "ET", "AN", "CS")
_RIGHT = ("R", "AL")


def in_visual_order(
    face: Typeface, glyphs: Sequence[Glyph], levels: Sequence[int], *, has_left_neighbour: bool = False
) -> list[Glyph]:
    """The glyphs of one line from left to right, ready to be drawn.

    `has_left_neighbour`: other writing may stand on its left at the same height (a label's value, the next cell).
    """
    mixed = max(levels, default=1) > 1 or 0 in levels
    order = visual_order(levels) if mixed else range(len(levels) - 1, -1, -1)
    line = [glyphs[place] for place in order]
    line_levels = [levels[place] for place in order]
    for place, glyph in enumerate(line):
        if glyph.is_letter:
            continue
        text = _read_as(line, line_levels, place, has_left_neighbour)
        if text != glyph.text:
            line[place] = face.glyph(glyph.parts, text, glyph.advance)
    if mixed:
        _balance(face, line, line_levels)
    return line


def _read_as(line: Sequence[Glyph], levels: Sequence[int], place: int, has_left_neighbour: bool) -> str:
    text = line[place].text
    right_to_left = levels[place] % 2 == 1
    if right_to_left and len(text) == 1 and mirrored(text) != text:
        return f"{_RLM}{text}{_LRM}{_RLM}"
    if not text:
        return text
    if place + 1 < len(line):
        parted = _parted_from_mark(text, line[place + 1].text)
    else:
        parted = text[-1] == "-"
    ends = _ends_run(line, levels, place) if place else has_left_neighbour and _is_number_like(text)
    return _RLM * ends + text + _RLM * parted


def _is_number_like(text: str) -> bool:
    return bidirectional(text[0]) in _NUMBER_LIKE


def _ends_run(line: Sequence[Glyph], levels: Sequence[int], place: int) -> bool:
    """What Poppler reads from left to right ends here, with something other than a letter on its left."""
    left = line[place - 1].text
    if left and bidirectional(left[-1]) in _RIGHT:
        return False
    if levels[place] % 2 == 0:
        return levels[place - 1] % 2 == 1
    return _is_number_like(line[place].text)


def _parted_from_mark(text: str, right: str) -> bool:
    """Whether this is a comma or digit after a letter's mark: PDFium would put it between letter and mark."""
    return bidirectional(text[-1]) in _NUMBER_LIKE and right != "" and bidirectional(right[0]) in ("NSM", "BN")


def _balance(face: Typeface, line: list[Glyph], levels: Sequence[int]) -> None:
    kinds = [_kind(letter) for glyph in line for letter in glyph.text]
    if "L" not in kinds or "R" not in kinds:
        return
    starts = [kinds[0], *(kind for before, kind in pairwise(kinds) if kind != before)]
    missing = starts.count("L") - starts.count("R") + 1
    if missing > 0:
        place = next(index for index, level in enumerate(levels) if level % 2 == 0)
        glyph = line[place]
        stretches = "\u200b" + f"{_RLM}\u200b" * missing
        line[place] = face.glyph(glyph.parts, stretches + glyph.text, glyph.advance)


def _kind(letter: str) -> str:
    kind = bidirectional(letter)
    if kind in _RIGHT:
        return "R"
    if kind == "L":
        return "L"
    return "number" if kind in (*_NUMBER_LIKE, "NSM") else "neutral"
