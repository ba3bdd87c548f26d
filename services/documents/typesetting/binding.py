"""Finished papers one behind the other in one file, written as they come: nothing but numbers is held in memory.

Only PDFs of this package are understood, stamped ones too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from .pages import LANGUAGE
from .surface import Surface

_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_HEAD = re.compile(rb"\s*\d+ 0 obj\s*")
_TREE = 1
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far the file was whole: bytes, objects, pages."""

    size: int
    objects: int
    pages: int


class Binder:
    """`add` papers, then `finish`. Leaving the block without it leaves no file behind.

    What is written stands in a file of its own beside `path` until it is whole.
    """

    def __init__(self, path: Path, title: str) -> None:
        """`title` is what readers of PDF call the file. Raises `OSError` where nothing can be written."""
        self._path, self._title = path, title
        self._part = path.with_name(f".{path.name}.part")
        self._file: IO[bytes] = self._part.open("wb")
        self._offsets: list[int] = [0]
        self._pages: list[int] = []
        self._size = 0
        self._write(_HEADER)
        self._marks = [self._mark()]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self.give_up()

    @property
    def count(self) -> int:
        """The papers that are in it."""
        return len(self._marks) - 1

    def add(self, content: bytes) -> None:
        """Write all pages of a paper. After an `OSError` the file is as it was before."""
        paper = _Objects(content)
        pages = paper.pages()
        try:
            numbers = self._copy(paper, pages)
            self._file.flush()
        except OSError:
            self._go_back(self._marks[-1])
            raise
        self._pages += [numbers[page] for page in pages]
        self._marks.append(self._mark())

    def finish(self) -> int:
        """Close the file and give the number of its papers: fewer than were added where the disk was full.

        The last papers make room for the end of the file, if they must. Without any paper there is no file.
        """
        while self.count:
            try:
                self._end()
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
                self._part.replace(self._path)
            except OSError:
                if self._file.closed:
                    raise
                self._marks.pop()
                self._go_back(self._marks[-1])
            else:
                return self.count
        self.give_up()
        return 0

    def give_up(self) -> None:
        """Leave nothing behind; what is finished stays."""
        if not self._file.closed:
            try:
                self._file.close()
            finally:
                self._part.unlink(missing_ok=True)

    def _copy(self, paper: _Objects, pages: list[int]) -> dict[int, int]:
        """Every object that the pages need, with numbers of this file."""
        numbers: dict[int, int] = {}
        for number in paper.needed_by(pages):
            numbers[number] = self._next() + len(numbers)
        for number in numbers:
            head = _moved(_PARENT.sub(b"", paper.head(number)), numbers)
            if number in pages:
                head = head.replace(b"/Type /Page", b"/Parent %d 0 R /Type /Page" % _TREE, 1)
            self._object(head + paper.tail(number))
        return numbers

    def _end(self) -> None:
        """The tree of pages, what the file says of itself, and where everything lies."""
        described = _Objects(_described(self._title))
        catalog, info, tree = described.reference("Root"), described.reference("Info"), described.tree()
        needed = described.needed_by([catalog, info], without=tree)
        numbers = {number: self._next() + place for place, number in enumerate(needed)} | {tree: _TREE}
        for number in needed:
            self._object(_moved(described.head(number), numbers) + described.tail(number))
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._offsets[0] = self._size
        self._write(
            b"%d 0 obj\n<< /Count %d /Kids [ %s ] /Type /Pages >>\nendobj\n" % (_TREE, len(self._pages), kids)
        )
        self._cross_references(numbers[catalog], numbers[info])

    def _cross_references(self, root: int, info: int) -> None:
        start = self._size
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(self._offsets) + 1, rows))
        digest = hashlib.sha256(rows + self._title.encode()).hexdigest()[:32].encode()
        self._write(b"trailer\n<< /ID [<%s><%s>] /Info %d 0 R /Root %d 0 R " % (digest, digest, info, root))
        self._write(b"/Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (len(self._offsets) + 1, start))

    def _next(self) -> int:
        return len(self._offsets) + 1

    def _object(self, body: bytes) -> None:
        number, at = self._next(), self._size
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self._offsets.append(at)

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._size += len(content)

    def _mark(self) -> _Mark:
        return _Mark(self._size, len(self._offsets), len(self._pages))

    def _go_back(self, mark: _Mark) -> None:
        """Forget what came after the mark; the buffer of a full disk still holds it, so the file is opened anew."""
        with suppress(OSError):
            self._file.close()
        self._file = self._part.open("r+b")
        self._file.truncate(mark.size)
        self._file.seek(mark.size)
        self._size = mark.size
        del self._offsets[mark.objects :], self._pages[mark.pages :]


class _Objects:
    """The objects of a finished paper as they stand after its last update."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._trailer = content[content.rindex(b"trailer") :]
        places: dict[int, int] = {}
        borders: set[int] = set()
        for start in _sections(content):
            borders.add(start)
            for number, offset in _rows(content, start):
                places.setdefault(number, offset)
                borders.add(offset)
        order = sorted(borders)
        ends = dict(zip(order, [*order[1:], len(content)], strict=True))
        self._spans = {number: (at, ends[at]) for number, at in places.items()}

    def reference(self, name: str) -> int:
        """The number behind an entry of the trailer."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self._trailer)
        assert found is not None
        return int(found[1])

    def tree(self) -> int:
        """The number of the tree of pages."""
        found = re.search(rb"/Pages (\d+) 0 R", self.head(self.reference("Root")))
        assert found is not None
        return int(found[1])

    def pages(self) -> list[int]:
        """The numbers of the pages; one that comes again is there twice."""
        kids = _KIDS.search(self.head(self.tree()))
        assert kids is not None
        return [int(number) for number in _REFERENCE.findall(kids[1])]

    def needed_by(self, numbers: list[int], without: int = 0) -> list[int]:
        """These objects and all that they refer to, save the pages above them and the object `without`."""
        found = dict.fromkeys(numbers)
        waiting = list(found)
        while waiting:
            head = _PARENT.sub(b"", self.head(waiting.pop()))
            for number in map(int, _REFERENCE.findall(head)):
                if number not in found and number != without:
                    found[number] = None
                    waiting.append(number)
        return list(found)

    def head(self, number: int) -> bytes:
        """What stands before the stream, or all of it."""
        return self._body(number).partition(b"\nstream")[0]

    def tail(self, number: int) -> bytes:
        """The stream, if there is one."""
        _, sign, stream = self._body(number).partition(b"\nstream")
        return sign + stream

    def _body(self, number: int) -> bytes:
        start, end = self._spans[number]
        whole = self._content[start : self._content.rindex(b"endobj", start, end)]
        return _HEAD.sub(b"", whole, count=1).rstrip(b"\n")


def _sections(content: bytes) -> Iterator[int]:
    """Where the tables of offsets begin, the last update first."""
    at = int(content[content.rindex(b"startxref") + 9 :].split(None, 1)[0])
    while True:
        yield at
        trailer = content[content.index(b"trailer", at) : content.index(b"startxref", at)]
        earlier = re.search(rb"/Prev (\d+)", trailer)
        if earlier is None:
            return
        at = int(earlier[1])


def _rows(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """The objects of a table with their offsets."""
    lines = content[start : content.index(b"trailer", start)].split(b"\n")[1:]
    first, left = 0, 0
    for line in lines:
        parts = line.split()
        if len(parts) == 2:
            first, left = int(parts[0]), int(parts[1])
        elif len(parts) == 3 and left:
            if parts[2] == b"n":
                yield first, int(parts[0])
            first, left = first + 1, left - 1


def _moved(head: bytes, numbers: dict[int, int]) -> bytes:
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], head)


def _described(title: str) -> bytes:
    """An empty file that says what it is, for an archive too."""
    surface = Surface(100, 100, title=title, subject=title, language=LANGUAGE)
    surface.next_page()
    return surface.finish()
