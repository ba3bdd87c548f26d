"""The fields of one appointment, and the draft they make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.codes import Code
from services.persian.digits import to_persian
from services.scheduling.clock_words import hour_of
from services.scheduling.series_shapes import MOST_TIMES, TIMES
from services.scheduling.shapes import AppointmentDraft, BookingFacts, Participant, Slot
from ui.scheduling.words import minutes_words
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.number_edits import CountEdit
from ui.widgets.time_edit import TimeEdit

_WITHOUT_FILE = ("many_cases", "staff_only", "audience")


class BookingForm(FormGrid):
    """Values are those of an `AppointmentDraft`. What nobody chose by hand follows the type.

    What stands against the type or the time has its place right under them: `about_type`, `about_time`.
    """

    def __init__(
        self,
        about_type: Sequence[QWidget] = (),
        about_time: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(3, parent)
        self._facts: BookingFacts | None = None
        self._filling = False
        self._people: list[Choice] = []
        self._by_hand: set[str] = set()
        add = self.add
        add("type", Field(self.tr("Kind of session"), ChoiceEdit(), required=True), 2)
        add("minutes", Field(self.tr("Minutes"), CountEdit(5, 720)))
        for widget in about_type:
            self.add_widget(widget)
        add("day", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        add("start", Field(self.tr("Hour"), TimeEdit(), required=True))
        add("room_id", Field(self.tr("Room"), ChoiceEdit()))
        for widget in about_time:
            self.add_widget(widget)
        add("second_room_id", Field(self.tr("Room of the other side"), ChoiceEdit()), 3)
        place_hint = self.tr("Where the meeting is held; seen by who may open the file")
        add("place", Field(self.tr("Place"), TextEdit1(), place_hint), 3)
        add("party_ids", Field(self.tr("Who comes?"), MultiChoice()), 3)
        self.more_people = QuietButton(self.tr("Add people of another file"), "account-plus-outline")
        self.more_people.hide()
        self.add_widget(self.more_people, 2)
        add("staff_ids", Field(self.tr("Colleagues"), MultiChoice(), required=True), 3)
        add("note", Field(self.tr("Note"), TextEdit1(), self.tr("Without details; seen in lists")), 2)
        times_hint = self.tr("how many weeks, usually {count}; empty for once").format(count=to_persian(TIMES))
        add("times", Field(self.tr("Every week"), CountEdit(1, MOST_TIMES), times_hint))
        for key, field in self.fields().items():
            field.changed.connect(lambda key=key: self._on_field(key))
        self._show_second_room()

    def fill(self, facts: BookingFacts, start: AppointmentDraft) -> None:
        """The lists, and the appointment that the form begins with."""
        self._facts = facts
        self._filling = True
        rooms = [Choice(str(room.id), room.name) for room in facts.rooms]
        self._choice("type").set_choices([Choice(code.code, code.label) for code in self._types(facts)])
        for key in ("room_id", "second_room_id"):
            self._choice(key).set_choices(rooms)
        people = self._people = [Choice(str(one.party_id), one.name) for one in facts.participants]
        self._several("party_ids").set_choices(people)
        self._several("staff_ids").set_choices([Choice(str(one.id), one.name) for one in facts.colleagues])
        self.field("party_ids").setVisible(bool(people))
        self._filling = False
        self.put(start)

    def put(self, draft: AppointmentDraft) -> None:
        """Show a draft; what it leaves open follows the type."""
        self._filling = True
        self.set_values(
            {
                "type": draft.type,
                "minutes": str(draft.minutes or ""),
                "room_id": str(draft.room_id or ""),
                "second_room_id": str(draft.second_room_id or ""),
                "party_ids": [str(one) for one in draft.party_ids],
                "staff_ids": [str(one) for one in draft.staff_ids],
                "note": draft.note,
                "place": draft.place,
            }
        )
        if draft.day != date.min:
            self.field("day").set_value(draft.day)
        if draft.start >= 0:
            self.field("start").set_value(hour_of(draft.start))
        self._by_hand = {"party_ids"} if draft.party_ids else set()
        self._filling = False
        self._follow_type()

    def take_slot(self, slot: Slot) -> None:
        """A free time as offered."""
        self.set_values({"day": slot.day, "start": hour_of(slot.start)})
        if slot.room_id is not None:
            self.field("room_id").set_value(str(slot.room_id))
        if slot.second_room_id is not None:
            self.field("second_room_id").set_value(str(slot.second_room_id))

    def has_time(self) -> bool:
        """Whether day and hour can be read: before that nothing can clash."""
        return self.field("day").value() is not None and self.field("start").value() is not None

    def type_code(self) -> Code | None:
        code = self.field("type").value()
        return next((one for one in self._facts.types if one.code == code), None) if self._facts else None

    def draft(self, begin: AppointmentDraft, today: date) -> AppointmentDraft:
        """What the fields say, over the appointment that the form began with. A missing day is today, a missing hour
        the beginning of the day: enough to look for free times."""
        values = self.values()
        start = values["start"]
        return replace(
            begin,
            case_id=None if self.is_group() and begin.id is None else begin.case_id,
            type=values["type"],
            day=values["day"] or today,
            start=start.hour * 60 + start.minute if start is not None else 0,
            minutes=int(values["minutes"]) if values["minutes"].isdecimal() else 0,
            room_id=None if self._is_outside() else _id(values["room_id"]),
            second_room_id=_id(values["second_room_id"]),
            party_ids=_ids(values["party_ids"]),
            staff_ids=_ids(values["staff_ids"]),
            note=values["note"],
            place=values["place"] if self._is_outside() else "",
        )

    def times(self) -> int:
        """How many weeks in a row; 1 for a single appointment."""
        typed = self.field("times").value()
        return int(typed) if isinstance(typed, str) and typed.isdecimal() and int(typed) > 1 else 1

    def no_series(self) -> None:
        """An appointment that is moved does not multiply."""
        self.field("times").hide()

    def add_people(self, case_no: str, participants: Sequence[Participant]) -> None:
        """Further people to choose from, of another file; those chosen stay chosen."""
        edit = self._several("party_ids")
        chosen = edit.value()
        known = {choice.code for choice in self._people}
        self._people += [
            Choice(str(one.party_id), f"{one.name} · {case_no}")
            for one in participants
            if str(one.party_id) not in known
        ]
        edit.set_choices(self._people)
        edit.set_value(chosen)
        self._by_hand.add("party_ids")
        self.field("party_ids").show()

    def is_group(self) -> bool:
        """People of several files meet: the appointment belongs to none of them."""
        code = self.type_code()
        return code is not None and code.does("who") == "many_cases"

    def _is_outside(self) -> bool:
        code = self.type_code()
        return code is not None and bool(code.does("is_outside"))

    def _types(self, facts: BookingFacts) -> list[Code]:
        if facts.case_id is not None:
            return list(facts.types)
        return [code for code in facts.types if code.does("who") in _WITHOUT_FILE]

    def _on_field(self, key: str) -> None:
        if self._filling:
            return
        self._by_hand.add(key)
        if key == "type":
            self._follow_type()

    def _follow_type(self) -> None:
        """Length, second room and participants as the type has them, unless somebody chose otherwise."""
        code = self.type_code()
        self._show_second_room()
        if code is None or self._facts is None:
            return
        usual = int(code.does("default_minutes") or 0)
        minutes = self.field("minutes")
        edit = minutes.edit
        assert isinstance(edit, CountEdit)
        edit.setPlaceholderText(minutes_words(usual) if usual else "")
        self._filling = True
        if "party_ids" not in self._by_hand and code.does("who") == "both_sides":
            self.field("party_ids").set_value([str(one.party_id) for one in self._facts.participants])
        elif "party_ids" not in self._by_hand and len(self._facts.participants) == 1:
            self.field("party_ids").set_value([str(self._facts.participants[0].party_id)])
        elif "party_ids" not in self._by_hand:
            self.field("party_ids").set_value([])
        self._filling = False

    def _show_second_room(self) -> None:
        code = self.type_code()
        needs = code is not None and bool(code.does("needs_two_rooms"))
        self.field("second_room_id").setVisible(needs)
        self.field("place").setVisible(self._is_outside())
        self.field("room_id").setVisible(not self._is_outside())
        self.more_people.setVisible(self.is_group())
        label = self.tr("Room of one side") if needs else self.tr("Room")
        self.field("room_id").set_label(label)

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit

    def _several(self, key: str) -> MultiChoice:
        edit = self.field(key).edit
        assert isinstance(edit, MultiChoice)
        return edit


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None


def _ids(texts: Iterable[str]) -> tuple[UUID, ...]:
    return tuple(UUID(text) for text in texts)
