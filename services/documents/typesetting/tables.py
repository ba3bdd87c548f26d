"""Tables: first column on the right, the head on every page, rows that part only when they are long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ..blocks import Table
from .lines import BrokenText, Line, TextStyle, break_text, widest_word
from .pieces import Draw, DrawCell, Frame, Piece, close_set, draw_line, nothing
from .surface import Surface

_SHORT_ROW = 7
_PADDING = 3.2
_SIDE = 5.0
_SIDE_BY_SIZE = 0.52


def table_pieces(block: Table, frame: Frame) -> list[Piece]:
    widths = _widths(block, frame.width)
    known = len(frame.unknown)
    pieces = _set(block, widths, frame, may_cut=False)
    if pieces is None:
        del frame.unknown[known:]
        pieces = _set(block, _roomier(block, widths, frame), frame, may_cut=True)
    return pieces or []


def _set(block: Table, widths: Sequence[float], frame: Frame, *, may_cut: bool) -> list[Piece] | None:
    """None where a word had to be cut and may not be."""
    if not may_cut and _cuts_head(block, widths, frame):
        return None
    head = _head(block.head, widths, frame) if block.head else None
    pieces: list[Piece] = []
    for row in block.rows:
        cells = _broken(row, widths, frame, block.strong_column)
        if not may_cut and any(cell.has_cut for cell in cells):
            return None
        pieces += _row(list(map(frame.kept, cells)), widths, frame, head)
        frame.step()
    if head is None:
        return pieces
    return [replace(head, before=frame.styles.gap, keep_next=bool(pieces)), *pieces]


def _side(frame: Frame) -> float:
    """The room beside the text of a cell: nearer together, Poppler takes the lines of two cells for one."""
    return max(_SIDE, frame.styles.body.size * _SIDE_BY_SIZE)


def _cuts_head(block: Table, widths: Sequence[float], frame: Frame) -> bool:
    style = frame.styles.label
    return any(
        widest_word(text, style) > width - 2 * _side(frame) for text, width in zip(block.head, widths, strict=False)
    )


def _roomier(block: Table, widths: Sequence[float], frame: Frame) -> list[float]:
    """Widths by which no word is cut, if there are such: what a column lacks is taken from those with room."""
    needs = [_need(block, column, frame) for column in range(len(widths))]
    # a word that takes half of the table is cut all the same: no column but its own would be left
    needs = [min(need, width) if need > frame.width / 2 else need for need, width in zip(needs, widths, strict=True)]
    spare = [max(0.0, width - need) for need, width in zip(needs, widths, strict=True)]
    left = frame.width - sum(needs)
    if left < 0 or not sum(spare):
        return list(widths)
    return [need + room * left / sum(spare) for need, room in zip(needs, spare, strict=True)]


def _need(block: Table, column: int, frame: Frame) -> float:
    style = _cell_style(frame, column == block.strong_column)
    words = [widest_word(row[column], style) for row in block.rows if column < len(row)]
    if column < len(block.head):
        words.append(widest_word(block.head[column], frame.styles.label))
    return max(words, default=0.0) + 2 * _side(frame) + 0.1


def _widths(block: Table, width: float) -> list[float]:
    columns = max([len(block.head), *(len(row) for row in block.rows)])
    weights = [*block.weights, *([1.0] * columns)][:columns]
    total = sum(weights)
    return [width * weight / total for weight in weights]


def _head(cells: Sequence[str], widths: Sequence[float], frame: Frame) -> Piece:
    style = close_set(frame.styles.label)
    columns = [frame.lines(text, style, width - 2 * _side(frame)) for text, width in zip(cells, widths, strict=False)]
    height = style.leading * max(len(lines) for lines in columns) + 2 * _PADDING

    def draw(surface: Surface, left: float, top: float) -> None:
        surface.box(left, top, frame.width, height, ink=None, fill=0.945, radius=2.0)
        right = left + frame.width - _side(frame)
        for lines, width in zip(columns, widths, strict=False):
            for number, line in enumerate(lines):
                draw_line(surface, line, right, top + _PADDING + number * style.leading)
            right -= width

    return Piece(height, draw)


def _broken(cells: Sequence[str], widths: Sequence[float], frame: Frame, strong: int | None) -> list[BrokenText]:
    plain, bold = _cell_style(frame, False), _cell_style(frame, True)
    room = 2 * _side(frame)
    return [
        break_text(text, bold if place == strong else plain, width - room)
        for place, (text, width) in enumerate(zip(cells, widths, strict=False))
    ]


def _row(columns: Sequence[Sequence[Line]], widths: Sequence[float], frame: Frame, head: Piece | None) -> list[Piece]:
    """A piece for each line's height."""
    depth = max((len(lines) for lines in columns), default=1)
    side = frame.width - _side(frame)
    edges = [side - edge for edge in accumulate(widths[:-1], initial=0.0)]
    leading = _cell_style(frame, False).leading
    pieces = []
    for at in range(depth):
        first, last = at == 0, at == depth - 1
        above = _PADDING if first else 0.0
        height = leading + above + (_PADDING if last else 0.0)
        row_lines = [lines[at] if at < len(lines) else None for lines in columns]
        pieces.append(
            Piece(
                height,
                _rule_under(frame.width, height) if last else nothing,
                keep_next=not last and (depth <= _SHORT_ROW or at == 0 or at == depth - 2),
                head=head,
                columns=len(columns),
                draw_cell=_cell_drawer(row_lines, edges, above),
                row_goes_on=not last,
            )
        )
    return pieces


def _cell_style(frame: Frame, strong: bool) -> TextStyle:
    style = frame.styles.strong if strong else frame.styles.body
    return close_set(replace(style, size=style.size * 0.92, leading=style.leading * 0.9))


def _rule_under(width: float, height: float) -> Draw:
    def draw(surface: Surface, left: float, top: float) -> None:
        surface.rule(left, top + height, left + width, top + height, ink=0.75)

    return draw


def _cell_drawer(lines: Sequence[Line | None], edges: Sequence[float], above: float) -> DrawCell:
    def draw(surface: Surface, left: float, top: float, column: int) -> None:
        line = lines[column]
        if line is not None:
            draw_line(surface, line, left + edges[column], top + above)

    return draw
