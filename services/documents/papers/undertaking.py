"""The undertaking (domain.md §3.3, §5.3): one person's numbered promises, signed before the counsellor (R-15, P-32).

It has no penal sanction by itself: it is evidence of a warning and of a promise.
"""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.amounts import number_words
from services.persian.digits import to_persian_text

from ..blocks import Block, Clauses, Letterhead, Paper, Paragraph, SignatureRow, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, day_words, framed, sign_off
from .parties import Party, box, party_boxes, party_table, witness_boxes

LETTER = "undertaking"
CLOSING = "undertaking_closing"


@dataclass(frozen=True, slots=True)
class UndertakingContent:
    """`promises` are whole sentences; `beneficiary` is a name alone. `is_read_to`: the promisor can't read (P-32)."""

    issue: Issue
    promisor: Party
    beneficiary: str
    subject: str
    promises: tuple[str, ...]
    duration: str
    made_on: date
    recipients: tuple[str, ...]
    counsellor: str
    signer: Signer
    is_read_to: bool = False
    witnesses: tuple[Identity, ...] = ()


def compose(
    content: UndertakingContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields: dict[str, object] = {
        "name": content.promisor.identity.full_name,
        "beneficiary": content.beneficiary,
        "subject": to_persian_text(content.subject),
        "duration": to_persian_text(content.duration),
        "day": day_words(content.made_on),
        "copies": number_words(len(content.recipients)),
        "recipients": say("documents.list_comma").join(content.recipients),
        "is_read_to": content.is_read_to,
    }
    *end, reading = fill(closing.body, fields)
    boxes = party_boxes((content.promisor,), fingerprint=True)
    if content.witnesses or content.is_read_to:
        boxes += witness_boxes(content.witnesses)
    boxes.append(box(say("documents.signs.counsellor"), Identity(content.counsellor)))
    blocks: list[Block] = [
        Title(letter.title),
        party_table((content.promisor,)),
        *fill(letter.body, fields),
        Clauses(content.promises),
        *end,
        Paragraph(reading.text, tone=Tone.STRONG) if isinstance(reading, Paragraph) else reading,
        SignatureRow(tuple(boxes)),
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
