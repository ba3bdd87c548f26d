"""The line above the calendar: which view, whose appointments, and the way to other days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.scheduling.shapes import BookingFacts
from ui.runtime.shortcuts import with_keys
from ui.scheduling import shown
from ui.scheduling.jump_button import JumpButton
from ui.theme.theme import px
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.segments import Segments


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
        self.views = Segments(
            (
                Choice(shown.WEEK, self.tr("Week")),
                Choice(shown.DAY, self.tr("Day")),
                Choice(shown.LIST, self.tr("List")),
            )
        )
        self.views.setAccessibleName(self.tr("View"))
        by = (Choice(shown.BY_ROOM, self.tr("Rooms")), Choice(shown.BY_COLLEAGUE, self.tr("Colleagues")))
        self.columns = Segments(by)
        self.columns.setAccessibleName(self.tr("Columns"))
        self.whose = ChoiceEdit()
        self.whose.setAccessibleName(self.tr("Whose appointments?"))
        self.whose.setFixedWidth(px(210))
        before = IconButton("chevron-right", with_keys(self.tr("Before"), "PgUp"), framed=True)
        after = IconButton("chevron-left", with_keys(self.tr("After"), "PgDown"), framed=True)
        today = QuietButton(self.tr("Today"))
        self.jump = JumpButton(self.tr("Another day"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        for widget in (self.views, self.columns, self.whose):
            line.addWidget(widget)
        line.addStretch(1)
        for button in (before, today, after, self.jump):
            line.addWidget(button)
        self.columns.set_value(shown.BY_ROOM)
        self.columns.hide()
        self.views.changed.connect(self._on_view)
        self.columns.changed.connect(self.cut_changed)
        self.whose.changed.connect(self.cut_changed)
        before.clicked.connect(lambda: self.turned.emit(-1))
        after.clicked.connect(lambda: self.turned.emit(1))
        today.clicked.connect(lambda: self.day_wanted.emit(None))
        self.jump.picked.connect(self.day_wanted)

    def view(self) -> str:
        return self.views.value() or shown.WEEK

    def by(self) -> str:
        return self.columns.value() or shown.BY_ROOM

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
        self.view_changed.emit()
