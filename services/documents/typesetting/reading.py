"""Glyphs of a line from left to right, with the source letters that make readers give the line back in its order.

Poppler and PDFium store what they see from left to right and turn it back with rules of their own:
- Poppler takes a number, a comma or a percent sign and everything on its left, up to the next right-to-left
  character, as left to right; so U+200F stands on the left of such a run.
- Poppler takes a hyphen at the right end of a line, where a Persian line begins, for a word divided there.
- PDFium mirrors every bracket in right-to-left text, Poppler none; so U+200E stands on the right of a bracket, which
  keeps PDFium from mirroring it, between two U+200F, which keep Poppler's left-to-right run to that one bracket.
- PDFium leaves commas, digits and marks side by side as they stand; so U+200F parts a letter's mark from them.
- PDFium puts every stretch of letters, of signs or of digits before the one on its left, in Latin writing too (an
  address would come out from its end); so the stretches of Latin writing are drawn from the last to the first. Where
  such writing touches a sign, PDFium sees a space there. That it turns every line stands in the file (`Surface`).
- Poppler takes letters that stand singly for one word set wide; so one of them gets a U+200F.
- Poppler reads a page with more Latin than Persian letters from left to right: `Surface` adds what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

from .direction import mirrored, visual_order
from .fonts import Glyph, Typeface

_RLM = "\u200f"
_LRM = "\u200e"
_NUMBER_LIKE = ("EN", "ES", "ET", "AN", "CS")
_RIGHT = ("R", "AL")


def in_visual_order(
    face: Typeface, glyphs: Sequence[Glyph], levels: Sequence[int], *, has_left_neighbour: bool = False
) -> tuple[tuple[Glyph, ...], tuple[int, ...]]:
    """The glyphs of one line from left to right, and their places as they are drawn, if that is another order.

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
    if len(line) > 2 and all(glyph.text == " " for glyph in line[1::2]):
        line[0] = face.glyph(line[0].parts, _RLM + line[0].text, line[0].advance)
    return _in_drawing_order(face, line, line_levels) if mixed else (tuple(line), ())


def _in_drawing_order(
    face: Typeface, line: Sequence[Glyph], levels: Sequence[int]
) -> tuple[tuple[Glyph, ...], tuple[int, ...]]:
    drawn: list[Glyph] = []
    order: list[int] = []
    for is_persian, places in groupby(range(len(line)), _runs(levels).__getitem__):
        run = [line[place] for place in places]
        start = len(drawn)
        stretches = [[*run]] if is_persian else [list(same) for _, same in groupby(run, _kind)]
        if len(stretches) > 1 and run[0].text.startswith(_RLM):
            # the sign for Poppler stands by itself, or PDFium would give it back within an address
            drawn.append(face.glyph((), _RLM, 0))
            stretches[0][0] = face.glyph(run[0].parts, run[0].text.removeprefix(_RLM), run[0].advance)
        order += _backwards(stretches, len(drawn))
        order += range(start, len(drawn))
        for stretch in stretches:
            drawn += stretch
    return tuple(drawn), () if order == sorted(order) else tuple(order)


def _runs(levels: Sequence[int]) -> list[bool]:
    """For each place whether it runs from right to left; a Persian letter within a code goes with the code."""
    runs: list[bool] = []
    for is_within, held in groupby(levels, lambda level: level != 1):
        run = list(held)
        is_code = is_within and min(run) % 2 == 0
        runs += [not is_code and level % 2 == 1 for level in run]
    return runs


def _backwards(stretches: Sequence[Sequence[Glyph]], start: int) -> list[int]:
    """The places of the last stretch, then of that before it; the first of them begins at `start`."""
    order: list[int] = []
    for stretch in stretches:
        order[:0] = range(start, start + len(stretch))
        start += len(stretch)
    return order


def _kind(glyph: Glyph) -> str:
    """What PDFium takes the glyph for: Latin, Persian, of numbers, or none of them; a sign at an end is by itself."""
    kind = bidirectional(glyph.text[-1]) if glyph.text else "BN"
    if glyph.text.endswith(_LRM):
        return "sign"
    if kind in _RIGHT:
        return "R"
    return "number" if kind in (*_NUMBER_LIKE, "NSM", "BN") else kind if kind == "L" else "neutral"


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
    if not right_to_left and _is_sign_at_an_end(line, levels, place):
        text = f"{_LRM}{text}{_LRM}"
    ends = _ends_run(line, levels, place) if place else has_left_neighbour and _is_number_like(text)
    return _RLM * ends + text + _RLM * parted


def _is_sign_at_an_end(line: Sequence[Glyph], levels: Sequence[int], place: int) -> bool:
    """A bracket or stop with which Latin writing begins or ends: readers would give it to the Persian beside it."""
    is_end = place in (0, len(line) - 1) or any(level % 2 for level in levels[place - 1 : place + 2])
    return is_end and bidirectional(line[place].text[-1]) not in (*_RIGHT, "L", "EN", "AN")


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
