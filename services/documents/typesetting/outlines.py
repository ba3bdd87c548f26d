"""The outlines of glyphs as PDF path operators, for writing that must be seen but not read as text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache

from .font_file import FontFile, Part
from .fonts import AnyFace, typeface

_ON_CURVE = 0x01
_SHORT_X = 0x02
_SHORT_Y = 0x04
_REPEAT = 0x08
_SAME_OR_POSITIVE_X = 0x10
_SAME_OR_POSITIVE_Y = 0x20

_Point = tuple[float, float, bool]


@lru_cache(maxsize=1024)
def outline_path(face: AnyFace, part: Part, at: int) -> str:
    """Path operators (font units) of one outline, moved right by `at`; empty for a glyph without ink."""
    file = typeface(face).file
    operators: list[str] = []
    for contour in _contours(file, part.glyph, part.dx + at, part.dy, 0):
        operators += _drawn(contour)
    return " ".join(operators)


def _contours(file: FontFile, glyph: int, dx: float, dy: float, depth: int) -> Iterator[list[_Point]]:
    data = file.outline(glyph)
    if len(data) < 10 or depth > 5:
        return
    count = struct.unpack_from(">h", data)[0]
    if count < 0:
        for component, x, y in file.components(glyph):
            yield from _contours(file, component, dx + x, dy + y, depth + 1)
        return
    yield from _simple(data, count, dx, dy)


def _simple(data: bytes, count: int, dx: float, dy: float) -> Iterator[list[_Point]]:
    ends = struct.unpack_from(f">{count}H", data, 10)
    at = 10 + 2 * count
    at += 2 + struct.unpack_from(">H", data, at)[0]
    total = ends[-1] + 1
    flags: list[int] = []
    while len(flags) < total:
        flag = data[at]
        at += 1
        repeat = 1
        if flag & _REPEAT:
            repeat += data[at]
            at += 1
        flags += [flag] * repeat
    across, at = _coordinates(data, at, flags[:total], _SHORT_X, _SAME_OR_POSITIVE_X)
    upward, _ = _coordinates(data, at, flags[:total], _SHORT_Y, _SAME_OR_POSITIVE_Y)
    start = 0
    for end in ends:
        yield [
            (across[place] + dx, upward[place] + dy, bool(flags[place] & _ON_CURVE))
            for place in range(start, end + 1)
        ]
        start = end + 1


def _coordinates(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    values: list[int] = []
    value = 0
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        values.append(value)
    return values, at


def _drawn(contour: list[_Point]) -> list[str]:
    """Quadratic curves as the cubic ones of PDF."""
    points = _with_implied(contour)
    if len(points) < 2:
        return []
    x, y, _ = points[0]
    operators = [f"{x:g} {y:g} m"]
    place = 1
    while place <= len(points):
        px, py, on = points[place % len(points)]
        if on:
            operators.append(f"{px:g} {py:g} l")
            x, y = px, py
            place += 1
            continue
        ex, ey, _ = points[(place + 1) % len(points)]
        first = f"{x + (px - x) * 2 / 3:.1f} {y + (py - y) * 2 / 3:.1f}"
        second = f"{ex + (px - ex) * 2 / 3:.1f} {ey + (py - ey) * 2 / 3:.1f}"
        operators.append(f"{first} {second} {ex:g} {ey:g} c")
        x, y = ex, ey
        place += 2
    return [*operators, "h"]


def _with_implied(contour: list[_Point]) -> list[_Point]:
    """Begin on the curve and put a point on it between two neighbours off it."""
    if not contour:
        return []
    if not contour[0][2]:
        if contour[-1][2]:
            contour = [contour[-1], *contour[:-1]]
        else:
            contour = [_middle(contour[0], contour[-1]), *contour]
    points: list[_Point] = []
    for place, point in enumerate(contour):
        points.append(point)
        following = contour[(place + 1) % len(contour)]
        if not point[2] and not following[2]:
            points.append(_middle(point, following))
    return points


def _middle(one: _Point, other: _Point) -> _Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2, True
