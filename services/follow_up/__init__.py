"""Calling back after an outcome: each person alone, at one, three and six months (domain.md §2.8.3, P-18, P-37)."""

from models.enums import ClauseState, FollowUpState
from services.follow_up.service import FollowUps
from services.follow_up.shapes import (
    ClauseAsked,
    ClauseWord,
    FollowUpDraft,
    FollowUpRow,
    FollowUpSheet,
    PastAttempt,
    Recorded,
)

__all__ = [
    "ClauseAsked",
    "ClauseState",
    "ClauseWord",
    "FollowUpDraft",
    "FollowUpRow",
    "FollowUpSheet",
    "FollowUpState",
    "FollowUps",
    "PastAttempt",
    "Recorded",
]
