"""D26, the letter book as it is kept on paper: a wide table, one row a letter, nothing left out (domain.md §2.9)."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text

from ..blocks import Alignment, Block, Letterhead, PageSize, Paper, Paragraph, SignOff, Table, Title, Tone
from .issue import code

_COLUMNS = (
    ("serial", 0.55),
    ("number", 1.1),
    ("registered_on", 1.0),
    ("way", 0.75),
    ("theirs", 1.25),
    ("correspondent", 1.7),
    ("subject", 2.6),
    ("enclosures", 0.8),
    ("marks", 1.0),
    ("assigned", 1.1),
    ("refers", 1.15),
    ("case_no", 1.25),
    ("channel", 1.25),
)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row, its words ready but for their digits. Of a masked letter number and day alone. `repeat`: entered
    later, behind that number."""

    serial: int
    number: str
    registered_on: str
    way: str = ""
    theirs: str = ""
    correspondent: str = ""
    subject: str = ""
    enclosures: str = ""
    marks: str = ""
    assigned: str = ""
    refers: str = ""
    case_no: str = ""
    channel: str = ""
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class RegisterPrintoutContent:
    """`line` names book, year and range."""

    line: str
    rows: tuple[RegisterLine, ...]
    is_confidential: bool = False
    is_practice: bool = False


def compose(content: RegisterPrintoutContent, letterhead: Letterhead) -> Paper:
    title = say("documents.register.title")
    blocks: list[Block] = [Title(title), Paragraph(content.line, Alignment.CENTRE, Tone.SMALL)]
    if content.rows:
        head = tuple(say(f"documents.register.{key}") for key, _ in _COLUMNS)
        blocks.append(Table(head, tuple(map(_cells, content.rows)), tuple(width for _, width in _COLUMNS)))
    else:
        blocks.append(Paragraph(say("documents.register.empty"), Alignment.CENTRE))
    blocks.append(SignOff((say("documents.register.clerk"),), stamp=False))
    return Paper(
        title=title,
        blocks=tuple(blocks),
        letterhead=letterhead,
        opening=say("documents.opening"),
        footer=(content.line,),
        classification=say("documents.classification_confidential") if content.is_confidential else "",
        marks=(say("documents.mark_practice"),) if content.is_practice else (),
        size=PageSize.A4_ACROSS,
        subject=content.line,
    )


def _cells(row: RegisterLine) -> tuple[str, ...]:
    return (
        _serial(row),
        code(row.number),
        row.registered_on,
        row.way,
        row.theirs,
        to_persian_text(row.correspondent),
        to_persian_text(row.subject),
        to_persian_text(row.enclosures),
        row.marks,
        row.assigned,
        row.refers,
        code(row.case_no),
        to_persian_text(row.channel),
    )


def _serial(row: RegisterLine) -> str:
    serial = to_persian(row.serial)
    if not row.repeat:
        return serial
    return say("documents.register.repeat", serial=serial, repeat=to_persian(row.repeat))
