"""Settlements, undertakings and waivers: clause by clause, signed when seen (domain.md §4.1, R-13, P-30, P-31)."""

from services.agreements.shapes import (
    AgreementDetail,
    AgreementDraft,
    ClauseDraft,
    ClauseRow,
    SignerRow,
    WitnessDraft,
)

__all__ = [
    "AgreementDetail",
    "AgreementDraft",
    "ClauseDraft",
    "ClauseRow",
    "SignerRow",
    "WitnessDraft",
]
