"""Consent, safety screens, flags and their clocks, imminent danger, and the gate before joint sessions."""

from services.safety.service import Safety

__all__ = ["Safety"]
