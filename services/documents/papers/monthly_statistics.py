"""The unit's figures of a period for the command above it (domain.md §2.10, §3.3): tables, rates with their parts.

Nobody's name (R-30), no figure by counsellor and no target (P-19).
"""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Alignment, Block, Clauses, Letterhead, Paper, Paragraph, Table, Title, Tone
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading
from .outward import Outward, signed

LETTER = "monthly_statistics"
CLOSING = "monthly_statistics_closing"
SMALLEST = 5
_LABEL, _FIGURE = 2.6, 1.0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`level` moves the label in; `figures` are as they are printed."""

    label: str
    figures: tuple[str, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One table with the sentence that says what is counted; the rates stand under the one that they are taken of."""

    title: str
    rule: str
    head: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    has_rates: bool = False


@dataclass(frozen=True, slots=True)
class MonthlyStatisticsContent:
    """`rates` are sentences with numerator, denominator and formula (R-4). `hides_small`: figures under
    `SMALLEST` are not told (R-30). `period` names the period and is printed in words only."""

    issue: Issue
    outward: Outward
    period: str
    words: str
    dates: str
    tables: tuple[FigureTable, ...]
    rates: tuple[str, ...]
    notes: tuple[str, ...]
    commander: Signer
    head: Signer | None = None
    hides_small: bool = False


def compose(
    content: MonthlyStatisticsContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "period": content.words,
        "dates": content.dates,
        "hides_small": content.hides_small,
    }
    subject = say("documents.statistics.subject", words=content.words)
    blocks = heading(letterhead, content.outward.sender, content.outward.addressee, subject)
    blocks += fill(letter.body, fields)
    for table in content.tables:
        blocks += _table(table)
        if table.has_rates:
            blocks += [Title(say("documents.statistics.rates"), level=2), Clauses(content.rates, numbered=False)]
    blocks += [Title(say("documents.statistics.notes"), level=2), Clauses(content.notes, numbered=False)]
    blocks += [*fill(closing.body, fields), *signed(content.head, content.commander)]
    return framed(letter.title, blocks, letterhead, content.issue, subject)


def _table(table: FigureTable) -> list[Block]:
    head = ("", *table.head)
    rule = Paragraph(table.rule, Alignment.START, Tone.SMALL, keep_with_next=True)
    if not table.rows:
        nothing = Paragraph(say("documents.statistics.nothing"), Alignment.START, Tone.SMALL)
        return [Title(table.title, level=2), nothing]
    rows = tuple((_moved(row), *map(to_persian_text, row.figures)) for row in table.rows)
    weights = (_LABEL, *(_FIGURE,) * len(table.head))
    return [Title(table.title, level=2), rule, Table(head, rows, weights=weights)]


def _moved(row: FigureRow) -> str:
    return f"{'– ' * row.level}{row.label}"
