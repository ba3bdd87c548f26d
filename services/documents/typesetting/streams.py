"""Streams of a PDF, packed as soon as they are known, and ended as PDF/A wants it: on a line of its own."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

_END = b"endstream"
_LEVEL = 3
"""Half the time of zlib's own choice for pages and fonts of a size that differs by a twentieth."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes that are packed already, for any number of files. `length` is that of the unpacked ones."""

    content: bytes
    length: int


def pack(content: bytes) -> Packed:
    return Packed(zlib.compress(content, _LEVEL), len(content))


class Stream(pdfdoc.PDFObject):
    """Bytes with the entries of their dictionary; the text of an entry is written as it stands."""

    __RefOnly__ = 1

    def __init__(self, content: bytes | Packed, *, is_packed: bool = True, **entries: str) -> None:
        if is_packed and isinstance(content, bytes):
            content = pack(content)
        if isinstance(content, Packed):
            content, entries = content.content, {"Filter": "/FlateDecode", **entries}
        self._content, self._entries = content, entries

    def format(self, _document: Any) -> bytes:
        """Called by reportlab."""
        entries = "".join(f"/{name} {text} " for name, text in sorted(self._entries.items()))
        head = f"<< {entries}/Length {len(self._content)} >>\nstream\n"
        return b"%s%s\n%s\n" % (head.encode("ascii"), self._content, _END)


class Ended(pdfdoc.PDFObject):
    """A stream that reportlab formats itself."""

    __RefOnly__ = 1

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def format(self, document: Any) -> bytes:
        """Called by reportlab."""
        whole: bytes = self._stream.format(document)
        at = whole.rindex(_END)
        return whole[:at].removesuffix(b"\n") + b"\n" + whole[at:]
