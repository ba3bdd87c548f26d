"""The one finder: persons, cases and letters by any spelling, in tiers from sure to similar (R-20)."""

from services.finding.statements import CASE, LETTER, NOUNS, PERSON
from services.finding.tiers import Found, Tier, find

__all__ = ["CASE", "LETTER", "NOUNS", "PERSON", "Found", "Tier", "find"]
