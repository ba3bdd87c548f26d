"""Dates as people here type them (P-40): any separator or none, short years, +3, words; a month to choose from."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from services.persian import jalali
from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.jalali import ParsedDate
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px
from ui.widgets import calendar_facts
from ui.widgets.line_edit import LineEdit, fold
from ui.widgets.month_panel import MonthPanel
from ui.widgets.reasons import sentence
from ui.widgets.walking import ENTER, walk

_ARROWS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class JalaliDateEdit(LineEdit):
    """A day. Ctrl+; is today, the arrows step by days, PageUp and PageDown by months, F4 opens the month.

    `value()` is a `date`, or None while the field is empty or can't be read: ask `check()` before saving.
    While typing, the line under the field says which day is meant.
    """

    birth = False
    kind = "date"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: MonthPanel | None = None
        self.setTextMargins(px(24), 0, 0, 0)
        self.textEdited.connect(self._echo)

    def value(self) -> Any:
        parsed = self.parsed()
        return parsed.date if parsed is not None and self._is_complete(parsed) else None

    def set_value(self, value: Any) -> None:
        """A date, a ParsedDate or None."""
        if isinstance(value, ParsedDate):
            self.setText(fold(format_parsed(value)))
        else:
            self.setText(fold(jalali.format_date(value)) if value is not None else "")
        self.leave()

    def parsed(self) -> ParsedDate | None:
        """What stands in the field, read; None when empty or unreadable."""
        try:
            return self._read()
        except PersianValueError:
            return None

    def leave(self) -> None:
        try:
            parsed = self._read()
        except PersianValueError as error:
            self.set_problem(sentence(self.kind, error.reason))
            return
        if parsed is None:
            self.set_problem("")
            self.hint_changed.emit("")
            return
        if parsed.alternatives:
            self.set_problem(self._which(parsed))
            return
        if not self._is_complete(parsed):
            self.set_problem(sentence(self.kind, "incomplete"))
            return
        shown = fold(format_parsed(parsed))
        if shown != self.text():
            self.setText(shown)
        self.set_problem("")
        self.hint_changed.emit(self._meaning(parsed))

    def open_panel(self) -> None:
        """The month of the day in the field, or of today."""
        if self._panel is None:
            self._panel = MonthPanel(self)
            self._panel.picked.connect(self._on_picked)
        self._panel.open_on(self._current_day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._panel_key(event):
            return
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and is_today_key(event):
            self._put(calendar_facts.today())
        elif key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.open_panel()
        elif key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._put(self._stepped(days=_ARROWS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._put(self._stepped(months=1 if key == Qt.Key.Key_PageUp else -1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() < px(34) and self.isEnabled() and not self.isReadOnly():
            self.open_panel()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._panel is not None:
            self._panel.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            open_panel = self._panel is not None and self._panel.isVisible()
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if (open_panel and event.key() == Qt.Key.Key_Escape) or (control and is_today_key(event)):
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(17)
        box = QRectF(px(10), (self.height() - side) / 2, side, side)
        paint_glyph(painter, box, "calendar-month-outline", colour_of("quiet"))

    def _panel_key(self, event: QKeyEvent) -> bool:
        """Keys that belong to the open month; typing closes it."""
        if self._panel is None or not self._panel.isVisible():
            return False
        if self._panel.handle_key(event):
            return True
        if event.key() in ENTER:
            self._on_picked(self._panel.day())
            return True
        self._panel.hide()
        return event.key() == Qt.Key.Key_Escape

    def _on_picked(self, day: date) -> None:
        if self._panel is not None:
            self._panel.hide()
        self._put(day)
        walk(self)

    def _read(self) -> ParsedDate | None:
        typed = self.text().strip()
        return jalali.parse_date(typed, calendar_facts.today(), birth=self.birth) if typed else None

    def _is_complete(self, parsed: ParsedDate) -> bool:
        return parsed.precision == "day"

    def _which(self, parsed: ParsedDate) -> str:
        years = [fold(str(jalali.to_jalali(day)[0])) for day in (parsed.date, *parsed.alternatives)]
        first, second, *_ = sorted(dict.fromkeys(years))
        return sentence(self.kind, "two_centuries", first=first, second=second)

    def _meaning(self, parsed: ParsedDate) -> str:
        if parsed.precision != "day":
            return format_parsed(parsed)
        holiday = calendar_facts.holidays(parsed.date, parsed.date).get(parsed.date, "")
        words = jalali.format_long(parsed.date)
        return f"{words} · {holiday}" if holiday else words

    def _echo(self, _text: str) -> None:
        parsed = self.parsed()
        if parsed is None or parsed.alternatives:
            self.hint_changed.emit("")
        else:
            self.hint_changed.emit(f"{format_parsed(parsed)} · {self._meaning(parsed)}")

    def _put(self, day: date) -> None:
        self.setText(fold(jalali.format_date(day)))
        self.leave()
        self.selectAll()

    def _current_day(self) -> date:
        parsed = self.parsed()
        return parsed.date if parsed is not None else calendar_facts.today()

    def _stepped(self, days: int = 0, months: int = 0) -> date:
        if self.parsed() is None:
            return calendar_facts.today()
        day = self._current_day()
        try:
            moved = jalali.add_months(day, months) if months else day + timedelta(days=days)
            jalali.to_jalali(moved)
        except PersianValueError:
            return day
        return moved


class BirthDateEdit(JalaliDateEdit):
    """A birth date: a year alone or "about" is enough, and two-digit years lie in the past.

    `value()` is a `ParsedDate` (date, precision) or None.
    """

    birth = True
    kind = "birth_date"

    def value(self) -> Any:
        parsed = self.parsed()
        return parsed if parsed is not None and not parsed.alternatives else None

    def _is_complete(self, parsed: ParsedDate) -> bool:
        return True


def is_today_key(event: QKeyEvent) -> bool:
    """The key of the semicolon, which writes another letter on the Persian layout."""
    return event.key() in (Qt.Key.Key_Semicolon, 0x06A9, 0x0643)


def format_parsed(parsed: ParsedDate) -> str:
    """As much of a date as is known: a day, a month, a year, or about a year; typed again it reads the same."""
    year, month, _ = jalali.to_jalali(parsed.date)
    if parsed.precision == "day":
        return jalali.format_date(parsed.date)
    if parsed.precision == "month":
        return f"{jalali.month_name(month)} {to_persian(year)}"
    if parsed.precision == "year":
        return to_persian(year)
    return QCoreApplication.translate("Dates", "about {year}").format(year=to_persian(year))
