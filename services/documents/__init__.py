"""Papers: gathered from the file, composed from frozen content, set by `typesetting`, rendered, numbered and kept.

`blocks` is what a paper consists of, `papers` composes it, `templates` fills letter texts, `render` makes the PDF;
`gathering` finds what a paper says, `issuing` gives it its number, `printing` its originals and copies.
Nothing here imports reportlab before a paper is rendered.
"""

from services.documents.installed_fonts import InstalledFont
from services.documents.letter_shapes import (
    LetterDetail,
    LetterDraft,
    LetterPlace,
    LetterPreview,
    LetterRow,
    LetterVersion,
)
from services.documents.letter_texts import LetterTexts
from services.documents.look_shapes import LookDetail, LookDraft, LookPreview
from services.documents.looks import PaperLooks
from services.documents.printouts import BookRange, Listed, Printouts
from services.documents.run_shapes import RunOffer, RunRow, RunStep
from services.documents.runs import PaperRuns
from services.documents.service import Documents
from services.documents.shapes import (
    FieldChoice,
    FieldKind,
    IssuedPaper,
    MissingField,
    OpenedPaper,
    OpenRun,
    PaperKind,
    PaperOffer,
    PaperPreview,
    PaperRequest,
    PrintJob,
    PrintKind,
    PrintRow,
    Recipient,
)

__all__ = [
    "BookRange",
    "Documents",
    "FieldChoice",
    "FieldKind",
    "InstalledFont",
    "IssuedPaper",
    "LetterDetail",
    "LetterDraft",
    "LetterPlace",
    "LetterPreview",
    "LetterRow",
    "LetterTexts",
    "LetterVersion",
    "Listed",
    "LookDetail",
    "LookDraft",
    "LookPreview",
    "MissingField",
    "OpenRun",
    "OpenedPaper",
    "PaperKind",
    "PaperLooks",
    "PaperOffer",
    "PaperPreview",
    "PaperRequest",
    "PaperRuns",
    "PrintJob",
    "PrintKind",
    "PrintRow",
    "Printouts",
    "Recipient",
    "RunOffer",
    "RunRow",
    "RunStep",
]
