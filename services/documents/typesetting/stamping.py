"""Drawing a mark over a finished paper without touching it (design.md §5: the bytes of a paper never change).

The stamped file is the paper's own bytes followed by an incremental update: the first part is, byte for byte, what
was issued, whatever program or letter text made it. Only PDFs of this package are understood.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from ..blocks import PageSize
from .pages import FORMATS, LANGUAGE, PageFormat, draw_marks
from .pieces import Frame, draw_line
from .surface import Surface

_HEAD = re.compile(rb"\d+ 0 obj\s*")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_KIDS = re.compile(rb"/Count \d+ /Kids \[[^\]]*\]")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_FONT = re.compile(rb"/F(\d+) ")


@dataclass(frozen=True, slots=True)
class Stamp:
    """`mark` slants across every page, `note` stands at the foot on the left; either may be empty."""

    mark: str = ""
    note: str = ""


def stamp_pages(content: bytes, stamps: Sequence[Stamp]) -> bytes:
    """The paper once for each stamp, with that stamp on all of its pages, in one file."""
    return stamp_sheets([(content, stamp) for stamp in stamps])


def stamp_sheets(sheets: Sequence[tuple[bytes, Stamp]]) -> bytes:
    """Each paper with its stamp on all of its pages, in their order, in one file: an update of the first paper.

    A paper that comes again is there once, whatever its stamps are.
    """
    paper = _File(sheets[0][0])
    update = _Update(paper)
    begin, between, end = (update.add(_stream(operators)) for operators in (b"q", b"Q q", b"Q"))
    sources: dict[bytes, list[_Page]] = {sheets[0][0]: paper.whole_pages()}
    kids: list[int] = []
    used: set[int] = set()
    drawn: dict[tuple[Stamp, bytes, bytes], _Drawn] = {}
    for content, stamp in sheets:
        if content not in sources:
            sources[content] = update.take_pages(_File(content))
        for source in sources[content]:
            box = _media_box(source.body)
            key = (stamp, box, source.fonts)
            if key not in drawn:
                drawn[key] = update.take_in(_File(_stamp_page(stamp, box)), source.fonts)
            page = _stamped(source.body, drawn[key], begin, between, end)
            is_first = source.number not in used
            kids.append(update.replace(source.number, page) if is_first else update.add(page))
            used.add(source.number)
    listed = b" ".join(b"%d 0 R" % number for number in kids)
    tree = _KIDS.sub(b"/Count %d /Kids [ %s ]" % (len(kids), listed), paper.bodies[paper.tree])
    update.replace(paper.tree, tree)
    return update.finish()


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's object, and the entries of its font dictionary, with the numbers of the file that is written."""

    number: int
    body: bytes
    fonts: bytes


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stamp in the file: the object of its operators, and the dictionary of its fonts and the page's own."""

    operators: int
    fonts: int


class _File:
    """The objects of a PDF that this package wrote: `bodies` by number, without "obj" and "endobj"."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
        lines = content[self.start :].split(b"\n")
        self.size = int(lines[1].split()[1])
        offsets = {number: int(lines[2 + number].split()[0]) for number in range(1, self.size)}
        order = sorted(offsets.values())
        ends = dict(zip(order, [*order[1:], self.start], strict=True))
        self.bodies = {number: self._body(at, ends[at]) for number, at in offsets.items()}
        self.trailer = content[content.rindex(b"trailer") : content.rindex(b"startxref")]
        self.tree = next(number for number, body in self.bodies.items() if b"/Type /Pages" in body[:4000])

    def pages(self) -> list[int]:
        kids = re.search(rb"/Kids \[([^\]]*)\]", self.bodies[self.tree])
        assert kids is not None
        return [int(number) for number in _REFERENCE.findall(kids[1])]

    def fonts_of(self, page: bytes) -> bytes:
        """The entries of a page's font dictionary."""
        found = re.search(rb"/Font (\d+) 0 R", page)
        return self.bodies[int(found[1])].strip(b"<> \n") if found else b""

    def whole_pages(self) -> list[_Page]:
        return [_Page(number, self.bodies[number], self.fonts_of(self.bodies[number])) for number in self.pages()]

    def reference(self, name: bytes) -> bytes:
        found = re.search(rb"/%s (\d+ 0 R)" % name, self.trailer)
        assert found is not None
        return found[1]

    def _body(self, start: int, end: int) -> bytes:
        whole = self.content[start:end]
        return _HEAD.sub(b"", whole, count=1)[: whole.rindex(b"endobj") - end + start].rstrip()


class _Update:
    """New and replaced objects, written behind the paper."""

    def __init__(self, paper: _File) -> None:
        self._paper = paper
        self._objects: dict[int, bytes] = {}
        self._next = paper.size

    def add(self, body: bytes) -> int:
        number = self._next
        self._next += 1
        self._objects[number] = body
        return number

    def replace(self, number: int, body: bytes) -> int:
        self._objects[number] = body
        return number

    def take_in(self, other: _File, fonts: bytes) -> _Drawn:
        """All objects of a drawn stamp; its fonts get names of their own beside the page's `fonts`.

        The operators stand in the page itself, not in a form: PDFium reads no text inside forms.
        """
        shift = self._next - 1
        page = other.bodies[other.pages()[0]]
        contents = re.search(rb"/Contents (\d+) 0 R", page)
        assert contents is not None
        for number in range(1, other.size):
            self.add(_shifted(other.bodies[number], shift))
        own = _FONT.sub(rb"/S\1 ", _moved(other.fonts_of(page), shift))
        operators = _FONT.sub(rb"/S\1 ", _inflated(other.bodies[int(contents[1])]))
        return _Drawn(self.add(_packed(operators)), self.add(b"<<\n%s %s\n>>" % (fonts, own)))

    def take_pages(self, other: _File) -> list[_Page]:
        """All objects of another paper; its pages hang on this paper's tree, as soon as they are listed there."""
        shift = self._next - 1
        for number in range(1, other.size):
            self.add(_shifted(other.bodies[number], shift))
        return [
            _Page(
                page.number + shift,
                _PARENT.sub(b"/Parent %d 0 R" % self._paper.tree, _moved(page.body, shift)),
                _moved(page.fonts, shift),
            )
            for page in other.whole_pages()
        ]

    def finish(self) -> bytes:
        out = bytearray(self._paper.content)
        if not out.endswith(b"\n"):
            out += b"\n"
        offsets = {}
        for number, body in sorted(self._objects.items()):
            offsets[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n"
        for run in _runs(sorted(offsets)):
            out += b"%d %d\n" % (run[0], len(run))
            out += b"".join(b"%010d 00000 n \n" % offsets[number] for number in run)
        digest = hashlib.sha256(out).hexdigest()[:32].encode()
        first = re.search(rb"/ID\s*\[<([0-9a-f]+)>", self._paper.trailer)
        root, info = self._paper.reference(b"Root"), self._paper.reference(b"Info")
        out += b"trailer\n<<\n/Size %d /Root %s /Info %s /Prev %d\n" % (self._next, root, info, self._paper.start)
        out += b"/ID [<%s><%s>]\n" % (first[1] if first else digest, digest)
        return bytes(out + b">>\nstartxref\n%d\n%%%%EOF\n" % start)


def _shifted(body: bytes, shift: int) -> bytes:
    """The object with its references moved; what stands in a stream is left alone."""
    head, sign, stream = body.partition(b"\nstream")
    return _moved(head, shift) + sign + stream


def _moved(head: bytes, shift: int) -> bytes:
    return _REFERENCE.sub(lambda found: b"%d 0 R" % (int(found[1]) + shift), head)


def _inflated(body: bytes) -> bytes:
    stream = body.partition(b"stream")[2].lstrip(b"\r\n")
    return zlib.decompressobj().decompress(stream)


def _stamped(page: bytes, stamp: _Drawn, begin: int, between: int, end: int) -> bytes:
    order = (begin, stamp.operators, between)
    listed = b" ".join(b"%d 0 R" % number for number in order)
    page = re.sub(
        rb"/Contents (\d+ 0 R)", lambda found: b"/Contents [ %s %s %d 0 R ]" % (listed, found[1], end), page, count=1
    )
    return re.sub(rb"/Font \d+ 0 R", b"/Font %d 0 R" % stamp.fonts, page, count=1)


def _media_box(page: bytes) -> bytes:
    found = re.search(rb"/MediaBox \[([^\]]*)\]", page)
    assert found is not None
    return found[1].strip()


def _stream(operators: bytes) -> bytes:
    return b"<<\n/Length %d\n>>\nstream\n%s\nendstream" % (len(operators), operators)


def _packed(operators: bytes) -> bytes:
    stream = zlib.compress(operators)
    return b"<<\n/Filter /FlateDecode /Length %d\n>>\nstream\n%s\nendstream" % (len(stream), stream)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _stamp_page(stamp: Stamp, box: bytes) -> bytes:
    """A page of the size of the box with nothing but the stamp."""
    form = _format_of(box)
    surface = Surface(form.width, form.height, title="", subject="", language=LANGUAGE, is_part=True)
    frame = Frame(form.width - form.left - form.right, form.height, form.styles)
    draw_marks(surface, frame, (stamp.mark,) if stamp.mark else ())
    if stamp.note:
        note = frame.one_line(stamp.note, form.styles.fine)
        draw_line(surface, note, form.left + note.width, form.height - form.bottom + 7)
    surface.next_page()
    return surface.finish()


def _format_of(box: bytes) -> PageFormat:
    width = float(box.split()[2])
    return min((FORMATS[size] for size in PageSize), key=lambda form: abs(form.width - width))
