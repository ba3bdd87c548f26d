"""The type sizes of a paper: one set for A4, a smaller one for A5 and for wide tables, one for palm-size cards."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache

from ..blocks import Look
from .fonts import AnyFace, Face, own_face, typeface
from .lines import TextStyle

QUIET = 0.38


@dataclass(frozen=True, slots=True)
class Styles:
    body: TextStyle
    strong: TextStyle
    large: TextStyle
    small: TextStyle
    label: TextStyle
    fine: TextStyle
    title: TextStyle
    heading: TextStyle
    code: TextStyle
    gap: float
    """Space between blocks, in points."""


def _styles(body: float, leading: float, gap: float) -> Styles:
    small = body * 0.83
    return Styles(
        body=TextStyle(Face.REGULAR, body, leading),
        strong=TextStyle(Face.SEMIBOLD, body, leading),
        large=TextStyle(Face.MEDIUM, body * 1.25, leading * 1.25),
        small=TextStyle(Face.REGULAR, small, leading * 0.82, 0.2),
        label=TextStyle(Face.REGULAR, small, leading * 0.82, QUIET),
        fine=TextStyle(Face.REGULAR, body * 0.74, leading * 0.7, QUIET),
        title=TextStyle(Face.BOLD, body * 1.4, leading * 1.55),
        heading=TextStyle(Face.SEMIBOLD, body * 1.06, leading * 1.1),
        code=TextStyle(Face.BOLD, body * 1.65, leading * 1.4),
        gap=gap,
    )


A4_STYLES = _styles(11.5, 20.0, 8.0)
ACROSS_STYLES = _styles(8.2, 12.4, 6.0)
"""For wide tables on A4 lying across: the books."""
A5_STYLES = _styles(9.6, 16.0, 6.0)
CARD_STYLES = _styles(10.5, 17.5, 4.0)

_ALEF = "\u0627"
_HEAVY = (Face.SEMIBOLD, Face.BOLD)
_SMALLEST, _LARGEST = 0.85, 1.35


@lru_cache(maxsize=16)
def styles_in(styles: Styles, look: Look) -> Styles:
    """The same sizes to the eye in the unit's own font: some fonts draw small letters for their size."""
    if not look.font:
        return styles
    regular = own_face(look.font)
    bold = own_face(look.bold) if look.bold else regular
    scale = _scale(regular)
    values: dict[str, TextStyle | float] = {}
    for each in fields(styles):
        style = getattr(styles, each.name)
        if isinstance(style, TextStyle):
            face: AnyFace = bold if style.face in _HEAVY else regular
            values[each.name] = replace(style, face=face, size=style.size * scale)
    return replace(styles, **values)  # type: ignore[arg-type]


def _scale(face: AnyFace) -> float:
    """How much larger the font must be set to be as tall as the program's own."""
    own, shipped = _alef_height(face), _alef_height(Face.REGULAR)
    return max(_SMALLEST, min(_LARGEST, shipped / own)) if own else 1.0


def _alef_height(face: AnyFace) -> float:
    file = typeface(face).file
    extent = file.extent(file.glyph_of.get(ord(_ALEF), 0))
    return extent[3] / file.units if extent else 0.0
