"""The objects of a PDF as they lie in the file, found by its own table of offsets: a reader that is not reportlab."""

import re
import zlib
from dataclasses import dataclass

_VALUE = rb"(<<.*?>>|\[.*?\]|\((?:\\.|[^\\)])*\)|/[\w+.-]+|[^/>\s][^/>]*)"
_REFERENCE = re.compile(rb"(\d+) 0 R")


@dataclass(frozen=True)
class PdfObject:
    """`head` is everything before a stream; `raw` the stream as stored, None where there is none."""

    head: bytes
    raw: bytes | None = None

    @property
    def content(self) -> bytes:
        assert self.raw is not None
        return zlib.decompress(self.raw) if b"/FlateDecode" in self.head else self.raw

    def entry(self, name: str) -> bytes:
        """What stands behind a name, b"" if the name is missing."""
        found = re.search(rb"/%s\s*%s" % (name.encode(), _VALUE), self.head, re.DOTALL)
        return found[1].strip() if found else b""

    def reference(self, name: str) -> int:
        found = _REFERENCE.search(self.entry(name))
        assert found is not None, name
        return int(found[1])


class Pdf:
    """A file with one table of offsets."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
        assert content[start : start + 5] == b"xref\n"
        lines = content[start:].split(b"\n")
        count = int(lines[1].split()[1])
        offsets = {number: int(lines[2 + number].split()[0]) for number in range(1, count)}
        self.objects = {number: self._read(number, at) for number, at in offsets.items()}
        self.trailer = PdfObject(content[content.rindex(b"trailer") : content.rindex(b"startxref")])

    @property
    def catalog(self) -> PdfObject:
        return self[self.trailer.reference("Root")]

    @property
    def info(self) -> PdfObject:
        return self[self.trailer.reference("Info")]

    def __getitem__(self, number: int) -> PdfObject:
        return self.objects[number]

    def of_type(self, name: str) -> list[PdfObject]:
        return [one for one in self.objects.values() if one.entry("Type") == f"/{name}".encode()]

    def _read(self, number: int, at: int) -> PdfObject:
        content = self.content
        opening = b"%d 0 obj\n" % number
        assert content[at : at + len(opening)] == opening
        begin = at + len(opening)
        end, mark = content.index(b"endobj", begin), content.find(b"\nstream\n", begin)
        if mark < 0 or end < mark:
            return PdfObject(content[begin:end])
        head = content[begin:mark]
        found = re.search(rb"/Length (\d+)", head)
        assert found is not None
        first = mark + len(b"\nstream\n")
        last = first + int(found[1])
        # PDF/A: the length is that of the stream, and its end stands on a line of its own
        assert content[last:].startswith(b"\nendstream"), number
        return PdfObject(head, content[first:last])


def text_of(entry: bytes) -> str:
    """A literal string of a PDF."""
    plain = re.sub(rb"\\([0-7]{3}|.)", _unescaped, entry[1:-1], flags=re.DOTALL)
    return plain[2:].decode("utf-16-be") if plain.startswith(b"\xfe\xff") else plain.decode("latin-1")


def _unescaped(found: re.Match[bytes]) -> bytes:
    letter = found[1]
    if len(letter) == 3:
        return bytes([int(letter, 8)])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(letter, letter)
