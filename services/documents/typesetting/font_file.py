"""Reading a TrueType file: letters, outlines, widths, where a mark sits on its letter, and cutting a subset."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .mark_anchors import MarkAnchors, read_mark_anchors
from .place_forms import PlaceForms, read_place_forms

_MORE_COMPONENTS = 0x20
_ARGS_ARE_WORDS = 0x01
_ARGS_ARE_XY = 0x02
_HAS_SCALE = 0x08
_HAS_XY_SCALE = 0x40
_HAS_TWO_BY_TWO = 0x80


@dataclass(frozen=True, slots=True)
class Part:
    """One outline of the font, moved by (dx, dy) font units: a letter, or a mark on it."""

    glyph: int
    dx: int = 0
    dy: int = 0


class FontFile:
    """One TrueType file. Measures are in font units; `units` of them make one em."""

    def __init__(self, face: Any) -> None:
        """`face`: reportlab's parsed TTFontFace of the file."""
        self._face = face
        self.ps_name: str = face.name.decode("ascii", "replace")
        self.units: int = face.unitsPerEm
        self.glyph_of: dict[int, int] = face.charToGlyph
        self.glyph_count: int = face.numGlyphs
        self.ascent = round(face.ascent)
        self.descent = round(face.descent)
        self.cap_height = round(face.capHeight)
        self.stem_v: int = face.stemV
        self.italic_angle: float = face.italicAngle
        self.flags: int = face.flags
        self.box: tuple[int, ...] = tuple(round(value) for value in face.bbox)
        self._offsets: Sequence[int] = face.glyphPos
        self._outlines: bytes = face.get_table("glyf")
        self._metrics: bytes = face.get_table("hmtx")
        self._metric_count: int = struct.unpack_from(">H", face.get_table("hhea"), 34)[0]

    @cached_property
    def marks(self) -> MarkAnchors:
        return read_mark_anchors(self.table("GPOS"))

    @cached_property
    def place_forms(self) -> PlaceForms:
        return read_place_forms(self.table("GSUB"))

    def table(self, tag: str) -> bytes:
        """The raw table, or no bytes where the file lacks it."""
        return bytes(self._face.get_table(tag)) if tag in self._face.table else b""

    def advance(self, glyph: int) -> int:
        index = min(glyph, self._metric_count - 1)
        return int(struct.unpack_from(">H", self._metrics, index * 4)[0])

    def outline(self, glyph: int) -> bytes:
        return self._outlines[self._offsets[glyph] : self._offsets[glyph + 1]]

    def extent(self, glyph: int) -> tuple[int, int, int, int] | None:
        """(left, bottom, right, top) of the ink, None for a glyph without ink."""
        data = self.outline(glyph)
        if len(data) < 10:
            return None
        left, bottom, right, top = struct.unpack_from(">hhhh", data, 2)
        return left, bottom, right, top

    def components(self, glyph: int) -> list[tuple[int, int, int]]:
        """(glyph, dx, dy) of the outlines that a composite glyph is made of; scaling is not followed."""
        data = self.outline(glyph)
        found: list[tuple[int, int, int]] = []
        if len(data) < 10 or struct.unpack_from(">h", data)[0] >= 0:
            return found
        for at, flags, component in _component_records(data):
            layout = ">hh" if flags & _ARGS_ARE_WORDS else ">bb"
            dx, dy = struct.unpack_from(layout, data, at + 4) if flags & _ARGS_ARE_XY else (0, 0)
            found.append((component, dx, dy))
        return found

    def subset(self, shapes: Sequence[tuple[tuple[Part, ...], int]]) -> bytes:
        """A TrueType file whose glyph n draws `shapes[n]` (parts, advance); glyph 0 must be the first shape."""
        return _Subset(self).build(shapes)


class _Subset:
    def __init__(self, font: FontFile) -> None:
        self._font = font
        self._data: list[bytes] = []
        self._advances: list[int] = []
        self._moved: dict[int, int] = {}

    def build(self, shapes: Sequence[tuple[tuple[Part, ...], int]]) -> bytes:
        self._data = [b""] * len(shapes)
        self._advances = [advance for _, advance in shapes]
        for place, (parts, _) in enumerate(shapes):
            if len(parts) == 1 and parts[0].glyph not in self._moved:
                self._moved[parts[0].glyph] = place
        for place, (parts, _) in enumerate(shapes):
            if len(parts) == 1 and not parts[0].dx and not parts[0].dy:
                self._data[place] = self._copied(parts[0].glyph)
            elif parts:
                self._data[place] = self._composed(parts)
        return self._file()

    def _place_of(self, glyph: int) -> int:
        place = self._moved.get(glyph)
        if place is None:
            place = self._moved[glyph] = len(self._data)
            self._data.append(b"")
            self._advances.append(self._font.advance(glyph))
            self._data[place] = self._copied(glyph)
        return place

    def _copied(self, glyph: int) -> bytes:
        data = self._font.outline(glyph)
        if len(data) < 10 or struct.unpack_from(">h", data)[0] >= 0:
            return data
        out = bytearray(data)
        for at, _, component in _component_records(data):
            struct.pack_into(">H", out, at + 2, self._place_of(component))
        return bytes(out)

    def _composed(self, parts: tuple[Part, ...]) -> bytes:
        boxes = []
        body = bytearray()
        for number, part in enumerate(parts):
            box = self._font.extent(part.glyph)
            if box:
                boxes.append((box[0] + part.dx, box[1] + part.dy, box[2] + part.dx, box[3] + part.dy))
            more = _MORE_COMPONENTS if number < len(parts) - 1 else 0
            flags = _ARGS_ARE_WORDS | _ARGS_ARE_XY | more
            body += struct.pack(">HHhh", flags, self._place_of(part.glyph), part.dx, part.dy)
        if not boxes:
            return b""
        low = [min(box[side] for box in boxes) for side in (0, 1)]
        high = [max(box[side] for box in boxes) for side in (2, 3)]
        return struct.pack(">hhhhh", -1, *low, *high) + bytes(body)

    def _file(self) -> bytes:
        count = len(self._data)
        outlines = bytearray()
        offsets = [0]
        for data in self._data:
            outlines += data + b"\0" * (-len(data) % 4)
            offsets.append(len(outlines))
        metrics = b"".join(
            struct.pack(">Hh", advance, struct.unpack_from(">h", data, 2)[0] if len(data) > 4 else 0)
            for advance, data in zip(self._advances, self._data, strict=True)
        )
        font = self._font
        head = bytearray(font.table("head"))
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        across = bytearray(font.table("hhea"))
        struct.pack_into(">H", across, 34, count)
        limits = bytearray(font.table("maxp"))
        struct.pack_into(">H", limits, 4, count)
        if len(limits) >= 32:
            elements, depth = struct.unpack_from(">HH", limits, 28)
            struct.pack_into(">HH", limits, 28, max(elements, 8), max(depth, 3))
        tables = {
            "cvt ": font.table("cvt "),
            "fpgm": font.table("fpgm"),
            "glyf": bytes(outlines),
            "head": bytes(head),
            "hhea": bytes(across),
            "hmtx": metrics,
            "loca": struct.pack(f">{len(offsets)}L", *offsets),
            "maxp": bytes(limits),
            "prep": font.table("prep"),
        }
        return _assemble({tag: data for tag, data in tables.items() if data})


def _component_records(data: bytes) -> list[tuple[int, int, int]]:
    """(offset, flags, glyph) of each component of a composite outline."""
    records = []
    at = 10
    while True:
        flags, component = struct.unpack_from(">HH", data, at)
        records.append((at, flags, component))
        at += 8 if flags & _ARGS_ARE_WORDS else 6
        at += 2 * bool(flags & _HAS_SCALE) + 4 * bool(flags & _HAS_XY_SCALE)
        at += 8 * bool(flags & _HAS_TWO_BY_TWO)
        if not flags & _MORE_COMPONENTS:
            return records


def _assemble(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    at = 12 + 16 * count
    index = bytearray()
    body = bytearray()
    head_at = 0
    for tag, data in tables.items():
        padded = data + b"\0" * (-len(data) % 4)
        index += tag.encode("ascii") + struct.pack(">LLL", _checksum(padded), at, len(data))
        if tag == "head":
            head_at = at
        body += padded
        at += len(padded)
    whole = bytearray(header + index + body)
    struct.pack_into(">L", whole, head_at + 8, (0xB1B0AFBA - _checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    return int(sum(struct.unpack(f">{len(data) // 4}L", data))) & 0xFFFFFFFF
