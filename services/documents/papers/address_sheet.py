"""The confidential-address sheet (P-8): where a protected person is reached, for a closed envelope and one authority.

A draft shows dots: the address is not for a screen that somebody may look at (P-3).
"""

from dataclasses import dataclass

from services.catalogue import say

from ..blocks import Alignment, Block, KeyValues, Letterhead, Paper, Paragraph, Title, Tone
from ..templates import LetterText, fill, letter_text
from .issue import Identity, Issue, Signer, code, framed, sign_off

LETTER = "address_sheet"


@dataclass(frozen=True, slots=True)
class AddressSheetContent:
    """`contacts` are labels with values. `letter_no` is the number of the letter that the sheet goes with."""

    issue: Issue
    addressee: str
    client: Identity
    contacts: tuple[tuple[str, str], ...]
    signer: Signer
    letter_no: str = ""


def compose(content: AddressSheetContent, letterhead: Letterhead, letter: LetterText | None = None) -> Paper:
    letter = letter or letter_text(LETTER)
    client = content.client
    fields: dict[str, object] = {
        "name": client.full_name,
        "father_name": client.father_name,
        "national_code": code(client.national_code),
        "letter_no": code(content.letter_no),
    }
    shown = content.contacts
    if content.issue.is_draft:
        shown = tuple((label, say("documents.blank")) for label, _ in shown)
    first, *closing = fill(letter.body, fields)
    blocks: list[Block] = [
        Title(letter.title),
        Paragraph(say("documents.letter.to", name=content.addressee), Alignment.START, Tone.STRONG),
        first,
        KeyValues(shown),
        *closing,
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
