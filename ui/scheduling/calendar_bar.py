"""The line above the calendar: which view, whose appointments, and the way to other days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget

from services.scheduling.shapes import BookingFacts
from ui.runtime.shortcuts import with_keys
from ui.scheduling import shown
from ui.scheduling.jump_button import JumpButton
from ui.theme.theme import px
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.segments import Segments

VIEWS = (shown.DAY, shown.WEEK, shown.MONTH, shown.LIST)
"""In the order of their keys."""

_FAR = Qt.AlignmentFlag.AlignRight


class CalendarBar(QWidget):
    """`view_changed`: other days must be read; `cut_changed`: the same ones are shown otherwise.

    `turned` carries a step of -1 or 1, `day_wanted` a day, None for today.
    """

    view_changed = Signal()
    cut_changed = Signal()
    turned = Signal(int)
    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        views = (self.tr("Day"), self.tr("Week"), self.tr("Month"), self.tr("List"))
        self.views = Segments([Choice(key, words) for key, words in zip(VIEWS, views, strict=True)])
        self.views.setAccessibleName(self.tr("View"))
        for number, (key, words) in enumerate(zip(VIEWS, views, strict=True), 1):
            self.views.set_tip(key, with_keys(words, str(number)))
        by = (Choice(shown.BY_ROOM, self.tr("Rooms")), Choice(shown.BY_COLLEAGUE, self.tr("Colleagues")))
        self.columns = Segments(by)
        self.columns.setAccessibleName(self.tr("Columns"))
        self.whose = ChoiceEdit()
        self.whose.setAccessibleName(self.tr("Whose appointments?"))
        self.whose.setMinimumWidth(px(130))
        self.whose.setMaximumWidth(px(210))
        self.nights = IconButton("hours-24", with_keys(self.tr("All hours of the day"), "0"), framed=True)
        self.nights.setCheckable(True)
        before = IconButton("chevron-right", with_keys(self.tr("Before"), "PgUp"), framed=True)
        after = IconButton("chevron-left", with_keys(self.tr("After"), "PgDown"), framed=True)
        today = QuietButton(self.tr("Today"))
        today.setToolTip(with_keys(self.tr("Today"), "Home"))
        self.jump = JumpButton(self.tr("Another day"))
        self._cut = _row(self.views, self.columns, self.whose)
        self._moves = _row(self.nights, before, today, after, self.jump)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(10))
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines.addWidget(self._cut, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(self._moves, 0, _FAR)
        self.columns.set_value(shown.BY_ROOM)
        self.columns.hide()
        self.views.changed.connect(self._on_view)
        self.nights.toggled.connect(lambda _checked: self.cut_changed.emit())
        self.columns.changed.connect(self.cut_changed)
        self.whose.changed.connect(self.cut_changed)
        before.clicked.connect(lambda: self.turned.emit(-1))
        after.clicked.connect(lambda: self.turned.emit(1))
        today.clicked.connect(lambda: self.day_wanted.emit(None))
        self.jump.picked.connect(self.day_wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def view(self) -> str:
        return self.views.value() or shown.WEEK

    def by(self) -> str:
        return self.columns.value() or shown.BY_ROOM

    def shows_nights(self) -> bool:
        """Whether all hours are shown, not the unit's own alone."""
        return self.nights.isChecked()

    def whose_key(self) -> str:
        return self.whose.value() or shown.ALL

    def set_view(self, view: str) -> None:
        self.views.set_value(view)

    def set_day(self, day: date) -> None:
        self.jump.set_day(day)

    def fill(self, facts: BookingFacts, own: object) -> None:
        """The colleagues and rooms to choose from; `own` is the actor's id."""
        choices = self._choices(facts, own)
        if tuple(choices) == self.whose.choices():
            return
        value = self.whose_key()
        before = self.whose.blockSignals(True)
        self.whose.set_choices(choices)
        self.whose.set_value(value)
        if not self.whose.value():
            self.whose.set_value(shown.ALL)
        self.whose.blockSignals(before)

    def _choices(self, facts: BookingFacts, own: object) -> Sequence[Choice]:
        people, rooms = self.tr("Colleagues"), self.tr("Rooms")
        choices = [Choice(shown.ALL, self.tr("All appointments"))]
        if any(one.id == own for one in facts.colleagues):
            choices.append(Choice(shown.MINE, self.tr("My appointments")))
        choices += [
            Choice(f"{shown.BY_COLLEAGUE}:{one.id}", one.name, people) for one in facts.colleagues if one.id != own
        ]
        return choices + [Choice(f"{shown.BY_ROOM}:{room.id}", room.name, rooms) for room in facts.rooms]

    def _on_view(self) -> None:
        self.columns.setVisible(self.view() == shown.DAY)
        self.nights.setVisible(self.view() in (shown.DAY, shown.WEEK))
        self._fold()
        self.view_changed.emit()

    def _fold(self) -> None:
        """Two lines where one is too narrow."""
        needed = self._cut.sizeHint().width() + self._moves.sizeHint().width() + px(10)
        is_narrow = needed > self.width()
        direction = QBoxLayout.Direction
        self._lines.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.setFixedHeight(self._lines.sizeHint().height())


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(10))
    for widget in widgets:
        line.addWidget(widget)
    return row
