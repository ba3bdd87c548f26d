"""The complainant's waiver (domain.md §3.3, §5.3): full or conditional, to the judicial authority (P-31, P-32).

What it says of its being final stands in the letter text, which the head may edit.
"""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Alignment, Block, Clauses, Letterhead, Paper, Paragraph, SignatureRow, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, code, day_words, framed, sign_off
from .parties import Party, names, party_boxes, party_table, witness_boxes

LETTER = "complaint_waiver"
CLOSING = "complaint_waiver_closing"


@dataclass(frozen=True, slots=True)
class ComplaintWaiverContent:
    """`conditions` are whole sentences, empty where nothing is conditional. `judicial_no`: the authority's own."""

    issue: Issue
    addressee: str
    complainant: Party
    respondents: tuple[Party, ...]
    subject: str
    made_on: date
    signer: Signer
    is_conditional: bool = False
    conditions: tuple[str, ...] = ()
    judicial_no: str = ""
    is_read_to: bool = False
    witnesses: tuple[Identity, ...] = ()


def compose(
    content: ComplaintWaiverContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields: dict[str, object] = {
        "name": content.complainant.identity.full_name,
        "respondents": names(content.respondents),
        "subject": to_persian_text(content.subject),
        "day": day_words(content.made_on),
        "judicial_no": code(content.judicial_no),
        "conditional": content.is_conditional,
        "is_read_to": content.is_read_to,
    }
    *end, reading = fill(closing.body, fields)
    boxes = party_boxes((content.complainant,), fingerprint=True)
    if content.witnesses or content.is_read_to:
        boxes += witness_boxes(content.witnesses)
    blocks: list[Block] = [
        Title(letter.title),
        Paragraph(say("documents.letter.to", name=content.addressee), Alignment.START, Tone.STRONG),
        party_table((content.complainant, *content.respondents)),
        *fill(letter.body, fields),
    ]
    if content.is_conditional:
        blocks.append(Clauses(content.conditions))
    blocks += [
        *end,
        Paragraph(reading.text, tone=Tone.STRONG) if isinstance(reading, Paragraph) else reading,
        SignatureRow(tuple(boxes)),
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
