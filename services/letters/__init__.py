"""The indicator books: numbers, incoming and outgoing letters."""

from models.enums import LetterDirection, LetterState
from services.letters.service import Letters
from services.letters.shapes import (
    ActionDraft,
    ActionRow,
    Colleague,
    ExtendDraft,
    LetterDetail,
    LetterDraft,
    LetterFilter,
    LetterPage,
    LetterRow,
    LetterWords,
    LinkDraft,
    LinkRow,
    ReplyDraft,
)

__all__ = [
    "ActionDraft",
    "ActionRow",
    "Colleague",
    "ExtendDraft",
    "LetterDetail",
    "LetterDirection",
    "LetterDraft",
    "LetterFilter",
    "LetterPage",
    "LetterRow",
    "LetterState",
    "LetterWords",
    "Letters",
    "LinkDraft",
    "LinkRow",
    "ReplyDraft",
]
