"""Accounts, roles, rights, and signing in."""

from services.staff.service import Staff
from services.staff.shapes import StaffDraft, StaffRow

__all__ = ["Staff", "StaffDraft", "StaffRow"]
