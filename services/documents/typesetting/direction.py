"""The bidirectional algorithm for paragraphs whose base direction is right to left (python-bidi, and what it lacks).

python-bidi resolves weak and neutral types; here are added isolates (U+2066 to U+2069), paired brackets (rule N0) and
a cut at strong letters, so that each stretch of digits, marks and Latin words is resolved once and remembered.
Embedding and override controls (U+202A to U+202E) are ignored: in a name they can only deceive.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any
from unicodedata import bidirectional, category

from bidi import algorithm
from bidi.mirror import MIRRORED

_ISOLATES = {"\u2066": "L", "\u2067": "R", "\u2068": ""}
_POP = "\u2069"
_HAS_ISOLATE = re.compile("[\u2066-\u2069]")
_NOT_STRONG = re.compile("[^\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f]+")
_STRONG_LETTER = "\u0627"
_OBJECT = "\ufffc"
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_MAX_DEPTH = 20


@cache
def is_silent(letter: str) -> bool:
    """A character that takes no part in ordering: marks on letters, ZWNJ and its kind, direction controls."""
    kind = category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return letter not in ("\u200e", "\u200f")
    return bidirectional(letter) == "BN"


@cache
def mirrored(letter: str) -> str:
    """The character drawn in its place where the text runs from right to left."""
    return str(MIRRORED.get(letter, letter))


def embedding_levels(text: str, base: int = 1) -> list[int]:
    """The level of every character: odd runs from right to left; silent characters follow the one before."""
    if _HAS_ISOLATE.search(text):
        return _with_isolates(text, base, 0)
    return _flat(text, base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indexes of a line from left to right (rule L2)."""
    order = list(range(len(levels)))
    if not levels:
        return order
    lowest = min((level for level in levels if level % 2), default=0)
    if not lowest:
        return order
    for level in range(max(levels), lowest - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _with_isolates(text: str, base: int, depth: int) -> list[int]:
    """`text` may hold isolates; each counts as one neutral character outside and is resolved by itself inside."""
    outer: list[str] = []
    spans: list[tuple[int, int, str]] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        letter = text[at]
        places.append(at)
        if letter in _ISOLATES and depth < _MAX_DEPTH:
            end = _matching_pop(text, at)
            spans.append((at + 1, end, letter))
            outer.append(_OBJECT)
            at = end + 1
        else:
            outer.append("\u200b" if letter in _ISOLATES or letter == _POP else letter)
            at += 1
    outer_levels = _flat("".join(outer), base)
    levels = [base] * len(text)
    for place, level in zip(places, outer_levels, strict=True):
        levels[place] = level
    for start, end, opener in spans:
        inside = text[start:end]
        around = levels[start - 1]
        inner_base = _isolate_base(inside, opener)
        shift = around + (1 if around % 2 != inner_base else 2) - inner_base
        for offset, level in enumerate(_with_isolates(inside, inner_base, depth + 1)):
            levels[start + offset] = level + shift
        if end < len(text):
            levels[end] = around
    return levels


def _matching_pop(text: str, opener: int) -> int:
    depth = 0
    for at in range(opener, len(text)):
        if text[at] in _ISOLATES:
            depth += 1
        elif text[at] == _POP:
            depth -= 1
            if not depth:
                return at
    return len(text)


def _isolate_base(inside: str, opener: str) -> int:
    """What begins with a Persian letter runs from right to left, whatever it says: no reader could order it else."""
    if bidirectional(inside.lstrip()[:1] or "L") in ("R", "AL"):
        return 1
    direction = _ISOLATES[opener]
    if direction:
        return int(direction == "R")
    kinds = (bidirectional(letter) for letter in inside)
    return int(next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L")


def _flat(text: str, base: int) -> list[int]:
    if not base:
        return list(_resolve("", text, base))
    levels = [1] * len(text)
    for stretch in _NOT_STRONG.finditer(text):
        start, end = stretch.span()
        if not text[start:end].isspace():
            levels[start:end] = _stretch(text[start:end], start > 0)
    return levels


@lru_cache(maxsize=8192)
def _stretch(text: str, after_letter: bool) -> tuple[int, ...]:
    return _resolve(_STRONG_LETTER if after_letter else "", text, 1)


def _resolve(before: str, text: str, base: int) -> tuple[int, ...]:
    """Levels of `text` after the letter `before`, the end counting as the paragraph's own direction."""
    spoken = [letter for letter in text if not is_silent(letter)]
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(before + "".join(spoken), storage)
    for character in storage["chars"]:
        if character["type"] in ("B", "S", "BN"):
            character["type"] = "WS"
        elif not character["type"]:
            character["type"] = "ON"
    algorithm.calc_level_runs(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage, base)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = deque(character["level"] for character in storage["chars"][len(before) :])
    levels: list[int] = []
    for letter in text:
        levels.append((levels[-1] if levels else base) if is_silent(letter) else resolved.popleft())
    return tuple(levels)


def _resolve_brackets(storage: dict[str, Any], base: int) -> None:
    """Rule N0: both brackets of a pair run the same way."""
    characters = storage["chars"]
    toward = "LR"[base]
    for opening, closing in _bracket_pairs(characters):
        inside = {_strong(character["type"]) for character in characters[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = toward
        if toward not in inside:
            before = (_strong(character["type"]) for character in reversed(characters[:opening]))
            if next((kind for kind in before if kind), toward) != toward:
                direction = "RL"[base]
        characters[opening]["type"] = characters[closing]["type"] = direction


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _bracket_pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        letter = character["ch"]
        if letter in _BRACKETS:
            waiting.append((_BRACKETS[letter], place))
        elif letter in _BRACKETS.values():
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == letter:
                    pairs.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(pairs)
