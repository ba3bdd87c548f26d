"""The unit of page filling: something with a height that is drawn whole, and what it must stay together with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ..blocks import Alignment
from .lines import BrokenText, Line, TextStyle, break_text, single_line, text_height
from .styles import Styles
from .surface import Surface

_CLOSE = 1.48

Draw = Callable[[Surface, float, float], None]
"""Draws with the frame's left edge and the piece's top, in points from the page's top left corner."""
DrawCell = Callable[[Surface, float, float, int], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """`before` is the space above, dropped at the top of a page; `head` is drawn again where a page begins here."""

    height: float
    draw: Draw
    before: float = 0.0
    keep_next: bool = False
    head: Piece | None = None
    page_break: bool = False
    columns: int = 0
    """Of a table's row: `draw_cell` draws its share of the cell of that column, a whole cell before the next one."""
    draw_cell: DrawCell | None = None
    row_goes_on: bool = False


def no_step() -> None:
    """Nobody watches."""


@dataclass(slots=True)
class Frame:
    """The room in which blocks are set, and the characters met that no font could draw.

    `step` is called after each block and each row of a table, and may end the work.
    """

    width: float
    height: float
    styles: Styles
    unknown: list[str] = field(default_factory=list)
    step: Callable[[], None] = no_step

    def narrower(self, width: float, styles: Styles | None = None) -> Frame:
        return Frame(width, self.height, styles or self.styles, self.unknown, self.step)

    def lines(self, text: str, style: TextStyle, width: float | None = None, *, justify: bool = False) -> list[Line]:
        broken = break_text(text, style, self.width if width is None else width, justify=justify)
        return self.kept(broken)

    def one_line(self, text: str, style: TextStyle, base: int = 1) -> Line:
        return self.kept(single_line(text, style, base))[0]

    def kept(self, broken: BrokenText) -> list[Line]:
        """The lines, their unknown characters remembered."""
        self.unknown += broken.unknown
        return list(broken.lines)


def nothing(surface: Surface, left: float, top: float) -> None:
    """Draw nothing: a piece that only takes room."""


def draw_line(surface: Surface, line: Line, right: float, top: float) -> None:
    """Draw a line whose box begins at `top` and which ends at `right`."""
    surface.text_to(line, right, top + text_height(line.style)[0])


def close_set(style: TextStyle) -> TextStyle:
    """For lines of a cell or a value, which belong together more than it does with the next one.

    Poppler takes lines that are one and a half times their size apart for different texts.
    """
    return replace(style, leading=min(style.leading, style.size * _CLOSE))


def line_pieces(
    lines: Sequence[Line], width: float, alignment: Alignment, before: float, *, keep_next: bool = False
) -> list[Piece]:
    """One piece a line; two lines at least stay together at the foot and at the head of a page."""
    pieces = []
    last = len(lines) - 1
    for number, line in enumerate(lines):
        kept = number in (0, last - 1) if number < last else keep_next
        pieces.append(
            Piece(
                line.style.leading,
                _line_drawer(line, width, alignment),
                before if number == 0 else 0.0,
                keep_next=kept,
            )
        )
    return pieces


def _line_drawer(line: Line, width: float, alignment: Alignment) -> Draw:
    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + width
        if alignment is Alignment.CENTRE:
            right = left + (width + line.width) / 2
        draw_line(surface, line, right, top)

    return draw


def kept_together(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with no page end between them."""
    return [
        replace(piece, keep_next=piece.keep_next or number < len(pieces) - 1) for number, piece in enumerate(pieces)
    ]
