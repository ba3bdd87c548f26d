"""What was told of a period before: the month that was reported stands as its paper says it, and what changed since
then is told as a correction (domain.md §2.3, step 14)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import undefer

from models.letter import Document
from services.catalogue import say
from services.clock import local
from services.documents.papers.monthly_statistics import FigureTable, MonthlyStatisticsContent
from services.documents.shapes import PaperKind, ReportedFigures
from services.documents.snapshot import from_plain
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.persian.text import isolate_ltr
from services.statistics import Period
from services.unit_of_work import Tx

_LOOKED_THROUGH, _NAMED = 60, 12
Key = tuple[str, str, int, str]


def earlier_report(tx: Tx, period: Period) -> tuple[Document, MonthlyStatisticsContent] | None:
    """The latest report of a period that is valid and was made after its end; one before that counted a part."""
    query = (
        select(Document)
        .options(undefer(Document.snapshot))
        .where(
            Document.unit_id == tx.actor.unit_id,
            Document.kind == PaperKind.MONTHLY_STATISTICS.value,
            Document.voided_at.is_(None),
            Document.issued_at >= period.ends,
        )
        .order_by(Document.issued_at.desc(), Document.id.desc())
        .limit(_LOOKED_THROUGH)
    )
    for row in tx.session.scalars(query):
        content = row.snapshot["content"]
        if content["period"] == period.name:
            return row, from_plain(MonthlyStatisticsContent, content)
    return None


def told_of(document: Document, content: MonthlyStatisticsContent, now: Sequence[FigureTable]) -> ReportedFigures:
    """Which figures are others by now; `now` hides small ones as the paper did."""
    was, are = dict(_figures(content.tables)), dict(_figures(now))
    changed = [
        say("documents.statistics.changed", table=key[0], row=key[1], head=key[3], was=was.get(key, "–"), now=figure)
        for key, figure in are.items()
        if was.get(key, "–") != figure
    ]
    number = isolate_ltr(to_persian(document.registry_no or content.issue.number))
    given = {"number": number, "day": format_date(local(document.issued_at).date())}
    if not changed:
        return ReportedFigures(document.id, 0, say("documents.statistics.reported", **given))
    named = say("documents.statistics.next").join(changed[:_NAMED])
    if len(changed) > _NAMED:
        named = say("documents.statistics.and_more", figures=named, count=len(changed) - _NAMED)
    words = say("documents.statistics.corrects", **given, count=len(changed), figures=named)
    return ReportedFigures(document.id, len(changed), words)


def _figures(tables: Sequence[FigureTable]) -> Iterator[tuple[Key, str]]:
    """Each figure by its table, row and column; rows of one name in their order."""
    for table in tables:
        seen: Counter[str] = Counter()
        for row in table.rows:
            seen[row.label] += 1
            for head, figure in zip(table.head, row.figures, strict=False):
                yield (table.title, row.label, seen[row.label], head), figure
