"""From blocks to pieces: one setter for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from .. import blocks as b
from .flow import draw_placed, fill_pages
from .pieces import Frame, Piece, nothing
from .proof_marks import beside, proof_alone, proof_beside_boxes, proof_piece
from .signing_blocks import (
    checkbox_pieces,
    free_beside,
    photo_pieces,
    sign_off_pieces,
    sign_off_width,
    signature_pieces,
    signature_with_sign_off,
    slip_pieces,
)
from .styles import CARD_STYLES
from .surface import MM, Surface
from .tables import table_pieces
from .text_blocks import (
    clause_pieces,
    code_group_pieces,
    key_value_pieces,
    notice_pieces,
    paragraph_pieces,
    title_pieces,
)

_STAY_WITH_TEXT = (b.SignatureRow, b.SignOff)


def set_blocks(blocks: Iterable[b.Block], frame: Frame, proof: b.Proof | None = None) -> list[Piece]:
    """The pieces of all blocks; signatures take the last lines of the text before them along to a new page.

    `proof` stands in the row of the last sign-off; without one, after everything but a slip that is cut off.
    """
    pieces: list[Piece] = []
    shown = tuple(blocks)
    at = _place_of_proof(shown) if proof else -1
    taken = -1
    for place, block in enumerate(shown):
        frame.step()
        if place == taken:
            continue
        following = shown[place + 1] if place + 1 < len(shown) else None
        new = _signed_in_one_row(block, following, proof if at == place + 1 else None, frame)
        if new is not None:
            taken = place + 1
        else:
            new = _SETTERS[type(block)](block, frame)
            if proof is not None and place == at:
                new = _proven(block, new, proof, frame)
        if isinstance(block, _STAY_WITH_TEXT) and pieces:
            _keep_last_lines(pieces)
        pieces += new
    return pieces


def _signed_in_one_row(
    block: b.Block, following: b.Block | None, proof: b.Proof | None, frame: Frame
) -> list[Piece] | None:
    """Boxes and the sign-off after them side by side, the code of the paper between them."""
    if not isinstance(block, b.SignatureRow) or not isinstance(following, b.SignOff):
        return None
    if proof is None:
        return signature_with_sign_off(block, following, frame)
    code = proof_beside_boxes(proof, frame, free_beside(block, frame) - sign_off_width(frame))
    pieces = signature_with_sign_off(block, following, frame)
    if code is None or pieces is None:
        return None
    return [*pieces[:-1], beside(pieces[-1], code, sign_off_width(frame))]


def steps_of(blocks: Iterable[b.Block]) -> int:
    """How often the frame is told of a step while these are set; those inside cards come on top."""
    return sum(1 + (len(block.rows) if isinstance(block, b.Table) else 0) for block in blocks)


def _place_of_proof(blocks: Sequence[b.Block]) -> int:
    """The block with which the code stands: the last sign-off, else the last that is not cut off."""
    kept = [place for place, block in enumerate(blocks) if not isinstance(block, b.DeliverySlip)]
    signed = [place for place in kept if isinstance(blocks[place], b.SignOff)]
    return (signed or kept or [-1])[-1]


def _proven(block: b.Block, pieces: list[Piece], proof: b.Proof, frame: Frame) -> list[Piece]:
    if isinstance(block, b.SignatureRow):
        code = proof_beside_boxes(proof, frame, free_beside(block, frame))
        if code is not None:
            return [*pieces[:-1], beside(pieces[-1], code)]
    if isinstance(block, b.SignOff):
        return [beside(pieces[0], proof_piece(proof, frame)), *pieces[1:]]
    mark = proof_alone(proof, frame)
    return [*pieces[:-1], replace(pieces[-1], keep_next=True), mark] if pieces else [mark]


def _keep_last_lines(pieces: list[Piece]) -> None:
    """The last lines, and the empty room after them."""
    for place in range(len(pieces) - 1, -1, -1):
        pieces[place] = replace(pieces[place], keep_next=True)
        if pieces[place].height:
            return


def _spacer(block: b.Spacer, frame: Frame) -> list[Piece]:
    return [Piece(0.0, nothing, block.millimetres * MM)]


def _page_break(block: b.PageBreak, frame: Frame) -> list[Piece]:
    return [Piece(0.0, nothing, page_break=True)]


def _cards(block: b.Cards, frame: Frame) -> list[Piece]:
    width, height = block.width * MM, block.height * MM
    inner = 4 * MM
    card = frame.narrower(width - 2 * inner, CARD_STYLES)
    pieces = set_blocks(block.blocks, card)
    placed = fill_pages(pieces, height - 2 * inner, height - 2 * inner)[0]
    used = max((place.top + place.piece.height for place in placed), default=0.0)
    down = max(inner, (height - used) / 2)
    across = max(1, int(frame.width // width))
    left_over = (frame.width - across * width) / 2

    def row_of(count: int) -> Piece:
        def draw(surface: Surface, left: float, top: float) -> None:
            for column in range(count):
                start = left + frame.width - left_over - (column + 1) * width
                surface.box(start, top, width, height, ink=0.7, radius=0.0, pattern=(2.0, 3.0))
                draw_placed(surface, placed, start + inner, top + down)

        return Piece(height, draw)

    full, rest = divmod(block.count, across)
    return [row_of(across) for _ in range(full)] + ([row_of(rest)] if rest else [])


_SETTERS: dict[type[Any], Callable[[Any, Frame], list[Piece]]] = {
    b.Title: title_pieces,
    b.Paragraph: paragraph_pieces,
    b.Clauses: clause_pieces,
    b.Table: table_pieces,
    b.KeyValues: key_value_pieces,
    b.Notice: notice_pieces,
    b.CodeGroups: code_group_pieces,
    b.SignatureRow: signature_pieces,
    b.SignOff: sign_off_pieces,
    b.DeliverySlip: slip_pieces,
    b.Checkboxes: checkbox_pieces,
    b.PhotoBox: photo_pieces,
    b.Cards: _cards,
    b.Spacer: _spacer,
    b.PageBreak: _page_break,
}
