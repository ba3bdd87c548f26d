"""What the papers share: number block, marks, people, who signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from services.catalogue import knows, say
from services.persian.digits import to_persian, to_persian_text
from services.persian.jalali import format_date, format_long, format_time
from services.persian.text import isolate_ltr

from ..blocks import Alignment, Block, Letterhead, NumberBlock, PageSize, Paper, Paragraph, SignOff, Title, Tone


@dataclass(frozen=True, slots=True)
class Reprint:
    """A later print of a paper (P-23): `print_no` 2 is the second; date and user stand in the mark."""

    print_no: int
    printed_on: date
    user: str


@dataclass(frozen=True, slots=True)
class Issue:
    """How a paper is issued. An empty `number` prints dots to write on (P-21); `copy` of `copies` are originals.

    A paper that stands in no letter book (`is_numbered` False) has no line for a number. `replaces` is the sentence
    that names the paper which this one corrects. `urgency` stands beside the class on every page.
    """

    issued_on: date
    number: str = ""
    attachment: str = ""
    case_no: str = ""
    is_confidential: bool = False
    is_practice: bool = False
    is_draft: bool = False
    reprint: Reprint | None = None
    copy: int = 0
    copies: int = 0
    size: PageSize = PageSize.A4
    is_numbered: bool = True
    replaces: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as papers name one; what is unknown stays empty."""

    full_name: str
    father_name: str = ""
    national_code: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who issues the paper: rank and name, post, and the post that may be shown where the unit may not (P-2)."""

    name: str
    post: str
    neutral_post: str = ""


def framed(title: str, blocks: Sequence[Block], letterhead: Letterhead, issue: Issue, subject: str = "") -> Paper:
    """The blocks on the unit's paper, with number, marks and page numbers."""
    return Paper(
        title=title,
        blocks=_with_replaced(blocks, issue.replaces),
        letterhead=letterhead,
        number_block=_number_block(issue),
        opening=letterhead.opening or say("documents.opening"),
        footer=_footer(issue),
        classification=_classification(issue),
        marks=marks(issue),
        size=issue.size,
        subject=subject,
    )


def _classification(issue: Issue) -> str:
    """What stands on top and bottom of every page: class (R-16) and urgency."""
    named = say("documents.classification_confidential") if issue.is_confidential else ""
    return say("documents.list_comma").join(part for part in (named, issue.urgency) if part)


def greeting(letterhead: Letterhead) -> str:
    """How a letter begins."""
    return letterhead.greeting or say("documents.greeting")


def heading(letterhead: Letterhead, sender: str, addressee: str, subject: str) -> list[Block]:
    """From whom, to whom (in the unit's order, domain.md §3.1: a setting) and about what a letter is."""
    words = "documents.letter"
    sent, got = say(f"{words}.from", name=sender), say(f"{words}.to", name=addressee)
    lines = (got, sent) if letterhead.to_first else (sent, got)
    about = say(f"{words}.subject", subject=subject)
    return [Paragraph(line, Alignment.START, Tone.STRONG) for line in (*lines, about)]


def _with_replaced(blocks: Sequence[Block], sentence: str) -> tuple[Block, ...]:
    """Under the paper's name: which sheet it takes the place of."""
    if not sentence:
        return tuple(blocks)
    place = next((at for at, block in enumerate(blocks, start=1) if isinstance(block, Title)), 0)
    return (*blocks[:place], Paragraph(sentence, Alignment.CENTRE, Tone.SMALL), *blocks[place:])


def marks(issue: Issue) -> tuple[str, ...]:
    """The words across every page: practice (P-44), draft (P-21), copy (P-23)."""
    found = list(marks_of_practice(issue.is_practice))
    if issue.is_draft:
        found.append(say("documents.mark_draft"))
    if issue.reprint is not None:
        found.append(copy_mark(issue.reprint))
    return tuple(found)


def marks_of_practice(is_practice: bool) -> tuple[str, ...]:
    """The word across a sheet of practice mode (P-44)."""
    return (say("documents.mark_practice"),) if is_practice else ()


def copy_mark(reprint: Reprint) -> str:
    """What stands across a later print: which one it is, its day, and who printed it."""
    day = format_date(reprint.printed_on)
    return say("documents.mark_copy", ordinal=_ordinal(reprint.print_no), date=day, user=reprint.user)


def sign_off(signer: Signer) -> SignOff:
    return SignOff(tuple(line for line in (signer.name, signer.post) if line))


def code(text: str) -> str:
    """A number or code in Persian digits that keeps its order from left to right; empty stays empty."""
    return isolate_ltr(to_persian_text(text))


def day_words(day: date) -> str:
    """Weekday, day, month and year in words, and the date in figures."""
    return say("documents.day_words", day=format_long(day), date=format_date(day))


def hour(value: time) -> str:
    return format_time(value)


def _number_block(issue: Issue) -> NumberBlock:
    rows = [(say("documents.number"), code(issue.number))] if issue.is_numbered else []
    rows += [
        (say("documents.date"), format_date(issue.issued_on)),
        (say("documents.attachment"), to_persian_text(issue.attachment) or say("documents.no_attachment")),
    ]
    if issue.case_no:
        rows.append((say("documents.case_no"), code(issue.case_no)))
    return NumberBlock(tuple(rows))


def _footer(issue: Issue) -> tuple[str, ...]:
    if not issue.copies:
        return ()
    return (say("documents.copy_of", copy=issue.copy, copies=issue.copies),)


def _ordinal(number: int) -> str:
    key = f"documents.ordinals.{number}"
    return say(key) if knows(key) else to_persian(number)
