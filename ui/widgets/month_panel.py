"""A month of the Jalali calendar under a date field: weeks from Saturday, right to left, holidays by name."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from services.persian import jalali
from services.persian.date_words import WEEKDAYS
from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from ui.theme.fonts import text_font
from ui.theme.theme import px, theme
from ui.widgets import calendar_facts
from ui.widgets.buttons import IconButton
from ui.widgets.labels import OneLine, Words
from ui.widgets.popup import PopupPanel

_DAY_STEPS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ROWS = 6
_FRIDAY = 6


class MonthGrid(QWidget):
    """Seven columns painted from the right; `clicked` carries the day."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._day = calendar_facts.today()
        self._first = self._last = self._day
        self._holidays: dict[date, str] = {}
        self.show_day(self._day)

    def sizeHint(self) -> QSize:
        return QSize(px(7 * 40), px(26 + _ROWS * 34))

    def day(self) -> date:
        return self._day

    def show_day(self, day: date) -> None:
        """Make `day` current and show its month."""
        year, month, _ = jalali.to_jalali(day)
        self._day = day
        self._first = jalali.from_jalali(year, month, 1)
        self._last = jalali.from_jalali(year, month, jalali.days_in_month(year, month))
        self._holidays = dict(calendar_facts.holidays(self._first, self._last))
        self.update()

    def holiday(self, day: date) -> str:
        return self._holidays.get(day, "")

    def day_at(self, point: QPointF) -> date | None:
        """The day of this month under a point."""
        day = self._first
        while day <= self._last:
            if self._cell(day).contains(point):
                return day
            day += timedelta(days=1)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None:
            self.clicked.emit(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        day = self._first
        while day <= self._last:
            self._paint_day(painter, day)
            day += timedelta(days=1)

    def _cell(self, day: date) -> QRectF:
        before = jalali.weekday_index(self._first) + (day - self._first).days
        row, column = divmod(before, 7)
        return self._box(row, column)

    def _box(self, row: int, column: int) -> QRectF:
        width, top = self.width() / 7, px(26)
        height = (self.height() - top) / _ROWS
        return QRectF(self.width() - (column + 1) * width, top + row * height, width, height)

    def _paint_heads(self, painter: QPainter) -> None:
        colours = theme().colours
        painter.setFont(text_font(9))
        for column in range(7):
            box = self._box(0, column)
            box.moveTop(0)
            box.setHeight(px(24))
            painter.setPen(QColor(colours.danger if column == _FRIDAY else colours.quiet))
            name = WEEKDAYS[column]
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name[:1])

    def _paint_day(self, painter: QPainter, day: date) -> None:
        colours = theme().colours
        box = self._cell(day).adjusted(2, 2, -2, -2)
        side = min(box.width(), box.height())
        round_box = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        free = jalali.weekday_index(day) == _FRIDAY or day in self._holidays
        text = colours.danger if free else colours.text
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self._day:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(round_box, px(8), px(8))
            text = colours.on_accent
        elif day == calendar_facts.today():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), px(1.5)))
            painter.drawRoundedRect(round_box.adjusted(1, 1, -1, -1), px(8), px(8))
        painter.setFont(text_font(10, QFont.Weight.DemiBold if day == self._day else QFont.Weight.Normal))
        painter.setPen(QColor(text))
        number = to_persian(jalali.to_jalali(day)[2])
        painter.drawText(round_box, int(Qt.AlignmentFlag.AlignCenter), number)
        if day in self._holidays:
            # a dot besides the colour: colour never speaks alone
            painter.setBrush(QColor(text))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(round_box.center().x(), round_box.bottom() - px(4)), px(2), px(2))


class MonthPanel(PopupPanel):
    """`picked` carries the chosen day. The edit keeps the keyboard and passes keys to `handle_key`."""

    picked = Signal(object)

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        self.box.setContentsMargins(px(10), px(8), px(10), px(8))
        self._grid = MonthGrid(self)
        self._grid.clicked.connect(self.picked)
        self._title = Words("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot = OneLine("", "hint")
        top = QHBoxLayout()
        before = IconButton("chevron-right", self.tr("Month before"), self)
        after = IconButton("chevron-left", self.tr("Month after"), self)
        for button, months in ((before, -1), (after, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, step=months: self.move_months(step))
        top.addWidget(before)
        top.addWidget(self._title, 1)
        top.addWidget(after)
        self.box.addLayout(top)
        self.box.addWidget(self._grid, 1)
        self.box.addWidget(self._foot)

    def open_on(self, day: date) -> None:
        self.show_day(day)
        self.open_at(px(300), px(316))

    def day(self) -> date:
        return self._grid.day()

    def show_day(self, day: date) -> None:
        try:
            self._grid.show_day(day)
        except PersianValueError:  # beyond the years that the calendar serves: stay where we are
            return
        year, month, _ = jalali.to_jalali(day)
        self._title.setText(f"{jalali.month_name(month)} {to_persian(year)}")
        holiday = self._grid.holiday(day)
        words = jalali.format_long(day)
        self._foot.setText(f"{words} · {holiday}" if holiday else words)

    def move_months(self, months: int) -> None:
        try:
            self.show_day(jalali.add_months(self.day(), months))
        except PersianValueError:
            return

    def handle_key(self, event: QKeyEvent) -> bool:
        """Move the current day; False when the key is not one that moves."""
        key = Qt.Key(event.key())
        if key in _DAY_STEPS:
            self.show_day(self.day() + timedelta(days=_DAY_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            years = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.move_months((1 if key == Qt.Key.Key_PageDown else -1) * (12 if years else 1))
        elif key == Qt.Key.Key_Home:
            self.show_day(calendar_facts.today())
        else:
            return False
        return True
