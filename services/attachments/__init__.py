"""Scans and files of a case or a letter, kept inside the encrypted file; and where a signed original lies (P-38)."""

from services.attachments.rules import media_type_of
from services.attachments.service import Attachments
from services.attachments.shapes import (
    AttachmentDraft,
    AttachmentRow,
    AttachmentSheet,
    LetterScanDraft,
    OpenedAttachment,
    PaperToSign,
)

__all__ = [
    "AttachmentDraft",
    "AttachmentRow",
    "AttachmentSheet",
    "Attachments",
    "LetterScanDraft",
    "OpenedAttachment",
    "PaperToSign",
    "media_type_of",
]
