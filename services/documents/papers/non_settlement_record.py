"""The record of no settlement (domain.md §3.3): what was done, each side's position in a neutral line, no blame."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, Clauses, Letterhead, Paper, Paragraph, SignatureRow, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, framed
from .parties import Party, box, party_boxes, party_table, witness_boxes

LETTER = "non_settlement_record"


@dataclass(frozen=True, slots=True)
class Position:
    """What one side asked for or offered, in one neutral line."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Who would not sign, and the two who saw it (P-30)."""

    name: str
    witnesses: tuple[Identity, ...]


@dataclass(frozen=True, slots=True)
class NonSettlementRecordContent:
    """`done` are the unit's steps with their days, a line each. `no_joint`: the one sentence of P-5."""

    issue: Issue
    parties: tuple[Party, ...]
    subject: str
    done: tuple[str, ...]
    positions: tuple[Position, ...]
    counsellor: str
    no_joint: bool = False
    refused: tuple[Refused, ...] = ()


def compose(content: NonSettlementRecordContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    opening, *closing = fill(letter.body, {"subject": to_persian_text(content.subject), "no_joint": content.no_joint})
    words = "documents.non_settlement"
    blocks: list[Block] = [Title(letter.title), party_table(content.parties), opening]
    if content.done:
        blocks += [Title(say(f"{words}.done"), level=2), Clauses(content.done, numbered=False)]
    blocks.append(Title(say(f"{words}.positions"), level=2))
    lines = (say(f"{words}.position", name=one.name, words=one.words) for one in content.positions)
    blocks += [Clauses(tuple(lines), numbered=False), *closing]
    unwilling = {one.name for one in content.refused}
    for one in content.refused:
        blocks.append(Paragraph(say(f"{words}.refused", name=one.name), tone=Tone.STRONG, keep_with_next=True))
        blocks.append(SignatureRow(tuple(witness_boxes(one.witnesses))))
    signing = [party for party in content.parties if party.identity.full_name not in unwilling]
    counsellor = box(say("documents.signs.counsellor"), Identity(content.counsellor))
    blocks.append(SignatureRow((*party_boxes(signing), counsellor)))
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
