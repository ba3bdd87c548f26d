"""The fields of a session: hour and place, people, record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.cases import PartyRow
from services.codes import Code
from services.sessions import SessionDraft, SessionRow
from services.unit_profile import RoomRow
from ui.scheduling.words import hour_of
from ui.sessions.attendance_line import AttendanceLine
from ui.theme.theme import px
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field, UnderLine
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.time_edit import TimeEdit
from ui.widgets.walking import bring_into_view


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the form is filled from."""

    types: tuple[Code, ...]
    rooms: tuple[RoomRow, ...]


class SessionForm(QWidget):
    """`changed`: something was typed or answered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.foot = FormGrid(4), FormGrid(2)
        self.record = MultilineEdit(self.tr("What may be quoted in a report"), lines=6, max_lines=16)
        self.lines: list[AttendanceLine] = []
        self._people = QVBoxLayout()
        self._people.setSpacing(px(8))
        self._under = UnderLine(0)
        self._build()

    def set_facts(self, facts: SessionFacts, parties: Sequence[PartyRow]) -> None:
        """The unit's types and rooms, and one line for each of these people."""
        kinds = [Choice(kind.code, kind.label) for kind in facts.types]
        rooms = [Choice(str(room.id), room.name) for room in facts.rooms]
        self._choice("type").set_choices(kinds)
        self._choice("room_id").set_choices(rooms)
        for party in parties:
            line = AttendanceLine(party)
            line.changed.connect(self._on_people)
            self.lines.append(line)
            self._people.addWidget(line)
        self._order()

    def fill(
        self, *, kind: str = "", day: date | None = None, start: int | None = None, end: int | None = None,
        room_id: UUID | None = None,
    ) -> None:  # fmt: skip
        """Where and when, as booked."""
        values: dict[str, Any] = {
            "type": kind,
            "day": day,
            "start": None if start is None else hour_of(start),
            "end": None if end is None else hour_of(end),
            "room_id": str(room_id) if room_id is not None else "",
        }
        self.head.set_values(values)

    def put(self, row: SessionRow) -> None:
        """A stored session."""
        self.fill(kind=row.type, day=row.day, start=row.start, end=row.end, room_id=row.room_id)
        stored = {one.party_id: one for one in row.attendance}
        for line in self.lines:
            known = stored.get(line.party_id)
            if known is not None:
                line.put(known)
            else:
                line.clear()
        self.foot.set_values({"case_record": row.case_record, "next_on": row.next_on})

    def draft(self, case_id: UUID, appointment_id: UUID | None = None) -> SessionDraft:
        """What stands here."""
        values = self.head.values() | self.foot.values()
        given = [draft for draft in (line.draft() for line in self.lines) if draft is not None]
        return SessionDraft(
            case_id=case_id,
            type=str(values["type"]),
            day=values["day"],
            start=_minutes(values["start"]),
            end=_minutes(values["end"]),
            attendance=tuple(given),
            room_id=UUID(values["room_id"]) if values["room_id"] else None,
            case_record=str(values["case_record"]),
            next_on=values["next_on"],
            appointment_id=appointment_id,
        )

    def lacking(self) -> dict[str, str]:
        """The fields without which nothing can be stored, each with its sentence."""
        needed = ("type", "day", "start", "end")
        return {key: self.tr("Fill this in.") for key in needed if self.head.field(key).value() in ("", None)}

    def texts(self) -> dict[str, Any]:
        """Everything that stands here, for the draft."""
        fields = {**self.head.fields(), **self.foot.fields()}
        found: dict[str, Any] = {key: text_of(field.edit) for key, field in fields.items()}
        found["people"] = {str(line.party_id): line.texts() for line in self.lines if line.marks.value()}
        return found

    def put_texts(self, texts: dict[str, Any]) -> None:
        for key, field in {**self.head.fields(), **self.foot.fields()}.items():
            if key in texts:
                put_text(field.edit, str(texts[key]))
        people = texts.get("people", {})
        for line in self.lines:
            line.put_texts(people.get(str(line.party_id), {}))

    def check(self) -> bool:
        checked = [self.head.check(), *(line.check() for line in self.lines), self.foot.check()]
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
        if name != "attendance":
            return self.head.set_error(key, sentence) or self.foot.set_error(key, sentence)
        if not rest:
            self._under.say(sentence, "danger")
            return True
        place, _, field = rest.partition(".")
        marked = [line for line in self.lines if line.marks.value()]
        return marked[int(place)].set_error(field, sentence) if int(place) < len(marked) else False

    def focus_first_error(self) -> None:
        self.foot.focus_first_error()
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
        hint = self.tr("Stays in the file and may be quoted. What is for yourself alone is not written here.")
        self.foot.add("case_record", Field(self.tr("Record"), self.record, hint, lines=2), 2)
        self.foot.add("next_on", Field(self.tr("Next meeting"), JalaliDateEdit()))
        for grid in (self.head, self.foot):
            grid.changed.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self.head)
        box.addWidget(Words(self.tr("Who was there"), "strong"))
        box.addLayout(self._people)
        box.addWidget(self._under)
        box.addWidget(self.foot)

    def _order(self) -> None:
        """The people come after the hours: they were made later."""
        before: QWidget = self.head.field("end").edit
        stops = [edit for line in self.lines for edit in (line.marks, line.arrived.edit, line.left.edit)]
        for stop in (*stops, self.record, self.foot.field("next_on").edit):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _on_people(self) -> None:
        self._under.say("", "quiet")
        self.changed.emit()

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.head.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit


def _minutes(hour: time | None) -> int:
    return -1 if hour is None else hour.hour * 60 + hour.minute
