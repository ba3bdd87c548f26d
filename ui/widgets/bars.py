"""Figures as bars that grow from the line of labels to the left; every bar has its number beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import text_font, text_metrics
from ui.theme.theme import px, theme
from ui.widgets.labels import TO_THE_RIGHT, elided, hold_numbers

_BAR, _GAP, _LEGEND = 14, 12, 26
_LABEL_SHARE = 0.45
"""The most that the labels may take of the width; they take what the longest needs."""
_COMMA = "\u060c "


@dataclass(frozen=True, slots=True)
class BarRow:
    """`values`: one for each series, `words`: the same as they are written at the end of the bar."""

    label: str
    values: tuple[int, ...]
    words: tuple[str, ...]
    is_quiet: bool = False


class Bars(QWidget):
    """The second series is hatched, so that nobody needs to see colours. `stacked`: both on one line.

    The whole of it is in the accessible description; a table of the same figures stands beside it on the page.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._title, self._stacked = title, stacked
        self._rows: tuple[BarRow, ...] = ()
        self._series: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(px(260))
        self.setAccessibleName(title)

    def show_rows(self, rows: Sequence[BarRow], series: Sequence[str]) -> None:
        """`series`: what each value of a row is; named in a legend when there are two."""
        self._rows, self._series = tuple(rows), tuple(series)
        self.setAccessibleDescription("\n".join(self._told(row) for row in rows))
        self.updateGeometry()
        self.update()

    def rows(self) -> tuple[BarRow, ...]:
        return self._rows

    def sizeHint(self) -> QSize:
        lines = sum(self._line_height(row) + px(_GAP) for row in self._rows)
        return QSize(px(420), lines + (px(_LEGEND) if len(self._series) > 1 else 0) + px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), self.sizeHint().height())

    def _told(self, row: BarRow) -> str:
        parts = (f"{name}: {words}" for name, words in zip(self._series, row.words, strict=False))
        return f"{row.label}{_COMMA}{_COMMA.join(parts)}"

    def _line_height(self, row: BarRow) -> int:
        bars = 1 if self._stacked else len(row.values)
        return max(bars * px(_BAR) + (bars - 1) * px(3), text_metrics(9.5).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((self._whole(row) for row in self._rows), default=0)
        top = float(px(2))
        if len(self._series) > 1:
            self._legend(painter)
            top += px(_LEGEND)
        for row in self._rows:
            height = self._line_height(row)
            self._row(painter, QRectF(0, top, self.width(), height), row, most)
            top += height + px(_GAP)
        painter.end()

    def _label_width(self, whole: float) -> float:
        metrics = text_metrics(9.5)
        longest = max((metrics.horizontalAdvance(hold_numbers(row.label)) for row in self._rows), default=0)
        return min(whole * _LABEL_SHARE, longest + px(20))

    def _whole(self, row: BarRow) -> int:
        return sum(row.values) if self._stacked else max(row.values, default=0)

    def _row(self, painter: QPainter, rect: QRectF, row: BarRow, most: int) -> None:
        colours = theme().colours
        label_width = self._label_width(rect.width())
        label = QRectF(rect.right() - label_width, rect.top(), label_width - px(8), rect.height())
        painter.setFont(text_font(9.5))
        painter.setPen(QColor(colours.quiet if row.is_quiet else colours.text))
        shown = elided(text_metrics(9.5), hold_numbers(row.label), int(label.width()))
        painter.drawText(label, int(TO_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter), shown)
        field = rect.adjusted(0, 0, -label_width, 0)
        if self._stacked:
            self._stack(painter, field, row, most)
            return
        height = px(_BAR)
        top = rect.center().y() - (len(row.values) * height + (len(row.values) - 1) * px(3)) / 2
        for place, (value, words) in enumerate(zip(row.values, row.words, strict=True)):
            line = QRectF(field.left(), top + place * (height + px(3)), field.width(), height)
            end = self._bar(painter, line, line.right(), self._length(field, value, most), place, row)
            self._number(painter, line, end, words)

    def _stack(self, painter: QPainter, field: QRectF, row: BarRow, most: int) -> None:
        line = QRectF(field.left(), field.center().y() - px(_BAR) / 2, field.width(), px(_BAR))
        end = line.right()
        for place, value in enumerate(row.values):
            end = self._bar(painter, line, end, self._length(field, value, most), place, row)
        self._number(painter, line, end, " + ".join(row.words) if not row.is_quiet else row.words[-1])

    def _length(self, field: QRectF, value: int, most: int) -> float:
        room = field.width() - px(92)  # the numbers at the end of the longest bar
        return max(0.0, room * value / most) if most else 0.0

    def _bar(self, painter: QPainter, line: QRectF, right: float, length: float, place: int, row: BarRow) -> float:
        """Paints one part and gives where it ends."""
        if length < 1:
            return right
        box = QRectF(right - length, line.top(), length, line.height())
        painter.setPen(QPen(QColor(theme().colours.accent), 1) if place else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().colours.field_line) if row.is_quiet else _fill(place))
        painter.drawRoundedRect(box, px(3), px(3))
        return box.left()

    def _number(self, painter: QPainter, line: QRectF, end: float, words: str) -> None:
        painter.setFont(text_font(9))
        painter.setPen(QColor(theme().colours.text))
        box = QRectF(line.left(), line.top() - px(4), max(0.0, end - px(6) - line.left()), line.height() + px(8))
        painter.drawText(box, int(TO_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter), hold_numbers(words))

    def _legend(self, painter: QPainter) -> None:
        right = float(self.width())
        painter.setFont(text_font(9))
        for place, name in enumerate(self._series):
            box = QRectF(right - px(14), px(5), px(14), px(11))
            painter.setPen(QPen(QColor(theme().colours.accent), 1) if place else Qt.PenStyle.NoPen)
            painter.setBrush(_fill(place))
            painter.drawRoundedRect(box, px(2), px(2))
            width = text_metrics(9).horizontalAdvance(name) + px(10)
            painter.setPen(QColor(theme().colours.quiet))
            words = QRectF(box.left() - px(6) - width, 0, width, px(20))
            painter.drawText(words, int(TO_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter), name)
            right = words.left() - px(12)


def _fill(place: int) -> QBrush:
    colour = QColor(theme().colours.accent)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern) if place else QBrush(colour)
