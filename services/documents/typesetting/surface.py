"""The pages of one PDF: points from the top left corner, lines of glyphs, rules and boxes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from .archive import PROGRAM, describe
from .fonts import AnyFace, Face, FontSheet, Glyph, typeface
from .lines import Line, TextStyle
from .outlines import outline_path
from .shaping import space_glyph
from .streams import Ended, Stream

MM = 72 / 25.4
_RLM = "\u200f"
_AT_ONCE = 4
_ASIDE = 0.02
"""How far (ems) a sign without ink stands from the word on its right: Poppler must not see both in one place."""


class Surface:
    """Draws on the current page; `finish` gives the bytes. Equal calls give equal bytes."""

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str,
        subject: str,
        language: str,
        is_part: bool = False,
        program: str = PROGRAM,
    ) -> None:
        """`is_part`: what is drawn goes into another file, which has its own description. `program` as `describe`."""
        for face in Face:
            typeface(face)
        self.width = width
        self.height = height
        self._buffer = io.BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            lang=language,
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]
        )
        if not is_part:
            describe(self._document, title=title, subject=subject, language=language, program=program)
            self._canvas.setViewerPreference("DisplayDocTitle", "true")
            self._canvas.setViewerPreference("Direction", "R2L")  # so that PDFium turns every line
        self._sheets: dict[AnyFace, FontSheet] = {}
        self._lean = 0
        self._has_persian = False

    @property
    def _document(self) -> Any:
        return self._canvas._doc  # noqa: SLF001 - fonts of one's own need the document itself

    def text(self, line: Line, left: float, baseline: float) -> None:
        """Draw a line with its left end at `left`."""
        if not line.glyphs:
            return
        style = line.style
        leans = [glyph.lean for glyph in line.glyphs]
        self._lean += sum(leans)
        self._has_persian = self._has_persian or max(leans) > 0
        sheet = self._sheets.get(style.face)
        if sheet is None:
            sheet = self._sheets[style.face] = FontSheet(typeface(style.face))
        name = sheet.internal_name(self._document)
        shown = _shown(sheet, line)
        at = f"{left:.3f} {self.height - baseline:.3f}"
        self._canvas.addLiteral(f"BT {style.ink:g} g /{name} {style.size:g} Tf 1 0 0 1 {at} Tm {shown} ET")

    def text_to(self, line: Line, right: float, baseline: float) -> None:
        """Draw a line that ends at `right`."""
        self.text(line, right - line.width, baseline)

    def rule(
        self, left: float, top: float, right: float, bottom: float, *, ink: float = 0.6, weight: float = 0.6
    ) -> None:
        ends = f"{left:.3f} {self.height - top:.3f} m {right:.3f} {self.height - bottom:.3f} l"
        self._canvas.addLiteral(f"{_pen(ink, weight)} {ends} S")

    def dotted(
        self, left: float, top: float, right: float, *, ink: float = 0.45, pattern: Sequence[float] = (0.8, 2.0)
    ) -> None:
        at = self.height - top
        self._canvas.addLiteral(f"{_pen(ink, 0.7, pattern)} {left:.3f} {at:.3f} m {right:.3f} {at:.3f} l S")

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        ink: float | None = 0.55,
        fill: float | None = None,
        weight: float = 0.6,
        radius: float = 4.0,
        pattern: Sequence[float] = (),
    ) -> None:
        outline = _rounded(left, self.height - top - height, width, height, radius)
        inside = "" if fill is None else f"{fill:g} g "
        paint = ("n", "f", "S", "B")[2 * (ink is not None) + (fill is not None)]
        self._canvas.addLiteral(f"{_pen(ink or 0.0, weight, pattern)} {inside}{outline} {paint}")

    def tick(self, left: float, top: float, size: float) -> None:
        """A check mark within a square."""
        bottom = self.height - top - size
        corners = ((0.2, 0.5), (0.42, 0.24), (0.82, 0.8))
        first, *rest = (f"{left + size * across:.3f} {bottom + size * up:.3f}" for across, up in corners)
        self._canvas.addLiteral(f"{_pen(0.0, size * 0.13)} {first} m {' '.join(f'{one} l' for one in rest)} S")

    def modules(self, bits: str, side: int, quiet: int, left: float, top: float, size: float) -> None:
        """Black squares of `size` points from the top left corner: `bits` are rows of `side` modules in hexadecimal
        digits, each row ended on a byte, 0 for black.

        `side` by `side` modules and `quiet` more on each side are white first: no mark across the page disturbs them.
        """
        whole, room = side * size, (side + 2 * quiet) * size
        bottom = self.height - top - whole
        self._canvas.addLiteral(
            f"q 1 g {left - quiet * size:.3f} {bottom - quiet * size:.3f} {room:.3f} {room:.3f} re f "
            f"0 g {whole:.5f} 0 0 {whole:.5f} {left:.3f} {bottom:.3f} cm "
            f"BI /W {side} /H {side} /BPC 1 /IM true /F /AHx ID {bits}>\nEI Q"
        )

    def watermark(self, line: Line, middle: float, *, angle: float, ink: float) -> None:
        """The line's outlines across the page, `middle` from its top; no text to a reader, so words stay whole."""
        style = line.style
        scale = style.size / typeface(style.face).file.units
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(self.width / 2, self.height - middle)
        canvas.rotate(angle)
        canvas.translate(-line.width / 2, -style.size * 0.3)
        canvas.scale(scale, scale)
        canvas.setFillGray(ink)
        at = 0
        pieces = []
        for glyph in line.glyphs:
            pieces += [outline_path(style.face, part, at) for part in glyph.parts]
            at += glyph.advance
        canvas.addLiteral(" ".join(filter(None, pieces)) + " f")
        canvas.restoreState()

    def picture(self, content: bytes, left: float, top: float, height: float) -> None:
        """Draw a PNG of that height."""
        reader = picture_reader(content)
        width = height * picture_ratio(content)
        self._canvas.drawImage(reader, left, self.height - top - height, width, height)

    def next_page(self) -> None:
        """The page is packed at once: a book of hundreds of pages takes no more room than its file."""
        if self._has_persian and self._lean <= 0:
            self._lean_right()
        self._lean, self._has_persian = 0, False
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Contents, page.stream, page.Trans = Stream(page.stream.encode("latin-1")), None, None

    def finish(self) -> bytes:
        """The whole file; nothing can be drawn afterwards."""
        objects = self._document.idToObject
        for name, one in objects.items():
            if isinstance(one, PDFImageXObject):
                objects[name] = Ended(one)
        self._canvas.save()
        return self._buffer.getvalue()

    def _lean_right(self) -> None:
        """Poppler reads a page with more Latin letters than Persian ones from left to right, and turns the words of
        Persian lines around; so as many signs as are missing stand at the foot, without ink.
        """
        face = Face.REGULAR
        # less width, and Poppler takes them for one character drawn twice; more letters, and it forgets some
        sign = typeface(face).glyph((), _RLM * _AT_ONCE, typeface(face).file.units // 4)
        count = 1 - self._lean // _AT_ONCE
        self.text(Line(TextStyle(face, 1.0, 1.0), (sign,) * count, 0.0, count / 4), 1.0, self.height - 1.0)


# drawn by operators of our own: reportlab takes longer for a number than all else of a line
_BEND = 0.4472
"""How far the handles of a rounded corner stand from it, as a part of its radius (reportlab's)."""


def _pen(ink: float, weight: float, pattern: Sequence[float] = ()) -> str:
    return f"{ink:g} G {weight:g} w [{' '.join(f'{one:g}' for one in pattern)}] 0 d"


def _rounded(left: float, bottom: float, width: float, height: float, radius: float) -> str:
    if not radius:
        return f"{left:.3f} {bottom:.3f} {width:.3f} {height:.3f} re"
    bend, right, top = radius * _BEND, left + width, bottom + height
    return (
        f"{left + radius:.3f} {bottom:.3f} m {right - radius:.3f} {bottom:.3f} l "
        f"{right - bend:.3f} {bottom:.3f} {right:.3f} {bottom + bend:.3f} {right:.3f} {bottom + radius:.3f} c "
        f"{right:.3f} {top - radius:.3f} l "
        f"{right:.3f} {top - bend:.3f} {right - bend:.3f} {top:.3f} {right - radius:.3f} {top:.3f} c "
        f"{left + radius:.3f} {top:.3f} l "
        f"{left + bend:.3f} {top:.3f} {left:.3f} {top - bend:.3f} {left:.3f} {top - radius:.3f} c "
        f"{left:.3f} {bottom + radius:.3f} l "
        f"{left:.3f} {bottom + bend:.3f} {left + bend:.3f} {bottom:.3f} {left + radius:.3f} {bottom:.3f} c h"
    )


@lru_cache(maxsize=4)
def picture_reader(content: bytes) -> Any:
    """The picture as reportlab reads it; read once, drawn on many papers."""
    reader: Any = ImageReader(io.BytesIO(content))
    reader.getRGBData()  # now, so that no two threads unpack it at once
    return reader


def picture_ratio(content: bytes) -> float:
    """Width by height."""
    width, height = picture_reader(content).getSize()
    return float(width / height)


def _shown(sheet: FontSheet, line: Line) -> str:
    if line.order:
        return _shown_in_order(sheet, line)
    if not line.gap:
        return f"<{sheet.codes(line.glyphs)}> Tj"
    space = space_glyph(line.style.face)
    gap = f"{-line.gap * 1000 / line.style.size:.2f}"
    pieces: list[str] = []
    start = 0
    glyphs: tuple[Glyph, ...] = line.glyphs
    for place, glyph in enumerate(glyphs):
        if glyph.parts is space.parts:
            pieces.append(f"<{sheet.codes(glyphs[start : place + 1])}>{gap}")
            start = place + 1
    pieces.append(f"<{sheet.codes(glyphs[start:])}>")
    return f"[{''.join(pieces)}] TJ"


def _shown_in_order(sheet: FontSheet, line: Line) -> str:
    """As `_shown`, with the pen going back and forth."""
    size = line.style.size
    space = space_glyph(line.style.face)
    starts = [0.0]
    for glyph in line.glyphs:
        starts.append(starts[-1] + glyph.width * size + (line.gap if glyph.parts is space.parts else 0.0))
    shown: list[str] = []
    pen = 0.0
    for place in line.order:
        glyph = line.glyphs[place]
        start = starts[place] if glyph.parts else starts[place] - _ASIDE * size
        if abs(start - pen) > 0.001:
            shown.append(f"{(pen - start) * 1000 / size:.2f}")
        shown.append(f"<{sheet.codes((glyph,))}>")
        pen = start + glyph.width * size
    return f"[{''.join(shown)}] TJ"
