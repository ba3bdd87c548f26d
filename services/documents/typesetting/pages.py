"""The frame of a paper: margins, letterhead, number block, page numbers, classification, marks across the page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import PageSize, Paper
from ..watching import Watch
from .archive import PROGRAM
from .flow import Placed, draw_placed, fill_pages
from .lines import Line
from .pieces import Frame, draw_line, no_step
from .proof_marks import code_words
from .setting import set_blocks, steps_of
from .styles import A4_STYLES, A5_STYLES, ACROSS_STYLES, Styles, styles_in
from .surface import MM, Surface, picture_ratio

LANGUAGE = "fa-IR"


@dataclass(frozen=True, slots=True)
class PageFormat:
    width: float
    height: float
    styles: Styles
    right: float = 25 * MM
    left: float = 17 * MM
    top: float = 14 * MM
    bottom: float = 21 * MM


FORMATS = {
    PageSize.A4: PageFormat(210 * MM, 297 * MM, A4_STYLES),
    PageSize.A5: PageFormat(148 * MM, 210 * MM, A5_STYLES, left=12 * MM, top=11 * MM, bottom=16 * MM),
    PageSize.A4_ACROSS: PageFormat(
        297 * MM, 210 * MM, ACROSS_STYLES, right=18 * MM, left=10 * MM, top=10 * MM, bottom=15 * MM
    ),
}
_CARD_MARGIN = 12 * MM
_EMBLEM = {PageSize.A4: 17 * MM, PageSize.A4_ACROSS: 12 * MM, PageSize.A5: 13 * MM}
_MOTTO_WIDTH, _OPENING_WIDTH, _LEAST_MIDDLE = 0.26, 0.34, 0.2
_LEAST_NUMBER, _MOST_NUMBERS = 25 * MM, 0.36
"""The narrowest room of the values at the top left, and the share of the width for them with their labels."""
_BROKEN, _DRAWN = 55, 98
"""Hundredths of the work when all lines are broken, and when all pages are drawn."""


@dataclass(frozen=True, slots=True)
class SetPaper:
    """The bytes, the number of pages and the characters that no font could draw, in the order of the text."""

    content: bytes
    pages: int
    unknown: tuple[str, ...]


def _encodable(text: str) -> str:
    """Without halves of surrogate pairs, which no PDF string can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def set_paper(paper: Paper, watch: Watch | None = None) -> SetPaper:
    return _PaperSetter(paper, watch).set()


class _PaperSetter:
    def __init__(self, paper: Paper, watch: Watch | None) -> None:
        self._paper, self._watch = paper, watch
        form = FORMATS[paper.size]
        if not paper.page_numbers:
            form = replace(form, left=_CARD_MARGIN, right=_CARD_MARGIN, top=_CARD_MARGIN, bottom=_CARD_MARGIN)
        form = replace(form, styles=styles_in(form.styles, paper.look))
        self._form = form
        self._width = form.width - form.left - form.right
        step = watch.step if watch is not None else no_step
        self._frame = Frame(self._width, form.height - form.top - form.bottom, form.styles, step=step)
        self._class_height = form.styles.strong.leading if paper.classification else 0.0

    def set(self) -> SetPaper:
        form, paper = self._form, self._paper
        head_height = self._head_height
        self._part(0, _BROKEN, steps_of(paper.blocks))
        pieces = set_blocks(paper.blocks, self._frame, paper.proof)
        room = form.height - form.top - form.bottom - self._class_height
        later_head = self._later_head_height
        pages = fill_pages(pieces, room - head_height, room - later_head)
        self._part(_BROKEN, _DRAWN, len(pages))
        surface = Surface(
            form.width,
            form.height,
            title=_encodable(paper.title),
            subject=_encodable(paper.subject),
            language=LANGUAGE,
            program=PROGRAM if paper.letterhead is not None else "",
        )
        for number, placed in enumerate(pages, start=1):
            draw_marks(surface, self._frame, paper.marks)
            top = form.top + self._class_height
            if number == 1:
                self._head(surface, top)
                top += head_height
            else:
                self._later_head(surface, top)
                top += later_head
            self._body(surface, placed, top)
            self._foot(surface, number, len(pages))
            surface.next_page()
            self._frame.step()
        unknown = tuple(dict.fromkeys(self._frame.unknown))
        return SetPaper(surface.finish(), len(pages), unknown)

    def _part(self, first: int, last: int, steps: int) -> None:
        if self._watch is not None:
            self._watch.part(first, last, steps)

    def _body(self, surface: Surface, placed: list[Placed], top: float) -> None:
        draw_placed(surface, placed, self._form.left, top)

    @cached_property
    def _head_lines(self) -> list[Line]:
        letterhead = self._paper.letterhead
        if letterhead is None:
            return []
        styles = self._form.styles
        organisation = replace(styles.strong, size=styles.small.size, leading=styles.small.leading)
        middle = max((line.width for line in (*self._opening, *self._motto_lines)), default=0.0)
        width = min(self._width * 0.42, (self._width - middle) / 2 - styles.gap)
        lines = [line for text in letterhead.lines for line in self._frame.lines(text, organisation, width)]
        if letterhead.unit_line:
            lines += self._frame.lines(letterhead.unit_line, styles.label, width)
        return lines

    @cached_property
    def _head_height(self) -> float:
        lines = self._head_lines
        rows = self._paper.number_block.rows if self._paper.number_block else ()
        if not lines and not rows and not self._paper.opening:
            return 0.0
        styles = self._form.styles
        organisation = self._emblem_height + sum(line.style.leading for line in lines)
        middle = sum(line.style.leading for line in (*self._opening, *self._motto_lines))
        return max(organisation, self._numbers_height(), middle) + styles.gap * 2.2

    @cached_property
    def _emblem_height(self) -> float:
        """With the room under it; the emblem stands over the organisation's lines (domain.md §3.1)."""
        if not self._paper.look.emblem or self._paper.letterhead is None:
            return 0.0
        return _EMBLEM[self._paper.size] + 2.0

    @cached_property
    def _opening(self) -> list[Line]:
        text, style = self._paper.opening, self._form.styles.body
        return self._frame.lines(text, style, self._middle_width(_OPENING_WIDTH)) if text else []

    def _middle_width(self, share: float) -> float:
        """That share of the width, or what the number block at the left leaves of it."""
        beside = self._width - 2 * (self._numbers_width + self._form.styles.gap)
        return max(self._width * _LEAST_MIDDLE, min(self._width * share, beside))

    @cached_property
    def _motto_lines(self) -> list[Line]:
        letterhead = self._paper.letterhead
        if letterhead is None or not letterhead.motto:
            return []
        return self._frame.lines(letterhead.motto, self._form.styles.label, self._middle_width(_MOTTO_WIDTH))

    def _head(self, surface: Surface, top: float) -> None:
        height = self._head_height
        if not height:
            return
        form, styles = self._form, self._form.styles
        right = form.width - form.right
        lines = self._head_lines
        self._emblem(surface, top, max((line.width for line in lines), default=0.0))
        at = top + self._emblem_height
        for line in lines:
            draw_line(surface, line, right, at)
            at += line.style.leading
        at = top
        for line in (*self._opening, *self._motto_lines):
            draw_line(surface, line, form.left + (self._width + line.width) / 2, at)
            at += line.style.leading
        self._numbers(surface, top)
        rule = top + height - styles.gap * 1.4
        surface.rule(form.left, rule, right, rule, ink=0.5)

    def _emblem(self, surface: Surface, top: float, lines_width: float) -> None:
        """At the top right, over the middle of the widest line under it."""
        if not self._emblem_height:
            return
        emblem, height = self._paper.look.emblem, _EMBLEM[self._paper.size]
        width = height * picture_ratio(emblem)
        right = self._form.width - self._form.right
        surface.picture(emblem, right - max(width, (lines_width + width) / 2), top, height)

    def _numbers(self, surface: Surface, top: float) -> None:
        form = self._form
        edge = form.left + self._numbers_width
        labels, values, beside = self._number_lines
        values_edge = edge - beside
        at = top
        for label, lines in zip(labels, values, strict=True):
            draw_line(surface, label, edge, at)
            if not lines[0].glyphs:
                surface.dotted(form.left, at + label.style.leading * 0.72, values_edge)
            for line in lines:
                draw_line(surface, line, values_edge, at)
                at += label.style.leading

    @cached_property
    def _number_lines(self) -> tuple[list[Line], list[list[Line]], float]:
        """Labels, the lines of each value, and the width that the labels take with the room after them.

        What was typed for the enclosures may be a sentence: it is broken into lines, or it would lie on the head.
        """
        styles = self._form.styles
        value_style = replace(styles.strong, size=styles.small.size, leading=styles.small.leading)
        rows = self._paper.number_block.rows if self._paper.number_block else ()
        labels = [self._frame.one_line(f"{label}:", styles.label) for label, _ in rows]
        beside = max((label.width for label in labels), default=-4.0) + 4
        room = max(_LEAST_NUMBER, self._width * _MOST_NUMBERS - beside)
        whole = [self._frame.one_line(value, value_style) for _, value in rows]
        values = [
            [line] if line.width <= room else list(self._frame.lines(value, value_style, room))
            for line, (_, value) in zip(whole, rows, strict=True)
        ]
        return labels, values, beside

    @cached_property
    def _numbers_width(self) -> float:
        _, values, beside = self._number_lines
        if not values:
            return 0.0
        return max(_LEAST_NUMBER, *(line.width for lines in values for line in lines)) + beside

    def _numbers_height(self) -> float:
        return sum(map(len, self._number_lines[1])) * self._form.styles.label.leading

    @cached_property
    def _later_head_height(self) -> float:
        return self._form.styles.label.leading + self._form.styles.gap if self._later_texts else 0.0

    @cached_property
    def _later_texts(self) -> tuple[str, str] | None:
        if not self._paper.page_numbers or self._paper.number_block is None:
            return None
        label, value = self._paper.number_block.rows[0]
        return self._paper.title, f"{label}: {value}" if value else ""

    def _later_head(self, surface: Surface, top: float) -> None:
        texts = self._later_texts
        if texts is None:
            return
        form, style = self._form, self._form.styles.label
        number = self._frame.one_line(texts[1], style)
        title = self._frame.lines(texts[0], style, self._width - number.width - self._form.styles.gap)[0]
        right = form.width - form.right
        draw_line(surface, title, right, top)
        draw_line(surface, number, form.left + number.width, top)
        rule = top + style.leading + 1
        surface.rule(form.left, rule, right, rule, ink=0.75)

    def _foot(self, surface: Surface, number: int, total: int) -> None:
        form, styles, paper = self._form, self._form.styles, self._paper
        right = form.width - form.right
        if paper.classification:
            mark = self._frame.one_line(paper.classification, styles.strong)
            middle = form.left + (self._width + mark.width) / 2
            draw_line(surface, mark, middle, form.top - 4)
            draw_line(surface, mark, middle, form.height - styles.strong.leading - 4)
        if not paper.page_numbers:
            return
        says = [
            say("documents.page_of", page=to_persian(number), total=to_persian(total)),
            *paper.footer,
            *((code_words(paper.proof),) if paper.proof else ()),
            *paper.marks,
        ]
        text = f" {say('documents.separator')} ".join(says)
        lines = self._frame.lines(text, styles.fine, self._width)
        top = form.height - form.bottom + 5
        surface.rule(form.left, top, right, top, ink=0.85)
        for line in lines[:2]:
            draw_line(surface, line, right, top + 2)
            top += line.style.leading


def draw_marks(surface: Surface, frame: Frame, marks: tuple[str, ...]) -> None:
    """Words across the page: below everything, slanting, one under the other."""
    angle = math.degrees(math.atan2(surface.height, surface.width)) * 0.85
    for place, mark in enumerate(marks, start=1):
        base = replace(frame.styles.title, size=10.0, leading=10.0)
        natural = frame.one_line(mark, base).width
        room = 10.0 * math.hypot(surface.width, surface.height) * 0.62 / math.sqrt(len(marks))
        size = min(96.0, room / max(natural, 1.0))
        line = frame.one_line(mark, replace(base, size=size, leading=size))
        surface.watermark(line, surface.height * place / (len(marks) + 1), angle=angle, ink=0.9)
