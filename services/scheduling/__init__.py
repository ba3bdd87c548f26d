"""Appointments one by one and in series, the waiting list, and invitations."""

from services.scheduling.series import Series
from services.scheduling.service import Scheduling
from services.scheduling.waiting import WaitingList

__all__ = ["Scheduling", "Series", "WaitingList"]
