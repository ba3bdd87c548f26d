"""Papers: gathered from the file, composed from frozen content, set by `typesetting`, rendered, numbered and kept.

`blocks` is what a paper consists of, `papers` composes it, `templates` fills letter texts, `render` makes the PDF;
`gathering` finds what a paper says, `issuing` gives it its number, `printing` its originals and copies.
Nothing here imports reportlab before a paper is rendered.
"""

from services.documents.printouts import BookRange, Printouts
from services.documents.service import Documents
from services.documents.shapes import (
    FieldChoice,
    FieldKind,
    IssuedPaper,
    MissingField,
    OpenedPaper,
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
    "IssuedPaper",
    "MissingField",
    "OpenedPaper",
    "PaperKind",
    "PaperOffer",
    "PaperPreview",
    "PaperRequest",
    "PrintJob",
    "PrintKind",
    "PrintRow",
    "Printouts",
    "Recipient",
]
