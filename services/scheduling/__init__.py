"""Appointments one by one and in series, the waiting list, attendance at the door, and the tries to reach people."""

from services.scheduling.door import Doors
from services.scheduling.door_shapes import Door, DoorDraft, DoorPerson
from services.scheduling.series import Series
from services.scheduling.service import Scheduling
from services.scheduling.waiting import WaitingList

__all__ = ["Door", "DoorDraft", "DoorPerson", "Doors", "Scheduling", "Series", "WaitingList"]
