"""The fields of a session: hour and place, people, record, tasks, and whether it was broken off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.cases import PartyRow
from services.codes import Code
from services.scheduling import Door
from services.scheduling.clock_words import hour_of
from services.sessions import SessionDraft, SessionRow
from services.sessions.rules import DAY
from services.unit_profile import RoomRow
from ui.sessions.attendance_line import AttendanceLine
from ui.sessions.stop_notice import StopNotice
from ui.sessions.tasks_editor import TasksEditor
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field, UnderLine
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.time_edit import TimeEdit
from ui.widgets.walking import bring_into_view


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the form is filled from; `door`: who came, as it was marked at the door."""

    types: tuple[Code, ...]
    rooms: tuple[RoomRow, ...]
    door: Door | None = None


class SessionForm(QWidget):
    """`changed`: something was typed or answered. `grown`: it needs another height, and the tab order is new."""

    changed = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.others, self.foot = FormGrid(4), FormGrid(2), FormGrid(2)
        self.tasks = TasksEditor()
        self.stop = StopNotice()
        self.record = MultilineEdit(self.tr("What may be quoted in a report"), lines=6, max_lines=16)
        self.lines: list[AttendanceLine] = []
        self._people = QVBoxLayout()
        self._people.setSpacing(px(8))
        self._under = UnderLine(0)
        self._two_rooms: frozenset[str] = frozenset()
        self._build()

    def set_facts(self, facts: SessionFacts, parties: Sequence[PartyRow]) -> None:
        """The unit's types and rooms, and one line for each of these people."""
        kinds = [Choice(kind.code, kind.label) for kind in facts.types]
        rooms = [Choice(str(room.id), room.name) for room in facts.rooms]
        self._choice("type").set_choices(kinds)
        self._choice("room_id").set_choices(rooms)
        self._choice("second_room_id").set_choices(rooms)
        self._two_rooms = frozenset(kind.code for kind in facts.types if kind.does("needs_two_rooms"))
        self.tasks.set_people(parties)
        for party in parties:
            line = AttendanceLine(party)
            line.changed.connect(self._on_people)
            self.lines.append(line)
            self._people.addWidget(line)
        self._show_rooms()
        self.order()

    def fill(
        self, *, kind: str = "", day: date | None = None, start: int | None = None, end: int | None = None,
        room_id: UUID | None = None, second_room_id: UUID | None = None,
    ) -> None:  # fmt: skip
        """Where and when, as booked."""
        values: dict[str, Any] = {
            "type": kind,
            "day": day,
            "start": None if start is None else hour_of(start),
            "end": None if end is None else hour_of(end),
            "room_id": str(room_id) if room_id is not None else "",
            "second_room_id": str(second_room_id) if second_room_id is not None else "",
        }
        self.head.set_values(values)
        self._show_rooms()

    def put_door(self, door: Door) -> None:
        """Who came, as marked at the door."""
        marked = {person.party_id: person for person in door.people if person.mark is not None}
        for line in self.lines:
            person = marked.get(line.party_id)
            if person is not None and person.mark is not None:
                line.put_mark(person.mark, person.arrived, person.left)

    def put(self, row: SessionRow) -> None:
        """A stored session."""
        self.fill(
            kind=row.type, day=row.day, start=row.start, end=row.end, room_id=row.room_id,
            second_room_id=row.second_room_id,
        )  # fmt: skip
        stored = {one.party_id: one for one in row.attendance}
        for line in self.lines:
            known = stored.get(line.party_id)
            if known is not None:
                line.put(known)
            else:
                line.clear()
        self.foot.set_values({"case_record": row.case_record, "next_on": row.next_on})
        self.others.set_values({"interpreter_name": row.interpreter_name, "others_present": row.others_present})
        self.tasks.put(row.tasks)
        self.stop.put(row.stop_reason, is_stopped=row.is_stopped)
        self.order()

    def draft(self, case_id: UUID, appointment_id: UUID | None = None) -> SessionDraft:
        """What stands here."""
        values = self.head.values() | self.others.values() | self.foot.values()
        start = _minutes(values["start"])
        end = _after(start, values["end"])
        drafts = [line.draft() for line in self.lines]
        given = [one for one in drafts if one is not None]
        if end > DAY:
            given = [replace(one, arrived=_late(start, one.arrived), left=_late(start, one.left)) for one in given]
        return SessionDraft(
            case_id=case_id,
            type=str(values["type"]),
            day=values["day"],
            start=start,
            end=end,
            attendance=tuple(given),
            room_id=UUID(values["room_id"]) if values["room_id"] else None,
            case_record=str(values["case_record"]),
            next_on=values["next_on"],
            appointment_id=appointment_id,
            tasks=self.tasks.drafts(),
            second_room_id=UUID(values["second_room_id"])
            if values["second_room_id"] and self.has_two_rooms()
            else None,
            interpreter_name=str(values["interpreter_name"]),
            others_present=str(values["others_present"]),
            is_stopped=self.stop.is_stopped(),
            stop_reason=self.stop.reason(),
        )

    def has_two_rooms(self) -> bool:
        """Whether the chosen kind keeps the two sides apart."""
        return self.head.field("type").value() in self._two_rooms

    def break_off(self, end: int | None) -> None:
        """One key: it was broken off for somebody's safety, now if it is under way (`end`, minutes)."""
        self.stop.put("", is_stopped=True)
        if end is not None:
            self.head.field("end").set_value(hour_of(end))
        self.changed.emit()
        self.grown.emit()
        QTimer.singleShot(0, self.stop, self.stop.focus_reason)

    def lacking(self) -> dict[str, str]:
        """The fields without which nothing can be stored, each with its sentence."""
        needed = ("type", "day", "start", "end")
        return {key: self.tr("Fill this in.") for key in needed if self.head.field(key).value() in ("", None)}

    def texts(self) -> dict[str, Any]:
        """Everything that stands here, for the draft."""
        found: dict[str, Any] = {key: text_of(field.edit) for key, field in self._fields().items()}
        found["people"] = {str(line.party_id): line.texts() for line in self.lines if line.marks.value()}
        found["tasks"] = self.tasks.texts()
        found["stop"] = {"is_stopped": self.stop.is_stopped(), "reason": self.stop.reason()}
        return found

    def put_texts(self, texts: dict[str, Any]) -> None:
        for key, field in self._fields().items():
            if key in texts:
                put_text(field.edit, str(texts[key]))
        people = texts.get("people", {})
        for line in self.lines:
            line.put_texts(people.get(str(line.party_id), {}))
        self.tasks.put_texts(texts.get("tasks", []))
        stop = texts.get("stop", {})
        self.stop.put(str(stop.get("reason", "")), is_stopped=bool(stop.get("is_stopped")))
        self._show_rooms()
        self.order()

    def empty(self) -> None:
        """As if nothing had been typed."""
        self.put_texts(dict.fromkeys(self._fields(), ""))

    def check(self) -> bool:
        checked = [self.head.check(), *(line.check() for line in self.lines)]
        checked += [self.others.check(), self.tasks.check(), self.foot.check()]
        return all(checked)

    def focus_people(self) -> bool:
        """The keyboard to the first person without a mark; False when there is none."""
        for line in self.lines:
            if not line.marks.value():
                line.marks.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def set_error(self, key: str, sentence: str) -> bool:
        """`attendance.1.arrived` is the second of those who have a mark."""
        name, _, rest = key.partition(".")
        if name == "tasks":
            return self.tasks.set_error(rest, sentence)
        if name == "stop_reason":
            return self.stop.set_error(sentence)
        if name != "attendance":
            return any(grid.set_error(key, sentence) for grid in (self.head, self.others, self.foot))
        if not rest:
            self._under.say(sentence, "danger")
            return True
        place, _, field = rest.partition(".")
        marked = [line for line in self.lines if line.marks.value()]
        return marked[int(place)].set_error(field, sentence) if int(place) < len(marked) else False

    def focus_first_error(self) -> None:
        self.foot.focus_first_error()
        self.others.focus_first_error()
        task = self.tasks.first_error()
        if task is not None:
            task.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(task)
        wrong = next((edit for edit in (line.first_error() for line in self.lines) if edit is not None), None)
        if wrong is None and self._under.text() and self.lines:
            wrong = self.lines[0].marks
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(wrong)
        self.head.focus_first_error()

    def _build(self) -> None:
        self.head.add("type", Field(self.tr("Kind of session"), ChoiceEdit(), required=True), 2)
        self.head.add("room_id", Field(self.tr("Room"), ChoiceEdit()), 2)
        self.head.add("day", Field(self.tr("Day"), JalaliDateEdit(), required=True), 2)
        self.head.add("start", Field(self.tr("From"), TimeEdit(5), required=True))
        self.head.add("end", Field(self.tr("To"), TimeEdit(5), required=True))
        hint = self.tr("Each side has a room or hours of its own; they never sit together.")
        self.head.add("second_room_id", Field(self.tr("The other side's room"), ChoiceEdit(), hint), 4)
        self.head.field("second_room_id").hide()
        for key in ("type", "second_room_id"):
            self.head.field(key).changed.connect(self._show_rooms)
        self.others.add("interpreter_name", Field(self.tr("Interpreter"), TextEdit1()))
        self.others.add("others_present", Field(self.tr("Who else was in the room"), TextEdit1()))
        hint = self.tr("Stays in the file and may be quoted. What is for yourself alone is not written here.")
        self.foot.add("case_record", Field(self.tr("Record"), self.record, hint, lines=2), 2)
        self.foot.add("next_on", Field(self.tr("Next meeting"), JalaliDateEdit()))
        for part in (self.head, self.others, self.tasks, self.foot, self.stop):
            part.changed.connect(self.changed)
        self.tasks.grown.connect(self.grown)
        self.stop.withdrawn.connect(self.grown)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self.stop)
        box.addWidget(self.head)
        box.addWidget(Words(self.tr("Who was there"), "strong"))
        box.addLayout(self._people)
        box.addWidget(self._under)
        box.addWidget(self.foot)
        box.addWidget(self.others)
        box.addWidget(Words(self.tr("To be done"), "strong"))
        box.addWidget(self.tasks)

    def order(self) -> QWidget:
        """The people come after the hours: they were made later. The last stop comes back."""
        stops = [self.head.field("second_room_id").edit]
        stops += [edit for line in self.lines for edit in (line.marks, line.arrived.edit, line.left.edit)]
        stops += [self.record, self.foot.field("next_on").edit]
        stops += [*(field.edit for field in self.others.fields().values()), *self.tasks.stops()]
        before: QWidget = self.head.field("end").edit
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop
        return before

    def _show_rooms(self) -> None:
        has_two = self.has_two_rooms()
        self.head.field("second_room_id").setVisible(has_two)
        asks_hours = has_two and not self.head.field("second_room_id").value()
        for line in self.lines:
            line.set_own_hours(asks_hours)

    def _fields(self) -> dict[str, Field]:
        return {**self.head.fields(), **self.others.fields(), **self.foot.fields()}

    def _on_people(self) -> None:
        self._under.say("", "quiet")
        self.changed.emit()

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.head.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit


def _after(start: int, hour: time | None) -> int:
    """The end of a session: what is not after its beginning is an hour after midnight."""
    end = _minutes(hour)
    return end + DAY if 0 <= end <= start else end


def _late(start: int, minute: int | None) -> int | None:
    """An hour of somebody in a session that crosses midnight."""
    return minute if minute is None or minute >= start else minute + DAY


def _minutes(hour: time | None) -> int:
    return -1 if hour is None else hour.hour * 60 + hour.minute
