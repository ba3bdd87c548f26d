"""The receipt for documents that a client handed in (domain.md §3.3): each original and copy in a line; both sign."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text

from ..blocks import Block, Letterhead, Paper, SignatureRow, Table, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, code, framed
from .parties import box

LETTER = "document_receipt"


@dataclass(frozen=True, slots=True)
class DocumentReceiptContent:
    issue: Issue
    client: Identity
    originals: tuple[str, ...]
    copies: tuple[str, ...]
    receiver: str


def compose(content: DocumentReceiptContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words, client = "documents.receipt", content.client
    listed = [(line, say(f"{words}.original")) for line in content.originals]
    listed += [(line, say(f"{words}.copy")) for line in content.copies]
    rows = tuple(
        (to_persian(place), to_persian_text(line), kind) for place, (line, kind) in enumerate(listed, start=1)
    )
    head = tuple(say(f"{words}.{name}") for name in ("row", "title", "kind"))
    fields: dict[str, object] = {
        "name": client.full_name,
        "father_name": client.father_name,
        "national_code": code(client.national_code),
        "count": to_persian(len(listed)),
        "has_originals": bool(content.originals),
    }
    opening, *closing = fill(letter.body, fields)
    blocks: list[Block] = [
        Title(letter.title),
        opening,
        Table(head, rows, weights=(0.5, 4.0, 1.0), strong_column=1),
        *closing,
        SignatureRow(
            (
                box(say("documents.signs.giver"), client),
                box(say("documents.signs.receiver"), Identity(content.receiver)),
            )
        ),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
