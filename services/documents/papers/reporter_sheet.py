"""Who reported a child at risk (domain.md §3.3, P-16): a sheet of its own for a closed envelope, never in the report.

Nothing of it is stored. A draft shows dots: the reporter is not for a screen that somebody may look at (P-3).
"""

from dataclasses import dataclass

from services.persian.digits import to_persian_text

from ..blocks import Letterhead, Paper
from ..templates import LetterText
from .envelope import envelope_sheet
from .issue import Issue, Signer, code

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


def compose(content: ReporterSheetContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    fields: dict[str, object] = {"letter_no": code(content.letter_no)}
    facts = tuple((label, to_persian_text(text)) for label, text in content.facts if text or content.issue.is_draft)
    return envelope_sheet(content, letterhead, letter, fields, facts)
