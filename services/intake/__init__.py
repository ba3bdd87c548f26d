"""Intake: referral, case, parties, incoming number and first interviews in one transaction."""

from services.intake.service import Intake
from services.intake.shapes import FirstInterviewDraft, IntakeDraft

__all__ = ["FirstInterviewDraft", "Intake", "IntakeDraft"]
