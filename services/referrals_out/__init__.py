"""Sending clients on to other bodies, with consent or on a legal basis (domain.md §2.8.2)."""

from services.referrals_out.service import ReferralsOut
from services.referrals_out.shapes import (
    ReferralGround,
    ReferralOutDraft,
    ReferralOutMove,
    ReferralOutPerson,
    ReferralOutRow,
    ReferralOutSheet,
)

__all__ = [
    "ReferralGround",
    "ReferralOutDraft",
    "ReferralOutMove",
    "ReferralOutPerson",
    "ReferralOutRow",
    "ReferralOutSheet",
    "ReferralsOut",
]
