"""The indicator books: numbers, incoming and outgoing letters."""

from models.enums import LetterDirection, LetterState
from services.letters.service import Letters
from services.letters.shapes import LetterDraft, LetterFilter, LetterPage, LetterRow, ReplyDraft

__all__ = [
    "LetterDirection",
    "LetterDraft",
    "LetterFilter",
    "LetterPage",
    "LetterRow",
    "LetterState",
    "Letters",
    "ReplyDraft",
]
