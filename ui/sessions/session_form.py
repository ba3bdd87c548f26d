"""The fields of one session: its hours, who came, the case record, the next date."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, cast
from uuid import UUID

from services.codes.service import Code
from services.scheduling.shapes import BookingFacts, Participant
from services.sessions import AttendanceMark
from services.sessions.shapes import AttendanceDraft, SessionDraft
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.segments import Segments
from ui.widgets.time_edit import TimeEdit

LATE, LEFT_EARLY = "late", "left_early"


class SessionForm(FormGrid):
    """`lay_people` adds a row of answers for each party once they are known: one key a person."""

    def __init__(self) -> None:
        super().__init__(4)
        self._people: tuple[Participant, ...] = ()
        self.add("type", Field(self.tr("Kind of session"), ChoiceEdit(), required=True), 2)
        self.add("room_id", Field(self.tr("Room"), ChoiceEdit()), 2)
        self.add("day", Field(self.tr("Day"), JalaliDateEdit(), required=True), 2)
        self.add("start", Field(self.tr("From"), TimeEdit(), required=True))
        self.add("end", Field(self.tr("Until"), TimeEdit(), required=True))

    def lay_people(self, facts: BookingFacts, people: Sequence[Participant], marks: Sequence[Code]) -> None:
        """The lists, a row for each person, and the fields below them."""
        choose = cast("ChoiceEdit", self.field("type").edit)
        choose.set_choices([Choice(code.code, code.label) for code in facts.types])
        rooms = cast("ChoiceEdit", self.field("room_id").edit)
        rooms.set_choices([Choice(str(room.id), room.name) for room in facts.rooms])
        self._people = tuple(people)
        for person in self._people:
            self._add_person(person, marks)
        record = Field(
            self.tr("Case record"), MultilineEdit(lines=5, max_lines=14), self.tr("May be quoted in reports.")
        )
        self.add("case_record", record, 4)
        self.add("next_on", Field(self.tr("Next date"), JalaliDateEdit()), 2)

    def _add_person(self, person: Participant, marks: Sequence[Code]) -> None:
        label = f"{person.name} · {person.role_label}" if person.role_label else person.name
        answers = Segments([Choice(mark.code, mark.label) for mark in marks], walks_on=True)
        field = self.add(_key("mark", person.party_id), Field(label, answers), 4)
        arrived = self.add(_key("arrived", person.party_id), Field(self.tr("Came at"), TimeEdit()), 2)
        left = self.add(_key("left", person.party_id), Field(self.tr("Left at"), TimeEdit()), 2)

        def show() -> None:
            arrived.setHidden(field.value() != LATE)
            left.setHidden(field.value() != LEFT_EARLY)

        field.changed.connect(show)
        show()

    def put(self, draft: SessionDraft) -> None:
        """Show what is known; a date or hour that is not known stays empty."""
        values: dict[str, object] = {
            "type": draft.type,
            "room_id": str(draft.room_id) if draft.room_id else "",
            "day": draft.day,
            "start": _clock(draft.start),
            "end": _clock(draft.end),
            "case_record": draft.case_record,
            "next_on": draft.next_on,
        }
        for one in draft.attendance:
            values[_key("mark", one.party_id)] = one.mark.value
            values[_key("arrived", one.party_id)] = _clock(one.arrived)
            values[_key("left", one.party_id)] = _clock(one.left)
        self.set_values({key: value for key, value in values.items() if key in self.fields()})

    def draft(self, begin: SessionDraft) -> SessionDraft:
        """What stands in the form; call it after `check` and `lacks`."""
        values = self.values()
        marked = [one.party_id for one in self._people if values[_key("mark", one.party_id)]]
        attendance = tuple(self._attendance(values, party_id) for party_id in marked)
        return SessionDraft(
            begin.case_id,
            values["type"],
            values["day"],
            _minute(values["start"]) or 0,
            _minute(values["end"]) or 0,
            attendance,
            appointment_id=begin.appointment_id,
            room_id=UUID(values["room_id"]) if values["room_id"] else None,
            case_record=values["case_record"],
            next_on=values["next_on"],
            id=begin.id,
            version=begin.version,
        )

    @staticmethod
    def _attendance(values: Mapping[str, Any], party_id: UUID) -> AttendanceDraft:
        mark = AttendanceMark(values[_key("mark", party_id)])
        arrived, left = (_minute(values[_key(what, party_id)]) for what in ("arrived", "left"))
        return AttendanceDraft(
            party_id, mark, arrived if mark == LATE else None, left if mark == LEFT_EARLY else None
        )

    def lacks(self) -> tuple[str, ...]:
        """The needed fields that are empty."""
        return tuple(key for key in ("type", "day", "start", "end") if self.field(key).value() in ("", None))

    def key_of_error(self, field: str, attendance: Sequence[AttendanceDraft]) -> str:
        """Our field for a service's path: "attendance.1.arrived" is the second marked person's hour."""
        head, _, rest = field.partition(".")
        if head != "attendance":
            return field
        place, _, what = rest.partition(".")
        if place.isdigit() and int(place) < len(attendance):
            return _key(what if what in ("arrived", "left") else "mark", attendance[int(place)].party_id)
        return _key("mark", self._people[0].party_id) if self._people else "type"


def _key(what: str, party_id: UUID) -> str:
    return f"{what}:{party_id.hex}"


def _clock(minute: int | None) -> time | None:
    return None if minute is None or minute < 0 else time(minute // 60 % 24, minute % 60)


def _minute(value: time | None) -> int | None:
    return None if value is None else value.hour * 60 + value.minute
