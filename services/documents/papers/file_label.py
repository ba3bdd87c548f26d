"""The label on the cover of a file (domain.md §3.3): number, year and retention code; no word of what it is about."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text

from ..blocks import Alignment, Cards, KeyValues, Letterhead, Paper, Paragraph, Tone
from ..templates import LetterText, fill
from .issue import code, marks_of_practice

LETTER = "file_label"
WIDTH, HEIGHT = 90.0, 50.0


@dataclass(frozen=True, slots=True)
class FileLabelContent:
    """`station` is the precinct without its section: who sees the shelf must not read what kind of file it is.
    `class_label`: the mark of a file that holds a paper of a marked class (R-16).
    """

    station: str
    case_no: str
    year: str
    retention: str
    count: int = 2
    is_practice: bool = False
    class_label: str = ""


def compose(content: FileLabelContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words = "documents.label"
    mark = (Paragraph(content.class_label, Alignment.CENTRE, Tone.STRONG),) if content.class_label else ()
    card = (
        *mark,
        Paragraph(to_persian_text(content.station), Alignment.CENTRE, Tone.SMALL),
        Paragraph(code(content.case_no), Alignment.CENTRE, Tone.LARGE),
        KeyValues(
            (
                (say(f"{words}.year"), to_persian(content.year)),
                (say(f"{words}.retention"), to_persian_text(content.retention)),
            ),
            2,
        ),
        *fill(letter.body, {}),
    )
    cards = Cards(card, content.count, WIDTH, HEIGHT)
    return Paper(letter.title, (cards,), marks=marks_of_practice(content.is_practice), page_numbers=False)
