"""The layout tables of an OpenType font (GSUB, GPOS): what both are made of."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def unsigned(table: bytes, at: int) -> int:
    """The 16 bits at a place of the table."""
    return int(struct.unpack_from(">H", table, at)[0])


def lookup_parts(table: bytes, extension: int) -> Iterator[tuple[int, int, int]]:
    """(number of the lookup, kind, where it starts) of every part; `extension` is the kind that only points on."""
    if len(table) < 10:
        return
    lookups = unsigned(table, 8)
    for number in range(unsigned(table, lookups)):
        lookup = lookups + unsigned(table, lookups + 2 + 2 * number)
        kind = unsigned(table, lookup)
        for part in range(unsigned(table, lookup + 4)):
            start = lookup + unsigned(table, lookup + 6 + 2 * part)
            if kind == extension:
                yield number, unsigned(table, start + 2), start + int(struct.unpack_from(">L", table, start + 4)[0])
            else:
                yield number, kind, start


def covered(table: bytes, at: int) -> list[int]:
    """The glyphs of a coverage table, in its order."""
    count = unsigned(table, at + 2)
    if unsigned(table, at) == 1:
        return [unsigned(table, at + 4 + 2 * place) for place in range(count)]
    glyphs: list[int] = []
    for place in range(count):
        first, last, _ = struct.unpack_from(">HHH", table, at + 4 + 6 * place)
        glyphs.extend(range(first, last + 1))
    return glyphs
