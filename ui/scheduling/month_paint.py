"""The picture of a month."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from services.persian.date_words import WEEKDAYS
from services.persian.digits import to_persian
from services.persian.jalali import month_name, to_jalali
from services.scheduling.rules import FRIDAY
from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import Look, block_words, draw_line
from ui.scheduling.families import paint_bar
from ui.scheduling.hatch import paint_hatch
from ui.scheduling.month_layout import MonthBoard, MonthDay
from ui.scheduling.words import hour_words
from ui.theme.fonts import text_font, text_metrics
from ui.theme.theme import px, theme

HEAD, CELL = 26, 74
"""Heights: of the line of weekdays, and the least of a day."""

_TOP, _LINE = 19, 17
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def draw_month(size: QSize, boxes: Sequence[QRectF], board: MonthBoard, look: Look, ratio: float) -> QPixmap:
    """The picture of a month, for a screen of that many dots a pixel."""
    picture = QPixmap((QSizeF(size) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme().colours.surface))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_heads(painter, boxes)
    for day, box in zip(board.days, boxes, strict=True):
        _DayPainter(painter, day, box, look).paint()
    _paint_lines(painter, boxes, size)
    painter.end()
    return picture


def row_lines(day: MonthDay, box: QRectF) -> tuple[tuple[AppointmentRow, QRectF], ...]:
    """The appointments that a cell has room for, each with its line; below them stands how many more there are."""
    inner = _inner(box)
    top = inner.top() + px(_TOP) + px(1) + (px(_LINE) if day.holiday else 0)
    rows, room = day.rows if day.is_inside else (), int((inner.bottom() - top) // px(_LINE))
    fitting = len(rows) if len(rows) <= room else max(0, room - 1)
    return tuple((row, _line(inner, top + place * px(_LINE))) for place, row in enumerate(rows[:fitting]))


def paint_held(painter: QPainter, box: QRectF, row: AppointmentRow, look: Look) -> None:
    """An appointment in the hand, over the cell that it would go to."""
    colours = theme().colours
    painter.setBrush(QColor(colours.accent_soft))
    painter.setPen(QPen(QColor(colours.accent), px(2)))
    inner = _inner(box)
    place = QRectF(inner.left(), inner.top() + px(_TOP), inner.width(), px(_LINE) + px(6))
    painter.drawRoundedRect(place, px(6), px(6))
    _paint_row(painter, row, _line(place.adjusted(px(4), 0, -px(4), 0), place.top() + px(3)), look)


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(px(7), px(5), -px(7), -px(4))


def _line(inner: QRectF, top: float) -> QRectF:
    return QRectF(inner.left(), top, inner.width(), px(_LINE))


def _paint_row(painter: QPainter, row: AppointmentRow, line: QRectF, look: Look) -> None:
    family = look.family(row)
    colour, ground = (QColor(name) for name in theme().colours.tone(family.tone))
    bar = QRectF(line.right() - px(5), line.top() + px(2), px(5), line.height() - px(4))
    paint_bar(painter, bar, family.pattern, colour, ground)
    words = f"{hour_words(row.start)}  {block_words(row, look)[0]}"
    painter.setPen(QColor(theme().colours.quiet if row.is_over else theme().colours.text))
    draw_line(painter, line.adjusted(0, 0, -px(9), 0), words, 8.5, QFont.Weight.Normal)


def _paint_heads(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    colours = theme().colours
    painter.setFont(text_font(9, QFont.Weight.DemiBold))
    for number, name in enumerate(WEEKDAYS):
        painter.setPen(QColor(colours.danger if number == FRIDAY else colours.quiet))
        box = QRectF(boxes[number].left(), 0, boxes[number].width(), px(HEAD) - px(4))
        painter.drawText(box, _CENTRE, name)


def _paint_lines(painter: QPainter, boxes: Sequence[QRectF], size: QSize) -> None:
    painter.setPen(QPen(QColor(theme().colours.line), 1))
    for box in boxes[:: len(WEEKDAYS)]:
        y = round(box.top()) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(size.width(), y))
    for box in boxes[: len(WEEKDAYS)]:
        x = round(box.left()) + 0.5
        painter.drawLine(QPointF(x, box.top()), QPointF(x, size.height()))
    for edge in (size.width() - 0.5, 0.5):
        painter.drawLine(QPointF(edge, boxes[0].top()), QPointF(edge, size.height()))
    painter.drawLine(QPointF(0, size.height() - 0.5), QPointF(size.width(), size.height() - 0.5))


class _DayPainter:
    """One cell."""

    def __init__(self, painter: QPainter, day: MonthDay, box: QRectF, look: Look) -> None:
        self._painter, self._day, self._box, self._look = painter, day, box, look
        self._inner = _inner(box)

    def paint(self) -> None:
        self._paint_ground()
        top = self._paint_top()
        if self._day.holiday:
            top = self._paint_holiday(top)
        if self._day.is_inside:
            self._paint_rows(top)

    def _paint_ground(self) -> None:
        colours, day = theme().colours, self._day
        if day.is_today:
            self._painter.fillRect(self._box, QColor(colours.accent_soft))
        elif not day.is_inside:
            self._painter.fillRect(self._box, QColor(colours.page))
        elif day.is_off and not day.is_estimated:
            self._painter.fillRect(self._box, QColor(colours.quiet_soft))
        elif day.is_estimated:
            paint_hatch(self._painter, self._box, QColor(colours.line))

    def _paint_top(self) -> float:
        """The number at the right, how many at the left."""
        painter, colours, day, height = self._painter, theme().colours, self._day, float(px(_TOP))
        _, month, number = to_jalali(day.day)
        words = to_persian(number) if day.is_inside and number > 1 else f"{to_persian(number)} {month_name(month)}"
        tone = colours.danger if day.is_off else colours.text
        box = QRectF(self._inner.left(), self._inner.top(), self._inner.width(), height)
        if day.is_today:
            width = text_metrics(10, QFont.Weight.Bold).horizontalAdvance(words) + px(12)
            pill = QRectF(box.right() - width + px(4), box.top(), width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setFont(text_font(10, QFont.Weight.Bold))
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(pill, _CENTRE, words)
        else:
            painter.setPen(QColor(tone if day.is_inside else colours.quiet))
            weight = QFont.Weight.Bold if day.is_inside else QFont.Weight.Normal
            draw_line(painter, box, words, 10, weight)
        if day.rows and day.is_inside:
            self._paint_count(box)
        return box.bottom() + px(1)

    def _paint_count(self, box: QRectF) -> None:
        words = QCoreApplication.translate("Scheduling", "{count} appointments")
        told = words.format(count=to_persian(len(self._day.rows)))
        self._painter.setFont(text_font(8.5))
        self._painter.setPen(QColor(theme().colours.quiet))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(box, int(flags), told)

    def _paint_holiday(self, top: float) -> float:
        self._painter.setPen(QColor(theme().colours.danger))
        draw_line(self._painter, _line(self._inner, top), self._day.holiday, 8.5, QFont.Weight.Normal)
        return top + px(_LINE)

    def _paint_rows(self, top: float) -> None:
        """As many as fit; the last line says how many more there are."""
        shown = row_lines(self._day, self._box)
        for row, line in shown:
            _paint_row(self._painter, row, line, self._look)
        top += len(shown) * px(_LINE)
        left = len(self._day.rows) - len(shown)
        if left and top + px(_LINE) <= self._inner.bottom():
            words = QCoreApplication.translate("Scheduling", "and {count} more")
            self._painter.setPen(QColor(theme().colours.quiet))
            told = words.format(count=to_persian(left))
            draw_line(self._painter, _line(self._inner, top), told, 8.5, QFont.Weight.Medium)
