"""How a case ends: its disposition, apart from where it stands (R-9)."""

from services.outcomes.service import Outcomes
from services.outcomes.shapes import DispositionChoice, OutcomeDraft, OutcomeRow

__all__ = ["DispositionChoice", "OutcomeDraft", "OutcomeRow", "Outcomes"]
