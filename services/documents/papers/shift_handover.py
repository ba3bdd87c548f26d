"""The sheet of a shift that was handed over: numbers of files, hours and marks, nobody's name but the two colleagues'
(P-34)."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian

from ..blocks import Alignment, Block, Letterhead, Paper, Paragraph, SignatureBox, SignatureRow, Table, Title, Tone
from .issue import code


@dataclass(frozen=True, slots=True)
class ShiftSheetLine:
    """`when` is a day and an hour; `case_no` is empty where there is no file."""

    case_no: str
    words: str
    when: str


@dataclass(frozen=True, slots=True)
class ShiftSheetPart:
    title: str
    lines: tuple[ShiftSheetLine, ...]


@dataclass(frozen=True, slots=True)
class ShiftSheetContent:
    moment: str
    given_by: str
    taken_by: str
    parts: tuple[ShiftSheetPart, ...]
    is_practice: bool = False


def compose(content: ShiftSheetContent, letterhead: Letterhead) -> Paper:
    title = say("documents.shift.title")
    people = say("documents.shift.people", given=content.given_by, taken=content.taken_by)
    blocks: list[Block] = [Title(title), Paragraph(content.moment, Alignment.CENTRE), Paragraph(people)]
    head = tuple(say(f"documents.shift.{key}") for key in ("case_no", "what", "when"))
    for part in content.parts:
        blocks.append(Title(part.title, level=2))
        if not part.lines:
            blocks.append(Paragraph(say("documents.shift.nothing"), tone=Tone.SMALL))
            continue
        rows = tuple((code(one.case_no), one.words, to_persian(one.when)) for one in part.lines)
        blocks.append(Table(head, rows, (1.5, 3.0, 1.6), strong_column=0))
    boxes = (
        SignatureBox(say("documents.shift.given_by"), content.given_by),
        SignatureBox(say("documents.shift.taken_by"), content.taken_by),
    )
    blocks.append(SignatureRow(boxes))
    return Paper(
        title=title,
        blocks=tuple(blocks),
        letterhead=letterhead,
        opening=say("documents.opening"),
        footer=(content.moment,),
        marks=(say("documents.mark_practice"),) if content.is_practice else (),
        subject=content.moment,
    )
