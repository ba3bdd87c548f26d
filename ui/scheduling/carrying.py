"""An appointment in the hand: where it would stand, and what stands against that. No painting, no service."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from services.scheduling.rules import LONGEST, SHORTEST
from services.scheduling.rules import STEP as QUARTER
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, Slot
from ui.scheduling.week_layout import DAY, Column

BY_ROOM, BY_COLLEAGUE = "room", "staff"
"""The first part of the key of a column that is a room or a colleague."""

Verdict = Literal["asked", "free", "against"]


@dataclass(frozen=True, slots=True)
class Carry:
    """`column`, `start` and `minutes` say where it would be put down. `source` is the column it was taken from.

    `words` belong to the verdict: why it cannot stand there, or what makes the place unusual. `offers` are free times
    instead; one that was taken brings its `rooms` along.
    """

    row: AppointmentRow
    source: Column
    column: int
    start: int
    minutes: int
    verdict: Verdict = "asked"
    words: str = ""
    rooms: tuple[UUID | None, UUID | None] | None = None
    offers: tuple[Slot, ...] = ()

    def to(self, column: int, start: int) -> "Carry":
        """Somewhere else; it begins inside the day."""
        return self._aimed(column, max(0, min(start, DAY - QUARTER)), self.minutes)

    def lasting(self, minutes: int) -> "Carry":
        """Longer or shorter: whole quarters, over midnight too."""
        return self._aimed(self.column, self.start, max(QUARTER, min(minutes, LONGEST)))

    def at(self, column: int, slot: Slot) -> "Carry":
        """In a free time that was offered, in the room that is free then."""
        rooms = (slot.room_id, slot.second_room_id)
        return Carry(self.row, self.source, column, slot.start, self.minutes, rooms=rooms, offers=self.offers)

    def judged(self, verdict: Verdict, words: str, offers: tuple[Slot, ...] = ()) -> "Carry":
        return replace(self, verdict=verdict, words=words, offers=offers)

    def is_at(self, other: "Carry") -> bool:
        """Whether both would stand in the same place."""
        return (self.row.id, self.column, self.start, self.minutes, self.rooms) == (
            other.row.id,
            other.column,
            other.start,
            other.minutes,
            other.rooms,
        )

    def draft(self, target: Column) -> AppointmentDraft | None:
        """What would be booked in that column; None where the column takes nothing."""
        draft = replace(self.row.draft(), day=target.day, start=self.start, minutes=self.minutes)
        if self.rooms is not None:
            draft = replace(draft, room_id=self.rooms[0], second_room_id=self.rooms[1])
        kind, _, wanted = target.key.partition(":")
        _, _, before = self.source.key.partition(":")
        if wanted == before or (kind == BY_ROOM and self.rooms is not None):
            return draft
        if kind == BY_ROOM:
            return _in_room(draft, UUID(before) if before else None, UUID(wanted) if wanted else None)
        if kind == BY_COLLEAGUE and wanted:
            return _with_colleague(draft, UUID(before) if before else None, UUID(wanted))
        return None

    def has_moved(self, target: Column) -> bool:
        """Whether putting it down would change anything."""
        return self.draft(target) != self.row.draft()

    def _aimed(self, column: int, start: int, minutes: int) -> "Carry":
        there = Carry(self.row, self.source, column, start, minutes, offers=self.offers)
        return self if replace(self, rooms=None).is_at(there) else there


def taken_up(row: AppointmentRow, source: Column, column: int) -> Carry:
    """The appointment as it stands, before it is moved."""
    return Carry(row, source, column, row.start, max(SHORTEST, row.minutes), "free")


def column_of(slot: Slot, columns: Sequence[Column], held: int) -> int | None:
    """Where a free time lies: on its day, among rooms in its own; None out of sight."""
    there = [number for number, column in enumerate(columns) if column.day == slot.day]
    own = [number for number in there if columns[number].key == f"{BY_ROOM}:{slot.room_id}"]
    if own or held in there:
        return own[0] if own else held
    return there[0] if there else None


def on_quarter(minute: float) -> int:
    """The quarter of an hour nearest to a minute."""
    return round(minute / QUARTER) * QUARTER


def _in_room(draft: AppointmentDraft, before: UUID | None, wanted: UUID | None) -> AppointmentDraft:
    """The second room moves where that is the one the appointment was taken from."""
    if before is not None and draft.second_room_id == before:
        return replace(draft, second_room_id=wanted)
    return replace(draft, room_id=wanted)


def _with_colleague(draft: AppointmentDraft, before: UUID | None, wanted: UUID) -> AppointmentDraft:
    staff = tuple(wanted if one == before else one for one in draft.staff_ids)
    return replace(draft, staff_ids=tuple(dict.fromkeys(staff if wanted in staff else (*staff, wanted))))
