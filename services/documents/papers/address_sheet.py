"""The confidential-address sheet (P-8): where a protected person is reached, for a closed envelope and one authority.

A draft shows dots: the address is not for a screen that somebody may look at (P-3).
"""

from dataclasses import dataclass

from ..blocks import Letterhead, Paper
from ..templates import LetterText
from .envelope import envelope_sheet
from .issue import Identity, Issue, Signer, code

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


def compose(content: AddressSheetContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    client = content.client
    fields: dict[str, object] = {
        "name": client.full_name,
        "father_name": client.father_name,
        "national_code": code(client.national_code),
        "letter_no": code(content.letter_no),
    }
    return envelope_sheet(content, letterhead, letter, fields, content.contacts)
