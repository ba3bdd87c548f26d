"""One appointment as a block: number and initials, kind and room, a bar of its family, neutral marks (P-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QStaticText, QTextOption, QTransform

from services.persian.digits import to_persian
from services.scheduling.rules import is_over
from services.scheduling.shapes import AppointmentRow
from ui.scheduling.families import TAKEN, Family, paint_bar
from ui.scheduling.words import barest_case_no, short_case_no, shortest_case_no
from ui.theme.fonts import text_font, text_metrics
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.palette import Colours
from ui.theme.theme import px, theme
from ui.widgets.labels import elided, hold_numbers

_TITLE, _QUIET, _SMALL = 9.0, 8.5, 7.5
_MARKS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how blocks are drawn. `now`: local day and minute; `reveals`: the words of marks are shown."""

    families: Mapping[str, Family]
    today: date
    now: tuple[date, int]
    reveals: bool = False

    def family(self, row: AppointmentRow) -> Family:
        return self.families.get(row.type, TAKEN)


def block_words(row: AppointmentRow, look: Look) -> tuple[str, ...]:
    """The lines of a block, the most telling first."""
    if row.is_hidden:
        return TAKEN.words(), row.room_name, "\u060c ".join(row.staff_names)
    marks = " · ".join(mark.words or mark.letter for mark in row.marks) if look.reveals else ""
    number = short_case_no(row.case_no, look.today) if row.case_no else ""
    title = " · ".join(part for part in (number, row.initials) if part) or row.type_label
    kind = row.type_label if number or row.initials else row.note
    second = marks or " · ".join(part for part in (kind, row.room_name) if part)
    return title, second, "\u060c ".join(row.staff_names)


class BlockPainter:
    """Paints the blocks of one picture. Sizes, pens and grounds are asked of the theme once, not for each block."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look
        colours = theme().colours
        self._ink, self._quiet = QPen(QColor(colours.text)), QPen(QColor(colours.quiet))
        self._surface = QColor(colours.surface)
        self._tones: dict[str, QColor] = {}
        self._points = theme().points(_TITLE)
        self._dress = Dress(colours, px(8), painter.device().devicePixelRatio())
        self._bar, self._gap, self._inset = px(5), px(3), px(5)
        self._title_height, self._quiet_height = px(18), px(17)
        self._joins_from, self._sign_from, self._marks_from = px(110), px(44), px(60)
        self._words_from = px(48)
        self._sign, self._mark = px(14), px(16)

    def paint(self, box: QRectF, row: AppointmentRow) -> None:
        """The whole block inside `box`, which is the place on the grid without gaps."""
        box = QRectF(box.toRect())
        ground = _ground(int(box.width()), int(box.height()), self._look.family(row), row.is_over, self._dress)
        self._painter.drawPixmap(box.topLeft(), ground)
        inset = self._inset if box.width() > self._words_from else self._gap - 1
        left, right = self._paint_signs(box, row, inset), box.right() - self._bar - self._gap - inset
        self._paint_words(QRectF(left, box.top(), right - left, box.height()), row)

    def paint_heap(self, box: QRectF, rows: Sequence[AppointmentRow]) -> None:
        """Several appointments as one block: how many, and below a thin bar for each of the first."""
        painter = self._painter
        box = QRectF(box.toRect())
        painter.drawPixmap(box.topLeft(), _heap_ground(int(box.width()), int(box.height()), self._dress))
        words = f"+{to_persian(len(rows))}"
        painter.setPen(self._ink)
        line = QRectF(box.left(), box.top() + 1, box.width() - self._inset, self._title_height)
        if box.height() < 2 * self._title_height:
            line.moveTop(box.center().y() - self._title_height / 2)
        draw_line(painter, line, words, _TITLE, QFont.Weight.Bold)
        top, height = line.bottom() + self._gap, float(self._gap)
        for row in rows[: max(0, int((box.bottom() - top) // (2 * height)))]:
            bar = QRectF(box.left() + self._inset, top, box.width() - 2 * self._inset, height)
            painter.fillRect(bar, self._tone(self._look.family(row).tone))
            top += 2 * height

    def _tone(self, tone: str) -> QColor:
        if tone not in self._tones:
            self._tones[tone] = QColor(theme().colours.tone(tone)[0])
        return self._tones[tone]

    def _paint_signs(self, box: QRectF, row: AppointmentRow, inset: float) -> float:
        """At the far side: whether it was recorded, and marks as letters. Returns where words may begin."""
        left = box.left() + inset
        sign = _sign(row, self._look.now)
        if sign and box.width() > self._sign_from + 4 * self._inset:
            place = QRectF(left, box.top() + self._gap + 1, self._sign, self._sign)
            paint_glyph(self._painter, place, sign[0], colour_of(sign[1]))
            left += self._sign + self._gap
        if row.marks and box.width() > self._marks_from + 4 * self._inset:
            for mark in row.marks[:_MARKS]:
                self._paint_mark(QRectF(left, box.top() + self._gap, self._mark, self._mark), mark.letter)
                left += self._mark + self._gap
        return left

    def _paint_mark(self, box: QRectF, letter: str) -> None:
        painter = self._painter
        painter.setPen(QPen(QColor(theme().colours.information), 1))
        painter.setBrush(self._surface)
        painter.drawRoundedRect(box, self._gap, self._gap)
        painter.setFont(text_font(8, QFont.Weight.DemiBold))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)

    def _paint_words(self, inner: QRectF, row: AppointmentRow) -> None:
        lines = self._lines(inner, row)
        height = self._title_height + self._quiet_height * (len(lines) - 1)
        room = inner.height() - 2
        top = inner.top() + (self._gap if room > height else (inner.height() - height) / 2)
        box = QRectF(inner.left(), top, inner.width(), self._title_height)
        is_tight = inner.width() < self._words_from and _width(lines[0], self._points) > inner.width()
        self._painter.setPen(self._ink)
        draw_line(self._painter, box, lines[0], _SMALL if is_tight else _TITLE, QFont.Weight.Medium)
        self._painter.setPen(self._quiet)
        for number, line in enumerate(lines[1:]):
            low = top + self._title_height + number * self._quiet_height
            box = QRectF(inner.left(), low, inner.width(), self._quiet_height)
            draw_line(self._painter, box, line, _QUIET, QFont.Weight.Normal)

    def _lines(self, inner: QRectF, row: AppointmentRow) -> list[str]:
        """As many lines as fit; the number alone where not even number and initials do, or not all its figures."""
        lines = [line for line in block_words(row, self._look) if line]
        if row.case_no and _width(lines[0], self._points) > inner.width():
            lines[0] = self._number(inner.width(), row)
            if inner.width() < self._words_from:
                return lines[:1]
        fitting = 1 + max(0, int((inner.height() - 2 - self._title_height) // self._quiet_height))
        if fitting == 1 and len(lines) > 1 and inner.width() > self._joins_from:
            return [" · ".join(lines[:2])]
        return lines[:fitting]

    def _number(self, width: float, row: AppointmentRow) -> str:
        """The number in as few figures as the width asks for."""
        words = ""
        for form in (short_case_no, shortest_case_no, barest_case_no):
            words = form(row.case_no, self._look.today)
            if _width(words, self._points) <= width:
                break
        return words


@lru_cache(maxsize=256)
def _heap_ground(width: int, height: int, dress: "Dress") -> QPixmap:
    picture = QPixmap(round(width * dress.ratio), round(height * dress.ratio))
    picture.setDevicePixelRatio(dress.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(dress.colours.quiet), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(dress.colours.quiet_soft))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), px(6), px(6))
    painter.end()
    return picture


class Dress(NamedTuple):
    """What grounds depend on besides their block: other colours, sizes or screens need other pictures."""

    colours: Colours
    unit: int
    ratio: float


@lru_cache(maxsize=1024)
def _ground(width: int, height: int, family: Family, is_over: bool, dress: Dress) -> QPixmap:
    """Frame and bar, drawn once for all blocks of this size and family: most of a week are, and of the next."""
    picture = QPixmap(round(width * dress.ratio), round(height * dress.ratio))
    picture.setDevicePixelRatio(dress.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    colour, ground = (QColor(name) for name in dress.colours.tone(family.tone))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(dress.colours.surface) if is_over else ground)
    radius, wide, gap = px(6), px(5), px(3)
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), radius, radius)
    paint_bar(painter, QRectF(width - wide - gap, gap, wide, height - 2 * gap), family.pattern, colour, ground)
    painter.end()
    return picture


def draw_line(painter: QPainter, box: QRectF, text: str, points: float, weight: QFont.Weight) -> None:
    """One line from the right of `box`, cut where it ends; shaped once for each width."""
    scaled = theme().points(points) * theme().density
    static, width, height = _static(text, max(1, int(box.width())), points, weight, scaled)
    painter.setFont(text_font(points, weight))
    painter.drawStaticText(QPointF(box.right() - width, box.top() + (box.height() - height) / 2), static)


@lru_cache(maxsize=8192)
def _static(
    text: str, width: int, points: float, weight: QFont.Weight, _scaled: float
) -> tuple[QStaticText, float, float]:
    metrics = text_metrics(points, weight)
    shown = elided(metrics, hold_numbers(text), width)
    static = QStaticText(shown)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setTextOption(_from_the_right())
    static.prepare(QTransform(), text_font(points, weight))
    size = static.size()
    return static, size.width(), size.height()


@cache
def _from_the_right() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _width(text: str, points: float) -> float:
    """Figures are added up and the rest is measured: weeks of ever other numbers need no measuring of each."""
    figures = _figure_widths(points)
    rest = "".join(letter for letter in text if letter not in figures)
    return _measured(rest, points) + sum(figures.get(letter, 0.0) for letter in text)


@lru_cache(maxsize=8192)
def _measured(text: str, _points: float) -> int:
    return text_metrics(_TITLE, QFont.Weight.Medium).horizontalAdvance(text)


@lru_cache(maxsize=16)
def _figure_widths(points: float) -> dict[str, float]:
    return {to_persian(figure): _measured(to_persian(figure) * 10, points) / 10 for figure in range(10)}


def _sign(row: AppointmentRow, now: tuple[date, int]) -> tuple[str, str] | None:
    """The glyph that says what became of it, with its tone."""
    if row.is_hidden:
        return "lock-outline", "quiet"
    if row.is_over:
        return ("check-circle-outline", "accent") if row.is_held else ("account-off-outline", "quiet")
    if is_over(row.day, row.end, *now):
        return "pencil-outline", "attention"
    return None
