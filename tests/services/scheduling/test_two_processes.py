"""Two programs on one encrypted file book one hour at the same moment: one gets it, the other is told who has it.

The first dwells between its look at the hour and its commit while the second asks. Without the writer's lane the
second would see the hour free as well; without a look inside that lane it would take it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any
from uuid import UUID

from services.errors import AppError
from services.scheduling import Scheduling, booking
from services.scheduling.shapes import AppointmentDraft
from tests.factories import open_precinct, precinct
from tests.processes import processes
from tests.services.scheduling.dispute import NINE, SUNDAY, dispute

_PAUSE = 0.5
"""Long enough for the second to have looked, if nothing held it back."""


@dataclass(frozen=True)
class _Seat:
    """Where a program sits, and the signs by which the two know of each other."""

    path: Path
    case_id: UUID
    party_id: UUID
    has_looked: Event
    is_asking: Event
    told: Connection

    def book(self, *, is_first: bool) -> None:
        office = open_precinct(self.path)
        scheduling = Scheduling(office.uow, office.codes)
        staff, parties = (office.counsellor.staff_id,), (self.party_id,)
        draft = AppointmentDraft(self.case_id, "individual", SUNDAY, NINE, office.rooms[0], staff, parties)
        scheduling.check(office.head, draft)  # whoever books has looked before
        if is_first:
            booking.clear = self._dwelling(booking.clear)
        else:
            self.has_looked.wait(60)
            self.is_asking.set()
        try:
            self.told.send(scheduling.book(office.head, draft).value.id)
        except AppError as error:
            found = scheduling.check(office.head, draft)
            self.told.send((error.key, [clash.words for clash in found.clashes], len(found.free_slots)))
        office.close()

    def _dwelling(self, clear: Callable[..., booking.Cleared]) -> Callable[..., booking.Cleared]:
        """Look, and stay there for a while before anything is written."""

        def look(*values: Any, **named: Any) -> booking.Cleared:
            cleared = clear(*values, **named)
            self.has_looked.set()
            self.is_asking.wait(60)
            time.sleep(_PAUSE)
            return cleared

        return look


def test_one_gets_the_hour_and_the_other_is_told_why(tmp_path: Path) -> None:
    office = precinct(tmp_path)
    files = dispute(office, 1), dispute(office, 2)
    has_looked, is_asking = processes.Event(), processes.Event()
    ends = [processes.Pipe(duplex=False) for _ in files]
    started = [
        processes.Process(
            target=_Seat(office.path, file.case_id, file.parties[0], has_looked, is_asking, told).book,
            kwargs={"is_first": place == 0},
        )
        for place, (file, (_, told)) in enumerate(zip(files, ends, strict=True))
    ]
    for process in started:
        process.start()
    heard = [end.recv() if end.poll(60) else None for end, _ in ends]
    for process in started:
        process.join(60)
        assert process.exitcode == 0
    booked, refused = heard
    assert isinstance(booked, UUID)
    key, words, slots = refused
    assert key == "scheduling.clash_room"
    assert "اتاق ۱" in words[0]
    assert slots == 3
    rows = [row for file in files for row in file.scheduling.of_case(office.head, file.case_id)]
    assert [row.id for row in rows] == [booked]
    office.close()
