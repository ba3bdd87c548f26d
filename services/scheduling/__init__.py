"""Appointments, the rules of time, attendance at the door, and the tries to reach people."""

from services.scheduling.door import Doors
from services.scheduling.door_shapes import Door, DoorDraft, DoorPerson
from services.scheduling.service import Scheduling

__all__ = ["Door", "DoorDraft", "DoorPerson", "Doors", "Scheduling"]
