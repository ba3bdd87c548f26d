"""Settlements, undertakings and waivers: clause by clause, signed when seen (domain.md §4.1, R-13, P-30, P-31)."""

from models.enums import AgreementKind, AgreementState, ClauseState, SignatureState, SignerRole
from services.agreements.service import Agreements
from services.agreements.shapes import (
    AgreementDetail,
    AgreementDraft,
    ClauseDraft,
    ClauseRow,
    Proof,
    Refusal,
    SignerRow,
    WitnessDraft,
)
from services.agreements.wording import ClauseSpeech, clause_sentence, speech_of

__all__ = [
    "AgreementDetail",
    "AgreementDraft",
    "AgreementKind",
    "AgreementState",
    "Agreements",
    "ClauseDraft",
    "ClauseRow",
    "ClauseSpeech",
    "ClauseState",
    "Proof",
    "Refusal",
    "SignatureState",
    "SignerRole",
    "SignerRow",
    "WitnessDraft",
    "clause_sentence",
    "speech_of",
]
