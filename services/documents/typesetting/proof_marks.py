"""The QR code of a paper that proves itself: a mask of one bit a module, at the right beside the signature."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from services.catalogue import say
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr

from ..blocks import Proof
from ..proving.short_code import key_words
from .lines import Line
from .pieces import Frame, Piece, draw_line
from .surface import MM, Surface

_MASK = 2
_SMALLEST, _STEP = 21, 4
"""Modules on a side of version 1, and how many more each next version has."""
_BITS = b"0" + b"1" * 255
_QUIET = 4
_LEAST, _MOST, _WIDTH = 0.32 * MM, 0.5 * MM, 34 * MM
_BETWEEN = 3 * MM
_CAPTION, _LEAST_CAPTION, _UNDER = 46 * MM, 32 * MM, 38 * MM
_NARROW = 120 * MM


@lru_cache(maxsize=8)
def _drawn(payload: str) -> tuple[int, str]:
    """The number of modules on a side, and their rows as hexadecimal digits, 0 for black; the mask is always the
    same."""
    side, rows = _modules(payload)
    digits = rows.translate(_BITS)
    spare = -side % 8
    packed = (
        (int(digits[down * side : (down + 1) * side], 2) << spare).to_bytes((side + spare) // 8, "big")
        for down in range(side)
    )
    return side, b"".join(packed).hex()


def _modules(payload: str) -> tuple[int, bytes]:
    """The smallest code that holds the payload, with the strongest correction that this size has room for."""
    side = _side_of(len(payload))
    # asked for a level that the size can't hold, the encoder takes the strongest one that it can
    picture = _code(payload, "H", f",version={(side - _SMALLEST) // _STEP + 1}")
    return side, memoryview(picture).tobytes()


@lru_cache(maxsize=1024)
def _side_of(length: int) -> int:
    """Modules on a side of the smallest code for so many letters of `proving.payload`; all of them weigh the same."""
    return int(_code("A" * length, "L").shape[0])


def _code(payload: str, level: str, size: str = "") -> Any:
    from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

    code = create_barcode(payload, BarcodeFormat.QRCode, options=f"ecLevel={level},dataMask={_MASK}{size}")
    return write_barcode_to_image(code, scale=1, add_quiet_zones=False)


def mark_width(proof: Proof) -> float:
    """The code and its quiet zone."""
    side, _ = _drawn(proof.payload)
    return (side + 2 * _QUIET) * _module(side)


def _module(side: int) -> float:
    return max(_LEAST, min(_MOST, _WIDTH / side))


def proof_beside_boxes(proof: Proof, frame: Frame, free: float) -> Piece | None:
    """The code in the room of that width at the left of signature boxes, its words beside it where they have room,
    else under it; None where the code itself has none."""
    width = mark_width(proof)
    if free < width:
        return None
    caption = min(_CAPTION, free - width - _BETWEEN)
    if caption < _LEAST_CAPTION:
        return proof_piece(proof, frame.narrower(min(free, max(width, _UNDER))))
    return proof_piece(proof, frame.narrower(width + _BETWEEN + caption), caption)


def proof_alone(proof: Proof, frame: Frame) -> Piece:
    """The code in a row of its own, its words always beside it."""
    return proof_piece(proof, frame, _CAPTION)


def proof_piece(proof: Proof, frame: Frame, caption: float = 0.0) -> Piece:
    """The code with its quiet zone, what it is for, and the id of the key; a `caption` of that width stands beside
    it, otherwise beside or under it as the frame has room."""
    side, bits = _drawn(proof.payload)
    module = _module(side)
    width = (side + 2 * _QUIET) * module
    is_narrow = not caption and frame.width < _NARROW
    under = min(frame.width, max(width, _UNDER))
    lines = _caption(proof, frame, under if is_narrow else caption or _CAPTION)
    written = sum(line.style.leading for line in lines)

    def draw(surface: Surface, left: float, top: float) -> None:
        right = left + frame.width
        surface.modules(bits, side, _QUIET, right - width + _QUIET * module, top + _QUIET * module, module)
        edge = right if is_narrow else right - width - _BETWEEN
        at = top + width if is_narrow else top + max(0.0, (width - written) / 2)
        for line in lines:
            draw_line(surface, line, edge, at)
            at += line.style.leading

    return Piece(width + written if is_narrow else max(width, written), draw, frame.styles.gap)


def beside(piece: Piece, proof: Piece, shift: float = 0.0) -> Piece:
    """Both in one row, each where it draws itself; `shift` moves the code to the right."""

    def draw(surface: Surface, left: float, top: float) -> None:
        piece.draw(surface, left, top)
        proof.draw(surface, left + shift, top)

    return replace(piece, height=max(piece.height, proof.height), draw=draw)


def code_words(proof: Proof) -> str:
    """The short code as it stands in the foot."""
    return say("documents.proof.code", code=isolate_ltr(to_persian(proof.code)))


def _caption(proof: Proof, frame: Frame, width: float) -> list[Line]:
    style = frame.styles.fine
    texts = (say("documents.proof.caption"), say("documents.proof.key", key=key_words(proof.key_id)))
    return [line for text in texts for line in frame.lines(text, style, width)]
