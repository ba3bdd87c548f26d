"""Glyphs that stand for many letters: a number with a Persian letter in it, and words in one character.

A letter's number (1404, a slash, meem, a slash, 12) is read from left to right as it was typed. Poppler and PDFium
know no such thing: they turn what is Persian in it, and so would begin with its last part. Therefore it becomes one
glyph, as lam and alef are one, whose letters stand in the order from which both readers get back what was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from unicodedata import bidirectional

from .direction import mirrored
from .font_file import Part
from .fonts import Glyph, Typeface

_RLM = "\u200f"
_WITHIN = 2
"""The level of what runs from left to right within a Persian line."""
_OF_NUMBERS = ("EN", "AN", "ES", "CS", "ET")
_OF_CODES = (*_OF_NUMBERS, "ON")
_PERSIAN = ("AL", "R", "NSM", "BN")
_LONGEST = 32
"""In glyphs; a longer one may not fit into a line, and a glyph cannot be cut."""
_BROAD = 1.4
"""In ems. PDFium takes a line that begins or ends with a broader glyph for one with the line above it."""


def as_readers_want(
    font: Typeface, glyphs: Sequence[Glyph], levels: Sequence[int]
) -> tuple[tuple[Glyph, ...], tuple[int, ...]]:
    """The glyphs of a word and their levels, in logical order, with those that stand for many letters."""
    if max(levels, default=0) > _WITHIN:
        glyphs, levels = _with_codes(font, glyphs, levels)
    if any(glyph.width > _BROAD for glyph in glyphs):
        glyphs, levels = _between_signs(font, glyphs, levels)
    return tuple(glyphs), tuple(levels)


def _with_codes(font: Typeface, glyphs: Sequence[Glyph], levels: Sequence[int]) -> tuple[list[Glyph], list[int]]:
    whole: list[Glyph] = []
    whole_levels: list[int] = []
    for is_within, places in groupby(range(len(levels)), lambda place: levels[place] >= _WITHIN):
        held = list(places)
        run, run_levels = [glyphs[place] for place in held], [levels[place] for place in held]
        if is_within and _is_code(run, run_levels):
            whole.append(_one(font, run))
            whole_levels.append(1)
        else:
            whole += run
            whole_levels += run_levels
    return whole, whole_levels


def _is_code(run: Sequence[Glyph], levels: Sequence[int]) -> bool:
    """Of Persian letters and numbers; with Latin letters or brackets in it, each reader wants another order."""
    if len(run) > _LONGEST or min(levels) % 2 or max(levels) == min(levels):
        return False
    return all(level % 2 or _kind(glyph) in _OF_CODES for glyph, level in zip(run, levels, strict=True))


def _kind(glyph: Glyph) -> str:
    if not glyph.text or mirrored(glyph.text) != glyph.text:
        return ""
    return bidirectional(glyph.text[-1])


def _one(font: Typeface, run: Sequence[Glyph]) -> Glyph:
    parts: list[Part] = []
    at = 0
    for glyph in _as_typed(run):
        parts += [replace(part, dx=part.dx + at) for part in glyph.parts]
        at += glyph.advance
    return font.glyph(tuple(parts), "".join(reversed(list(_as_turned(run)))), at)


def _as_typed(run: Sequence[Glyph]) -> Iterator[Glyph]:
    """From left to right: its parts as they follow each other, whose letters alone run from right to left.

    By the rules of Unicode a number behind a Persian letter would stand on its left: another number to whoever reads.
    """
    for is_persian, same in groupby(run, lambda glyph: _kind(glyph) in _PERSIAN):
        glyphs = list(same)
        yield from reversed(glyphs) if is_persian else glyphs


def _as_turned(run: Sequence[Glyph]) -> Iterator[str]:
    """The texts in the order in which readers give them back: numbers as they stand, all else turned.

    U+200F stands on the left of a number, or Poppler would take a dash there for a part of it.
    """
    for is_of_numbers, same in groupby(run, lambda glyph: _kind(glyph) in _OF_NUMBERS):
        texts = [glyph.text for glyph in same]
        if is_of_numbers:
            yield _RLM + "".join(texts)
        else:
            yield from texts


def _between_signs(font: Typeface, glyphs: Sequence[Glyph], levels: Sequence[int]) -> tuple[list[Glyph], list[int]]:
    sign = font.glyph((), _RLM, 0)
    parted: list[Glyph] = []
    parted_levels: list[int] = []
    for glyph, level in zip(glyphs, levels, strict=True):
        around = [sign, glyph, sign] if glyph.width > _BROAD else [glyph]
        parted += around
        parted_levels += [level] * len(around)
    return parted, parted_levels
