"""The report of a period's figures (D20): counted in the transaction that issues it."""

from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.reported import earlier_report, told_of
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Issue
from services.documents.papers.monthly_statistics import (
    SMALLEST,
    FigureRow,
    FigureTable,
    MonthlyStatisticsContent,
)
from services.documents.papers.outward import Outward
from services.documents.shapes import FieldKind, PaperRequest, ReportedFigures
from services.documents.unit_facts import sender_of, signatories
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.statistics import Rate, Report, StatRow, StatTable, period_named
from services.statistics.service import report_of
from services.unit_of_work import Tx

DOCUMENT = "D20"
_OF_RATES = "outcomes"
ORIGINALS = 2
"""One for the command above, one for the shelf."""


def gather_statistics(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """`request.period` names the period."""
    report = report_of(tx, codes.codes, period_named(request.period))
    reported = reported_figures(tx, report)
    commander, signer_fields = commanding(tx, codes, request)
    heads = signatories(tx, codes)
    hides_small = bool(request.value("hides_small"))
    to_whom = say("documents.statistics.addressee")
    first, last = report.period.first, min(report.period.last, tx.today)
    content = MonthlyStatisticsContent(
        issue=issue,
        outward=Outward(dots(request.value("to_whom") or to_whom), sender_of(tx), "", ()),
        period=report.period.name,
        words=report.period.words(),
        dates=say("documents.statistics.dates", first=format_date(first), last=format_date(last)),
        tables=tuple(_table(table, hides_small=hides_small) for table in report.tables),
        rates=tuple(_rate(rate, hides_small=hides_small) for rate in report.rates),
        notes=(*([reported.words] if reported is not None else []), *report.notes),
        commander=commander,
        head=heads[0].signer if heads else None,
        hides_small=hides_small,
    )
    fields = (
        asked("to_whom", required=True, proposal=to_whom),
        asked("hides_small", FieldKind.YES),
        *signer_fields,
    )
    return Gathered(content, fields, DOCUMENT, content.outward.addressee, originals=ORIGINALS)


def reported_figures(tx: Tx, report: Report) -> ReportedFigures | None:
    """What was told of the period before, against what is counted now."""
    found = earlier_report(tx, report.period)
    if found is None:
        return None
    document, content = found
    return told_of(document, content, [_table(one, hides_small=content.hides_small) for one in report.tables])


def _table(table: StatTable, *, hides_small: bool) -> FigureTable:
    rows = table.rows if table.sums is None or not table.rows else (*table.rows, table.sums)
    shown = tuple(_row(row, hides_small=hides_small) for row in rows)
    return FigureTable(table.title, table.rule, table.head, shown, has_rates=table.key == _OF_RATES)


def _row(row: StatRow, *, hides_small: bool) -> FigureRow:
    return FigureRow(row.label, tuple(_figure(value, hides_small=hides_small) for value in row.values), row.level)


def _figure(value: int | None, *, hides_small: bool) -> str:
    if value is None:
        return "–"
    if hides_small and 0 < value < SMALLEST:
        return say("statistics.small", most=to_persian(SMALLEST))
    return to_persian(value)


def _rate(rate: Rate, *, hides_small: bool) -> str:
    """The share and what it is made of; no share of nothing, and none of figures that are not told."""
    numerator, denominator = (_figure(value, hides_small=hides_small) for value in (rate.numerator, rate.denominator))
    is_told = rate.denominator and not (
        hides_small and (0 < rate.numerator < SMALLEST or rate.denominator < SMALLEST)
    )
    share = to_persian(round(100 * rate.numerator / rate.denominator)) if is_told else "–"
    return say(
        "documents.statistics.rate",
        label=rate.label,
        share=share,
        numerator=numerator,
        denominator=denominator,
        formula=rate.formula,
    )
