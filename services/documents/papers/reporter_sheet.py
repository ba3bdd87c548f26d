"""Who reported a child at risk (domain.md §3.3, P-16): a sheet of its own for a closed envelope, never in the report.

Nothing of it is stored. A draft shows dots: the reporter is not for a screen that somebody may look at (P-3).
"""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import Alignment, Block, KeyValues, Letterhead, Paper, Paragraph, Title, Tone
from ..templates import LetterText, fill, letter_text
from .issue import Issue, Signer, code, framed, sign_off

LETTER = "reporter_sheet"


@dataclass(frozen=True, slots=True)
class ReporterSheetContent:
    """`facts` are labels with values. `letter_no` is the number of the report that the sheet goes with; neither the
    child nor anybody else is named."""

    issue: Issue
    addressee: str
    facts: tuple[tuple[str, str], ...]
    signer: Signer
    letter_no: str = ""


def compose(content: ReporterSheetContent, letterhead: Letterhead, letter: LetterText | None = None) -> Paper:
    letter = letter or letter_text(LETTER)
    fields: dict[str, object] = {"letter_no": code(content.letter_no)}
    shown = tuple((label, to_persian(text)) for label, text in content.facts if text)
    if content.issue.is_draft:
        shown = tuple((label, say("documents.blank")) for label, _ in content.facts)
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
