"""A day without the program (P-24): blank forms printed ahead, and what was written on them entered later."""

from services.documents.downtime.service import Downtime
from services.documents.downtime.shapes import EnteredSheet, HandwrittenDraft, KitForm, KitRequest, ReservedSheet

__all__ = ["Downtime", "EnteredSheet", "HandwrittenDraft", "KitForm", "KitRequest", "ReservedSheet"]
