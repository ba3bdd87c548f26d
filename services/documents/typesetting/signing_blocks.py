"""Setting what is filled in by hand: signature and fingerprint boxes, sign-offs, delivery slips, choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import Checkboxes, DeliverySlip, PhotoBox, SignatureBox, SignatureRow, SignOff
from .lines import Line, text_height
from .pieces import Frame, Piece, close_set, draw_line, kept_together
from .surface import MM, Surface

_SIGN_WIDTH = 38 * MM
_FINGER_WIDTH = 25 * MM
_BOX_HEIGHT = 30 * MM
_BETWEEN = 5 * MM
_INSIDE = 2 * MM
_STAMP = 40 * MM
_WIDE = 120 * MM
_MOST_OF_A_PAGE = 0.7


@dataclass(frozen=True, slots=True)
class _Signatory:
    box: SignatureBox
    width: float
    part: tuple[Line, ...]
    under: tuple[Line, ...]


def signature_pieces(block: SignatureRow, frame: Frame) -> list[Piece]:
    """One piece a row. They stay together while they are not most of a page: nobody signs an empty sheet."""
    rows = _rows(block.boxes, frame)
    pieces = []
    for number, row in enumerate(rows):
        pieces.append(_signature_row(row, frame, frame.styles.gap * (2 if number == 0 else 1.5)))
    if sum(piece.height for piece in pieces) > frame.height * _MOST_OF_A_PAGE:
        return pieces
    return kept_together(pieces)


def signature_with_sign_off(boxes: SignatureRow, signed: SignOff, frame: Frame) -> list[Piece] | None:
    """The sign-off at the left of the last row of boxes; None where that has no room for it."""
    if free_beside(boxes, frame) < sign_off_width(frame):
        return None
    rows, signing = signature_pieces(boxes, frame), sign_off_pieces(signed, frame)[0]
    down = frame.styles.label.leading
    row = rows[-1]

    def draw(surface: Surface, left: float, top: float) -> None:
        row.draw(surface, left, top)
        signing.draw(surface, left, top + down)

    return [*rows[:-1], replace(row, height=max(row.height, down + signing.height), draw=draw)]


def free_beside(block: SignatureRow, frame: Frame) -> float:
    """The width that the last row of boxes leaves at the left."""
    rows = _rows(block.boxes, frame)
    last = rows[-1] if rows else []
    return frame.width - sum(signatory.width + _BETWEEN for signatory in last)


def sign_off_width(frame: Frame) -> float:
    return min(72 * MM, frame.width * 0.6)


def sign_off_pieces(block: SignOff, frame: Frame) -> list[Piece]:
    """The lines centred at the left; on A4 stamp and pen find 40 mm there, on A5 the stamp lies over them."""
    styles = frame.styles
    width = sign_off_width(frame)
    lines = [
        line
        for place, text in enumerate(block.lines)
        for line in frame.lines(text, styles.strong if place == 0 else styles.body, width)
    ]
    note = frame.one_line(say("documents.sign_and_stamp"), styles.fine) if block.stamp else None
    written = sum(line.style.leading for line in lines)
    height = written + 16 * MM
    if block.stamp and frame.width > _WIDE:
        height = max(height, _STAMP)

    def draw(surface: Surface, left: float, top: float) -> None:
        at = top
        for line in lines:
            draw_line(surface, line, left + (width + line.width) / 2, at)
            at += line.style.leading
        if note is not None:
            draw_line(surface, note, left + (width + note.width) / 2, at)

    return [Piece(height, draw, styles.gap * 2)]


def photo_pieces(block: PhotoBox, frame: Frame) -> list[Piece]:
    """The photograph in the middle; the stamp's dashed ring begins within its lower left corner."""
    wide, high = 35 * MM, 45 * MM
    stamp = 36 * MM
    text, note = frame.one_line(block.text, frame.styles.fine), frame.one_line(block.stamp, frame.styles.fine)

    def draw(surface: Surface, left: float, top: float) -> None:
        start = left + (frame.width - wide) / 2
        surface.box(start, top, wide, high, radius=0.0)
        draw_line(surface, text, start + (wide + text.width) / 2, top + high / 3)
        at, ring = start - stamp * 0.6, top + high - stamp * 0.7
        surface.box(at, ring, stamp, stamp, ink=0.6, radius=stamp / 2, pattern=(2.0, 2.5))
        draw_line(surface, note, start - 2 * MM, ring + stamp + 1 * MM)

    return [Piece(high + stamp * 0.3 + note.style.leading + MM, draw, frame.styles.gap)]


def slip_pieces(block: DeliverySlip, frame: Frame) -> list[Piece]:
    styles = frame.styles
    title = frame.one_line(block.title, styles.heading)
    rows = [[frame.one_line(f"{label}:", styles.label) for label in row] for row in block.rows]
    beside = frame.width - title.width - styles.gap * 2
    intro = frame.lines(block.intro, styles.small, beside)
    row_height = styles.body.leading * 1.5
    cut = styles.gap * 2
    head_height = max(title.style.leading, sum(line.style.leading for line in intro) + 2)
    height = cut + head_height + row_height * len(rows)

    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + frame.width
        surface.dotted(left, top + cut / 3, right, pattern=(4.0, 3.0))
        at = top + cut
        draw_line(surface, title, right, at)
        for number, line in enumerate(intro):
            draw_line(surface, line, left + beside, at + 2 + number * line.style.leading)
        at += head_height
        for row in rows:
            _draw_fields(surface, row, left, right, at + row_height - styles.gap * 0.8)
            at += row_height

    return [Piece(height, draw, styles.gap)]


def checkbox_pieces(block: Checkboxes, frame: Frame) -> list[Piece]:
    styles = frame.styles
    columns = max(1, block.columns)
    width = frame.width / columns
    side = styles.body.size * 0.82
    indent = side * 1.8
    pieces: list[Piece] = []
    for start in range(0, len(block.items), columns):
        row = [
            (item.checked, frame.lines(item.text, styles.body, width - indent - styles.gap))
            for item in block.items[start : start + columns]
        ]
        pieces.append(_checkbox_row(row, frame, width, side, indent, first=start == 0))
    return pieces


def _checkbox_row(
    row: Sequence[tuple[bool, list[Line]]],
    frame: Frame,
    width: float,
    side: float,
    indent: float,
    *,
    first: bool,
) -> Piece:
    within = close_set(frame.styles.body).leading
    height = frame.styles.body.leading + within * (max(len(lines) for _, lines in row) - 1)

    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + frame.width
        for checked, lines in row:
            box_top = top + text_height(frame.styles.body)[0] - side * 0.88
            surface.box(right - side, box_top, side, side, ink=0.15, weight=0.8, radius=1.0)
            if checked:
                surface.tick(right - side, box_top, side)
            for number, line in enumerate(lines):
                draw_line(surface, line, right - indent, top + number * within)
            right -= width

    return Piece(height, draw, frame.styles.gap * (1.0 if first else 0.2))


def _rows(boxes: Sequence[SignatureBox], frame: Frame) -> list[list[_Signatory]]:
    rows: list[list[_Signatory]] = [[]]
    used = 0.0
    for box in boxes:
        signatory = _signatory(box, frame)
        if rows[-1] and used + _BETWEEN + signatory.width > frame.width + 0.01:
            rows.append([])
            used = 0.0
        used += signatory.width + (_BETWEEN if rows[-1] else 0.0)
        rows[-1].append(signatory)
    return [row for row in rows if row]


def _signatory(box: SignatureBox, frame: Frame) -> _Signatory:
    styles = frame.styles
    width = min(_SIGN_WIDTH + (_INSIDE + _FINGER_WIDTH if box.fingerprint else 0.0), frame.width)
    under = list(frame.lines(box.name, styles.strong, width)) if box.name else []
    facts = []
    if box.father_name:
        facts.append(say("documents.child_of", name=box.father_name))
    if box.code:
        facts.append(say("documents.code_of", code=to_persian(box.code)))
    under += [line for fact in facts for line in frame.lines(fact, styles.fine, width)]
    return _Signatory(box, width, tuple(frame.lines(box.part, styles.label, width)), tuple(under))


def _signature_row(row: Sequence[_Signatory], frame: Frame, before: float) -> Piece:
    head = frame.styles.label.leading * max(len(signatory.part) for signatory in row)
    under = max(sum(line.style.leading for line in signatory.under) for signatory in row)
    height = head + _BOX_HEIGHT + max(under, frame.styles.body.leading) + 2
    sign = frame.one_line(say("documents.place_of_signature"), frame.styles.fine)
    finger = frame.one_line(say("documents.fingerprint"), frame.styles.fine)

    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + frame.width
        for signatory in row:
            start = right - signatory.width
            _draw_signatory(surface, signatory, start, right, top, (sign, finger), head)
            right = start - _BETWEEN

    return Piece(height, draw, before)


def _draw_signatory(
    surface: Surface,
    signatory: _Signatory,
    start: float,
    right: float,
    top: float,
    captions: tuple[Line, Line],
    head: float,
) -> None:
    sign, finger = captions
    middle = (start + right) / 2
    box_top = top + head
    at = box_top - sum(line.style.leading for line in signatory.part)
    for line in signatory.part:
        draw_line(surface, line, right, at)
        at += line.style.leading
    sign_left = start + (_INSIDE + _FINGER_WIDTH if signatory.box.fingerprint else 0.0)
    surface.box(sign_left, box_top, right - sign_left, _BOX_HEIGHT)
    draw_line(surface, sign, (sign_left + right + sign.width) / 2, box_top + 2)
    if signatory.box.fingerprint:
        surface.box(start, box_top, _FINGER_WIDTH, _BOX_HEIGHT)
        draw_line(surface, finger, start + (_FINGER_WIDTH + finger.width) / 2, box_top + 2)
    at = box_top + _BOX_HEIGHT + 2
    if not signatory.under:
        surface.dotted(start + 4, at + 14, right - 4)
    for line in signatory.under:
        draw_line(surface, line, middle + line.width / 2, at)
        at += line.style.leading


def _draw_fields(surface: Surface, labels: Sequence[Line], left: float, right: float, baseline: float) -> None:
    """Labels with dotted lines after them, sharing the width."""
    width = (right - left) / len(labels)
    edge = right
    for label in labels:
        surface.text_to(label, edge, baseline)
        surface.dotted(edge - width + 8, baseline, edge - label.width - 4)
        edge -= width
