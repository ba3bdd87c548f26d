"""Entries that need a minute: advice without a file, the night form, open paper files (P-22, P-25, P-26)."""

from services.quick_entries.rules import split_name
from services.quick_entries.service import QuickEntries
from services.quick_entries.shapes import AdviceDraft, AdviceRow, NightDraft, NightRow, PaperDraft

__all__ = ["AdviceDraft", "AdviceRow", "NightDraft", "NightRow", "PaperDraft", "QuickEntries", "split_name"]
