"""Streams of a PDF, packed as soon as they are known, and ended as PDF/A wants it: on a line of its own."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_END = b"endstream"


class Stream(pdfdoc.PDFObject):
    """Bytes with the entries of their dictionary; the text of an entry is written as it stands."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, *, is_packed: bool = True, **entries: str) -> None:
        self._content = zlib.compress(content) if is_packed else content
        self._entries = {"Filter": "/FlateDecode", **entries} if is_packed else entries

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
