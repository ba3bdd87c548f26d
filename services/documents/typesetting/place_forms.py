"""The forms of letters at the places of a word by a font's GSUB table, for letters without characters for them."""

from __future__ import annotations

from .open_type import covered, lookup_parts, unsigned

_SINGLE = 1
_EXTENSION = 7
PLACES = ("init", "medi", "fina")

PlaceForms = dict[str, dict[int, int]]
"""For each of PLACES: the glyph of a letter standing alone, and its glyph there."""


def read_place_forms(table: bytes) -> PlaceForms:
    """No forms where the font has no GSUB table."""
    forms: PlaceForms = {place: {} for place in PLACES}
    places = _places_of_lookups(table)
    for number, kind, start in lookup_parts(table, _EXTENSION):
        if kind == _SINGLE and number in places:
            for place in places[number]:
                forms[place] = _replaced(table, start) | forms[place]
    return forms


def _places_of_lookups(table: bytes) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    if len(table) < 10:
        return found
    features = unsigned(table, 6)
    for number in range(unsigned(table, features)):
        record = features + 2 + 6 * number
        place = table[record : record + 4].decode("latin-1")
        if place in PLACES:
            feature = features + unsigned(table, record + 4)
            for entry in range(unsigned(table, feature + 2)):
                found.setdefault(unsigned(table, feature + 4 + 2 * entry), set()).add(place)
    return found


def _replaced(table: bytes, start: int) -> dict[int, int]:
    glyphs = covered(table, start + unsigned(table, start + 2))
    if unsigned(table, start) == 1:
        shift = unsigned(table, start + 4)
        return {glyph: (glyph + shift) % 0x10000 for glyph in glyphs}
    return {glyph: unsigned(table, start + 6 + 2 * place) for place, glyph in enumerate(glyphs)}
