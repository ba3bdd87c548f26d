"""How a case ends: its disposition, apart from where it stands (R-9)."""

from services.outcomes.service import Outcomes

__all__ = ["Outcomes"]
