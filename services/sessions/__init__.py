"""Sessions that were held: who came, the case record, and the next date."""

from services.sessions.service import Sessions

__all__ = ["Sessions"]
