"""Case files: registering, parties, referrals, status, who may see what."""

from models.enums import CaseStatus, Confidentiality, JointPolicy, NoticeKind, Side
from services.cases.service import Cases
from services.cases.shapes import (
    CaseDetail,
    CaseDraft,
    CaseEdit,
    CaseRef,
    CaseRow,
    Hold,
    HoldDraft,
    NoticeRow,
    PartyDraft,
    PartyEdit,
    PartyRow,
    ReferralDraft,
    ReferralRow,
    WorkerRow,
)

__all__ = [
    "CaseDetail",
    "CaseDraft",
    "CaseEdit",
    "CaseRef",
    "CaseRow",
    "CaseStatus",
    "Cases",
    "Confidentiality",
    "Hold",
    "HoldDraft",
    "JointPolicy",
    "NoticeKind",
    "NoticeRow",
    "PartyDraft",
    "PartyEdit",
    "PartyRow",
    "ReferralDraft",
    "ReferralRow",
    "Side",
    "WorkerRow",
]
