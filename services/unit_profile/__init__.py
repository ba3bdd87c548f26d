"""The unit itself: its name and letterhead, its rooms, its days off, and the numbers its books stand at."""

from services.unit_profile.service import UnitProfile
from services.unit_profile.shapes import BookRow, HolidayRow, RoomRow, UnitDraft, UnitRow

__all__ = ["BookRow", "HolidayRow", "RoomRow", "UnitDraft", "UnitProfile", "UnitRow"]
