"""The settlement record (domain.md §3.3, §5.3): a private deed of both sides, clause by clause (R-13, R-15, P-46)."""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.amounts import number_words
from services.persian.digits import to_persian_text

from ..blocks import Block, Clauses, Letterhead, Paper, Paragraph, SignatureRow, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, day_words, framed, sign_off
from .parties import Party, box, party_boxes, party_table, witness_boxes

LETTER = "settlement_record"
CLOSING = "settlement_closing"


@dataclass(frozen=True, slots=True)
class SettlementRecordContent:
    """`clauses` are whole sentences: who, what, how much, until when, after which other clause.

    `sat_together` only where they did (P-46); `no_joint` adds the one sentence on joint sessions (P-5).
    `read_to` names those for whom the text was read and explained (P-32). `recipients` are as many as there are
    originals, by what they are called.
    """

    issue: Issue
    parties: tuple[Party, ...]
    subject: str
    made_on: date
    clauses: tuple[str, ...]
    recipients: tuple[str, ...]
    counsellor: str
    signer: Signer
    place: str = ""
    sat_together: bool = False
    no_joint: bool = False
    has_waiver: bool = False
    is_conditional: bool = False
    open_points: str = ""
    breach: str = ""
    children: str = ""
    read_to: tuple[str, ...] = ()
    witnesses: tuple[Identity, ...] = ()


def compose(
    content: SettlementRecordContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields = _fields(content)
    *end, reading = fill(closing.body, fields)
    boxes = [
        *party_boxes(content.parties, fingerprint=True),
        *witness_boxes(content.witnesses),
        box(say("documents.signs.counsellor"), Identity(content.counsellor)),
    ]
    blocks: list[Block] = [
        Title(letter.title),
        party_table(content.parties),
        *fill(letter.body, fields),
        Clauses(content.clauses),
        *end,
        Paragraph(reading.text, tone=Tone.STRONG) if isinstance(reading, Paragraph) else reading,
        SignatureRow(tuple(boxes)),
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _fields(content: SettlementRecordContent) -> dict[str, object]:
    comma = say("documents.list_comma")
    return {
        "day": day_words(content.made_on),
        "place": to_persian_text(content.place),
        "subject": to_persian_text(content.subject),
        "sat_together": content.sat_together,
        "no_joint": content.no_joint,
        "waiver": content.has_waiver,
        "conditional": content.is_conditional,
        "open_points": to_persian_text(content.open_points),
        "breach": to_persian_text(content.breach),
        "children": to_persian_text(content.children),
        "copies": number_words(len(content.recipients)),
        "recipients": comma.join(content.recipients),
        "read_to": say("documents.list_and").join(content.read_to),
    }
