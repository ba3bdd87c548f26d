"""The type sizes of a paper: one set for A4, a smaller one for A5 and for wide tables, one for palm-size cards."""

from dataclasses import dataclass

from .fonts import Face
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
