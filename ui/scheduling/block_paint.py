"""One appointment as a block: number and initials, kind and room, a bar of its family, neutral marks (P-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText, QTextOption, QTransform

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.families import TAKEN, Family, paint_bar
from ui.scheduling.words import short_case_no
from ui.theme.fonts import text_font, text_metrics
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px, theme
from ui.widgets.labels import hold_numbers

_TITLE, _QUIET = 9.0, 8.5
_BAR = 5


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how blocks are drawn. `now`: local day and minute; `reveals`: the words of marks are shown."""

    families: Mapping[str, Family]
    today: date
    now: tuple[date, int]
    reveals: bool = False

    def family(self, row: AppointmentRow) -> Family:
        return self.families.get(row.type, TAKEN)


def paint_block(painter: QPainter, box: QRectF, row: AppointmentRow, look: Look) -> None:
    """The whole block inside `box`, which is the place on the grid without gaps."""
    family = look.family(row)
    colours = theme().colours
    colour, ground = (QColor(name) for name in colours.tone(family.tone))
    if row.is_over:
        ground = QColor(colours.surface)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, px(6), px(6))
    bar = QRectF(box.right() - px(_BAR) - px(3), box.top() + px(3), px(_BAR), box.height() - px(6))
    paint_bar(painter, bar, family.pattern, colour, ground)
    inner = QRectF(box.left() + px(5), box.top(), bar.left() - px(5) - box.left() - px(5), box.height())
    inner = _paint_signs(painter, inner, row, look)
    _paint_words(painter, inner, row, look)


def block_words(row: AppointmentRow, look: Look) -> tuple[str, ...]:
    """The lines of a block, the most telling first."""
    if row.is_hidden:
        who = "، ".join(row.staff_names)
        return TAKEN.words(), row.room_name, who
    marks = " · ".join(mark.words or mark.letter for mark in row.marks) if look.reveals else ""
    number = short_case_no(row.case_no, look.today) if row.case_no else ""
    title = " · ".join(part for part in (number, row.initials) if part) or row.type_label
    kind = row.type_label if number or row.initials else row.note
    second = marks or " · ".join(part for part in (kind, row.room_name) if part)
    return title, second, "، ".join(row.staff_names)


def _paint_words(painter: QPainter, inner: QRectF, row: AppointmentRow, look: Look) -> None:
    lines = [line for line in block_words(row, look) if line]
    title_height, quiet_height = px(18), px(17)
    room = inner.height() - px(4)
    fitting = 1 + max(0, int((room - title_height) // quiet_height))
    if fitting == 1 and len(lines) > 1 and inner.width() > px(110):
        lines = [" · ".join(lines[:2])]
    shown = lines[:fitting]
    height = title_height + quiet_height * (len(shown) - 1)
    top = inner.top() + (px(3) if room > height else (inner.height() - height) / 2)
    colours = theme().colours
    for number, line in enumerate(shown):
        points = _TITLE if number == 0 else _QUIET
        painter.setPen(QColor(colours.text if number == 0 else colours.quiet))
        weight = QFont.Weight.Medium if number == 0 else QFont.Weight.Normal
        line_height = title_height if number == 0 else quiet_height
        draw_line(painter, QRectF(inner.left(), top, inner.width(), line_height), line, points, weight)
        top += line_height


def draw_line(painter: QPainter, box: QRectF, text: str, points: float, weight: QFont.Weight) -> None:
    """One line from the right of `box`, cut where it ends; shaped once for each width."""
    static, width, height = _static(text, max(1, int(box.width())), points, weight, theme().scale * theme().density)
    painter.setFont(text_font(points, weight))
    painter.drawStaticText(QPointF(box.right() - width, box.top() + (box.height() - height) / 2), static)


@lru_cache(maxsize=8192)
def _static(
    text: str, width: int, points: float, weight: QFont.Weight, _scale: float
) -> tuple[QStaticText, float, float]:
    metrics = text_metrics(points, weight)
    shown = metrics.elidedText(hold_numbers(text), Qt.TextElideMode.ElideRight, width)
    static = QStaticText(shown)
    static.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    static.setTextOption(option)
    static.prepare(QTransform(), text_font(points, weight))
    size = static.size()
    return static, size.width(), size.height()


def _paint_signs(painter: QPainter, inner: QRectF, row: AppointmentRow, look: Look) -> QRectF:
    """At the far side: marks as letters, and whether it was recorded. Returns what is left for words."""
    left = inner.left()
    sign = _sign(row, look)
    side = px(14)
    if sign and inner.width() > px(44):
        name, tone = sign
        paint_glyph(painter, QRectF(left, inner.top() + px(4), side, side), name, colour_of(tone))
        left += side + px(4)
    if inner.width() > px(60):
        for mark in row.marks[:2]:
            left += _paint_mark(painter, QRectF(left, inner.top() + px(3), px(16), px(16)), mark.letter) + px(3)
    return QRectF(left, inner.top(), inner.right() - left, inner.height())


def _sign(row: AppointmentRow, look: Look) -> tuple[str, str] | None:
    """The glyph that says what became of it, with its tone."""
    if row.is_hidden:
        return "lock-outline", "quiet"
    if row.is_over:
        held = row.status.value == "held"
        return ("check-circle-outline", "accent") if held else ("account-off-outline", "quiet")
    if (row.day, row.end) <= look.now:
        return "pencil-outline", "attention"
    return None


def _paint_mark(painter: QPainter, box: QRectF, letter: str) -> float:
    colours = theme().colours
    painter.setPen(QPen(QColor(colours.information), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(box, px(4), px(4))
    painter.setFont(text_font(8, QFont.Weight.DemiBold))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
    return box.width()
