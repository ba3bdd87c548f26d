"""A sheet for a closed envelope that goes with a letter (P-8, P-16): to whom, and the facts under their labels."""

from collections.abc import Mapping
from typing import Protocol

from services.catalogue import say

from ..blocks import Alignment, Block, KeyValues, Letterhead, Paper, Paragraph, Title, Tone
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, sign_off


class Enclosed(Protocol):
    """The content of such a sheet."""

    @property
    def issue(self) -> Issue: ...

    @property
    def addressee(self) -> str: ...

    @property
    def signer(self) -> Signer: ...


def envelope_sheet(
    content: Enclosed,
    letterhead: Letterhead,
    letter: LetterText,
    fields: Mapping[str, object],
    facts: tuple[tuple[str, str], ...],
) -> Paper:
    """The text's first paragraph stands above the facts, the others below; a draft shows labels alone."""
    if content.issue.is_draft:
        facts = tuple((label, say("documents.blank")) for label, _ in facts)
    first, *closing = fill(letter.body, fields)
    blocks: list[Block] = [
        Title(letter.title),
        Paragraph(say("documents.letter.to", name=content.addressee), Alignment.START, Tone.STRONG),
        first,
        KeyValues(facts),
        *closing,
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
