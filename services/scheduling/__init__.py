"""Appointments, rooms, the working calendar, and invitations."""

from services.scheduling.service import Scheduling

__all__ = ["Scheduling"]
