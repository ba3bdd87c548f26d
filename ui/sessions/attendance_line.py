"""One person of the meeting: a key for the mark, and the hours of who came late or left early."""

from datetime import time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from services.cases import PartyRow
from services.scheduling.clock_words import hour_of
from services.sessions import AttendanceDraft, AttendanceMark, AttendanceRow
from ui.sessions.marks import mark_choices
from ui.theme.theme import px
from ui.widgets.field import Field, UnderLine
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import OneLine
from ui.widgets.segments import Segments
from ui.widgets.time_edit import TimeEdit

_NAME_WIDTH = 150


class AttendanceLine(QWidget):
    """Without a mark the person was not asked to come, and is not stored. Where the sides have one room and hours
    of their own (`set_own_hours`), everybody who came is asked for them.
    """

    changed = Signal()

    def __init__(self, party: PartyRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.party_id: UUID = party.id
        name = party.name or party.role_label
        self.marks = Segments(mark_choices(), walks_on=True)
        self.marks.setAccessibleName(self.tr("Attendance: {name}").format(name=name))
        self.arrived = Field(self.tr("Came at"), TimeEdit(5))
        self.left = Field(self.tr("Left at"), TimeEdit(5))
        self._under = UnderLine(0)
        self._hours = QWidget()
        self._own_hours = False
        self._lay_out(name, party.role_label if party.name else "")
        self.marks.changed.connect(self._on_mark)
        for field in (self.arrived, self.left):
            field.changed.connect(self.changed)
        self._on_mark()

    def set_own_hours(self, own_hours: bool) -> None:
        """Whether the two sides do not sit together."""
        if own_hours != self._own_hours:
            self._own_hours = own_hours
            self._show_hours()

    def draft(self) -> AttendanceDraft | None:
        """None for a person without a mark."""
        if not self.marks.value():
            return None
        mark = AttendanceMark(self.marks.value())
        return AttendanceDraft(self.party_id, mark, _minutes(self.arrived.value()), _minutes(self.left.value()))

    def put(self, row: AttendanceRow) -> None:
        """What is stored of this person."""
        self.marks.set_value(row.mark.value)
        self.arrived.set_value(None if row.arrived is None else hour_of(row.arrived))
        self.left.set_value(None if row.left is None else hour_of(row.left))

    def put_mark(self, mark: AttendanceMark, arrived: int | None, left: int | None) -> None:
        """What was seen of this person at the door."""
        self.marks.set_value(mark.value)
        self.arrived.set_value(None if arrived is None else hour_of(arrived))
        self.left.set_value(None if left is None else hour_of(left))

    def clear(self) -> None:
        self.marks.set_value("")
        self.arrived.set_value(None)
        self.left.set_value(None)

    def texts(self) -> dict[str, str]:
        """What stands here, for the draft."""
        return {"mark": self.marks.value(), "arrived": text_of(self.arrived.edit), "left": text_of(self.left.edit)}

    def put_texts(self, texts: dict[str, Any]) -> None:
        self.marks.set_value(str(texts.get("mark", "")))
        put_text(self.arrived.edit, str(texts.get("arrived", "")))
        put_text(self.left.edit, str(texts.get("left", "")))

    def check(self) -> bool:
        """Whether the hours can be read."""
        return all(field.check() for field in (self.arrived, self.left) if field.isVisibleTo(self))

    def set_error(self, key: str, sentence: str) -> bool:
        field = {"arrived": self.arrived, "left": self.left}.get(key)
        if field is None or not field.isVisibleTo(self):
            self._under.say(sentence, "danger")
            return True
        field.set_error(sentence)
        return True

    def first_error(self) -> QWidget | None:
        for field in (self.arrived, self.left):
            if field.error() and field.isVisibleTo(self):
                return field.edit
        return self.marks if self._under.text() else None

    def _lay_out(self, name: str, role: str) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        label: QLabel = OneLine(name, "strong")
        label.setFixedWidth(px(_NAME_WIDTH))
        label.setBuddy(self.marks)
        names.addWidget(label)
        if role:
            names.addWidget(OneLine(role, "hint"))
        hours = QHBoxLayout(self._hours)
        hours.setContentsMargins(
            0, 0, px(_NAME_WIDTH + 10), 0
        )  # margins are not mirrored: the names stand at the right
        hours.setSpacing(px(12))
        hours.addWidget(self.arrived)
        hours.addWidget(self.left)
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addLayout(names)
        line.addWidget(self.marks, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        box.addLayout(line)
        box.addWidget(self._under)
        box.addWidget(self._hours)

    def _on_mark(self) -> None:
        self._show_hours()
        self._under.say("", "quiet")
        self.changed.emit()

    def _show_hours(self) -> None:
        mark = self.marks.value()
        asks = self._own_hours or self.arrived.value() is not None or self.left.value() is not None
        own = asks and mark == AttendanceMark.ATTENDED
        is_timed = mark in (AttendanceMark.LATE, AttendanceMark.LEFT_EARLY)
        self.arrived.setVisible(own or mark == AttendanceMark.LATE or (asks and is_timed))
        self.left.setVisible(own or is_timed)
        self._hours.setVisible(own or is_timed)


def _minutes(hour: time | None) -> int | None:
    return None if hour is None else hour.hour * 60 + hour.minute
