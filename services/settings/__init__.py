"""Settings of the unit: each declared once, with its type and default."""

from services.settings.service import DECLARED, Declared, Settings

__all__ = ["DECLARED", "Declared", "Settings"]
