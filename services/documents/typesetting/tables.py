"""Tables: first column on the right, the head on every page, rows that part only when they are long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..blocks import Table
from .lines import Line, TextStyle, text_height
from .pieces import Frame, Piece, draw_line
from .surface import Surface

_SHORT_ROW = 7
_PADDING = 3.2
_SIDE = 5.0


def table_pieces(block: Table, frame: Frame) -> list[Piece]:
    widths = _widths(block, frame.width)
    head = _head(block.head, widths, frame) if block.head else None
    pieces: list[Piece] = []
    for number, row in enumerate(block.rows):
        slices = _row(row, widths, frame, block.strong_column)
        pieces += [replace(piece, head=head) for piece in slices]
        frame.step()
        if number == 0 and head is not None:
            pieces[0] = replace(pieces[0], before=0.0)
    if head is None:
        return pieces
    return [replace(head, before=frame.styles.gap, keep_next=bool(pieces)), *pieces]


def _widths(block: Table, width: float) -> list[float]:
    columns = max([len(block.head), *(len(row) for row in block.rows)])
    weights = [*block.weights, *([1.0] * columns)][:columns]
    total = sum(weights)
    return [width * weight / total for weight in weights]


def _head(cells: Sequence[str], widths: Sequence[float], frame: Frame) -> Piece:
    style = frame.styles.label
    columns = [frame.lines(text, style, width - 2 * _SIDE) for text, width in zip(cells, widths, strict=False)]
    height = style.leading * max(len(lines) for lines in columns) + 2 * _PADDING

    def draw(surface: Surface, left: float, top: float) -> None:
        surface.box(left, top, frame.width, height, ink=None, fill=0.945, radius=2.0)
        _draw_cells(surface, columns, widths, left + frame.width, top + _PADDING)

    return Piece(height, draw)


def _row(cells: Sequence[str], widths: Sequence[float], frame: Frame, strong: int | None) -> list[Piece]:
    columns = [
        frame.lines(text, _cell_style(frame, place == strong), width - 2 * _SIDE)
        for place, (text, width) in enumerate(zip(cells, widths, strict=False))
    ]
    depth = max((len(lines) for lines in columns), default=1)
    pieces = []
    for at in range(depth):
        slice_lines = [lines[at : at + 1] for lines in columns]
        first, last = at == 0, at == depth - 1
        kept = not last and (depth <= _SHORT_ROW or at == 0 or at == depth - 2)
        pieces.append(_slice(slice_lines, widths, frame, first=first, last=last, keep_next=kept))
    return pieces


def _cell_style(frame: Frame, strong: bool) -> TextStyle:
    style = frame.styles.strong if strong else frame.styles.body
    return replace(style, size=style.size * 0.92, leading=style.leading * 0.9)


def _slice(
    columns: Sequence[Sequence[Line]],
    widths: Sequence[float],
    frame: Frame,
    *,
    first: bool,
    last: bool,
    keep_next: bool,
) -> Piece:
    leading = _cell_style(frame, False).leading
    above = _PADDING if first else 0.0
    height = leading + above + (_PADDING if last else 0.0)

    def draw(surface: Surface, left: float, top: float) -> None:
        _draw_cells(surface, columns, widths, left + frame.width, top + above)
        if last:
            surface.rule(left, top + height, left + frame.width, top + height, ink=0.75)

    return Piece(height, draw, keep_next=keep_next)


def _draw_cells(
    surface: Surface, columns: Sequence[Sequence[Line]], widths: Sequence[float], right: float, top: float
) -> None:
    edge = right
    for lines, width in zip(columns, widths, strict=False):
        at = top
        for line in lines:
            draw_line(surface, line, edge - _SIDE, at)
            at += sum(text_height(line.style))
        edge -= width
