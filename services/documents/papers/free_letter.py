"""A letter of the unit with words of its own: addressee, subject, text, copies (domain.md §3.1)."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Alignment, Block, Clauses, Letterhead, Paper, Paragraph, Tone
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading, sign_off
from .passage import passage

LETTER = "free_letter"


@dataclass(frozen=True, slots=True)
class FreeLetterContent:
    """`body` as it was typed, a line a paragraph; `copies` are those who get a copy."""

    issue: Issue
    addressee: str
    sender: str
    subject: str
    body: str
    signer: Signer
    copies: tuple[str, ...] = ()


def compose(content: FreeLetterContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    blocks: list[Block] = [
        *heading(letterhead, content.sender, to_persian_text(content.addressee), to_persian_text(content.subject)),
        *fill(letter.body, {"greeting": greeting(letterhead)}),
        *(passage(content.body) or [Paragraph(say("documents.blank"))]),
        sign_off(content.signer),
    ]
    if content.copies:
        blocks.append(Paragraph(say("documents.letter.copies"), Alignment.START, Tone.SMALL, keep_with_next=True))
        blocks.append(Clauses(tuple(map(to_persian_text, content.copies))))
    return framed(letter.title, blocks, letterhead, content.issue, content.subject)
