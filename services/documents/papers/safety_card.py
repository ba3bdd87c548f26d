"""The safety card (P-2): palm-size, like any card of useful numbers; no letterhead, number, unit, QR or code word."""

from dataclasses import dataclass

from services.catalogue import say

from ..blocks import Alignment, Cards, Clauses, KeyValues, Letterhead, Paper, Paragraph, Tone
from ..templates import LetterText, fill
from .issue import code

LETTER = "safety_card"


@dataclass(frozen=True, slots=True)
class SafetyCardContent:
    """Nothing of the client: every card is the same. `count` cards stand on the sheet, to be cut out."""

    count: int = 10
    is_practice: bool = False


def compose(content: SafetyCardContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    """The letterhead is ignored: the card must not show where it comes from."""
    numbers = tuple(_number(item) for block in fill(letter.body, {}) for item in _items(block))
    card = (
        Paragraph(letter.title, Alignment.CENTRE, Tone.STRONG),
        KeyValues(numbers, columns=2),
    )
    marks = (say("documents.mark_practice"),) if content.is_practice else ()
    return Paper(letter.title, (Cards(card, content.count),), marks=marks, page_numbers=False)


def _items(block: object) -> tuple[str, ...]:
    return block.items if isinstance(block, Clauses) else ()


def _number(item: str) -> tuple[str, str]:
    number, _, service = item.partition(":")
    return service.strip(), code(number.strip())
