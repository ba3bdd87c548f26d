"""Answers to inquiries of the seven missions (domain.md §1.6, D21): what is found before the paper is issued."""

from services.inquiries.service import Inquiries
from services.inquiries.shapes import InquiryDetail, InquiryDraft, InquiryPerson, InquiryVisit, MissionOffer

__all__ = ["Inquiries", "InquiryDetail", "InquiryDraft", "InquiryPerson", "InquiryVisit", "MissionOffer"]
