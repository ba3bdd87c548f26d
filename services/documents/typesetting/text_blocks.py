"""Setting what is read: titles, paragraphs, clauses, labels with values, notices, code groups."""

from __future__ import annotations

import re

from services.persian.digits import to_persian

from ..blocks import Alignment, Clauses, CodeGroups, KeyValues, Notice, Paragraph, Title, Tone
from .lines import Line, text_height
from .pieces import Frame, Piece, close_set, draw_line, kept_together, line_pieces, nothing
from .surface import Surface

_COLON = ":"
_BETWEEN = " - "
_WIDE_LABEL = 0.7
"""How much of the width labels may take; wider ones are broken into lines."""
_MOST_OF_A_PAGE = 0.75
_WRITTEN_ON = re.compile(r"[.\u2026\s]{12,}")
"""A clause of dots: a line to write on."""


def title_pieces(block: Title, frame: Frame) -> list[Piece]:
    styles = frame.styles
    if block.level == 1:
        lines = frame.lines(block.text, styles.title)
        rows = line_pieces(lines, frame.width, Alignment.CENTRE, styles.gap, keep_next=True)
        return kept_together([*rows, Piece(styles.gap * 0.5, nothing, keep_next=True)])
    lines = frame.lines(block.text, styles.heading)
    return kept_together(line_pieces(lines, frame.width, Alignment.START, styles.gap * 1.5, keep_next=True))


def paragraph_pieces(block: Paragraph, frame: Frame) -> list[Piece]:
    styles = frame.styles
    style = {
        Tone.BODY: styles.body,
        Tone.STRONG: styles.strong,
        Tone.LARGE: styles.large,
        Tone.SMALL: styles.small,
    }[block.tone]
    lines = frame.lines(block.text, style, justify=block.alignment is Alignment.JUSTIFY)
    return line_pieces(lines, frame.width, block.alignment, styles.gap, keep_next=block.keep_with_next)


def clause_pieces(block: Clauses, frame: Frame) -> list[Piece]:
    styles = frame.styles
    signs = [
        frame.one_line(f"{to_persian(block.first + place)}-" if block.numbered else "\u2013", styles.body)
        for place in range(len(block.items))
    ]
    widest = max((sign.width for sign in signs), default=0.0)
    indent = widest + styles.body.size * 0.5
    pieces: list[Piece] = []
    for sign, item in zip(signs, block.items, strict=True):
        if _WRITTEN_ON.fullmatch(item):
            pieces.append(_with_sign(_lines_to_write_on(frame, frame.width - indent), sign, frame.width))
            continue
        lines = frame.lines(item, styles.body, frame.width - indent, justify=True)
        rows = line_pieces(lines, frame.width - indent, Alignment.JUSTIFY, styles.gap * 0.6)
        rows[0] = _with_sign(rows[0], sign, frame.width)
        pieces += rows
    return pieces


def _lines_to_write_on(frame: Frame, width: float) -> Piece:
    """Two: a term with its amount in words, its day and place takes more than one."""
    first, pitch = text_height(frame.styles.body)[0], frame.styles.body.leading * 1.4

    def draw(surface: Surface, left: float, top: float) -> None:
        for number in range(2):
            surface.dotted(left, top + first + number * pitch, left + width)

    return Piece(first + pitch + 2, draw, frame.styles.body.leading * 0.6)


def key_value_pieces(block: KeyValues, frame: Frame) -> list[Piece]:
    columns = max(1, block.columns)
    between = frame.styles.gap * 2
    width = (frame.width - between * (columns - 1)) / columns
    gap = frame.styles.gap
    texts = [f"{label}{_COLON}" for label, _ in block.items]
    widest = max((frame.one_line(text, frame.styles.label).width for text in texts), default=0.0)
    label_width = widest + gap if widest + gap <= width * _WIDE_LABEL else width / 2
    labels = [frame.lines(text, frame.styles.label, label_width - gap + 0.01) for text in texts]
    pieces: list[Piece] = []
    for start in range(0, len(block.items), columns):
        row = [
            (labels[place], frame.lines(block.items[place][1], frame.styles.body, width - label_width))
            for place in range(start, min(start + columns, len(block.items)))
        ]
        for part in _row_parts(row, _lines_on_a_page(frame, close_set(frame.styles.body).leading)):
            pieces.append(_key_value_row(part, frame, width, between, label_width, first=not pieces))
    return pieces


def _row_parts(row: list[tuple[list[Line], list[Line]]], room: int) -> list[list[tuple[list[Line], list[Line]]]]:
    """A row that is too high for a page in as many as it needs."""
    most = max(max(len(labels), len(lines)) for labels, lines in row)
    if most <= room:
        return [row]
    starts = range(0, most, room)
    return [[(labels[at : at + room], lines[at : at + room]) for labels, lines in row] for at in starts]


def notice_pieces(block: Notice, frame: Frame) -> list[Piece]:
    """One frame, or as many as there are pages for it."""
    inner = frame.styles.gap * 1.5
    lines = frame.lines(block.text, frame.styles.body, frame.width - 2 * inner, justify=True)
    room = _lines_on_a_page(frame, frame.styles.body.leading)
    return [_framed_lines(part, frame, inner) for part in _parts(lines, room)]


def _framed_lines(lines: list[Line], frame: Frame, inner: float) -> Piece:
    height = sum(line.style.leading for line in lines) + 2 * inner * 0.7

    def draw(surface: Surface, left: float, top: float) -> None:
        surface.box(left, top, frame.width, height, ink=0.6, fill=0.965)
        at = top + inner * 0.7
        for line in lines:
            draw_line(surface, line, left + frame.width - inner, at)
            at += line.style.leading

    return Piece(height, draw, frame.styles.gap * 1.5)


def _lines_on_a_page(frame: Frame, leading: float) -> int:
    """How many lines stand on any page, with room for its head and what frames them."""
    return max(1, int(frame.height * _MOST_OF_A_PAGE / leading))


def _parts(lines: list[Line], room: int) -> list[list[Line]]:
    """The lines in parts of at most `room`; one part at least."""
    return [lines[start : start + room] for start in range(0, len(lines), room)] or [[]]


def code_group_pieces(block: CodeGroups, frame: Frame) -> list[Piece]:
    """Groups in framed rows from left to right, as the code is typed; a small number stands under each."""
    styles = frame.styles
    between = frame.one_line(f"0{_BETWEEN}0", styles.code, 0).width - frame.one_line("00", styles.code, 0).width
    pieces = []
    for start in range(0, len(block.groups), block.columns):
        groups = block.groups[start : start + block.columns]
        row = frame.one_line(_BETWEEN.join(groups), styles.code, 0)
        places: list[tuple[float, Line]] = []
        at = 0.0
        for number, group in enumerate(groups, start=start + 1):
            width = frame.one_line(group, styles.code, 0).width
            places.append((at + width / 2, frame.one_line(to_persian(number), styles.fine)))
            at += width + between
        pieces.append(_code_row(row, places, frame, first=start == 0))
    return kept_together(pieces)


def _code_row(row: Line, places: list[tuple[float, Line]], frame: Frame, *, first: bool) -> Piece:
    gap = frame.styles.gap
    height = row.style.size + frame.styles.fine.leading + gap * 2.2

    def draw(surface: Surface, left: float, top: float) -> None:
        surface.box(left, top, frame.width, height, ink=0.5)
        start = left + (frame.width - row.width) / 2
        baseline = top + gap + row.style.size * 0.8
        surface.text(row, start, baseline)
        for middle, number in places:
            draw_line(surface, number, start + middle + number.width / 2, baseline + gap * 0.5)

    return Piece(height, draw, gap * (2 if first else 0.6))


def _key_value_row(
    row: list[tuple[list[Line], list[Line]]],
    frame: Frame,
    width: float,
    between: float,
    label_width: float,
    *,
    first: bool,
) -> Piece:
    within = close_set(frame.styles.body).leading
    most = max(1, *(max(len(labels), len(lines)) for labels, lines in row))
    height = frame.styles.body.leading + within * (most - 1)

    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + frame.width
        for labels, lines in row:
            baseline = top + text_height(frame.styles.body)[0]
            for number, label in enumerate(labels):
                surface.text_to(label, right, baseline + number * within)
            value_right = right - label_width
            if len(lines) == 1 and not lines[0].glyphs:
                surface.dotted(right - width, baseline, value_right)
            for number, line in enumerate(lines):
                draw_line(surface, line, value_right, top + number * within)
            right -= width + between

    return Piece(height, draw, frame.styles.gap if first else 0.0)


def _with_sign(piece: Piece, sign: Line, width: float) -> Piece:
    def draw(surface: Surface, left: float, top: float) -> None:
        draw_line(surface, sign, left + width, top)
        piece.draw(surface, left, top)

    return Piece(piece.height, draw, piece.before, piece.keep_next)
