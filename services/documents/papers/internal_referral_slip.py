"""The internal referral slip (domain.md §3.3): from the duty officer to the unit, with one answer on danger."""

from dataclasses import dataclass

from services.catalogue import say

from ..blocks import Block, Checkbox, Checkboxes, KeyValues, Letterhead, Paper, Paragraph, SignatureRow, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, framed
from .parties import box

LETTER = "internal_referral_slip"


@dataclass(frozen=True, slots=True)
class InternalReferralSlipContent:
    """`facts` are labels with values; an empty value is a line to write on. `is_danger` None: not answered."""

    issue: Issue
    facts: tuple[tuple[str, str], ...]
    officer: str
    is_danger: bool | None = None


def compose(content: InternalReferralSlipContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words = "documents.slip_in"
    blocks: list[Block] = [
        Title(letter.title),
        *fill(letter.body, {}),
        KeyValues(content.facts),
        Paragraph(say(f"{words}.danger"), keep_with_next=True),
        Checkboxes(
            (
                Checkbox(say("documents.yes"), content.is_danger is True),
                Checkbox(say("documents.no"), content.is_danger is False),
            ),
            columns=2,
        ),
        SignatureRow((box(say("documents.signs.officer"), Identity(content.officer)),)),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
