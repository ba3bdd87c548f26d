"""Where harakat sit: the mark-to-base, mark-to-ligature and mark-to-mark anchors of a font's GPOS table."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from .open_type import covered, lookup_parts, unsigned

_MARK_TO_BASE = 4
_MARK_TO_LIGATURE = 5
_MARK_TO_MARK = 6
_EXTENSION = 9

Anchor = tuple[int, int]


@dataclass(slots=True)
class _Attachment:
    """One lookup: the class and anchor of each mark, and the anchors (by component and class) it meets."""

    marks: dict[int, tuple[int, Anchor]] = field(default_factory=dict)
    bases: dict[int, list[dict[int, Anchor]]] = field(default_factory=dict)


@dataclass(slots=True)
class MarkAnchors:
    on_letters: list[_Attachment] = field(default_factory=list)
    on_marks: list[_Attachment] = field(default_factory=list)

    def on_letter(self, letter: int, mark: int, component: int = 0) -> Anchor | None:
        """How far the mark's outline moves to sit on the letter (`component`: the letter's place in a ligature)."""
        return _meet(self.on_letters, letter, mark, component)

    def on_mark(self, lower: int, mark: int) -> Anchor | None:
        return _meet(self.on_marks, lower, mark, 0)


def _meet(attachments: list[_Attachment], base: int, mark: int, component: int) -> Anchor | None:
    for attachment in attachments:
        found = attachment.marks.get(mark)
        components = attachment.bases.get(base)
        if found is None or components is None:
            continue
        group, (mark_x, mark_y) = found
        anchor = components[min(component, len(components) - 1)].get(group)
        if anchor is not None:
            return anchor[0] - mark_x, anchor[1] - mark_y
    return None


def read_mark_anchors(table: bytes) -> MarkAnchors:
    """All anchors of the table; none where the font has no GPOS table."""
    anchors = MarkAnchors()
    for _lookup, kind, start in lookup_parts(table, _EXTENSION):
        if kind in (_MARK_TO_BASE, _MARK_TO_LIGATURE):
            anchors.on_letters.append(_read(table, start, ligatures=kind == _MARK_TO_LIGATURE))
        elif kind == _MARK_TO_MARK:
            anchors.on_marks.append(_read(table, start, ligatures=False))
    return anchors


def _read(table: bytes, start: int, *, ligatures: bool) -> _Attachment:
    attachment = _Attachment()
    mark_glyphs = covered(table, start + unsigned(table, start + 2))
    base_glyphs = covered(table, start + unsigned(table, start + 4))
    groups = unsigned(table, start + 6)
    marks = start + unsigned(table, start + 8)
    bases = start + unsigned(table, start + 10)
    for place, glyph in enumerate(mark_glyphs):
        record = marks + 2 + 4 * place
        attachment.marks[glyph] = unsigned(table, record), _anchor(table, marks + unsigned(table, record + 2))
    for place, glyph in enumerate(base_glyphs):
        if ligatures:
            ligature = bases + unsigned(table, bases + 2 + 2 * place)
            attachment.bases[glyph] = [
                _row(table, ligature, ligature + 2 + 2 * groups * component, groups)
                for component in range(unsigned(table, ligature))
            ]
        else:
            attachment.bases[glyph] = [_row(table, bases, bases + 2 + 2 * groups * place, groups)]
    return attachment


def _row(table: bytes, origin: int, record: int, groups: int) -> dict[int, Anchor]:
    offsets = ((group, unsigned(table, record + 2 * group)) for group in range(groups))
    return {group: _anchor(table, origin + offset) for group, offset in offsets if offset}


def _anchor(table: bytes, at: int) -> Anchor:
    x, y = struct.unpack_from(">hh", table, at + 2)
    return x, y
