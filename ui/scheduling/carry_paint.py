"""An appointment in the hand, over the calendar: its new hours, and a frame that says whether it may stand there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from services.persian.digits import to_persian
from ui.scheduling.block_paint import Look, block_words, draw_line
from ui.scheduling.carrying import Carry
from ui.scheduling.hatch import paint_hatch
from ui.scheduling.words import hour_words, span_words
from ui.theme.fonts import text_font, text_metrics
from ui.theme.icons import paint_glyph
from ui.theme.palette import Tone
from ui.theme.theme import px, theme

GLYPHS = {"asked": "clock-outline", "free": "check", "against": "alert-circle-outline"}
"""The sign beside the colour of a verdict."""


def tone_of(carry: Carry) -> Tone:
    """The tone of its verdict."""
    if carry.verdict == "against":
        return "danger"
    return "attention" if carry.words else "accent"


def paint_left(painter: QPainter, box: QRectF) -> None:
    """The place from which it was taken: pale, with a broken frame."""
    colours = theme().colours
    pale = QColor(colours.surface)
    pale.setAlpha(190)
    painter.setBrush(pale)
    painter.setPen(QPen(QColor(colours.quiet), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, px(6), px(6))


def paint_offer(painter: QPainter, box: QRectF, number: int) -> None:
    """A free time with its digit."""
    colours = theme().colours
    ground = QColor(colours.accent_soft)
    ground.setAlpha(120)  # another room's appointment may stand there
    painter.setBrush(ground)
    painter.setPen(QPen(QColor(colours.accent), px(1.5), Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, px(6), px(6))
    side = float(min(px(18), box.height() - 2))
    badge = QRectF(box.right() - side - px(3), box.top() + px(2), side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(badge)
    painter.setPen(QColor(colours.on_accent))
    painter.setFont(text_font(8.5, QFont.Weight.Bold))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), to_persian(number))


def paint_carried(painter: QPainter, box: QRectF, carry: Carry, look: Look) -> None:
    """The appointment over `box`."""
    tone, ground = (QColor(name) for name in theme().colours.tone(tone_of(carry)))
    painter.setPen(QPen(tone, px(2)))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, px(6), px(6))
    if carry.verdict == "against":
        faint = QColor(tone)
        faint.setAlpha(60)
        paint_hatch(painter, box.adjusted(px(1), px(1), -px(1), -px(1)), faint, px(2))
    side = min(float(px(15)), box.height() - 2)
    glyph = QRectF(box.left() + px(5), box.top() + px(3), side, side)
    if box.height() < px(24):
        glyph.moveTop(box.center().y() - side / 2)
    paint_glyph(painter, glyph, GLYPHS[carry.verdict], tone)
    inner = QRectF(glyph.right() + px(3), box.top(), box.right() - px(7) - glyph.right(), box.height())
    lines = (_hours(carry, inner.width()), block_words(carry.row, look)[0])
    painter.setPen(QColor(theme().colours.text))
    height = float(px(18))
    if box.height() < 2 * height:
        draw_line(painter, inner, lines[0], 9.0, QFont.Weight.DemiBold)
        return
    for number, line in enumerate(lines):
        place = QRectF(inner.left(), box.top() + px(2) + number * height, inner.width(), height)
        draw_line(painter, place, line, 9.0, QFont.Weight.DemiBold if number == 0 else QFont.Weight.Normal)


def _hours(carry: Carry, width: float) -> str:
    """From when to when; where that is too wide the end that moves."""
    words = span_words(carry.start, carry.start + carry.minutes)
    if text_metrics(9.0, QFont.Weight.DemiBold).horizontalAdvance(words) <= width:
        return words
    return hour_words(carry.start if carry.minutes == carry.row.minutes else carry.start + carry.minutes)
