"""The heads of the columns: weekday and date, holidays by name, today in the accent."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.scheduling.grid_places import GUTTER
from ui.scheduling.week_layout import Column
from ui.theme.fonts import text_font
from ui.theme.theme import px, theme
from ui.widgets.labels import elided, hold_numbers

_LINE = 19
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class WeekHead(QWidget):
    """As wide as the grid under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._columns: tuple[Column, ...] = ()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        self._columns = columns
        self.setAccessibleName("\u060c ".join(self._words(column) for column in columns))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = 3 if any(column.holiday for column in self._columns) else 2
        return QSize(px(320), px(_LINE * lines + 10))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column = next((c for n, c in enumerate(self._columns) if self._box(n).contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), self._words(column) if column else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        is_week = any(not column.is_today for column in self._columns)
        for number, column in enumerate(self._columns):
            box = self._box(number)
            is_off = column.is_friday or bool(column.holiday)
            stands_out = column.is_today and is_week
            tone = colours.accent if stands_out else colours.danger if is_off and is_week else colours.text
            weight = QFont.Weight.Bold if stands_out else QFont.Weight.DemiBold
            self._line(painter, box, 0, column.title, text_font(10, weight), tone)
            self._line(painter, box, 1, column.quiet, text_font(8.5), colours.quiet)
            if column.holiday:
                self._line(painter, box, 2, self._holiday(column), text_font(8.5), colours.danger)

    def _box(self, number: int) -> QRectF:
        width = (self.width() - px(GUTTER)) / max(1, len(self._columns))
        return QRectF(self.width() - px(GUTTER) - (number + 1) * width, 0, width, self.height())

    def _line(self, painter: QPainter, box: QRectF, line: int, text: str, font: QFont, colour: str) -> None:
        area = QRectF(box.left() + px(4), px(4) + line * px(_LINE), box.width() - px(8), px(_LINE))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = elided(QFontMetrics(font), hold_numbers(text), int(area.width()))
        painter.drawText(area, _CENTRE, shown)

    def _holiday(self, column: Column) -> str:
        if not column.is_estimated:
            return column.holiday
        return self.tr("{occasion} (estimated)").format(occasion=column.holiday)

    def _words(self, column: Column) -> str:
        parts = (column.title, column.quiet, self._holiday(column) if column.holiday else "")
        return " ".join(part for part in parts if part)
