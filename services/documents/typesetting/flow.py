"""Filling pages: pieces that belong together stay together as long as a page can hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .pieces import Piece
from .surface import Surface


@dataclass(frozen=True, slots=True)
class Placed:
    piece: Piece
    top: float


def fill_pages(pieces: Sequence[Piece], first_height: float, later_height: float) -> list[list[Placed]]:
    """The pieces of each page with their distance from the top of its text area. There is at least one page."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for group in _groups(pieces):
        room = first_height if len(pages) == 1 else later_height
        if pages[-1] and used + _height(group) > room + 0.01:
            pages.append([])
            used = 0.0
        for piece in group:
            room = first_height if len(pages) == 1 else later_height
            before = piece.before if pages[-1] else 0.0
            if pages[-1] and used + before + piece.height > room + 0.01:
                pages.append([])
                used = 0.0
                before = 0.0
            if piece.page_break:
                if pages[-1]:
                    pages.append([])
                    used = 0.0
                continue
            if not pages[-1] and piece.head is not None:
                pages[-1].append(Placed(piece.head, used))
                used += piece.head.height
            pages[-1].append(Placed(piece, used + before))
            used += before + piece.height
    if len(pages) > 1 and not pages[-1]:
        pages.pop()
    return pages


def draw_placed(surface: Surface, placed: Sequence[Placed], left: float, top: float) -> None:
    """Draw the pieces of a page whose text area begins there; PDFium reads them in the order of drawing."""
    row: list[Placed] = []
    for place in placed:
        place.piece.draw(surface, left, top + place.top)
        if place.piece.draw_cell is not None:
            row.append(place)
        if row and not place.piece.row_goes_on:
            _draw_cells(surface, row, left, top)
            row = []
    _draw_cells(surface, row, left, top)


def _draw_cells(surface: Surface, row: Sequence[Placed], left: float, top: float) -> None:
    for column in range(row[0].piece.columns if row else 0):
        for place in row:
            if place.piece.draw_cell is not None:
                place.piece.draw_cell(surface, left, top + place.top, column)


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep_next:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    return sum(piece.before + piece.height for piece in group)
