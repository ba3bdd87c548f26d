"""Consent, the talk alone, imminent danger and flags: screens that tell an onlooker nothing (P-3)."""
