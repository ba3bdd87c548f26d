"""The card «first interviews»: an hour for each side alone, proposed from what is free (P-1, R-19)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from services.intake import FirstInterviewDraft
from services.scheduling.shapes import Slot
from services.unit_profile import RoomRow
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.emptying import take_out
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.time_edit import TimeEdit

_TWO_COLUMNS_FROM = 620


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who gets a first interview: the block's number and the name on the form."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A time that one side has taken; minutes after midnight."""

    day: date
    start: int
    end: int

    def is_near(self, other: "_Stretch", apart: int) -> bool:
        return self.day == other.day and self.start < other.end + apart and other.start < self.end + apart


class InterviewRow(QWidget):
    """Day, hour and room of one person. `touched`: chosen by hand, so no proposal replaces it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.touched = False
        self.form = FormGrid(3)
        self.form.add("day", Field(self.tr("Day"), JalaliDateEdit()))
        self.form.add("start", Field(self.tr("Hour"), TimeEdit()))
        self.form.add("room_id", Field(self.tr("Room"), ChoiceEdit()))
        self.form.set_stretches(5, 3, 5)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        self.form.changed.connect(self._on_changed)

    def set_guest(self, name: str) -> None:
        """The name stands in place of the label of the day."""
        self.setAccessibleName(name)
        for key, words in (("day", self.tr("Day")), ("start", self.tr("Hour")), ("room_id", self.tr("Room"))):
            field = self.form.field(key)
            field.set_label(name if key == "day" else words)
            field.edit.setAccessibleName(f"{words}\u060c {name}")

    def set_rooms(self, rooms: Sequence[RoomRow]) -> None:
        edit = self.form.field("room_id").edit
        assert isinstance(edit, ChoiceEdit)
        self._quietly(lambda: edit.set_choices([Choice(str(room.id), room.name) for room in rooms]))

    def put(self, slot: Slot | None) -> None:
        """A proposal; None empties the row."""
        start = time(slot.start // 60, slot.start % 60) if slot else None
        values = {"day": slot.day if slot else None, "start": start, "room_id": str(slot.room_id) if slot else ""}
        self._quietly(lambda: self.form.set_values(values))
        self.touched = False

    def stretch(self, minutes: int) -> _Stretch | None:
        """What is taken by this row; None while day or hour is missing."""
        day, start = self.form.field("day").value(), self.form.field("start").value()
        if day is None or start is None:
            return None
        begin = start.hour * 60 + start.minute
        return _Stretch(day, begin, begin + minutes)

    def draft(self, party: int) -> FirstInterviewDraft | None:
        taken = self.stretch(0)
        if taken is None:
            return None
        room = str(self.form.field("room_id").value())
        return FirstInterviewDraft(party, taken.day, taken.start, room_id=UUID(room) if room else None)

    def texts(self) -> dict[str, str]:
        return {key: text_of(field.edit) for key, field in self.form.fields().items()} if self.touched else {}

    def put_texts(self, texts: dict[str, str]) -> None:
        for key, text in texts.items():
            put_text(self.form.field(key).edit, text)
        self.touched = bool(texts)

    def check(self) -> bool:
        """Either both day and hour, or neither: then nothing is booked."""
        if not self.form.check():
            return False
        for key, other in (("day", "start"), ("start", "day")):
            field = self.form.field(key)
            if field.value() is None and self.form.field(other).value() is not None:
                field.set_error(self.tr("Needed, or empty both."))
                return False
        return True

    def _on_changed(self) -> None:
        if not self.signalsBlocked():
            self.touched = True
            self.changed.emit()

    def _quietly(self, act: Callable[[], object]) -> None:
        self.blockSignals(True)
        act()
        self.blockSignals(False)


class InterviewsCard(Card):
    """One row a side. `changed`: edited by hand."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Intake", "First interviews"),
            QCoreApplication.translate("Intake", "apart from each other"),
        )
        self._rows: dict[int, InterviewRow] = {}
        self._rooms: tuple[RoomRow, ...] = ()
        self._slots: tuple[Slot, ...] = ()
        self._guests: tuple[Guest, ...] = ()
        self._minutes, self._apart = 45, 0
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(24))
        self._note = Words("", "hint", wrap=True)
        self.add(self._grid)
        self.add(self._note)

    def set_rooms(self, rooms: Sequence[RoomRow], minutes: int, apart: int) -> None:
        self._rooms, self._minutes, self._apart = tuple(rooms), minutes, apart
        for row in self._rows.values():
            row.set_rooms(rooms)

    def set_guests(self, guests: Sequence[Guest]) -> None:
        """Who gets an hour; rows of those who stay keep what stands in them."""
        self._guests = tuple(guests)
        for number in [number for number in self._rows if number not in {guest.number for guest in guests}]:
            row = self._rows.pop(number)
            row.hide()
            row.deleteLater()
        for guest in guests:
            if guest.number not in self._rows:
                self._rows[guest.number] = self._new_row()
            self._rows[guest.number].set_guest(guest.name)
        self._rows = {guest.number: self._rows[guest.number] for guest in guests}
        self._arrange()
        self._spread()

    def guests(self) -> list[Guest]:
        return list(self._guests)

    def set_slots(self, slots: Sequence[Slot]) -> None:
        """The free times of the responsible colleague, earliest first."""
        self._slots = tuple(slots)
        self._spread()

    def set_note(self, sentence: str) -> None:
        """The quiet line about the other side's invitation (P-1)."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def clear(self) -> None:
        for row in self._rows.values():
            row.put(None)
        self._spread()

    def drafts(self, places: dict[int, int]) -> tuple[tuple[FirstInterviewDraft, InterviewRow], ...]:
        """The hours of those who are on the form; `places`: the party's place in the file by block number."""
        found = []
        for number, row in self._rows.items():
            draft = row.draft(places[number]) if number in places else None
            if draft is not None:
                found.append((draft, row))
        return tuple(found)

    def wanted_slots(self) -> int:
        """How many free times must be known so that every row can get one apart from the others."""
        step = -(-(self._minutes + self._apart) // max(1, self._minutes))
        return (len(self._rows) + 1) * (step + 1)

    def texts(self) -> list[dict[str, str]]:
        return [row.texts() for row in self._rows.values()]

    def put_texts(self, rows: Sequence[dict[str, str]]) -> None:
        for row, texts in zip(self._rows.values(), rows, strict=False):
            row.put_texts(texts)

    def check(self) -> bool:
        return [row.check() for row in self._rows.values()].count(False) == 0

    def rows(self) -> tuple[InterviewRow, ...]:
        return tuple(self._rows.values())

    def stops(self) -> list[QWidget]:
        return [field.edit for row in self._rows.values() for field in row.form.fields().values()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns != self._fitting_columns():
            self._arrange()

    def _fitting_columns(self) -> int:
        return 2 if self.width() >= px(_TWO_COLUMNS_FROM) else 1

    def _arrange(self) -> None:
        """Beside each other where there is room, else one under the other."""
        take_out(self._grid)
        self._columns = self._fitting_columns()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for place, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, place // self._columns, place % self._columns)

    def _new_row(self) -> InterviewRow:
        row = InterviewRow()
        row.set_rooms(self._rooms)
        row.changed.connect(self.changed)
        return row

    def _spread(self) -> None:
        """Give every row that nobody touched the first free time that is apart from all others."""
        taken = [stretch for row in self._rows.values() if row.touched and (stretch := row.stretch(self._minutes))]
        for row in self._rows.values():
            if row.touched:
                continue
            slot = next((slot for slot in self._slots if not self._is_near(slot, taken)), None)
            row.put(slot)
            if slot is not None:
                taken.append(_Stretch(slot.day, slot.start, slot.start + slot.minutes))

    def _is_near(self, slot: Slot, taken: Sequence[_Stretch]) -> bool:
        wanted = _Stretch(slot.day, slot.start, slot.start + slot.minutes)
        return any(wanted.is_near(one, self._apart) for one in taken)
