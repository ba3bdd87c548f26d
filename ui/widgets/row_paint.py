"""How a row looks everywhere: a lead or icon, a title, a quiet second line, one chip, a thin line under it."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.fonts import text_font, text_metrics
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px, theme
from ui.widgets.labels import TO_THE_RIGHT, elided, hold_numbers

_READABLE = 1124
"""So wide a row is read across; in a wider one the chip comes to the words, and the rest stays empty."""
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """`key` comes back when the row is opened. `lead`: a short word before the title (an hour, a number)."""

    key: Hashable
    title: str
    quiet: str = ""
    chip: str = ""
    tone: str = "information"
    icon: str = ""
    lead: str = ""
    strong: bool = False

    def words(self) -> str:
        """Everything that the row says, for screen readers."""
        return "\u060c ".join(part for part in (self.lead, self.title, self.quiet, self.chip) if part)


class RowPainter(QStyledItemDelegate):
    """Paints the `Row` that an index holds under ROW_ROLE."""

    def __init__(self, *, dense: bool = False, lines: bool = True) -> None:
        super().__init__()
        self._dense = dense
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        two = isinstance(row, Row) and bool(row.quiet)
        if self._dense:
            return QSize(px(120), px(52) if two else px(36))
        return QSize(px(120), px(66) if two else px(46))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        self._ground(painter, rect, state)
        if self._lines and index.row() < index.model().rowCount() - 1:
            self._line_under(painter, rect)
        inner = rect.adjusted(px(6), 0, -px(6), 0)
        inner.setLeft(max(inner.left(), inner.right() - px(_READABLE)))
        inner = self._lead(painter, inner, row)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        inner, beside = self._chip(painter, inner, row, is_chosen=is_chosen)
        self._texts(painter, inner, row, beside)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        colours = theme().colours
        ground = rect.adjusted(0, 1, 0, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(ground, px(8), px(8))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.accent), px(2)))
                painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(8), px(8))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(ground, px(8), px(8))

    def _line_under(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(theme().colours.line), 1))
        y = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _lead(self, painter: QPainter, rect: QRectF, row: Row) -> QRectF:
        if row.icon:
            side = px(18)
            box = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
            paint_glyph(painter, box, row.icon, colour_of("quiet"))
            return rect.adjusted(0, 0, -(side + px(8)), 0)
        if row.lead:
            font = text_font(11, QFont.Weight.Bold)
            metrics = text_metrics(11, QFont.Weight.Bold)
            width = max(px(52), metrics.horizontalAdvance(row.lead) + px(12))
            painter.setFont(font)
            painter.setPen(QColor(theme().colours.text))
            painter.drawText(rect, int(TO_THE_RIGHT), row.lead)
            return rect.adjusted(0, 0, -(width + px(10)), 0)
        return rect

    def _chip(self, painter: QPainter, rect: QRectF, row: Row, *, is_chosen: bool) -> tuple[QRectF, QRectF]:
        """The room left to the title and to the second line: a long title goes over the chip, if the line may not."""
        if not row.chip:
            return rect, rect
        width = chip_width(rect, row.chip)
        beside = rect.adjusted(width + px(8), 0, 0, 0)
        title, quiet = (
            _title_metrics(row).horizontalAdvance(row.title),
            text_metrics(9.5).horizontalAdvance(row.quiet),
        )
        if row.quiet and title > beside.width() and quiet <= beside.width():
            paint_chip(
                painter,
                rect.adjusted(0, rect.height() / 2 - px(2), 0, -px(3)),
                row.chip,
                row.tone,
                is_chosen=is_chosen,
            )
            return rect, beside
        paint_chip(painter, rect, row.chip, row.tone, is_chosen=is_chosen)
        return beside, beside

    def _texts(self, painter: QPainter, rect: QRectF, row: Row, beside: QRectF) -> None:
        colours = theme().colours
        title_font = text_font(10, _weight(row))
        upper = rect
        if row.quiet:
            half = rect.height() / 2
            upper = rect.adjusted(0, px(4), 0, -half + px(2))
            lower = beside.adjusted(0, half - px(1), 0, -px(6))
            _line(painter, lower, row.quiet, text_font(9.5), colours.quiet)
        _line(painter, upper, row.title, title_font, colours.text)


def _weight(row: Row) -> QFont.Weight:
    return QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal


def _title_metrics(row: Row) -> QFontMetrics:
    return text_metrics(10, _weight(row))


def chip_width(rect: QRectF, text: str, *, leading: bool = False) -> float:
    """How wide `paint_chip` makes it: at most three fifths of the row, or all of it with `leading`."""
    needed = text_metrics(9.5).horizontalAdvance(hold_numbers(text)) + px(22)
    return min(needed, rect.width() if leading else max(px(40), rect.width() * 0.6))


def _line(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(font)
    shown = elided(metrics, hold_numbers(text), int(rect.width()))
    painter.drawText(rect, int(TO_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter), shown)


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, tone: str, *, leading: bool = False, is_chosen: bool = False
) -> float:
    """A chip at the far (left) side of `rect`, or with `leading` at its right; returns its width.

    On the row that is chosen it stands on the ground of the page: the row has the soft ground of a chip itself.
    """
    font = text_font(9.5)
    text = hold_numbers(text)
    metrics = text_metrics(9.5)
    width = chip_width(rect, text, leading=leading)
    height = px(25)
    left = rect.right() - width if leading else rect.left()
    box = QRectF(left, rect.center().y() - height / 2, width, height)
    colour, ground = theme().colours.tone(tone)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().colours.surface if is_chosen else ground))
    painter.drawRoundedRect(box, px(8), px(8))
    painter.setPen(QColor(colour))
    painter.setFont(font)
    shown = elided(metrics, text, int(width - px(16)))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
    return float(width)
