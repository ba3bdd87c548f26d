"""Different doors for those who must not meet, where the house has them (R-29)."""

from collections.abc import Iterable
from uuid import UUID

from models.unit import Room
from services.catalogue import say
from services.scheduling import rules
from services.scheduling.shapes import AppointmentDraft, Clash
from services.unit_of_work import Tx
from services.unit_profile.service import room_rows


def keeps_doors_apart(doors: Iterable[str]) -> bool:
    """Whether the unit's rooms have more than one door: with a single one nothing can be asked."""
    return len(set(doors)) > 1


def door_clashes(
    tx: Tx, draft: AppointmentDraft, kept_apart: frozenset[UUID], taken: Iterable[rules.Taken], *, is_watched: bool
) -> list[Clash]:
    """A door by which the other side comes too, on the same day or to the same talk.

    `is_watched`: a flag stands over the people of the draft itself.
    """
    doors = {room.id: room.door for room in room_rows(tx, with_inactive=True) if room.door}
    if not keeps_doors_apart(doors.values()):
        return []
    own = {room: doors[room] for room in draft.rooms() if room in doors}
    if is_watched and len(own) == 2 and len(set(own.values())) == 1:
        return [_clash(tx, "second_room_id", draft.second_room_id)]
    for one in taken:
        if one.day != draft.day or one.appointment_id == draft.id or not kept_apart & one.persons:
            continue
        for room, door in own.items():
            if any(doors.get(other) == door for other in one.rooms):
                return [_clash(tx, "room_id" if room == draft.room_id else "second_room_id", room)]
    return []


def _clash(tx: Tx, field: str, room_id: UUID | None) -> Clash:
    name = tx.get(Room, room_id).name if room_id is not None else ""
    return Clash("door", field, name, 0, 0, say("scheduling.clash_door", who=name))
